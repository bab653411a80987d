#include "report/explain.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include "models/expected_flow.hpp"
#include "models/offered_load.hpp"
#include "report/explain_loads.hpp"
#include "report/explain_pathways.hpp"
#include "report/names.hpp"
#include "report/organisations_shown.hpp"
#include "report/starts_from.hpp"
#include "report/words.hpp"

namespace ficap::report {
namespace {

constexpr std::size_t line_width = 100;

std::string heading(const std::string& text) {
  return text + "\n" + std::string(width_of(text), '=') + "\n\n";
}

/// What holds now, and what the plan makes of it where that is different.
std::string now_and_then(const std::string& now, const std::string& then, sim::Date start) {
  if (now == then) return now + "\n";
  return "Now:\n\n" + now + "\nFrom " + in_words(start) + ":\n\n" + then + "\n";
}

constexpr const char* how_to_read =
    "Hours are effort a year. Needed: if every need were asked for and met. By law: statutory work "
    "at full need; some of it follows only from help that was asked for, so \"asked\" can be less. "
    "Asked: at the trust with which the run starts. Their hours: what the people with the skill "
    "have for requests, people with several skills counted under each. Busiest group of skills: "
    "those whose work is most against the hours of all who have any of them. Above 1, \"/ hours\" "
    "means more work than hours. A slot is one request in hand: above 1, \"/ slots\" means more of "
    "them than caseloads allow.";

std::string pathways_text(const models::Scenario& scenario) {
  const models::Setting& planned = scenario.planned;
  std::string text = heading("How cases go, and what they need");
  const auto flows_before = models::pathway_flows(scenario.before);
  const auto flows = models::pathway_flows(planned);
  std::vector<std::size_t> busiest_first(flows.size());
  std::iota(busiest_first.begin(), busiest_first.end(), std::size_t{0});
  std::stable_sort(busiest_first.begin(), busiest_first.end(), [&](std::size_t a, std::size_t b) {
    return flows[a].rate.per_year > flows[b].rate.per_year;
  });
  for (const std::size_t i : busiest_first) {
    text += now_and_then(pathway_text(scenario.before, flows_before[i]),
                         pathway_text(planned, flows[i]),
                         planned.plan.start);
  }
  return text;
}

std::string loads_text(const models::Scenario& scenario, const OrganisationsShown& shown) {
  const models::Setting& planned = scenario.planned;
  std::string text = heading("What people are asked for, and what they have");
  text += wrapped(how_to_read, line_width) + "\n";
  const auto loads_before = models::offered_load(scenario.before);
  const auto loads = models::offered_load(planned);
  const Names names{planned};
  for (std::size_t i = 0; i < loads.size(); ++i) {
    if (loads[i].skills.empty() && loads_before[i].skills.empty()) continue;
    if (!shown.contains(loads[i].organisation)) continue;
    text += names.of(models::Dimension::organisation, loads[i].organisation) + "\n\n";
    text += now_and_then(load_text(scenario.before, loads_before[i]),
                         load_text(planned, loads[i]),
                         planned.plan.start);
  }
  const std::string others = shown.where_the_others_are();
  return others.empty() ? text : text + others + "\n";
}

}  // namespace

std::string explain(const models::Scenario& scenario, const std::string& organisation) {
  std::string text = scenario.planned.title + "\n";
  text += wrapped(
      "What follows from the scenario's numbers without simulating: averages of the first year, as "
      "if nobody ever waited.",
      line_width);
  text += wrapped("A run " + starts_from(scenario.planned) + ".", line_width);
  text += "\n";
  if (organisation.empty()) text += pathways_text(scenario);
  text += loads_text(scenario, organisations_shown(scenario.planned, organisation));
  text.pop_back();
  return text;
}

}  // namespace ficap::report
