#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <ratio>
#include <string>
#include <string_view>

#include "sim/expects.hpp"

namespace ficap::sim {

/// The simulated clock. It has no now(): only an engine knows the simulated time, so
/// wall-clock time cannot leak into a model.
struct SimClock {
  using rep = std::int64_t;
  using period = std::milli;
  using duration = std::chrono::duration<rep, period>;
  using time_point = std::chrono::time_point<SimClock>;
  static constexpr bool is_steady = true;
};

/// A length of time in whole milliseconds: ties are exact and sums do not round.
using Duration = SimClock::duration;

/// An instant of simulated time; the model says what its zero is.
using Time = SimClock::time_point;

/// A length of time as a real number of hours, for formulas and for reading.
using Hours = std::chrono::duration<double, std::ratio<3600>>;

/// @pre `hours` is finite and at most 2.5e9 either way (285,000 years)
/// @returns the nearest whole millisecond, halves upwards
[[nodiscard]] inline Duration from_hours(double hours) {
  FICAP_EXPECTS(hours <= 2.5e9 && hours >= -2.5e9);  // refuses NaN; 9e15 ms has a bit to spare
  // Truncation and a correction rather than floor(), which the plainest x86-64 has to call.
  const double shifted = hours * 3'600'000.0 + 0.5;
  const auto truncated = static_cast<std::int64_t>(shifted);
  return Duration{truncated - (static_cast<double>(truncated) > shifted ? 1 : 0)};
}

[[nodiscard]] constexpr double to_hours(Duration duration) noexcept {
  return static_cast<double>(duration.count()) / 3'600'000.0;
}

[[nodiscard]] constexpr double to_days(Duration duration) noexcept {
  return static_cast<double>(duration.count()) / 86'400'000.0;
}

/// A day of the proleptic Gregorian calendar. Any combination of members can be held; only the
/// valid ones (is_valid) have a place on the line of days.
struct Date {
  int year{};
  unsigned month{};  ///< 1 to 12
  unsigned day{};    ///< 1 to the length of the month
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// Days of the week, counted from Monday as ISO 8601 does (less one).
enum class Weekday : std::uint8_t {
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday
};

[[nodiscard]] bool is_leap_year(int year) noexcept;

/// @returns 28 to 31; 0 for a month that does not exist
[[nodiscard]] unsigned days_in_month(int year, unsigned month) noexcept;

[[nodiscard]] bool is_valid(Date date) noexcept;

/// @pre is_valid(date)
/// @returns days since 1970-01-01, negative before it
[[nodiscard]] std::int64_t days_from_civil(Date date);

/// The inverse of days_from_civil.
/// @pre the year fits an int
[[nodiscard]] Date civil_from_days(std::int64_t days);

/// @param days since 1970-01-01, a Thursday
[[nodiscard]] Weekday weekday(std::int64_t days) noexcept;

/// @pre is_valid(date)
[[nodiscard]] Weekday weekday(Date date);

/// @returns the date written as "2026-04-01" (ISO 8601, four digits of year), or nothing where
///          the text is anything else or names a day that does not exist
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// @returns "2026-04-01"; years are padded to four digits
[[nodiscard]] std::string to_string(Date date);

}  // namespace ficap::sim
