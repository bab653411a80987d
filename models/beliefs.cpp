#include "models/beliefs.hpp"

#include <algorithm>

#include "sim/elementary.hpp"

namespace ficap::models {

Beliefs::Beliefs(const Tables& tables)
    : tables_{tables},
      teams_(tables.investigating_teams.size()),
      circle_(teams_.size()),
      members_(tables.organisations + teams_.size()),
      experience_(members_.size()) {}

void Beliefs::begin(const BeliefRow& rules) {
  rules_ = rules;
  for (auto& team : teams_)
    team.fill({rules.initial, 0.0});
  for (auto& circle : experience_)
    circle.fill({rules.initial, sim::Time{}, 0.0, 0});
  form_circles();
}

Beliefs::Circle Beliefs::circle_under(const BeliefRow& rules, InvestigatingTeamId team) const {
  const bool apart = !rules.apart.empty() && rules.apart[team.value];
  return apart ? tables_.organisations + team.value
               : tables_.investigating_teams[team].organisation.value;
}

void Beliefs::form_circles() {
  for (auto& members : members_)
    members.clear();
  for (const InvestigatingTeamId team : tables_.investigating_teams.ids()) {
    circle_[team.value] = circle_under(rules_, team);
    members_[circle_[team.value]].push_back(team);
  }
}

void Beliefs::change_rules(const BeliefRow& rules, sim::Time now) {
  settle_all(now);
  for (const InvestigatingTeamId team : tables_.investigating_teams.ids()) {
    const Circle next = circle_under(rules, team);
    const Circle last = circle_[team.value];
    if (next == last || next < tables_.organisations) continue;
    experience_[next] = experience_[last];
    for (Experience& experience : experience_[next]) {
      experience.unpublished = 0.0;
      experience.unpublished_count = 0;
    }
  }
  rules_ = rules;
  form_circles();
}

double Beliefs::belief(InvestigatingTeamId team, WorkClass work_class, sim::Time now) const {
  const auto c = static_cast<std::size_t>(work_class);
  const Experience& experience = experience_[circle_[team.value]][c];
  const double elapsed = static_cast<double>((now - experience.settled_to).count());
  return experience.value + ((teams_[team.value][c].belief - experience.value) *
                             sim::exp(-elapsed / rules_.memory_ms));
}

void Beliefs::settle(Circle circle, std::size_t work_class, sim::Time now) {
  Experience& experience = experience_[circle][work_class];
  const double elapsed = static_cast<double>((now - experience.settled_to).count());
  if (elapsed <= 0.0) return;
  experience.settled_to = now;
  const double target = experience.value;
  const double lost =
      -sim::expm1(-elapsed / rules_.memory_ms);  // share of the distance that is gone
  for (const InvestigatingTeamId team : members_[circle]) {
    State& state = teams_[team.value][work_class];
    const double distance = state.belief - target;
    state.integral += (target * elapsed) + (distance * rules_.memory_ms * lost);
    state.belief = target + (distance * (1.0 - lost));
  }
}

void Beliefs::settle_all(sim::Time now) {
  for (Circle circle = 0; circle < members_.size(); ++circle) {
    for (std::size_t c = 0; c < class_count; ++c)
      settle(circle, c, now);
  }
}

void Beliefs::news(InvestigatingTeamId team, WorkClass work_class, double outcome, sim::Time now) {
  const auto c = static_cast<std::size_t>(work_class);
  const Circle circle = circle_[team.value];
  settle(circle, c, now);
  for (const InvestigatingTeamId other : members_[circle]) {
    double& belief = teams_[other.value][c].belief;
    double weight = rules_.weight_of_news * (other == team ? 1.0 : rules_.word_of_mouth);
    if (outcome < belief) weight = std::min(1.0, weight * rules_.weight_of_bad_news);
    belief += weight * (outcome - belief);
  }
  Experience& experience = experience_[circle][c];
  experience.value += rules_.organisation_weight * (outcome - experience.value);
  experience.unpublished += outcome;
  ++experience.unpublished_count;
}

void Beliefs::announce(OrganisationId organisation,
                       WorkClass work_class,
                       double step,
                       sim::Time now) {
  const auto c = static_cast<std::size_t>(work_class);
  for (const InvestigatingTeamId team : tables_.teams_of_organisation[organisation.value]) {
    settle(circle_[team.value], c, now);
    double& belief = teams_[team.value][c].belief;
    belief = std::min(1.0, belief + step);
  }
}

void Beliefs::publish(OrganisationId organisation,
                      WorkClass work_class,
                      double weight,
                      sim::Time now) {
  const auto c = static_cast<std::size_t>(work_class);
  const Circle circle = organisation.value;
  settle(circle, c, now);
  Experience& experience = experience_[circle][c];
  if (experience.unpublished_count == 0) return;
  const double truth = experience.unpublished / static_cast<double>(experience.unpublished_count);
  for (const InvestigatingTeamId team : members_[circle]) {
    double& belief = teams_[team.value][c].belief;
    belief += weight * (truth - belief);
  }
  experience.unpublished = 0.0;
  experience.unpublished_count = 0;
}

void Beliefs::start_measuring(sim::Time now) {
  settle_all(now);
  for (auto& team : teams_) {
    for (State& state : team)
      state.integral = 0.0;
  }
}

double Beliefs::integral(InvestigatingTeamId team, WorkClass work_class, sim::Time now) {
  const auto c = static_cast<std::size_t>(work_class);
  settle(circle_[team.value], c, now);
  return teams_[team.value][c].integral;
}

}  // namespace ficap::models
