#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "sim/expects.hpp"

namespace ficap::sim {

/// How often each size of a whole number occurred, to about three per cent of the number, in fixed
/// memory: below 32 every number has its own bin, above it each doubling has 32 of equal width.
///
/// Merging is exact and its order does not matter.
class Histogram {
 public:
  static constexpr unsigned precision_bits = 5;

  /// @pre value >= 0
  void add(std::int64_t value) {
    FICAP_EXPECTS(value >= 0);
    ++counts_[bin_of(static_cast<std::uint64_t>(value))];
    ++count_;
  }

  void merge(const Histogram& other) noexcept {
    for (std::size_t bin = 0; bin < bins; ++bin)
      counts_[bin] += other.counts_[bin];
    count_ += other.count_;
  }

  [[nodiscard]] std::int64_t count() const noexcept { return count_; }

  /// @returns how many were in the bin that `value` falls in
  /// @pre value >= 0
  [[nodiscard]] std::int64_t count_near(std::int64_t value) const {
    FICAP_EXPECTS(value >= 0);
    return counts_[bin_of(static_cast<std::uint64_t>(value))];
  }

  /// The smallest number that at least a share p of the observations do not exceed, rounded up to
  /// the last of its bin: at most 1/32 too large.
  /// @pre count() > 0, 0 <= p <= 1
  [[nodiscard]] std::int64_t quantile(double p) const {
    FICAP_EXPECTS(count_ > 0 && p >= 0.0 && p <= 1.0);
    std::int64_t so_far = 0;
    std::size_t bin = 0;
    for (;; ++bin) {
      so_far += counts_[bin];
      const bool enough = static_cast<double>(so_far) >= p * static_cast<double>(count_);
      if (so_far == count_ || (so_far > 0 && enough)) return last_of(bin);
    }
  }

  friend bool operator==(const Histogram&, const Histogram&) = default;

 private:
  static constexpr std::uint64_t per_doubling = std::uint64_t{1} << precision_bits;
  static constexpr std::size_t bins = (64 - precision_bits) * per_doubling;

  [[nodiscard]] static std::size_t bin_of(std::uint64_t value) noexcept {
    if (value < per_doubling) return value;
    const unsigned doubling = 63U - static_cast<unsigned>(__builtin_clzll(value)) - precision_bits;
    return doubling * per_doubling + (value >> doubling);
  }
  [[nodiscard]] static std::int64_t last_of(std::size_t bin) noexcept {
    if (bin < per_doubling) return static_cast<std::int64_t>(bin);
    const std::size_t doubling = bin / per_doubling - 1;
    const std::uint64_t first = (bin - doubling * per_doubling) << doubling;
    return static_cast<std::int64_t>(first + (std::uint64_t{1} << doubling) - 1);
  }

  std::array<std::int64_t, bins> counts_{};
  std::int64_t count_{0};
};

}  // namespace ficap::sim
