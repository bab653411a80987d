#pragma once

#include <cstdint>

namespace ficap::bench {

/// A line in front of a pool of servers; rates per hour.
struct QueueRates {
  double arrival{};
  double service{1.0};
  double abandonment{0.0};  ///< of one who waits; 0: nobody abandons
  int servers{1};
};

/// W1: one server at 0.9.
inline constexpr QueueRates mm1{.arrival = 0.9};

/// W2: fifty servers at 1.0, and patience for two services.
inline constexpr QueueRates erlang_a{.arrival = 50.0, .abandonment = 0.5, .servers = 50};

/// What a queue told about itself, so that a fast wrong answer is seen as wrong.
struct QueueResult {
  std::int64_t customers{};
  double mean_wait{};     ///< hours, of those who were served
  double mean_waiting{};  ///< customers in line, averaged over time
  double share_abandoned{};
};

/// On the engine: numbers by address, events and lines of the library, waits and the line
/// tallied.
/// @param backlog of the customers, how many arrive at the start
/// @pre customers > backlog, backlog >= 0
[[nodiscard]] QueueResult queue(const QueueRates& rates,
                                std::int64_t customers,
                                std::uint64_t seed,
                                std::int64_t backlog = 0);

}  // namespace ficap::bench
