#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "models/counters.hpp"

namespace ficap::models {

/// One month of the measured period. Dated events, sums over the month, and month ends.
struct MonthRow {
  std::int64_t needs{};
  std::int64_t asked{};
  std::int64_t served{};
  std::int64_t backlog{};             ///< requests waiting for a start at the month's end
  std::int64_t belief_thousandths{};  ///< mean over teams, discretionary work, at the month's end
  std::int64_t cash_confiscation{};   ///< pence received
  std::int64_t cash_forfeiture{};     ///< pence received
  std::int64_t posts{};               ///< at the month's end
  std::int64_t people{};              ///< in post at the month's end
  std::int64_t fte_thousandths{};     ///< of FTE that does work at the month's end, present or not
  std::int64_t on_loan{};             ///< of the people, at the month's end
  std::int64_t agency{};              ///< people of an agency at the month's end
  std::int64_t leavers{};
  std::int64_t recruits_accredited{};
  std::int64_t contracted_ms{};
  std::int64_t worked_ms{};
  std::int64_t idle_ms{};
  std::int64_t away_ms{};
  std::int64_t training_ms{};
  std::int64_t overtime_ms{};
  std::int64_t agency_ms{};
  // Primary needs of discretionary work, each end in the month in which it came: of those that
  // nobody asks for, when their time is over. Statutory work is always asked for and hides what
  // trust does.
  std::int64_t discretionary_needs{};
  std::int64_t discretionary_asked{};
  std::int64_t discretionary_served{};
  std::int64_t discretionary_covered{};
  std::int64_t discretionary_unhelped{};     ///< declined or expired: what a record shows unmet
  std::int64_t discretionary_never_asked{};  ///< suppressed for good: what no record shows
  friend bool operator==(const MonthRow&, const MonthRow&) = default;
};

/// A column of the monthly series: what it is called, its unit, and how a whole number becomes one
/// of that unit.
struct MonthColumn {
  std::string_view name;
  std::string_view unit;  ///< as of measures
  std::string_view doc;
  std::int64_t MonthRow::*member;
  double scale{1.0};
};

/// All columns, in the order in which they are reported: one for each member of MonthRow.
[[nodiscard]] std::span<const MonthColumn> month_columns() noexcept;

/// A column that is what a counter of hours came to in the month.
struct HoursColumn {
  Counter counter;
  std::int64_t MonthRow::*member;
};
[[nodiscard]] std::span<const HoursColumn> hours_columns() noexcept;

}  // namespace ficap::models
