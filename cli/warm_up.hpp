#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/simulation.hpp"
#include "io/write_warm_up.hpp"
#include "models/scenario.hpp"
#include "study/plan.hpp"
#include "study/warm_up.hpp"

namespace ficap::cli {

/// @returns whole months of the stated warm-up; 0 where the run begins with nothing in hand
[[nodiscard]] std::size_t warm_up_months(const models::Setting& setting);

/// Watches a scenario from nothing in hand.
///
/// @param version that the result is to state
/// @returns what came of it; nothing when not one future was finished, or when one failed, which
///          has been said on the side
[[nodiscard]] std::optional<io::WarmUpStudy> watch_settling(const models::Scenario& scenario,
                                                            study::StudyPlan plan,
                                                            unsigned years,
                                                            std::string_view version,
                                                            Simulation& simulation,
                                                            std::ostream& err);

/// A cheap check beside a run: watches a few futures of the scenario from nothing in hand.
///
/// @param plan of the run; a twentieth of its futures is watched, at least 5 and at most 20
/// @returns the series for which the stated warm-up is too short; none where there is no warm-up,
///          where the run has fewer than 20 futures, or when interrupted
[[nodiscard]] std::vector<study::Unsettled> check_warm_up(const models::Scenario& scenario,
                                                          study::StudyPlan plan,
                                                          Simulation& simulation);

}  // namespace ficap::cli
