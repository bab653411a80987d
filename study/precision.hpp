#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "study/comparison.hpp"
#include "study/measure_ref.hpp"
#include "study/sequential.hpp"
#include "study/simulate.hpp"

namespace ficap::study {

/// A measure and how precise its estimate is to be.
struct PrecisionGoal {
  MeasureRef measure;
  PrecisionTarget target;
  /// Which option's difference from the base is to be precise, the base being number 0; where
  /// absent, the value in the one scenario there is.
  std::optional<std::size_t> option{};
};

/// What came of the wish to be precise.
struct PrecisionReached {
  std::vector<PrecisionGoal> goals;
  std::vector<TargetSeen> seen;  ///< by the last look, one for each goal
  bool met{false};
  bool interrupted{false};       ///< whether the futures end between two looks
  std::uint32_t look{};          ///< which it was; the first is 1
  std::uint32_t replications{};  ///< on which it rests
  std::uint32_t most{};          ///< replications that were allowed
  /// Probability that an interval of the last look was allowed to miss; that any one of them was,
  /// where they are of differences.
  double error{};
  std::uint64_t expected{};  ///< replications that all goals would take; 0 where nobody can say
};

/// @param goals for a value, each
/// @returns each of them in turn for the difference of every option
/// @pre options >= 1
[[nodiscard]] std::vector<PrecisionGoal> for_options(const std::vector<PrecisionGoal>& goals,
                                                     std::size_t options);

/// @returns the rule for these goals: values are precise each for itself, differences all together
/// @pre goals is not empty, most >= 1
[[nodiscard]] SequentialRule rule_for(const std::vector<PrecisionGoal>& goals, std::uint32_t most);

/// What the goals want to know, of all futures of the alternatives. A target in per cent is of the
/// value itself, and for a difference of the value in the base: 2 % of what was collected without
/// the option.
///
/// @param alternatives the base first, or the only one
/// @pre every goal's option is one of them; as many outcomes in each
[[nodiscard]] std::vector<Quantity> quantities_of(const std::vector<PrecisionGoal>& goals,
                                                  std::span<const Alternative> alternatives);

/// Simulates the replications of a plan, for any number of scenarios.
using SimulatePart = std::function<SideBySide(StudyPlan part)>;
/// The quantities that a rule has targets for, in their order, from what has been simulated so far.
using QuantitiesOf = std::function<std::vector<Quantity>(const SideBySide& so_far)>;

/// Simulates look by look, each going on where the one before it ended, until the rule is finished,
/// the study is stopped, or a replication fails.
///
/// @returns all replications from number 0, as one plan of that many would have brought them
[[nodiscard]] SideBySide simulate_until(SequentialRule& rule,
                                        std::uint64_t seed,
                                        const SimulatePart& simulate_part,
                                        const QuantitiesOf& quantities);

/// What the rule says of futures that are known, look by look as when they were simulated: a result
/// can be made again from its goals, the most that was allowed, and its futures.
///
/// @pre as rule_for() and quantities_of()
[[nodiscard]] PrecisionReached precision_reached(std::vector<PrecisionGoal> goals,
                                                 std::uint32_t most,
                                                 std::span<const Alternative> alternatives);

}  // namespace ficap::study
