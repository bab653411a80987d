#pragma once

#include <cstdint>
#include <limits>

#include "sim/expects.hpp"

namespace ficap::sim {

/// Summary of observations without keeping them.
///
/// Source: Welford, Technometrics 4 (1962); merging: Chan, Golub & LeVeque, The American
/// Statistician 37 (1983).
class Tally {
 public:
  void add(double x) noexcept {
    ++count_;
    const double away = x - mean_;
    mean_ += away / static_cast<double>(count_);
    squares_ += away * (x - mean_);
    if (x < min_) min_ = x;
    if (x > max_) max_ = x;
  }

  /// Takes in the observations of another. The result depends on the order of merging in its last
  /// bits, so merge in a fixed order.
  void merge(const Tally& other) noexcept {
    if (other.count_ == 0) return;
    const auto total = static_cast<double>(count_ + other.count_);
    const double share = static_cast<double>(other.count_) / total;
    const double away = other.mean_ - mean_;
    squares_ += other.squares_ + away * away * share * static_cast<double>(count_);
    mean_ += away * share;
    count_ += other.count_;
    if (other.min_ < min_) min_ = other.min_;
    if (other.max_ > max_) max_ = other.max_;
  }

  [[nodiscard]] std::int64_t count() const noexcept { return count_; }

  /// @pre count() > 0
  [[nodiscard]] double mean() const {
    FICAP_EXPECTS(count_ > 0);
    return mean_;
  }

  /// @returns the unbiased sample variance (divisor count - 1)
  /// @pre count() > 1
  [[nodiscard]] double variance() const {
    FICAP_EXPECTS(count_ > 1);
    return squares_ / static_cast<double>(count_ - 1);
  }

  /// @returns infinity for no observations
  [[nodiscard]] double min() const noexcept { return min_; }
  /// @returns -infinity for no observations
  [[nodiscard]] double max() const noexcept { return max_; }

  friend bool operator==(const Tally&, const Tally&) = default;

 private:
  std::int64_t count_{0};
  double mean_{0.0};
  double squares_{0.0};
  double min_{std::numeric_limits<double>::infinity()};
  double max_{-std::numeric_limits<double>::infinity()};
};

}  // namespace ficap::sim
