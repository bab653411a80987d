#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "io/run_info.hpp"
#include "models/scenario.hpp"
#include "study/plan.hpp"
#include "study/warm_up.hpp"

namespace ficap::io {

/// How a scenario settled from nothing in hand, and how that was found.
struct WarmUpStudy {
  RunInfo run;                  ///< of warm_up_info()
  unsigned years{};             ///< that it was watched
  std::size_t stated_months{};  ///< of warm-up; 0 where the run begins with nothing in hand
  std::vector<study::Settling> series;
  std::vector<study::Unsettled> unsettled;  ///< at the stated warm-up
};

/// @param plan seed and finished replications
/// @param years that the scenario was watched
/// @returns what a study of the scenario's warm-up is cited by
[[nodiscard]] RunInfo warm_up_info(const models::Scenario& scenario,
                                   study::StudyPlan plan,
                                   unsigned years,
                                   std::string_view version);

/// One JSON document: `run`, which says how it was made; `stated_months`, and whether they are
/// `long_enough` (null where none are stated); for each of `series` the months after which it has
/// settled (null where nobody can tell), its means before (null where that is no time) and from
/// then on, whether it still moves after the stated warm-up, and its monthly values, pooled over
/// futures with the turn of the seasons taken out; and `scenario`, of which read_results() makes
/// the one that was watched.
[[nodiscard]] std::string warm_up_json(const WarmUpStudy& study);

/// Tidy CSV (RFC 4180, lines end in a line feed): a row for each series, with the figures of the
/// document above.
[[nodiscard]] std::string settling_csv(const WarmUpStudy& study);

/// The same for the monthly values: a row for each month, counted from 1, a column for each series.
[[nodiscard]] std::string monthly_csv(const WarmUpStudy& study);

}  // namespace ficap::io
