#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ficap::study {

/// The design behind Sobol's indices: two independent samples A and B of all inputs, and for each
/// group of inputs a copy of A with that group taken from B. A and B are Latin hypercubes.
///
/// Source: Saltelli and others, Computer Physics Communications 181 (2010), 259-270.
class SobolDesign {
 public:
  /// @param ids one for each input, stable and all different
  /// @param groups for each input the group it belongs to, from 0 to `group_count` - 1
  /// @param rows points of A, at least 2
  SobolDesign(std::uint64_t seed,
              std::span<const std::uint32_t> ids,
              std::vector<std::size_t> groups,
              std::size_t group_count,
              std::size_t rows);

  [[nodiscard]] std::uint64_t seed() const noexcept { return seed_; }
  [[nodiscard]] std::size_t groups() const noexcept { return group_count_; }
  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
  [[nodiscard]] std::size_t points() const noexcept { return rows_ * width(); }
  /// Points of one row: A, B, then one for each group.
  [[nodiscard]] std::size_t width() const noexcept { return group_count_ + 2; }
  [[nodiscard]] std::size_t row_of(std::size_t point) const noexcept { return point / width(); }

  /// @returns one place in (0, 1) for each input
  /// @pre point < points()
  [[nodiscard]] std::vector<double> place(std::size_t point) const;

 private:
  std::uint64_t seed_;
  std::size_t group_count_;
  std::size_t rows_;
  std::vector<std::size_t> groups_;
  std::vector<double> a_;
  std::vector<double> b_;
};

/// A part of a variance with its 95 % interval (percentiles of 500 samples drawn anew from the
/// rows). Small parts may come out a little below 0.
struct VariancePart {
  double value{};
  double low{};
  double high{};
};

/// What a group contributes to the variance of the expected output.
struct SobolIndex {
  VariancePart first;  ///< by itself: what would go if it were known
  VariancePart total;  ///< with all interactions: what would be left if all else were known
};

/// Sobol's indices of every group, from two independent futures at each point, the same two along
/// a row. Products are taken across the two, so that chance is in neither the parts nor the whole:
/// first order as in Saltelli 2010, total as in Jansen 1999.
///
/// @param one, other outputs at the design's points, in their order; the same twice where the
///        output has no chance in it
/// @returns one for each group; none where the outputs show no variance beyond chance
/// Source: Jansen, Computer Physics Communications 117 (1999), 35-43.
[[nodiscard]] std::vector<SobolIndex> sobol_indices(const SobolDesign& design,
                                                    std::span<const double> one,
                                                    std::span<const double> other);

}  // namespace ficap::study
