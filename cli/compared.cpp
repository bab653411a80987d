#include "cli/compared.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <ostream>
#include <utility>

#include "cli/options.hpp"
#include "cli/scenario_input.hpp"
#include "io/write_scenario.hpp"
#include "report/diagnostics.hpp"
#include "report/starts_from.hpp"
#include "report/words.hpp"

namespace ficap::cli {

namespace {

std::size_t count_of(const std::vector<std::string>& texts, const std::string& text) {
  return static_cast<std::size_t>(std::count(texts.begin(), texts.end(), text));
}

std::vector<std::string> names_of(const std::vector<std::string>& paths) {
  std::vector<std::string> stems;
  for (const std::string& path : paths) {
    const std::string stem = report::harmless(std::filesystem::path{path}.stem().string());
    stems.push_back(path == "-" ? "standard input" : stem);
  }
  std::vector<std::string> names;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const std::string path = report::harmless(paths[i]);
    std::string name = count_of(stems, stems[i]) > 1 ? path : stems[i];
    for (int again = 2; count_of(names, name) > 0; ++again)
      name = path + " (" + std::to_string(again) + ")";
    names.push_back(std::move(name));
  }
  return names;
}

std::string days(double count) {
  return report::counted(static_cast<std::int64_t>(count), "day", "days");
}

std::string beginning_of(const models::Setting& setting) {
  switch (setting.start.state) {
    case models::InitialState::warm_up:
      return "warms up for " + days(setting.plan.warm_up.days);
    case models::InitialState::empty:
      return "begins with no open cases";
    case models::InitialState::backlog:
      break;
  }
  return report::starts_from(setting);
}

std::string cohort_of(const models::Plan& plan) {
  if (plan.cohort.empty()) return "counts the cases of all pathways";
  std::vector<std::string> ids;
  ids.reserve(plan.cohort.size());
  for (const auto& pathway : plan.cohort)
    ids.push_back(pathway.id);
  std::sort(ids.begin(), ids.end());
  return "counts the cases of " + report::joined(ids);
}

/// What of a plan must be the same for all, in words.
struct Period {
  std::string start;
  std::string years;
  std::string beginning;
  std::string run_on;
  std::string cohort;
};

Period period_of(const models::Scenario& scenario) {
  const models::Plan& plan = scenario.planned.plan;
  return {
      .start = "starts on " + report::in_words(plan.start),
      .years = "lasts " + report::counted(static_cast<std::int64_t>(plan.years), "year", "years"),
      .beginning = beginning_of(scenario.planned),
      .run_on = "runs on for " + days(plan.run_on.days),
      .cohort = cohort_of(plan)};
}

}  // namespace

std::vector<std::string> Compared::titles() const {
  std::vector<std::string> plain;
  for (const models::Scenario& scenario : scenarios)
    plain.push_back(scenario.planned.title);
  std::vector<std::string> titles = plain;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (count_of(plain, plain[i]) > 1) titles[i] += " (" + names.at(i) + ")";
  }
  return titles;
}

std::optional<Compared> read_compared(const std::vector<std::string>& paths,
                                      const std::vector<std::string>& sets,
                                      bool skips_bad_rows,
                                      std::ostream& err) {
  Compared compared{.paths = paths, .names = names_of(paths), .scenarios = {}};
  for (const std::string& path : paths) {
    auto scenario = read_scenario(
        ScenarioArgument{.path = path, .sets = sets, .skips_bad_rows = skips_bad_rows}, err);
    if (scenario) compared.scenarios.push_back(std::move(*scenario));
  }
  if (compared.scenarios.size() < paths.size()) return std::nullopt;
  return compared;
}

std::vector<Incomparable> incomparable(const std::vector<models::Scenario>& scenarios) {
  const models::Scenario& first = scenarios.front();
  const Period base = period_of(first);
  std::vector<Incomparable> reasons;
  for (std::size_t i = 1; i < scenarios.size(); ++i) {
    const Period option = period_of(scenarios[i]);
    for (std::string Period::*part :
         {&Period::start, &Period::years, &Period::beginning, &Period::run_on, &Period::cohort}) {
      if (option.*part == base.*part) continue;
      reasons.push_back({.option = i, .of_option = option.*part, .of_base = base.*part});
    }
    if (option.beginning == base.beginning &&
        scenarios[i].planned.start.cases != first.planned.start.cases) {
      reasons.push_back({.option = i,
                         .of_option = "starts from open cases of its own",
                         .of_base = "starts from others"});
    }
  }
  return reasons;
}

bool says_incomparable(const Compared& compared, std::ostream& err) {
  const auto reasons = incomparable(compared.scenarios);
  if (reasons.empty()) return false;
  err << "ficap: these cannot be compared in the same futures\n";
  for (const Incomparable& reason : reasons) {
    err << "  " << compared.paths.at(reason.option) << " " << reason.of_option << ", but "
        << compared.paths.front() << " " << reason.of_base << "\n";
  }
  err << "--set changes all of them at once, e.g. --set /plan/years=5\n";
  return true;
}

std::vector<std::string> said_twice(const Compared& compared) {
  std::vector<std::string> digests;
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < compared.scenarios.size(); ++i) {
    digests.push_back(io::scenario_sha256(compared.scenarios[i]));
    const auto first = std::find(digests.begin(), digests.end(), digests.back());
    const auto place = static_cast<std::size_t>(first - digests.begin());
    if (place == i) continue;
    sentences.push_back(compared.paths.at(i) + " says the same as " + compared.paths.at(place) +
                        ": every figure of theirs is the same.");
  }
  return sentences;
}

std::vector<models::Compiled> compiled(std::span<const models::Scenario> scenarios) {
  std::vector<models::Compiled> all;
  all.reserve(scenarios.size());
  for (const models::Scenario& scenario : scenarios)
    all.emplace_back(scenario);
  return all;
}

std::vector<std::vector<study::DemandMonth>> demand_months(
    const models::Scenario& base, std::span<const study::Alternative> alternatives) {
  std::vector<std::vector<study::DemandMonth>> all;
  all.reserve(alternatives.size());
  for (const study::Alternative& each : alternatives)
    all.push_back(study::demand_by_month(base.planned.plan.start, each.outcomes));
  return all;
}

std::vector<const models::Compiled*> pointers(std::span<const models::Compiled> compiled) {
  std::vector<const models::Compiled*> all;
  for (const models::Compiled& each : compiled)
    all.push_back(&each);
  return all;
}

}  // namespace ficap::cli
