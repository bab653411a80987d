#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "study/linearised.hpp"

namespace ficap::study {

/// What independent futures say about one quantity. Absent where undefined.
struct Estimate {
  std::optional<double> mean{};        ///< a ratio's: of the summed counts, not the mean of ratios
  std::optional<double> half_width{};  ///< of the 95 % interval for chance; needs two futures
  std::optional<double> sd{};          ///< between single futures; needs two of them
  std::optional<double> p10{};         ///< of single futures, type 7
  std::optional<double> p90{};         ///< of single futures, type 7
  std::size_t replications{};          ///< futures in which the quantity is defined
  friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// Type-7 quantile: linear between order statistics, the p-th of the way from the least to the
/// greatest.
///
/// Source: Hyndman & Fan, The American Statistician 50 (1996), definition 7.
/// @pre ascending is sorted and not empty, 0 <= p <= 1
[[nodiscard]] double quantile(std::span<const double> ascending, double p);

/// Turns the values of one quantity in each of a number of independent futures into estimates.
class Estimator {
 public:
  /// @param replications length of every series handed in later
  explicit Estimator(std::size_t replications);

  /// The mean over futures, with Student's t interval.
  [[nodiscard]] Estimate mean(std::span<const double> values) const;

  /// The ratio of summed counts, with the delta method's interval: that of its linearised
  /// residuals, with Student's t. Undefined where nothing stands under.
  [[nodiscard]] Estimate ratio(std::span<const double> over, std::span<const double> under) const;

 private:
  [[nodiscard]] std::optional<double> half_width(const Linearised& quantity) const;

  std::size_t replications_;
  double t_;  // Student's t for 95 %, 0 where it has no degree of freedom
};

/// The same in another unit, `scale` of which make one.
/// @pre scale > 0
[[nodiscard]] Estimate scaled(const Estimate& estimate, double scale);

}  // namespace ficap::study
