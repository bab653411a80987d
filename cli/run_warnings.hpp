#pragma once

#include <string>
#include <vector>

#include "cli/simulation.hpp"
#include "models/scenario.hpp"
#include "study/plan.hpp"

namespace ficap::cli {

/// @returns of the organisations with more work than hours the most loaded one, in a sentence
[[nodiscard]] std::vector<std::string> heaviest_load(const models::Setting& setting);

/// What a reader of a run must know that takes futures of its own: whether the warm-up is too
/// short, and whether the answer depends on where trust starts.
///
/// @param plan of the run
/// @returns a sentence for each; fewer where it was interrupted
[[nodiscard]] std::vector<std::string> findings_of(const models::Scenario& scenario,
                                                   study::StudyPlan plan,
                                                   Simulation& simulation);

}  // namespace ficap::cli
