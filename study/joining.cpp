#include "study/joining.hpp"

#include <algorithm>

namespace ficap::study {

namespace {

// Ten times the posts: a unit is seldom asked for a tenth of that at once.
double plenty(const models::Team& team) {
  return 20.0 + (10.0 * std::max(team.establishment.value.value, team.strength.value.value));
}

}  // namespace

std::vector<std::string> pathways_to_join(const models::Setting& setting) {
  std::vector<std::string> found;
  for (const auto& pathway : setting.pathways) {
    const auto& stages = pathway.second.stages;
    if (std::any_of(stages.begin(), stages.end(), [](const auto& stage) {
          return stage.second.phase == models::Phase::early;
        }))
      found.push_back(pathway.first);
  }
  return found;
}

models::Scenario with_cohort(models::Scenario scenario, const std::vector<std::string>& pathways) {
  for (models::Setting* setting : {&scenario.before, &scenario.planned}) {
    setting->plan.cohort.clear();
    for (const std::string& pathway : pathways)
      setting->plan.cohort.push_back({pathway});
  }
  return scenario;
}

models::Scenario joined_at(models::Scenario scenario,
                           const std::vector<std::string>& pathways,
                           const JoinMoment& moment) {
  models::Scenario joined = with_cohort(std::move(scenario), pathways);
  models::UnitJoins& rule = joined.planned.policies.unit_joins.emplace();
  if (moment.stage) {
    rule.at = models::Ref<models::Entity::stage>{*moment.stage};
  } else {
    rule.after = models::Sourced<models::Elapsed>{models::Elapsed{moment.days}};
  }
  for (const std::string& pathway : pathways) {
    const models::Pathway& ways = joined.planned.pathways.find(pathway)->second;
    if (!moment.stage || ways.stages.contains(*moment.stage)) rule.pathways.push_back({pathway});
  }
  for (auto& team : joined.planned.teams) {
    // Without the range of the number that it stands in place of.
    const models::Sourced<models::Number> people{models::Number{plenty(team.second)}};
    team.second.establishment = people;
    team.second.strength = people;
  }
  return joined;
}

}  // namespace ficap::study
