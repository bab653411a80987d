#pragma once

#include <cstddef>
#include <string>

namespace ficap::report {

/// Where a run's files are, as a user would type them; empty for what was not written or is not
/// there.
struct RunFiles {
  std::string scenario;
  std::string json{};
  std::string csv_folder{};
  std::string html{};
  std::string option{};  ///< a scenario that changes this one from its start
  std::size_t ranges{};  ///< numbers of the scenario that carry a range
};

/// @returns "Where to look next": the files that were written, and commands with these files' names
[[nodiscard]] std::string next_steps(const RunFiles& files);

}  // namespace ficap::report
