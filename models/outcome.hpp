#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/accounts.hpp"
#include "models/counters.hpp"
#include "models/months.hpp"
#include "sim/expects.hpp"

namespace ficap::models {

/// The ids by which results are cut, for each dimension in the order in which they are reported.
using DimensionIds = std::array<std::vector<std::string>, dimension_count>;

/// Where each counter, and each cut of it, stands in a flat row of numbers.
class Layout {
 public:
  explicit Layout(const DimensionIds& ids);

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] std::size_t total(Counter counter) const noexcept {
    return totals_[index_of(counter)];
  }
  /// @pre dimensions_of(counter).contains(dimension), id < number of ids of that dimension
  [[nodiscard]] std::size_t cut(Counter counter, Dimension dimension, std::size_t id) const {
    const std::size_t first = cuts_[index_of(counter)][static_cast<std::size_t>(dimension)];
    FICAP_EXPECTS(first != 0 && id < widths_[static_cast<std::size_t>(dimension)]);
    return first + id;
  }
  [[nodiscard]] std::size_t width(Dimension dimension) const noexcept {
    return widths_[static_cast<std::size_t>(dimension)];
  }

 private:
  [[nodiscard]] static constexpr std::size_t index_of(Counter counter) noexcept {
    return static_cast<std::size_t>(counter);
  }
  std::array<std::size_t, counter_count> totals_{};
  std::array<std::array<std::size_t, dimension_count>, counter_count> cuts_{};  // 0: not kept
  std::array<std::size_t, dimension_count> widths_{};
  std::size_t size_{0};
};

/// What one possible future came to.
struct Outcome {
  std::vector<std::int64_t> values;  ///< by Layout
  std::vector<MonthRow> months;      ///< plan.years x 12 rows
  /// Discretionary work in the twelve months before the period; nothing where the run began less
  /// than two years before it. The other columns are 0.
  std::optional<MonthRow> year_before{};
  Accounts accounts{};
  std::uint64_t events{};  ///< events handled, for benchmarks; not a result
  friend bool operator==(const Outcome& a, const Outcome& b) {
    return a.values == b.values && a.months == b.months && a.year_before == b.year_before &&
           a.accounts == b.accounts;
  }
};

}  // namespace ficap::models
