#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ficap::sim {

/// Counts of whole numbers in classes that widen with the number, for quantiles of a sample that
/// is not kept.
///
/// Numbers below 128 have a class each; every octave above is cut into 128 of equal width. So a
/// quantile is off by at most 1/256 of itself, and the memory depends on the range of the numbers
/// (512 bytes an octave), not on how many there are. Histogram is coarser, in fixed memory, and can
/// be merged.
class FineHistogram {
 public:
  void add(std::uint64_t number);

  [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

  /// @returns the p-quantile, linearly interpolated between neighbours (type 7), each at the middle
  ///          of its class; rounded to a whole number
  /// @pre count() > 0, 0 <= p <= 1
  [[nodiscard]] std::uint64_t quantile(double p) const;

  /// Keeps the memory.
  void clear() noexcept;

 private:
  static constexpr unsigned class_bits = 7;
  static constexpr std::size_t classes = std::size_t{1} << class_bits;

  [[nodiscard]] static std::uint64_t middle(std::size_t octave, std::size_t place) noexcept;
  /// @returns the number at this rank, from 0, in ascending order
  [[nodiscard]] std::uint64_t ranked(std::uint64_t rank) const;

  /// The first holds the numbers below 128, then each an octave.
  std::vector<std::array<std::uint32_t, classes>> octaves_;
  std::uint64_t count_{0};
};

}  // namespace ficap::sim
