#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
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
///
/// @param of what is to be precise, e.g. "of a measure"
/// @param whole what a width in per cent is of, e.g. "of the estimate"
void add_precision_option(boost::program_options::options_description& options,
                          const std::string& of,
                          const std::string& whole);

/// @returns what stands after each --precision, in order; empty where none was given
[[nodiscard]] std::vector<std::string> precision_texts(
    const boost::program_options::variables_map& values);

/// @param ids of the scenario whose results are meant
/// @throws UsageError for the first text that asks for no precision
[[nodiscard]] std::vector<study::PrecisionGoal> precision_goals(
    const std::vector<std::string>& texts, const models::DimensionIds& ids);

/// @param scenarios that go through each future
/// @returns the most futures that a command may take to be precise: what --replications says,
///          otherwise ten times the scenario's number
[[nodiscard]] std::uint32_t most_for_precision(const PlanOptions& options,
                                               const models::Plan& plan,
                                               std::size_t scenarios = 1);

/// Simulates scenarios in the same futures until they are as precise as the goals want it, at most
/// the plan's replications. Progress tells of how many futures it is guessed to take.
[[nodiscard]] study::SideBySide run_until_precise(
    const std::vector<study::PrecisionGoal>& goals,
    std::span<const models::Compiled* const> scenarios,
    study::StudyPlan plan,
    Simulation& simulation,
    const study::Archive& archive);

}  // namespace ficap::cli
