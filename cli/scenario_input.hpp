#pragma once

#include <optional>
#include <ostream>
#include <string>

#include "cli/options.hpp"
#include "io/read_scenario.hpp"

namespace ficap::cli {

/// @returns what messages call the scenario
[[nodiscard]] std::string name_of(const ScenarioArgument& argument);

/// Reads the scenario that a command is about, says all its problems on the side. What --set
/// changes of it stands behind its title.
///
/// @returns nothing where there is an error in it
/// @throws std::system_error where its file cannot be read
[[nodiscard]] std::optional<models::Scenario> read_scenario(const ScenarioArgument& argument,
                                                            std::ostream& err);
/// The same of a text that has been read from there.
[[nodiscard]] std::optional<models::Scenario> read_scenario(const ScenarioArgument& argument,
                                                            std::string text,
                                                            std::ostream& err);

}  // namespace ficap::cli
