#pragma once

#include "models/simulator.hpp"
#include "study/replicate.hpp"

namespace ficap::study {

/// Runs the replications of a plan for a scenario; each worker has a simulator of its own.
///
/// @pre plan.replications <= 2^24
[[nodiscard]] Replications simulate(const models::Compiled& compiled,
                                    StudyPlan plan,
                                    const Executor& executor,
                                    const Watch& watch = {});

}  // namespace ficap::study
