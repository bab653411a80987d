#pragma once

#include <span>
#include <vector>

#include "cli/simulation.hpp"
#include "models/scenario.hpp"
#include "models/simulator.hpp"
#include "study/measure_ref.hpp"
#include "study/plan.hpp"

namespace ficap::cli {

/// @returns who says, after the first futures of a run, how close two such scenarios may be to be
///          told apart by all of them: in the first of the measures that planners decide by
/// @param scenario, compiled outlive it
[[nodiscard]] Foretell foretell_run(const models::Scenario& scenario,
                                    const models::Compiled& compiled,
                                    study::StudyPlan plan);

/// @returns the same for a comparison: which differences from the base it will show in the first
///          of its measures, by the option whose difference varies most
/// @param base of the scenarios; all outlive it
[[nodiscard]] Foretell foretell_comparison(const models::Scenario& base,
                                           std::span<const models::Compiled* const> scenarios,
                                           const std::vector<study::MeasureRef>& measures,
                                           study::StudyPlan plan);

}  // namespace ficap::cli
