#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/people.hpp"
#include "sim/time.hpp"

namespace ficap::models {

/// When an office is open, day by day: turns working time into instants and back, exactly.
///
/// Time is local civil time without the clock changes of March and October: they fall on Sundays
/// at night, when no office of ours counts the hour.
///
/// All calls cost a few nanoseconds plus, for a long piece of work, one step a week of its length.
class WorkingTime {
 public:
  /// @param office     opening hours
  /// @param first_day  the day of Time{0}
  /// @param days       how many days to prepare; later instants are "beyond the end"
  /// @pre office.hours_by_weekday has seven numbers in [0, 24]
  WorkingTime(const OfficeHours& office, sim::Date first_day, std::int64_t days);

  /// An office that opens at other times from some day on.
  ///
  /// @param change  the first day, counted from `first_day`, of the hours `then`
  WorkingTime(const OfficeHours& office,
              const OfficeHours& then,
              std::int64_t change,
              sim::Date first_day,
              std::int64_t days);

  /// @returns open time in [Time{0}, t)
  [[nodiscard]] sim::Duration open_before(sim::Time t) const;

  /// @returns open time in [from, to); zero where from >= to
  [[nodiscard]] sim::Duration open_between(sim::Time from, sim::Time to) const;

  /// @returns the first instant by which `work` of open time has passed since `start`, or nothing
  ///          when that lies beyond the end
  [[nodiscard]] std::optional<sim::Time> after(sim::Time start, sim::Duration work) const;

  [[nodiscard]] bool is_open(sim::Time t) const;

  /// @returns the first instant at or after t at which the office is open; nothing beyond the end
  [[nodiscard]] std::optional<sim::Time> next_open(sim::Time t) const;

  /// @returns the instant at which it next closes; nothing beyond the end, or when it never closes
  [[nodiscard]] std::optional<sim::Time> next_close(sim::Time t) const;

  /// @returns the midnight after the `days`-th day on or after t's day on which it opens; where
  ///          there are not so many, the end of the days prepared
  [[nodiscard]] sim::Time end_of_days(sim::Time t, std::int64_t days) const;

  /// @returns whether it is open at every instant
  [[nodiscard]] bool never_closes() const noexcept { return never_closes_; }

 private:
  struct Day {
    std::int64_t open_before;  ///< ms of open time before this day
    std::int32_t opens;        ///< ms after midnight
    std::int32_t length;       ///< ms open on this day, contiguous
  };
  [[nodiscard]] std::int64_t day_of(sim::Time t) const noexcept;
  [[nodiscard]] bool is_last(std::int64_t day) const noexcept {
    return day + 1 >= static_cast<std::int64_t>(days_.size());
  }
  [[nodiscard]] const Day& at(std::int64_t day) const noexcept {
    return days_[static_cast<std::size_t>(day)];
  }

  std::vector<Day> days_;  // one more than asked for: the last is never open
  bool never_closes_{true};
};

}  // namespace ficap::models
