#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace ficap::study {

/// Observations in a batch of MSER-5.
inline constexpr std::size_t mser_batch = 5;

/// Means of consecutive batches of five; what is left over at the end belongs to none.
[[nodiscard]] std::vector<double> batches_of_five(std::span<const double> series);

/// The marginal standard error, squared, of the mean of what is left after a cut: the sum of
/// squared distances from that mean, over the square of how many are left.
///
/// @pre cut < values.size()
[[nodiscard]] double mser_statistic(std::span<const double> values, std::size_t cut);

/// How many observations to leave out at the beginning of a series so that what follows looks
/// steady: the cut that makes the mean of the rest most certain, in whole batches, the first of
/// equals. Only cuts in the first half count.
///
/// @returns 0 for a series without a transient; nothing where the best cut is half the series,
///          since a later one might be better still, or where there are fewer than ten batches
/// Source: White, "An effective truncation heuristic for bias reduction in simulation output",
/// Simulation 69 (1997); White, Cobb and Spratt, Winter Simulation Conference (2000), for batches
/// of five.
[[nodiscard]] std::optional<std::size_t> mser5(std::span<const double> series);

}  // namespace ficap::study
