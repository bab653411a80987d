#pragma once

#include "models/scenario.hpp"

/// The same scenario at other sizes: what a benchmark, and a test of memory, must be able to vary.
namespace ficap::bench {

/// England and Wales in outline: 43 forces and nine regional units.
///
/// The region of the scenario, which holds about a tenth of the people, stands nine times side by
/// side, with all its streams, teams, escalations and overflow; "-1" to "-9" is added to the ids of
/// organisations, areas, streams and teams. That makes nine regional units and nine times the
/// region's forces; the forces that are then missing are further copies of its forces, one in each
/// region in turn ("-1b" and so on), beginning with the second in the order of their ids.
///
/// @pre the region has one regional unit and at least two and at most four forces
[[nodiscard]] models::Scenario national(const models::Scenario& region);

/// Every stream's rate times `demand`, every team's establishment and strength times `people`, to
/// the next whole number; a desk for early work keeps its size.
/// @pre demand >= 0, people >= 0
[[nodiscard]] models::Scenario scaled(models::Scenario scenario, double demand, double people);

/// Measured for so many years.
[[nodiscard]] models::Scenario over_years(models::Scenario scenario, double years);

}  // namespace ficap::bench
