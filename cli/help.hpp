#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace ficap::cli {

/// What the program does, beginning with examples.
[[nodiscard]] std::string help(const std::vector<Command>& commands);

/// What a command does, beginning with examples.
[[nodiscard]] std::string help(const Command& command);

}  // namespace ficap::cli
