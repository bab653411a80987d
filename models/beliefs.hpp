#pragma once

#include <array>
#include <vector>

#include "models/tables.hpp"

namespace ficap::models {

/// How far each investigating team trusts that help of each work class will come, and what the
/// organisations as a whole have experienced.
///
/// Between news a belief drifts exponentially to the experience of its circle: the teams of an
/// organisation, or a team that goes by its own; that is evaluated when someone looks, exactly, so
/// no events are needed.
class Beliefs {
 public:
  explicit Beliefs(const Tables& tables);

  /// Everyone believes `rules.initial`.
  void begin(const BeliefRow& rules);

  /// Goes on under other rules; beliefs stay what they are. A team that goes by its own experience
  /// from now on begins with that of its organisation.
  void change_rules(const BeliefRow& rules, sim::Time now);

  [[nodiscard]] double belief(InvestigatingTeamId team, WorkClass work_class, sim::Time now) const;

  /// One outcome of a request of `team`: 1 is help at once, 0 is none.
  void news(InvestigatingTeamId team, WorkClass work_class, double outcome, sim::Time now);

  /// Every team of the organisation believes `step` more, at most fully.
  void announce(OrganisationId organisation, WorkClass work_class, double step, sim::Time now);

  /// Every team of the organisation comes nearer, by `weight`, to the mean outcome of its requests
  /// since this was last called; where there was none, all stay where they are. Teams that go by
  /// their own experience have no part in it.
  void publish(OrganisationId organisation, WorkClass work_class, double weight, sim::Time now);

  /// Begins (again) to integrate beliefs over time.
  void start_measuring(sim::Time now);

  /// @returns the integral of the belief since start_measuring, in milliseconds
  [[nodiscard]] double integral(InvestigatingTeamId team, WorkClass work_class, sim::Time now);

 private:
  struct State {
    double belief{};
    double integral{};
  };
  /// Of a circle: its teams are settled together, since news for one is news for all.
  struct Experience {
    double value{};
    sim::Time settled_to;
    double unpublished{};  ///< sum of the outcomes since the last publication
    std::uint32_t unpublished_count{};
  };
  using Circle = std::size_t;
  [[nodiscard]] Circle circle_under(const BeliefRow& rules, InvestigatingTeamId team) const;
  void form_circles();
  void settle(Circle circle, std::size_t work_class, sim::Time now);
  void settle_all(sim::Time now);

  const Tables& tables_;
  BeliefRow rules_;
  std::vector<std::array<State, class_count>> teams_;
  std::vector<Circle> circle_;                             // by team
  std::vector<std::vector<InvestigatingTeamId>> members_;  // by circle: organisations, then teams
  std::vector<std::array<Experience, class_count>> experience_;  // likewise
};

}  // namespace ficap::models
