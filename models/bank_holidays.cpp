#include "models/bank_holidays.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace ficap::models {

namespace {

using sim::Date;
using sim::Weekday;

// Proclaimed beside or in place of the rule: VE Day 2020 moved the early May holiday, the Platinum
// Jubilee moved the spring holiday of 2022 and added one, a state funeral and a coronation added
// one each.
constexpr std::array<Date, 5> added{
    {{2020, 5, 8}, {2022, 6, 2}, {2022, 6, 3}, {2022, 9, 19}, {2023, 5, 8}}};
constexpr std::array<Date, 2> moved_away{{{2020, 5, 4}, {2022, 5, 30}}};

bool is_weekend(std::int64_t day) {
  const Weekday weekday = sim::weekday(day);
  return weekday == Weekday::saturday || weekday == Weekday::sunday;
}

// The first Monday to Friday from `date` on.
std::int64_t next_weekday(Date date) {
  std::int64_t day = sim::days_from_civil(date);
  while (is_weekend(day))
    ++day;
  return day;
}

// Christmas Day and Boxing Day are kept on the first two weekdays from 25 December, except that a
// Boxing Day on a weekday stays where it is (25 Sunday: 26 is Boxing Day, 27 the substitute).
bool is_christmas(Date date, std::int64_t day) {
  const std::int64_t christmas = sim::days_from_civil({date.year, 12, 25});
  switch (sim::weekday(christmas)) {
    case Weekday::friday:  // Boxing Day falls on Saturday: Monday 28
      return day == christmas || day == christmas + 3;
    case Weekday::saturday:  // Monday 27 and Tuesday 28
      return day == christmas + 2 || day == christmas + 3;
    case Weekday::sunday:  // Boxing Day Monday 26, Tuesday 27
      return day == christmas + 1 || day == christmas + 2;
    default:
      return day == christmas || day == christmas + 1;
  }
}

bool is_monday_of(Date date, unsigned month, bool last) {
  if (date.month != month || sim::weekday(date) != Weekday::monday) return false;
  return last ? date.day + 7 > sim::days_in_month(date.year, month) : date.day <= 7;
}

}  // namespace

sim::Date easter_sunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
  const int l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
  const int m = (a + (11 * h) + (22 * l)) / 451;
  const int n = h + l - (7 * m) + 114;
  return {year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31) + 1};
}

bool is_bank_holiday_in_england(sim::Date date) {
  if (std::find(added.begin(), added.end(), date) != added.end()) return true;
  if (std::find(moved_away.begin(), moved_away.end(), date) != moved_away.end()) return false;
  const std::int64_t day = sim::days_from_civil(date);
  if (is_weekend(day)) return false;
  const std::int64_t easter = sim::days_from_civil(easter_sunday(date.year));
  return day == next_weekday({date.year, 1, 1}) || day == easter - 2 || day == easter + 1 ||
         is_monday_of(date, 5, false) || is_monday_of(date, 5, true) ||
         is_monday_of(date, 8, true) || (date.month == 12 && is_christmas(date, day));
}

}  // namespace ficap::models
