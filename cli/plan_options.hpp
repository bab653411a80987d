#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>

#include "models/scenario.hpp"
#include "study/plan.hpp"

namespace ficap::cli {

/// Which futures a command simulates, and how. Only the first two say what comes out.
struct PlanOptions {
  std::optional<std::uint32_t> replications;  ///< the scenario's if absent
  std::optional<std::uint64_t> seed;          ///< the scenario's if absent
  std::size_t threads{1};
  bool force{false};   ///< overwrite files that exist
  bool quiet{false};   ///< neither progress nor tables
  bool resume{false};  ///< go on from what an earlier run has kept
};

/// Most replications that a command takes.
inline constexpr std::uint64_t most_replications = std::uint64_t{1} << 24U;

/// Adds --replications, --seed and --threads.
void add_plan_options(boost::program_options::options_description& options);
/// Adds --force and --quiet.
void add_manner_options(boost::program_options::options_description& options);

/// @throws UsageError where one of them is no number in its range
[[nodiscard]] PlanOptions plan_options(const boost::program_options::variables_map& values);

/// @returns the text after an option; empty where it was not given
/// @throws UsageError where it was given without a text
[[nodiscard]] std::string text_of(const boost::program_options::variables_map& values,
                                  const char* option);

/// The scenario's plan with what the command line says instead.
[[nodiscard]] study::StudyPlan plan_of(const PlanOptions& options, const models::Plan& plan);

}  // namespace ficap::cli
