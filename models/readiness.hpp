#pragma once

#include <optional>
#include <vector>

#include "models/tables.hpp"

namespace ficap::models {

/// How ready each investigating team is to refer what it must: 1 at first, less after it has been
/// turned away.
///
/// Between referrals readiness comes back to 1 exponentially; that is evaluated when someone looks,
/// exactly, so no events are needed.
class Readiness {
 public:
  explicit Readiness(const Tables& tables) : teams_(tables.investigating_teams.size()) {}

  /// Everyone is ready. @param rules  none: nobody remembers anything
  void begin(const std::optional<ReadinessRow>& rules);

  /// Goes on under other rules. Where nobody remembered, or will, everyone is ready.
  void change_rules(const std::optional<ReadinessRow>& rules, sim::Time now);

  [[nodiscard]] double of(InvestigatingTeamId team, sim::Time now) const;

  /// What became of one referral of `team`.
  void remember(InvestigatingTeamId team, bool refused, sim::Time now);

 private:
  struct State {
    double missing{};  ///< 1 less its readiness, when last looked at
    sim::Time since;
  };
  std::optional<ReadinessRow> rules_;
  std::vector<State> teams_;
};

}  // namespace ficap::models
