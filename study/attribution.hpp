#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/scenario.hpp"
#include "study/comparison.hpp"
#include "study/linearised.hpp"
#include "study/measure_ref.hpp"
#include "study/multiple_comparisons.hpp"

namespace ficap::study {

/// Which levers stand as in the option, and not as in the base: bit j is lever j. World 0 is the
/// base, the last world is the option.
using World = std::uint32_t;

/// More levers than this are too many worlds, and too many to read.
inline constexpr std::size_t most_levers = 6;

[[nodiscard]] constexpr std::size_t worlds_of(std::size_t levers) noexcept {
  return std::size_t{1} << levers;
}
[[nodiscard]] constexpr bool is_on(World world, std::size_t lever) noexcept {
  return ((world >> lever) & 1U) != 0U;
}

/// The difference between the last world and the first, shared out among k levers: the term of a
/// lever is what switching it changes, as a mean over all orders in which the levers could be
/// switched one after the other,
///
///   term(j) = sum over sets S of the other levers of |S|! (k - |S| - 1)! / k! (v(S and j) - v(S)).
///
/// Terms are linear in the worlds, and so are their residuals: each has Student's interval. They
/// add up to the difference, up to the rounding of binary fractions.
///
/// @param worlds the quantity in each world, by its number, over the same futures
/// @returns a term for each lever; all absent where any world's quantity is
/// @pre 2^k worlds, 1 <= k <= most_levers, of one length where they have a value
/// Source: Shapley, A value for n-person games, Contributions to the Theory of Games II (1953),
/// 307.
[[nodiscard]] std::vector<Linearised> shapley(std::span<const Linearised> worlds);

/// A part of a difference, or the whole.
struct Term {
  std::optional<double> value{};
  std::optional<double> half_width{};  ///< needs two futures
  Verdict verdict{Verdict::undefined};
};

/// A measure in one world, alone.
struct WorldValue {
  std::optional<double> value{};
  std::optional<double> half_width{};  ///< of the 95 % interval of this value alone
};

struct MeasureAttribution {
  MeasureRef measure;  ///< its cut as in the base
  std::vector<WorldValue> worlds;
  std::vector<Term> terms;  ///< one for each lever
  /// Option less base. Where there are terms it is their sum, added in their order, to the bit.
  Term total;
};

/// What an option changes, shared out among levers. All terms and totals lie in their intervals
/// together with confidence `confidence`.
struct Attribution {
  std::size_t replications{};
  std::size_t levers{};
  double confidence{};
  std::vector<MeasureAttribution> measures;
};

/// Attributes.
///
/// @param worlds by their numbers, all in the same futures
/// @pre 2^k worlds, 1 <= k <= most_levers, with as many outcomes each; at least one measure;
///      0 < confidence < 1
[[nodiscard]] Attribution attribute(std::span<const Alternative> worlds,
                                    std::span<const MeasureRef> measures,
                                    double confidence = 0.95);

/// What is attributed where nobody names a measure: assets collected, unmet need (of discretionary
/// work where there is any) and early engagement.
[[nodiscard]] std::vector<MeasureRef> attributed_measures(const models::Setting& setting);

}  // namespace ficap::study
