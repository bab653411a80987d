#pragma once

#include <cstdint>

namespace ficap::bench {

/// What a queue told about itself, so that a fast wrong answer is seen as wrong.
struct QueueResult {
  std::int64_t customers{};
  double mean_wait{};     ///< hours, of those who were served
  double mean_waiting{};  ///< customers in line, averaged over time
  double share_abandoned{};
};

/// One server, arrivals 0.9 and service 1 per hour (W1 of performance).
[[nodiscard]] QueueResult single_server(std::int64_t customers, std::uint64_t seed);

/// Fifty servers, arrivals 50, service 1, abandonment 0.5 per hour (W2).
[[nodiscard]] QueueResult impatient_pool(std::int64_t customers, std::uint64_t seed);

/// `holds` times: take the next of `pending` events and schedule another, exponentially later.
/// @returns the clock at the end, in hours
[[nodiscard]] double hold(std::int64_t pending, std::int64_t holds, std::uint64_t seed);

}  // namespace ficap::bench
