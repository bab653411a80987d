#pragma once

#include <string>

namespace ficap::report {

/// @returns a path as a shell takes it: quoted where a space or a sign would divide or change it
[[nodiscard]] std::string shell_word(const std::string& path);

}  // namespace ficap::report
