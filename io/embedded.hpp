#pragma once

#include <optional>
#include <string>

namespace ficap::io {

/// @param name relative to scenarios/, e.g. "west-midlands.json", "oracles/mm1.json"
/// @returns the text of a scenario that is part of the program, nothing for any other name: the
///          baseline and the oracles are (io/CMakeLists.txt)
[[nodiscard]] std::optional<std::string> embedded_scenario(const std::string& name);

}  // namespace ficap::io
