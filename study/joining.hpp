#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/scenario.hpp"

namespace ficap::study {

/// A moment at which the unit could have joined every case.
struct JoinMoment {
  std::optional<std::string> stage;  ///< as cases come to it
  double days{};                     ///< else: so long after they open
};

/// @returns the ids of the pathways in which the unit can join early: they have a stage before the
///          first overt act
[[nodiscard]] std::vector<std::string> pathways_to_join(const models::Setting& setting);

/// The scenario, of whose cases those of some pathways are the cohort. Nothing else is changed.
[[nodiscard]] models::Scenario with_cohort(models::Scenario scenario,
                                           const std::vector<std::string>& pathways);

/// The same cases, joined at one moment: from the start of the plan nothing is asked for in cases
/// of these pathways before the unit joins, everything of use afterwards, and so many people are
/// there that nobody waits for one. So the moment alone makes the difference between two of these.
[[nodiscard]] models::Scenario joined_at(models::Scenario scenario,
                                         const std::vector<std::string>& pathways,
                                         const JoinMoment& moment);

}  // namespace ficap::study
