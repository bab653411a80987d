#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "models/outcome.hpp"
#include "study/executor.hpp"
#include "study/plan.hpp"
#include "study/points.hpp"

namespace ficap::study {

/// Simulates one possible future: what it returns is a function of seed and replication alone. The
/// number of the worker says whose memory may be used again; calls of one worker never overlap.
using Simulate = std::function<models::Outcome(
    std::size_t worker, std::uint64_t seed, std::uint32_t replication)>;

/// A replication that threw: its number, and with the seed of the plan all that is needed to
/// repeat it.
struct Failure {
  std::uint32_t replication{};
  std::string what;
  friend bool operator==(const Failure&, const Failure&) = default;
};

/// What came of a plan.
struct Replications {
  /// Outcomes of the plan's replications, in order, up to the first that is missing.
  std::vector<models::Outcome> outcomes;
  /// Whether the study was stopped before all replications of its plan had begun.
  bool interrupted{false};
  /// In the order of their numbers. A failure ends the study as a stop does.
  std::vector<Failure> failures;
};

/// Runs the replications of a plan. Each writes a slot of its own, whichever worker runs it, so the
/// number of workers changes nothing in what is returned.
///
/// @pre plan.first + plan.replications <= 2^24
[[nodiscard]] Replications replicate(const Simulate& simulate,
                                     StudyPlan plan,
                                     const Executor& executor,
                                     const Watch& watch = {});

}  // namespace ficap::study
