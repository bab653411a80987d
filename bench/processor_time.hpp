#pragma once

#include <ctime>

namespace ficap::bench {

/// @returns how long processors have worked for this process, in seconds: what other programs on
///          the machine disturb less than a clock on the wall
[[nodiscard]] inline double processor_seconds() {
  return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

}  // namespace ficap::bench
