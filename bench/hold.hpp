#pragma once

#include <cstdint>

namespace ficap::bench {

/// The calendar alone. `holds` times: take the next of `pending` events and schedule another,
/// exponentially later.
/// @returns the clock at the end, in hours
[[nodiscard]] double hold(std::int64_t pending, std::int64_t holds, std::uint64_t seed);

}  // namespace ficap::bench
