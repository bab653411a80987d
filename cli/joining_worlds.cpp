#include "cli/joining_worlds.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "report/pathway_order.hpp"

namespace ficap::cli {

namespace {

/// The stages of the pathways, in the order in which cases come to them.
std::vector<std::string> stages_in_order(const models::Setting& setting,
                                         const std::vector<std::string>& pathways) {
  std::vector<std::string> stages;
  for (const std::string& pathway : pathways) {
    for (const std::string& stage :
         report::in_order_of_travel(setting.pathways.find(pathway)->second)) {
      if (std::find(stages.begin(), stages.end(), stage) == stages.end()) stages.push_back(stage);
    }
  }
  return stages;
}

}  // namespace

std::vector<double> usual_days_to_join() {
  return {0.0, 30.0, 90.0, 180.0, 365.0};
}

JoiningWorlds joining_worlds(const models::Scenario& scenario,
                             const std::string& path,
                             const std::vector<double>& days) {
  const models::Setting& setting = scenario.planned;
  JoiningWorlds worlds{.pathways = study::pathways_to_join(setting), .moments = {}, .compared = {}};
  for (const std::string& stage : stages_in_order(setting, worlds.pathways))
    worlds.moments.push_back({.stage = stage});
  for (const double after : days)
    worlds.moments.push_back({.stage = {}, .days = after});
  Compared& compared = worlds.compared;
  const auto add = [&](std::string name, models::Scenario world) {
    compared.paths.push_back(path);
    compared.names.push_back(std::move(name));
    compared.scenarios.push_back(std::move(world));
  };
  for (const study::JoinMoment& moment : worlds.moments) {
    const std::string when = moment.stage
                                 ? "at-" + *moment.stage
                                 : "after-" + std::to_string(static_cast<int>(moment.days)) + "-d";
    models::Scenario world = study::joined_at(scenario, worlds.pathways, moment);
    world.planned.title += ": joined " + report::moment_in_words(moment, setting);
    add("joined-" + when, std::move(world));
    if (compared.scenarios.size() == 1)
      add("as-simulated", study::with_cohort(scenario, worlds.pathways));
  }
  return worlds;
}

report::JoiningFacts joining_facts(const JoiningWorlds& worlds,
                                   const models::DimensionIds& ids,
                                   const report::Names& names,
                                   std::uint64_t seed,
                                   std::string id) {
  const models::Setting& setting = worlds.as_simulated().planned;
  std::vector<std::string> pathways;
  for (const std::string& pathway : worlds.pathways)
    pathways.push_back("\"" + setting.pathways.find(pathway)->second.name + "\"");
  return {.title = setting.title,
          .moments = worlds.moments,
          .pathways = std::move(pathways),
          .ids = ids,
          .setting = setting,
          .names = names,
          .start = setting.plan.start,
          .years = static_cast<std::int64_t>(setting.plan.years),
          .seed = seed,
          .id = std::move(id)};
}

}  // namespace ficap::cli
