#pragma once

#include <compare>
#include <cstdint>

#include "sim/time.hpp"

namespace ficap::models {

/// Work to be done, in hours of one full-time investigator. Not elapsed time: three hours
/// of effort take a half-time investigator a day (docs/adr/0007).
struct Effort {
  double hours{};
  friend constexpr auto operator<=>(Effort, Effort) = default;
  friend constexpr Effort operator+(Effort a, Effort b) noexcept { return {a.hours + b.hours}; }
};

/// Full-time equivalents: the rate at which effort gets done, in effort hours per productive hour.
struct Fte {
  double value{1.0};
  friend constexpr auto operator<=>(Fte, Fte) = default;
};

/// @pre rate.value > 0
/// @returns working time, not calendar time: a calendar turns it into an instant
[[nodiscard]] constexpr sim::Hours operator/(Effort work, Fte rate) noexcept {
  return sim::Hours{work.hours / rate.value};
}

/// Pounds sterling in whole pence. Sums are exact; a share says how it rounds.
struct Money {
  std::int64_t pence{};
  friend constexpr auto operator<=>(Money, Money) = default;
  friend constexpr Money operator+(Money a, Money b) noexcept { return {a.pence + b.pence}; }
  friend constexpr Money operator-(Money a, Money b) noexcept { return {a.pence - b.pence}; }
  constexpr Money& operator+=(Money b) noexcept {
    pence += b.pence;
    return *this;
  }
  constexpr Money& operator-=(Money b) noexcept {
    pence -= b.pence;
    return *this;
  }
};

/// A probability or a part of a whole, in [0, 1].
struct Share {
  double value{};
  friend constexpr auto operator<=>(Share, Share) = default;
};

/// The part of an amount that a share takes, rounded down to the penny: what is left stays
/// where it was, so that parts and remainder always add up.
///
/// @pre amount.pence >= 0, 0 <= share.value <= 1
[[nodiscard]] constexpr Money part_of(Money amount, Share share) noexcept {
  return {static_cast<std::int64_t>(static_cast<double>(amount.pence) * share.value)};
}

/// A pure number without a unit: a weight, a ratio, a coefficient of variation.
struct Number {
  double value{};
  friend constexpr auto operator<=>(Number, Number) = default;
};

/// How often something happens, in events per year of 365.25 days.
struct Rate {
  double per_year{};
  friend constexpr auto operator<=>(Rate, Rate) = default;
};

/// Time on the wall clock, nights and weekends included, in days. Not effort.
struct Elapsed {
  double days{};
  friend constexpr auto operator<=>(Elapsed, Elapsed) = default;
  /// Beyond a thousand years, a thousand years: nothing that long ends within a run.
  [[nodiscard]] sim::Duration duration() const {
    constexpr double longest = 365'250.0;
    return sim::from_hours((days < longest ? days : longest) * 24.0);
  }
};

/// A drawn time in milliseconds as a duration, rounded down.
///
/// @pre ms >= 0
[[nodiscard]] constexpr sim::Duration milliseconds(double ms) noexcept {
  constexpr double longest = 3e13;  // a thousand years: nothing that long ends within a run
  return sim::Duration{static_cast<std::int64_t>(ms < longest ? ms : longest)};
}

/// An instant of the day, as time since midnight.
struct TimeOfDay {
  sim::Duration since_midnight{};
  friend constexpr bool operator==(TimeOfDay, TimeOfDay) = default;
};

/// Length of the year and the month in which rates and durations are stated, in days.
inline constexpr double days_per_year = 365.25;
inline constexpr double days_per_month = days_per_year / 12.0;

}  // namespace ficap::models
