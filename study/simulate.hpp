#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/simulator.hpp"
#include "study/replicate.hpp"

namespace ficap::study {

/// Outcomes that are known already. A study that goes on where another stopped asks here before it
/// simulates, and hands in what it has worked out. Both may be empty. Both are called by every
/// worker, possibly at the same time.
struct Archive {
  std::function<std::optional<models::Outcome>(std::size_t scenario, std::uint32_t replication)>
      find;
  std::function<void(
      std::size_t scenario, std::uint32_t replication, const models::Outcome& outcome)>
      keep;
};

/// A scenario that could not be simulated in one future.
struct FailureOf {
  std::size_t scenario{};
  std::uint32_t replication{};
  std::string what;
  friend bool operator==(const FailureOf&, const FailureOf&) = default;
};

/// What came of several scenarios in the same possible futures.
struct SideBySide {
  /// For each scenario the outcomes of the plan's replications in order, up to the first that is
  /// missing for any of them: all are of one length.
  std::vector<std::vector<models::Outcome>> outcomes;
  /// Whether the study was stopped before all replications of its plan had begun.
  bool interrupted{false};
  std::vector<FailureOf> failures;

  /// @returns the futures that every scenario has finished
  [[nodiscard]] std::size_t replications() const noexcept {
    return outcomes.empty() ? 0 : outcomes.front().size();
  }
};

/// Adds what came of a plan that goes on where that of `all` ended; `all` may be empty.
///
/// @pre both are of the same scenarios where neither is empty
void append(SideBySide& all, SideBySide rest);

/// Runs the replications of a plan for several scenarios, one possible future after another, each
/// through all of them: a study that is stopped has compared like with like. Each worker has a
/// simulator of its own for each. `watch` counts single simulations: scenarios x replications. A
/// simulation under way when the study is stopped ends unfinished, unless a later one is finished.
///
/// @pre scenarios is not empty, scenarios x (plan.first + plan.replications) <= 2^24
[[nodiscard]] SideBySide simulate(std::span<const models::Compiled* const> scenarios,
                                  StudyPlan plan,
                                  const Executor& executor,
                                  const Watch& watch = {},
                                  const Archive& archive = {});

}  // namespace ficap::study
