#pragma once

#include <cstdint>

namespace ficap::bench::hand {

/// As bench::hold, on the heap alone: no events beside the keys.
/// @returns the clock after it all, in hours
[[nodiscard]] double hold(std::int64_t pending, std::int64_t holds, std::uint64_t seed);

}  // namespace ficap::bench::hand
