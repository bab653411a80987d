#pragma once

#include <cstdint>

#include "bench/network.hpp"

namespace ficap::bench::hand {

/// W3 with the same statistics, trace and calendar, by a program that can do nothing else. Backlog
/// and servers beyond the load's are not its business.
[[nodiscard]] NetworkResult network(const NetworkSize& size, std::uint64_t seed);

}  // namespace ficap::bench::hand
