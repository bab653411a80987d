#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "study/executor.hpp"

namespace ficap::study {

/// How a study that is under way is watched and ended early. Both may be empty. Both are called by
/// every worker, possibly at the same time.
struct Watch {
  /// Asked before each point, and by simulations under way every few thousand events; true begins
  /// no more points, and those that have begun end unfinished where they can.
  std::function<bool()> should_stop;
  /// Told after each point how many have finished.
  std::function<void(std::uint32_t finished)> on_finished;
};

/// A point of a design that could not be worked out.
struct PointFailure {
  std::size_t point{};
  std::string what;
};

/// How far the points of a design were worked out.
struct PointsDone {
  std::size_t finished{};  ///< points 0 to finished - 1 are done
  bool interrupted{false};
  std::vector<PointFailure> failures;
};

/// Calls work(worker, point) for the points 0, 1, 2, ..., divided among workers. Each call writes
/// what belongs to its point and nothing else, so the number of workers changes nothing. A point
/// that throws ends the study as a stop does; one that throws models::Stopped is not finished.
///
/// @pre points <= 2^31
[[nodiscard]] PointsDone for_each_point(
    std::size_t points,
    const std::function<void(std::size_t worker, std::size_t point)>& work,
    const Executor& executor,
    const Watch& watch = {});

}  // namespace ficap::study
