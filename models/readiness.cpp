#include "models/readiness.hpp"

#include "sim/elementary.hpp"

namespace ficap::models {

void Readiness::begin(const std::optional<ReadinessRow>& rules) {
  rules_ = rules;
  for (State& team : teams_)
    team = {};
}

void Readiness::change_rules(const std::optional<ReadinessRow>& rules, sim::Time now) {
  if (!rules_ || !rules) {
    begin(rules);
    return;
  }
  for (std::uint32_t team = 0; team < teams_.size(); ++team)
    teams_[team] = {.missing = 1.0 - of({team}, now), .since = now};
  rules_ = rules;
}

double Readiness::of(InvestigatingTeamId team, sim::Time now) const {
  const State& state = teams_[team.value];
  if (!rules_ || state.missing <= 0.0) return 1.0;
  const double elapsed = static_cast<double>((now - state.since).count());
  return 1.0 - (state.missing * sim::exp(-elapsed / rules_->memory_ms));
}

void Readiness::remember(InvestigatingTeamId team, bool refused, sim::Time now) {
  if (!rules_) return;
  const double kept = (1.0 - of(team, now)) * (1.0 - rules_->weight);
  teams_[team.value] = {.missing = kept + (refused ? rules_->weight : 0.0), .since = now};
}

}  // namespace ficap::models
