#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "study/linearised.hpp"
#include "study/measure_ref.hpp"
#include "study/sequential.hpp"
#include "study/simulate.hpp"

namespace ficap::study {

/// A measure and how precise its estimate is to be.
struct PrecisionGoal {
  MeasureRef measure;
  PrecisionTarget target;
};

/// What came of the wish to be precise.
struct PrecisionReached {
  std::vector<PrecisionGoal> goals;
  std::vector<Seen> seen;  ///< by the last look, one for each goal
  bool met{false};
  bool interrupted{false};       ///< whether the futures end between two looks
  std::uint32_t look{};          ///< which it was; the first is 1
  std::uint32_t replications{};  ///< on which it rests
  std::uint32_t most{};          ///< replications that were allowed
  double error{};            ///< probability that an interval of the last look was allowed to miss
  std::uint64_t expected{};  ///< replications that all goals would take; 0 where nobody can say
};

/// The quantities that a rule has targets for, in their order, over the first replications.
using Quantities = std::function<std::vector<Linearised>(std::size_t replications)>;

/// What a rule says of futures that are known, look by look as when they were simulated: a result
/// can be made again from its goals, the most that was allowed, and its futures.
///
/// @param replications that are known
/// @param family as in SequentialRule
/// @pre goals is not empty, most >= 1
[[nodiscard]] PrecisionReached precision_reached(std::vector<PrecisionGoal> goals,
                                                 std::uint32_t most,
                                                 std::uint32_t replications,
                                                 const Quantities& quantities,
                                                 std::size_t family = 1);

/// Simulates the replications of a plan, for any number of scenarios.
using SimulatePart = std::function<SideBySide(StudyPlan part)>;
/// The quantities that a rule has targets for, in their order, from what has been simulated so far.
using QuantitiesOf = std::function<std::vector<Linearised>(const SideBySide& so_far)>;

/// Simulates look by look, each going on where the one before it ended, until the rule is finished,
/// the study is stopped, or a replication fails.
///
/// @returns all replications from number 0, as one plan of that many would have brought them
[[nodiscard]] SideBySide simulate_until(SequentialRule& rule,
                                        std::uint64_t seed,
                                        const SimulatePart& simulate_part,
                                        const QuantitiesOf& quantities);

/// @returns the targets of the goals
[[nodiscard]] std::vector<PrecisionTarget> targets_of(const std::vector<PrecisionGoal>& goals);

/// The goals' measures over what one scenario's futures came to.
[[nodiscard]] std::vector<Linearised> quantities_of(const std::vector<PrecisionGoal>& goals,
                                                    const models::Layout& layout,
                                                    std::span<const models::Outcome> outcomes);

/// The same for one scenario's futures.
[[nodiscard]] PrecisionReached precision_reached(std::vector<PrecisionGoal> goals,
                                                 std::uint32_t most,
                                                 const models::Layout& layout,
                                                 std::span<const models::Outcome> outcomes);

}  // namespace ficap::study
