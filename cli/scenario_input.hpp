#pragma once

#include <optional>
#include <ostream>

#include "cli/options.hpp"
#include "io/read_scenario.hpp"

namespace ficap::cli {

/// Reads the scenario that a command is about, says all its problems on the side.
///
/// @returns nothing where there is an error in it
/// @throws std::system_error where its file cannot be read
[[nodiscard]] std::optional<models::Scenario> read_scenario(const ScenarioArgument& argument,
                                                            std::ostream& err);

}  // namespace ficap::cli
