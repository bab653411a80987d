#pragma once

#include <fstream>
#include <sstream>
#include <string>

namespace ficap::bench {

/// @returns the most memory that this process has held, in MiB; 0 where the system does not say.
///          Not of getrusage, which counts what the parent held before the program was loaded.
[[nodiscard]] inline double peak_mebibytes() {
  std::ifstream status{"/proc/self/status"};
  for (std::string line; std::getline(status, line);) {
    std::istringstream words{line};
    std::string name;
    double kibibytes = 0.0;
    if (words >> name >> kibibytes && name == "VmHWM:") return kibibytes / 1024.0;
  }
  return 0.0;
}

}  // namespace ficap::bench
