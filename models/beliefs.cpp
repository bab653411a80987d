#include "models/beliefs.hpp"

#include <algorithm>

#include "sim/elementary.hpp"

namespace ficap::models {

Beliefs::Beliefs(const Tables& tables)
    : tables_{tables},
      teams_(tables.investigating_teams.size()),
      experience_(tables.organisations) {}

void Beliefs::begin(const BeliefRow& rules) {
  rules_ = rules;
  for (auto& team : teams_)
    team.fill({rules.initial, 0.0, sim::Time{}});
  for (auto& organisation : experience_)
    organisation.fill(rules.initial);
}

void Beliefs::change_rules(const BeliefRow& rules, sim::Time now) {
  for (const InvestigatingTeamId team : tables_.investigating_teams.ids()) {
    for (std::size_t c = 0; c < class_count; ++c)
      settle(team, c, now);
  }
  rules_ = rules;
}

double Beliefs::belief(InvestigatingTeamId team, WorkClass work_class, sim::Time now) const {
  const auto c = static_cast<std::size_t>(work_class);
  const State& state = teams_[team.value][c];
  const double target = experience_[tables_.investigating_teams[team].organisation.value][c];
  const double elapsed = static_cast<double>((now - state.settled_to).count());
  return target + ((state.belief - target) * sim::exp(-elapsed / rules_.memory_ms));
}

void Beliefs::settle(InvestigatingTeamId team, std::size_t work_class, sim::Time now) {
  State& state = teams_[team.value][work_class];
  const double elapsed = static_cast<double>((now - state.settled_to).count());
  if (elapsed <= 0.0) return;
  const double target =
      experience_[tables_.investigating_teams[team].organisation.value][work_class];
  const double lost =
      -sim::expm1(-elapsed / rules_.memory_ms);  // share of the distance that is gone
  const double distance = state.belief - target;
  state.integral += (target * elapsed) + (distance * rules_.memory_ms * lost);
  state.belief = target + (distance * (1.0 - lost));
  state.settled_to = now;
}

void Beliefs::news(InvestigatingTeamId team, WorkClass work_class, double outcome, sim::Time now) {
  const auto c = static_cast<std::size_t>(work_class);
  const OrganisationId organisation = tables_.investigating_teams[team].organisation;
  for (const InvestigatingTeamId other : tables_.teams_of_organisation[organisation.value]) {
    settle(other, c, now);
    double& belief = teams_[other.value][c].belief;
    double weight = rules_.weight_of_news * (other == team ? 1.0 : rules_.word_of_mouth);
    if (outcome < belief) weight = std::min(1.0, weight * rules_.weight_of_bad_news);
    belief += weight * (outcome - belief);
  }
  double& experience = experience_[organisation.value][c];
  experience += rules_.organisation_weight * (outcome - experience);
}

void Beliefs::start_measuring(sim::Time now) {
  for (const InvestigatingTeamId team : tables_.investigating_teams.ids()) {
    for (std::size_t c = 0; c < class_count; ++c) {
      settle(team, c, now);
      teams_[team.value][c].integral = 0.0;
    }
  }
}

double Beliefs::integral(InvestigatingTeamId team, WorkClass work_class, sim::Time now) {
  const auto c = static_cast<std::size_t>(work_class);
  settle(team, c, now);
  return teams_[team.value][c].integral;
}

}  // namespace ficap::models
