#include "report/explain.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

#include "models/expected_flow.hpp"
#include "models/offered_load.hpp"
#include "report/names.hpp"
#include "report/pathway_order.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"

namespace ficap::report {
namespace {

constexpr std::size_t line_width = 100;
constexpr double tight = 0.9;  // above it, waits grow many times longer than the work
// Between them the approximations of an offered load do not tell which is larger.
constexpr double about_as_many_from = 0.95;
constexpr double about_as_many_to = 1.05;

std::string whole(double x) {
  return decimal(x, 0);
}

std::string ratio(double load, double capacity) {
  if (capacity > 0.0) return decimal(load / capacity, 2);
  return load > 0.0 ? "nobody" : std::string{no_number};
}

/// @returns "1.17 times the hours they have", "about as many hours as they have"
std::string hours_for(double ratio) {
  if (std::isinf(ratio)) return "hours, and they have none";
  if (ratio >= about_as_many_from && ratio <= about_as_many_to) {
    return "about as many hours as they have";
  }
  return decimal(ratio, ratio < 10.0 ? 2 : 0) + " times the hours they have";
}

/// Skills are listed by what stands before a colon: what follows explains it.
std::string short_name(const models::Setting& setting, const std::string& skill) {
  const std::string name = Names{setting}.of(models::Dimension::skill, skill);
  return name.substr(0, name.find(':'));
}

/// @returns "a", "a and b", "a, b and c"
std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  return text;
}

std::string ways(const models::Pathway& pathway,
                 const models::Named<models::Sourced<models::Share>>& next) {
  std::vector<std::string> order = in_order_of_travel(pathway);
  order.emplace_back(models::closed_id);
  std::string text;
  for (const std::string& to : order) {
    const auto way = next.find(to);
    if (way == next.end() || !(way->second.value.value > 0.0)) continue;
    text += (text.empty() ? "" : ", ") + stage_name(pathway, to) + " " +
            percent(way->second.value.value);
  }
  return text;
}

std::string drawing(const models::Pathway& pathway) {
  std::vector<std::pair<std::string, std::string>> arrows;
  arrows.emplace_back("opens", ways(pathway, pathway.entry.values));
  for (const auto& by_origin : pathway.entry_by_origin.values) {
    std::string origin{name_of(by_origin.first)};
    std::replace(origin.begin(), origin.end(), '_', ' ');
    arrows.emplace_back("opens, if " + origin, ways(pathway, by_origin.second.values));
  }
  for (const std::string& id : in_order_of_travel(pathway)) {
    arrows.emplace_back(stage_name(pathway, id),
                        ways(pathway, pathway.stages.find(id)->second.next.values));
  }
  std::size_t width = 0;
  for (const auto& arrow : arrows)
    width = std::max(width, width_of(arrow.first));
  std::string text;
  for (const auto& [from, to] : arrows) {
    // Longer lists go on below themselves.
    std::string lead = "  " + from + std::string(width - width_of(from), ' ') + " → ";
    const std::string list = wrapped(to, std::max<std::size_t>(30, line_width - width - 5));
    for (std::size_t begin = 0; begin < list.size();) {
      const std::size_t end = list.find('\n', begin) + 1;
      text += lead + list.substr(begin, end - begin);
      lead.assign(width + 5, ' ');
      begin = end;
    }
  }
  return text;
}

std::string stage_table(const models::Setting& setting,
                        const models::Pathway& pathway,
                        const models::PathwayFlow& flow) {
  const Names names{setting};
  TextTable table{{"Stages, and what is needed there",
                   "",
                   "of 100 cases\nreach it",
                   "visits by\n100 cases",
                   "days\na visit",
                   "needs of\n100 cases"},
                  44};
  for (const std::string& id : in_order_of_travel(pathway)) {
    const auto stage = std::find_if(
        flow.stages.begin(), flow.stages.end(), [&](const auto& s) { return s.id == id; });
    const models::Stage& defined = pathway.stages.find(id)->second;
    table.add_row({stage_name(pathway, id),
                   std::string{name_of(defined.phase)},
                   decimal(100.0 * stage->reached, 1),
                   decimal(100.0 * stage->visits, 1),
                   decimal(stage->stay.days, stage->stay.days < 10.0 ? 1 : 0),
                   ""});
    for (const auto& need : stage->needs) {
      const std::string& request = defined.needs.find(need.id)->second.request.id;
      table.add_row({"  " + names.of(models::Dimension::request, request),
                     std::string{name_of(setting.requests.find(request)->second.work_class)},
                     "",
                     "",
                     "",
                     decimal(100.0 * need.per_case, 1)});
    }
  }
  return table.text();
}

std::string pathway_text(const models::Setting& setting, const models::PathwayFlow& flow) {
  const models::Pathway& pathway = setting.pathways.find(flow.id)->second;
  std::string title = pathway.name + ": ";
  if (flow.rate.per_year > 0.0) {
    title += decimal(flow.rate.per_year, flow.rate.per_year < 10.0 ? 1 : 0) +
             " cases a year, open for " + whole(flow.open.days) + " days on average";
  } else {
    title += "no cases";
  }
  std::string text = wrapped(title, line_width) + "\n" + drawing(pathway);
  if (flow.rate.per_year > 0.0) text += "\n" + stage_table(setting, pathway, flow);
  return text;
}

std::string load_table(const models::Setting& setting, const models::OrganisationLoad& load) {
  TextTable table{{"Skill",
                   "needed\nhours",
                   "by law\nhours",
                   "asked\nhours",
                   "people",
                   "their\nhours",
                   "needed\n/ hours",
                   "asked\n/ hours",
                   "needed\n/ slots",
                   "asked\n/ slots"},
                  30};
  for (const models::SkillLoad& skill : load.skills) {
    table.add_row({short_name(setting, skill.skill),
                   whole(skill.hours.full_need),
                   whole(skill.by_class[static_cast<std::size_t>(models::WorkClass::statutory)]),
                   whole(skill.hours.asked),
                   whole(skill.people),
                   whole(skill.productive_hours),
                   ratio(skill.hours.full_need, skill.productive_hours),
                   ratio(skill.hours.asked, skill.productive_hours),
                   ratio(skill.slots.full_need, skill.caseload),
                   ratio(skill.slots.asked, skill.caseload)});
  }
  if (load.hours_full.skills.size() > 1) {
    const auto of = [](const models::Bottleneck& b) { return ratio(b.load, b.capacity); };
    table.add_row({"busiest group of skills",
                   "",
                   "",
                   "",
                   "",
                   "",
                   of(load.hours_full),
                   of(load.hours_asked),
                   of(load.slots_full),
                   of(load.slots_asked)});
  }
  return table.text();
}

/// "The people of Staffordshire Police for "tracing" and "restraint""
std::string people_of(const models::Setting& setting,
                      const models::OrganisationLoad& load,
                      const models::Bottleneck& bottleneck) {
  const Names names{setting};
  std::vector<std::string> skills;
  for (const std::string& id : bottleneck.skills) {
    skills.push_back('"' + short_name(setting, id) + '"');
  }
  return "The people of " + names.of(models::Dimension::organisation, load.organisation) + " for " +
         listed(skills);
}

std::string hours_sentence(const models::Setting& setting, const models::OrganisationLoad& load) {
  const models::Bottleneck& full = load.hours_full;
  const models::Bottleneck& asked = load.hours_asked;
  const std::string trust =
      "the trust with which the run starts (" + percent(setting.belief.initial.value.value) + ")";
  const auto busy = [&] { return percent(std::floor(asked.ratio() * 100.0 + 0.5) / 100.0); };
  if (asked.ratio() > about_as_many_to) {
    return people_of(setting, load, asked) + " would be asked for " + hours_for(asked.ratio()) +
           " at " + trust +
           ". It could not all be done; the tables of a run show what is left undone.";
  }
  if (asked.ratio() >= about_as_many_from) {
    return people_of(setting, load, asked) + " would be asked for " + hours_for(asked.ratio()) +
           " at " + trust + ": little is left for busy weeks, and requests will wait.";
  }
  if (full.ratio() >= about_as_many_from) {
    return people_of(setting, load, full) + " would be asked for " + hours_for(full.ratio()) +
           " if every need were asked for; at " + trust + " those who are busiest are asked for " +
           busy() + " of theirs. The difference is work that nobody requests.";
  }
  if (asked.ratio() > tight) {
    return people_of(setting, load, asked) + " would be asked for " + busy() +
           " of the hours they have at " + trust +
           ": little is left for busy weeks, and requests will wait.";
  }
  return {};
}

std::string slots_sentence(const models::Setting& setting, const models::OrganisationLoad& load) {
  const models::Bottleneck& asked = load.slots_asked;
  if (!(asked.ratio() > 1.0)) return {};
  const std::string requests = std::isinf(asked.ratio())
                                   ? "requests in hand, and no caseload to hold them"
                                   : decimal(asked.ratio(), asked.ratio() < 10.0 ? 2 : 0) +
                                         " times as many requests in hand as their caseload allows";
  return people_of(setting, load, asked) + " would have " + requests +
         ": requests will wait even while there are hours to work on them.";
}

std::vector<std::string> warnings_of(const models::Setting& setting,
                                     const models::OrganisationLoad& load) {
  const Names names{setting};
  std::vector<std::string> sentences;
  for (const models::SkillLoad& skill : load.skills) {
    if (skill.people > 0.0 || !(skill.hours.full_need > 0.0)) continue;
    sentences.push_back("Nobody of " +
                        names.of(models::Dimension::organisation, load.organisation) + " can do " +
                        '"' + short_name(setting, skill.skill) + "\"; " +
                        whole(skill.hours.full_need) + " hours of it are needed a year.");
  }
  for (std::string sentence : {hours_sentence(setting, load), slots_sentence(setting, load)}) {
    if (!sentence.empty()) sentences.push_back(std::move(sentence));
  }
  return sentences;
}

std::string load_text(const models::Setting& setting, const models::OrganisationLoad& load) {
  std::string text = load_table(setting, load);
  for (const std::string& sentence : warnings_of(setting, load)) {
    text += "\n" + wrapped("! " + sentence, line_width);
  }
  return text;
}

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

}  // namespace

std::string explain(const models::Scenario& scenario) {
  const models::Setting& before = scenario.before;
  const models::Setting& planned = scenario.planned;
  const sim::Date start = planned.plan.start;
  std::string text = planned.title + "\n";
  text += wrapped(
      "What follows from the scenario's numbers without simulating: averages of the first year, as "
      "if nobody ever waited.",
      line_width);

  text += "\n" + heading("How cases go, and what they need");
  const auto flows_before = models::pathway_flows(before);
  const auto flows = models::pathway_flows(planned);
  std::vector<std::size_t> busiest_first(flows.size());
  std::iota(busiest_first.begin(), busiest_first.end(), std::size_t{0});
  std::stable_sort(busiest_first.begin(), busiest_first.end(), [&](std::size_t a, std::size_t b) {
    return flows[a].rate.per_year > flows[b].rate.per_year;
  });
  for (const std::size_t i : busiest_first) {
    text +=
        now_and_then(pathway_text(before, flows_before[i]), pathway_text(planned, flows[i]), start);
  }

  text += heading("What people are asked for, and what they have");
  text += wrapped(how_to_read, line_width) + "\n";
  const auto loads_before = models::offered_load(before);
  const auto loads = models::offered_load(planned);
  const Names names{planned};
  for (std::size_t i = 0; i < loads.size(); ++i) {
    if (loads[i].skills.empty() && loads_before[i].skills.empty()) continue;
    text += names.of(models::Dimension::organisation, loads[i].organisation) + "\n\n";
    text += now_and_then(load_text(before, loads_before[i]), load_text(planned, loads[i]), start);
  }
  text.pop_back();
  return text;
}

std::vector<std::string> load_warnings(const models::Setting& setting) {
  auto loads = models::offered_load(setting);
  std::stable_sort(loads.begin(), loads.end(), [](const auto& a, const auto& b) {
    return a.hours_asked.ratio() > b.hours_asked.ratio();
  });
  std::vector<std::string> sentences;
  for (const models::OrganisationLoad& load : loads) {
    for (std::string& sentence : warnings_of(setting, load)) {
      sentences.push_back(std::move(sentence));
    }
  }
  return sentences;
}

}  // namespace ficap::report
