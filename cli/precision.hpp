#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>

#include "cli/plan_options.hpp"
#include "cli/simulation.hpp"
#include "models/outcome.hpp"
#include "models/scenario.hpp"
#include "models/simulator.hpp"
#include "study/precision.hpp"

namespace ficap::cli {

/// Adds --precision.
void add_precision_option(boost::program_options::options_description& options);

/// @returns what stands after each --precision, in order; empty where none was given
[[nodiscard]] std::vector<std::string> precision_texts(
    const boost::program_options::variables_map& values);

/// @param ids of the scenario whose results are meant
/// @throws UsageError for the first text that asks for no precision
[[nodiscard]] std::vector<study::PrecisionGoal> precision_goals(
    const std::vector<std::string>& texts, const models::DimensionIds& ids);

/// @returns the most futures that a run may take to be precise: what --replications says, otherwise
///          ten times the scenario's number
[[nodiscard]] std::uint32_t most_for_precision(const PlanOptions& options,
                                               const models::Plan& plan);

/// Simulates a scenario until it is as precise as its goals want it, at most the plan's
/// replications. Progress tells of how many futures it is guessed to take.
[[nodiscard]] study::SideBySide run_until_precise(const std::vector<study::PrecisionGoal>& goals,
                                                  const models::Compiled& compiled,
                                                  study::StudyPlan plan,
                                                  Simulation& simulation,
                                                  const study::Archive& archive);

}  // namespace ficap::cli
