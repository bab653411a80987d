#pragma once

#include <array>
#include <string>
#include <vector>

#include "models/scenario.hpp"

namespace ficap::models {

/// Work offered to an organisation's own people: `full_need` if every need were asked for and
/// done, `asked` if officers ask as the belief at the beginning of the run makes them.
struct Load {
  double full_need{};
  double asked{};
};

/// What one skill is asked for, and what the people who have it can do. People with several skills
/// stand in full under each of them; the Bottleneck says what they can do together.
struct SkillLoad {
  std::string skill;
  Load hours;                                  ///< effort, in hours a year
  std::array<double, class_count> by_class{};  ///< the hours of full need, by class of the work
  double productive_hours{};                   ///< of the people who have the skill, a year
  double people{};                             ///< in post who have the skill
  Load slots;                                  ///< requests in hand at once, waiting ones weighted
  double caseload{};                           ///< requests that the people may have in hand
};

/// The skills whose load is largest against the people who have any of them. A skill that nobody
/// has is left out: it would hide all others, and SkillLoad::people shows it.
struct Bottleneck {
  std::vector<std::string> skills;  ///< ids; none where there is no load
  double load{};
  double capacity{};
  /// @returns load over capacity; 0 without a load, infinity where people have no hours for one
  [[nodiscard]] double ratio() const;
};

/// People of an organisation who sit with investigating teams, and what they take of its load.
struct EmbeddedLoad {
  std::string embedding;    ///< an id of `policies.embedded`
  double share_of_cases{};  ///< of the organisation's cases, those of these teams
  double people{};
  double productive_hours{};  ///< a year
  Load hours;                 ///< of their skills and classes of work, hearings apart
};

/// One organisation's load. A queue can be stable only where every ratio is below 1.
struct OrganisationLoad {
  std::string organisation;
  std::vector<SkillLoad> skills;  ///< those with a load or people, in the order of their ids
  std::vector<EmbeddedLoad> embedded;
  Bottleneck hours_full;
  Bottleneck hours_asked;
  Bottleneck slots_full;
  Bottleneck slots_asked;
};

/// The offered load of each organisation, in the order of their ids, without simulating.
///
/// Hours: for each stream, cases a year x expected visits to a stage x P(need; threat, harm,
/// benefit) x mean effort of the tasks with the skill; for `asked`, x P(asked) and without what
/// triage declines by rule. Statutory and directed work is always asked; discretionary work at
/// floor + (ceiling - floor) x initial belief, once more at each later stage that reconsiders it
/// while its window is open, and surely after a mandatory referral, whose triage is in the hours.
///
/// Slots: a request is in hand from the first to the last task of a skill: its work takes effort
/// over productive hours, external waits and other people's tasks count with the team's weight.
///
/// Approximations: rates of the plan's first year without months; a window that closes after a
/// time is open at every later stage; a case's remaining life after the work that induces more is
/// exponential with its mean, and chains of induced work are followed 8 deep; nobody waits, so
/// nothing expires; requests that a regional unit takes over stay with their organisation, and all
/// of an organisation's people share its load, also those who sit with investigating teams.
///
/// @pre check(scenario) reports no error
[[nodiscard]] std::vector<OrganisationLoad> offered_load(const Setting& setting);

}  // namespace ficap::models
