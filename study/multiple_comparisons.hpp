#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/measures.hpp"
#include "study/linearised.hpp"

namespace ficap::study {

/// The confidence of one of `statements` intervals that are to hold all together with confidence
/// `joint`, however they depend on one another (Bonferroni).
///
/// @pre 0 < joint < 1, statements > 0
[[nodiscard]] double one_of_many(double joint, std::size_t statements);

/// What may be said of a quantity in one scenario against the same quantity in another.
enum class Verdict : std::uint8_t {
  undefined,    ///< one of the two does not exist
  same,         ///< equal in every future
  lower,        ///< the interval of the difference lies below 0
  higher,       ///< it lies above 0
  cannot_tell,  ///< it holds 0, or there is none
};

/// A quantity less another, over the same futures.
struct PairedDifference {
  std::optional<double> value{};
  std::optional<double> half_width{};  ///< needs two futures
  Verdict verdict{Verdict::undefined};
  /// How many times as many independent futures would be needed to know the difference as well:
  /// (var a + var b) / var(a - b). Absent where the difference has no variance.
  std::optional<double> variance_reduction{};
};

/// What may be said of a difference.
///
/// @param apart      as difference() makes it
/// @param half_width of its interval; absent where there is none
[[nodiscard]] Verdict verdict_on(const Linearised& apart, std::optional<double> half_width);

/// @param confidence of this one interval, for all futures from Student's t
/// @pre of one length where both have a value, 0 < confidence < 1
[[nodiscard]] PairedDifference paired_difference(const Linearised& a,
                                                 const Linearised& b,
                                                 double confidence);

/// How many futures a search for the number needed looks through.
inline constexpr std::uint32_t most_futures_to_tell = 100'000;
/// How likely that number is to tell.
inline constexpr double chance_to_tell = 0.8;

/// The number of futures with which the interval would leave out 0 with a chance of
/// `chance_to_tell`, were the difference and its variance as they are estimated here: the least n
/// with (t(confidence) + t(chance)) sqrt(variance / n) <= |value|, both with n - 1 degrees of
/// freedom.
///
/// @returns nothing with fewer than two futures, without a difference, and where it would take more
///          than most_futures_to_tell
/// Source: Law, Simulation Modeling and Analysis, 5th ed. (2015), 10.2.
[[nodiscard]] std::optional<std::uint32_t> futures_to_tell(const Linearised& a,
                                                           const Linearised& b,
                                                           double confidence);

/// How far one system lies ahead of the best of the others: an interval that holds 0 or ends there.
struct AgainstBest {
  /// At most 0: minus this is how much worse than the best it may be. Absent where undefined.
  std::optional<double> at_least{};
  /// At least 0: by how much it may be ahead of all others.
  std::optional<double> at_most{};
  bool may_be_best{false};
};

/// Multiple comparisons with the best: intervals for each system's lead over the best of the
/// others, positive being better in the stated direction, all together of confidence `joint`. Each
/// system is compared with each other one future by future, so common random numbers narrow the
/// intervals; Bonferroni's inequality over the one-sided comparisons with the best makes them valid
/// whatever the correlations and variances are.
///
/// With the differences d_ij and one-sided half-widths w_ij (t at 1 - (1 - joint) / (k - 1)):
/// at_most_i = max(0, min_j d_ij + w_ij); those with min_j d_ij + w_ij >= 0 may be best; at_least_i
/// = min(0, min over those j of d_ij - w_ij), and 0 where i alone may be best.
///
/// @returns one for each system; those without a value are left out of the comparison. With one
///          future, or one system, anything may be best and there are no intervals.
/// @pre better is not neither; of one length where they have a value; 0 < joint < 1
/// Source: Hsu, Annals of Statistics 12 (1984), 1136; Clark & Yang, Proc. Winter Simulation
/// Conference (1986), 228 (Bonferroni with common random numbers).
[[nodiscard]] std::vector<AgainstBest> against_best(std::span<const Linearised> systems,
                                                    models::Better better,
                                                    double joint);

}  // namespace ficap::study
