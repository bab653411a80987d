#pragma once

#include <array>
#include <cstdint>

/// W3: people with cases before four groups of servers, for ten years. Days are working days.
namespace ficap::bench {

/// Cases arrive at random, so many a day; a small priority goes first.
struct Source {
  double per_day{};
  std::uint32_t priority{};
  std::uint32_t skill{};
};
inline constexpr std::array<Source, 5> sources{
    {{2.0, 2, 0}, {1.4, 1, 1}, {1.0, 1, 2}, {0.7, 0, 3}, {0.4, 0, 0}}};

/// A delay, then work by a server of the pool, unless patience ends first; after it some are
/// closed. A variable is exponential, or lognormal with a coefficient of variation of 1. Means in
/// days.
struct Stage {
  double mean_delay{};
  bool lognormal_delay{};
  double mean_work{};
  bool lognormal_work{};
  double mean_patience{};
  double share_closed{};
};
inline constexpr std::array<Stage, 3> stages{{{3.0, false, 2.0, false, 60.0, 0.15},
                                              {30.0, true, 7.5, true, 120.0, 0.0},
                                              {21.0, false, 2.0, false, 90.0, 0.0}}};

/// Skill s is served by group s, then by group s - 1 (modulo 4).
inline constexpr std::uint32_t groups = 4;
inline constexpr int servers_a_group = 15;
inline constexpr double horizon_days = 3650.0;

/// How large: rates and servers times `load`, the horizon times `horizon`; `backlog` cases, as many
/// of each source, are there at the start without a delay before their first stage.
struct NetworkSize {
  int load{1};
  int servers{1};  ///< times the servers of the load
  int horizon{1};
  int backlog{0};
};

/// What a replication told about itself, so that a fast wrong answer is seen as wrong.
struct NetworkResult {
  std::int64_t arrivals{};
  std::int64_t done{};
  std::int64_t closed{};
  std::int64_t reneged{};
  std::int64_t events{};         ///< that happened; those cancelled are not among them
  double mean_wait{};            ///< days, over visits to the pool that were served
  double mean_time_in_system{};  ///< days, of those done
  double utilisation{};
  double mean_waiting{};       ///< cases, averaged over time
  double wait_ninth_decile{};  ///< days, from the histogram
  std::uint64_t trace{};       ///< a fold of every record of the trace
};

/// On the engine with everything on: trace, histograms, averages over time, a working-week
/// calendar, and every number at the address of its case, by inversion.
[[nodiscard]] NetworkResult network(const NetworkSize& size,
                                    std::uint64_t seed,
                                    std::uint32_t replication);

}  // namespace ficap::bench
