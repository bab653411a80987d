#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/outcome.hpp"
#include "models/tables.hpp"
#include "sim/fine_histogram.hpp"

namespace ficap::models {

/// Which row of each dimension something belongs to; negative where it belongs to none.
struct Cut {
  std::array<std::int32_t, dimension_count> of{-1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

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
  void add(Counter counter, std::int64_t amount) {
    outcome_.values[rows_[static_cast<std::size_t>(counter)].total] += amount;
  }

  /// Sets a counter to the same in total and in every cut: a denominator, not a sum.
  void set(Counter counter, std::int64_t amount);

  [[nodiscard]] bool in_period(sim::Time t) const noexcept {
    return t >= tables_.period_start && t < tables_.period_end;
  }
  /// @returns the row of the month that `t` lies in, or nullptr outside the period
  [[nodiscard]] MonthRow* month_of(sim::Time t);
  /// @returns month_of(t), or in the year before the period the row of that
  [[nodiscard]] MonthRow* demand_of(sim::Time t);
  [[nodiscard]] MonthRow& month(std::size_t index) { return outcome_.months[index]; }

  /// Writes down what the hours came to since the last month was closed.
  /// @pre everybody's hours are settled
  void close_month(MonthRow& month);

  /// @returns the row of that team in that year of the plan
  [[nodiscard]] TeamYear& team(std::size_t year, StaffTeamId team) {
    return outcome_.accounts.teams[(year * tables_.role_of_team.size()) + team.value];
  }
  /// @returns the row of the year that `t` lies in, or nullptr outside the period
  [[nodiscard]] TeamYear* team_at(sim::Time t, StaffTeamId which);
  [[nodiscard]] OrganisationYear* organisation_at(sim::Time t, OrganisationId which);

  /// What a team's time came to, written down when it is settled: in the year that is not closed
  /// yet.
  void add_to_year(StaffTeamId which, std::int64_t TeamYear::*member, std::int64_t amount) {
    if (amount != 0) team(years_closed_, which).*member += amount;
  }
  /// A year of the plan is over.
  /// @pre everybody's hours are settled
  void close_year() noexcept { ++years_closed_; }

  /// One wait from asking to start, for its percentiles.
  void add_wait(const Cut& cut, std::int64_t ms);

  /// @returns the counters as they stand, by Layout
  [[nodiscard]] const std::vector<std::int64_t>& values() const noexcept { return outcome_.values; }

  /// Completes the outcome and hands it over.
  [[nodiscard]] Outcome take();

 private:
  void write_wait_percentiles();

  /// Where a counter's numbers stand: its total, and for each dimension by which it is kept the
  /// first of its ids.
  struct Row {
    std::uint32_t total{};
    std::uint32_t cuts{};  ///< how many dimensions
    struct Kept {
      std::uint32_t dimension;
      std::uint32_t first;
      std::uint32_t width;
    };
    std::array<Kept, dimension_count> kept{};
  };
  const Tables& tables_;
  const Layout& layout_;
  std::array<Row, counter_count> rows_{};
  Outcome outcome_;
  sim::FineHistogram waits_;
  std::array<std::vector<sim::FineHistogram>, dimension_count>
      waits_by_;  ///< where they are reported
  std::size_t last_month_{0};
  std::size_t years_closed_{0};
  MonthRow hours_so_far_;  ///< up to the last month closed; means something in its hours
};

}  // namespace ficap::models
