#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/outcome.hpp"
#include "models/tables.hpp"

namespace ficap::models {

/// Which row of each dimension something belongs to; negative where it belongs to none.
struct Cut {
  std::array<std::int32_t, dimension_count> of{-1, -1, -1, -1, -1, -1, -1};

  template <class Index>
  Cut& set(Dimension dimension, Index index) noexcept {
    of[static_cast<std::size_t>(dimension)] = static_cast<std::int32_t>(index);
    return *this;
  }
};

/// Writes down what one future comes to: counters with their cuts, months, waits.
class Ledger {
 public:
  explicit Ledger(const Tables& tables);

  void begin();
  void add(Counter counter, const Cut& cut, std::int64_t amount);
  void add(Counter counter, std::int64_t amount);

  [[nodiscard]] bool in_period(sim::Time t) const noexcept {
    return t >= tables_.period_start && t < tables_.period_end;
  }
  /// @returns the row of the month that `t` lies in, or nullptr outside the period
  [[nodiscard]] MonthRow* month_of(sim::Time t);
  [[nodiscard]] MonthRow& month(std::size_t index) { return outcome_.months[index]; }

  /// One wait from asking to start, for its percentiles.
  void add_wait(const Cut& cut, std::int64_t ms);

  /// Completes the outcome and hands it over.
  [[nodiscard]] Outcome take();

 private:
  void write_wait_percentiles();

  struct Wait {
    std::int64_t ms{};
    Cut cut;
  };
  const Tables& tables_;
  const Layout& layout_;
  Outcome outcome_;
  std::vector<Wait> waits_;
  std::size_t last_month_{0};
};

/// The p-quantile of a sorted sample, linearly interpolated (type 7), rounded to whole units.
///
/// @pre not empty, sorted ascending, 0 <= p <= 1
[[nodiscard]] std::int64_t quantile_type_7(const std::vector<std::int64_t>& sorted, double p);

}  // namespace ficap::models
