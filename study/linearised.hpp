#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "models/measures.hpp"
#include "models/outcome.hpp"
#include "study/observe.hpp"

namespace ficap::study {

/// A quantity estimated from independent futures, and what each of them adds to its error. Means,
/// ratios and their differences all come to this, so one rule makes every interval.
struct Linearised {
  /// The mean, or the ratio of the sums; absent where undefined.
  std::optional<double> value{};
  /// One a future, in order, in the unit of the value. Their sum is 0 but for rounding; empty where
  /// the value is absent.
  std::vector<double> residuals;

  [[nodiscard]] std::size_t replications() const noexcept { return residuals.size(); }
  [[nodiscard]] double sum_of_squares() const noexcept;
  /// @returns the sample variance of a residual (divisor n - 1); absent with fewer than two
  [[nodiscard]] std::optional<double> variance() const;
  /// @returns the half-width of Student's interval with n - 1 degrees of freedom; absent with
  ///          fewer than two futures
  /// @pre 0 < confidence < 1
  [[nodiscard]] std::optional<double> half_width(double confidence = 0.95) const;
};

/// The mean over futures. Absent for none.
[[nodiscard]] Linearised linearised_mean(std::span<const double> values);

/// The ratio of the sums; residuals are (over - ratio x under) / mean(under). Absent where the sum
/// below is 0.
///
/// @pre both are of one length
/// Source: Law, Simulation Modeling and Analysis, 5th ed. (2015), 9.3; Cochran, Sampling
/// Techniques, 3rd ed. (1977), 2.11.
[[nodiscard]] Linearised linearised_ratio(std::span<const double> over,
                                          std::span<const double> under);

/// A reported measure, whole or one cut of it, in its unit.
///
/// @pre every outcome has the layout's size; `cut` as observe() wants it
[[nodiscard]] Linearised linearised(const models::Measure& measure,
                                    const models::Layout& layout,
                                    std::span<const models::Outcome> outcomes,
                                    std::optional<Cut> cut = std::nullopt);

/// `a` less `b` over the same futures: the residuals are subtracted future by future, so what both
/// have in common cancels. Absent where either is.
///
/// @pre of one length where both have a value
[[nodiscard]] Linearised difference(const Linearised& a, const Linearised& b);

}  // namespace ficap::study
