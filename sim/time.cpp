#include "sim/time.hpp"

#include <array>
#include <cmath>
#include <cstddef>

#include "sim/expects.hpp"

namespace ficap::sim {

bool is_leap_year(int year) noexcept {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

unsigned days_in_month(int year, unsigned month) noexcept {
  constexpr std::array<unsigned, 13> lengths{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month >= lengths.size()) return 0;
  return month == 2 && is_leap_year(year) ? 29 : lengths[month];
}

bool is_valid(Date date) noexcept {
  return date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

namespace {

constexpr std::int64_t days_in_era = 146'097;    // 400 years, after which the calendar repeats
constexpr std::int64_t epoch_in_eras = 719'468;  // 0000-03-01 to 1970-01-01

constexpr std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

}  // namespace

// Years are counted from 1 March, so that the leap day is the last of its year and the lengths of
// the months before it follow one line: (153 m + 2) / 5 days stand before month m. Known values
// in tests/sim/time_test.cpp.
std::int64_t days_from_civil(Date date) {
  FICAP_EXPECTS(is_valid(date));
  const std::int64_t year = std::int64_t{date.year} - (date.month <= 2 ? 1 : 0);
  const std::int64_t month = (std::int64_t{date.month} + 9) % 12;  // March is 0
  const std::int64_t era = floor_divide(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * month + 2) / 5 + std::int64_t{date.day} - 1;
  const std::int64_t day_of_era =
      365 * year_of_era + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * days_in_era + day_of_era - epoch_in_eras;
}

Date civil_from_days(std::int64_t days) {
  FICAP_EXPECTS(days > -700'000'000'000 && days < 700'000'000'000);
  const std::int64_t shifted = days + epoch_in_eras;
  const std::int64_t era = floor_divide(shifted, days_in_era);
  const std::int64_t day_of_era = shifted - era * days_in_era;
  // Leave the leap days out (every 4 years, not every 100, once in 400) and years are 365 days.
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153;
  const std::int64_t civil_month = month < 10 ? month + 3 : month - 9;
  return {static_cast<int>(era * 400 + year_of_era + (civil_month <= 2 ? 1 : 0)),
          static_cast<unsigned>(civil_month),
          static_cast<unsigned>(day_of_year - (153 * month + 2) / 5 + 1)};
}

Weekday weekday(std::int64_t days) noexcept {
  return static_cast<Weekday>(((days + 3) % 7 + 7) % 7);
}

Weekday weekday(Date date) {
  return weekday(days_from_civil(date));
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t digits) -> std::optional<unsigned> {
    unsigned value = 0;
    for (const char c : text.substr(from, digits)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
  };
  const auto year = number(0, 4);
  const auto month = number(5, 2);
  const auto day = number(8, 2);
  if (!year || !month || !day) return std::nullopt;
  const Date date{static_cast<int>(*year), *month, *day};
  return is_valid(date) ? std::optional{date} : std::nullopt;
}

std::string to_string(Date date) {
  const auto padded = [](std::string digits, std::size_t width) {
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return digits;
  };
  const std::string year = padded(std::to_string(date.year < 0 ? -date.year : date.year), 4);
  return (date.year < 0 ? "-" : "") + year + "-" + padded(std::to_string(date.month), 2) + "-" +
         padded(std::to_string(date.day), 2);
}

}  // namespace ficap::sim
