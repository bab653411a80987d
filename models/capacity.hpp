#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "models/scenario.hpp"

namespace ficap::models {

/// A set of the setting's skills, by their place in the order of ids: bit 0 is the first.
using SkillSet = std::uint64_t;

/// People of one organisation with the same skills, and what they can do.
struct Capacity {
  SkillSet skills{};
  double people{};
  double productive_hours{};   ///< a year, of all of them
  double caseload{};           ///< requests that they may have in hand
  double weight_of_waiting{};  ///< of a request in an external wait; mean over productive hours

  /// @returns days that an hour of effort takes one of them; 0 where there is nobody
  [[nodiscard]] double days_for_hour() const;
};

/// @returns the hours that the office is open in a year of 365.25 days, averaged over the plan
[[nodiscard]] double open_hours_a_year(const OfficeHours& office, const Plan& plan);

/// The people in post, those with the same skills together, in the order of their skill sets.
///
/// Productive hours are open hours x FTE x (1 - all that the role is away for), less the expected
/// time of illness and leave. Posts that a staffing plan adds or cuts on the first day are counted;
/// who leaves or joins later is not foreseen.
/// @pre check(scenario) reports no error; at most 64 skills
[[nodiscard]] std::vector<Capacity> capacities(const Setting& setting,
                                               const std::string& organisation);

/// The same of those who sit with investigating teams.
/// @param embedding  an id of `policies.embedded`
[[nodiscard]] std::vector<Capacity> capacities_of_embedding(const Setting& setting,
                                                            const std::string& embedding);

/// @returns the people who have any of the skills, taken together
[[nodiscard]] Capacity with_any(const std::vector<Capacity>& people, SkillSet skills);

}  // namespace ficap::models
