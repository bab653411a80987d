#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/scenario.hpp"
#include "models/uncertain_numbers.hpp"
#include "study/experiment.hpp"
#include "study/multiple_comparisons.hpp"
#include "study/points.hpp"

namespace ficap::study {

/// A number that was put to the low and to the high of its range, all others being as stated.
struct MovedNumber {
  std::size_t number{};  ///< its place among the experiment's numbers
  /// By measure: there less as stated, over the same futures, each interval of 95 % by itself.
  std::vector<PairedDifference> at_low;
  std::vector<PairedDifference> at_high;
};

/// What each of some numbers does to each measure by itself.
struct OneAtATime {
  std::uint64_t seed{};
  std::uint32_t futures{};  ///< of each end, and of the scenario as it is stated: the same ones
  std::vector<MeasureRef> measures;
  std::vector<std::optional<double>> as_stated;  ///< by measure
  std::vector<MovedNumber> moved;                ///< in the order of the experiment's numbers
  bool interrupted{false};
  std::vector<PointFailure> failures;
};

/// @returns the simulations that it takes to move so many numbers
[[nodiscard]] constexpr std::uint64_t simulations_one_at_a_time(std::size_t numbers,
                                                                std::uint32_t futures) noexcept {
  return (2 * std::uint64_t{numbers} + 1) * futures;
}

/// Puts each number by itself to the low and to the high of its range, in futures 0 to futures - 1
/// of the experiment's seed, so that what both ends and the scenario as stated have in common
/// cancels. A mean whose field does not reach an end of its range is put a thousandth of the range
/// within. Nothing is to be had of one that was interrupted or failed.
///
/// @param numbers places in experiment.numbers()
/// @param watch   counts ends, and the scenario as it is stated as one more
/// @pre futures >= 2, (2 x numbers + 1) x futures <= 2^24
[[nodiscard]] OneAtATime one_at_a_time(const Experiment& experiment,
                                       std::span<const std::size_t> numbers,
                                       std::uint32_t futures,
                                       const Executor& executor,
                                       const Watch& watch = {});

/// @returns whether a number is of grade C: judgement
[[nodiscard]] bool is_judged(const models::UncertainNumber& number);

/// The measures that numbers are ranked by where nobody names others: the unmet share of need (of
/// discretionary work where there is any), and assets collected.
[[nodiscard]] std::vector<MeasureRef> measures_to_rank_by(const models::Setting& setting);

/// @returns the larger of a number's two effects on a measure, of those that can be told apart from
///          nothing; 0 where neither can
[[nodiscard]] double effect_that_shows(const MovedNumber& moved, std::size_t measure);

/// Places in OneAtATime::moved, each once.
struct RankedNumbers {
  std::vector<std::size_t> matter;       ///< an effect can be told apart; the largest first
  std::vector<std::size_t> cannot_tell;  ///< in the order of the numbers, as are the last
  std::vector<std::size_t> nothing;      ///< every measure is the same in every future
};

/// @returns the numbers by what they do to one measure
[[nodiscard]] RankedNumbers ranked_by(const OneAtATime& study, std::size_t measure);

/// @returns the numbers by what they do to the measure that they move most, each effect as a share
///          of the largest that any number has on that measure
[[nodiscard]] RankedNumbers ranked_by_all(const OneAtATime& study);

}  // namespace ficap::study
