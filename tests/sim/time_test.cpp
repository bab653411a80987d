#include "sim/time.hpp"

#include <chrono>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include "tests/support/print.hpp"

using namespace ficap;
using namespace std::chrono_literals;

static_assert(sim::Duration{8h}.count() == 28'800'000);
static_assert(sim::to_hours(90min) == 1.5);
static_assert(sim::to_days(36h) == 1.5);

namespace {

template <class A, class B>
concept Addable = requires(A a, B b) {
  a + b;
};

}  // namespace

TEST_CASE("two instants cannot be added, an instant and a duration can") {
  static_assert(!Addable<sim::Time, sim::Time>);
  static_assert(Addable<sim::Time, sim::Duration>);
  CHECK(sim::Time{8h} + 4h == sim::Time{12h});
}

TEST_CASE("hours become the nearest millisecond, halves upwards") {
  CHECK(sim::from_hours(1.0) == 1h);
  CHECK(sim::from_hours(0.49 / 3'600'000.0) == 0ms);
  CHECK(sim::from_hours(0.51 / 3'600'000.0) == 1ms);
  CHECK(sim::from_hours(-0.51 / 3'600'000.0) == -1ms);
  CHECK(sim::from_hours(-0.49 / 3'600'000.0) == 0ms);
  CHECK(sim::from_hours(-1.0) == -1h);
  CHECK(sim::from_hours(0.5 / 3'600'000.0) == 1ms);
  CHECK(sim::from_hours(2.5e9).count() == 9'000'000'000'000'000);
}

TEST_CASE("known days stand where they should") {
  CHECK(sim::days_from_civil({1970, 1, 1}) == 0);
  CHECK(sim::days_from_civil({2000, 3, 1}) == 11'017);
  CHECK(sim::days_from_civil({2026, 4, 1}) == 20'544);
  CHECK(sim::days_from_civil({1969, 12, 31}) == -1);
  CHECK(sim::weekday(sim::Date{1970, 1, 1}) == sim::Weekday::thursday);
  CHECK(sim::weekday(sim::Date{2026, 4, 3}) == sim::Weekday::friday);   // Good Friday
  CHECK(sim::weekday(sim::Date{2026, 4, 6}) == sim::Weekday::monday);   // Easter Monday
  CHECK(sim::weekday(sim::Date{1945, 5, 8}) == sim::Weekday::tuesday);  // VE Day
}

TEST_CASE("eight hundred years of days follow one another, weekdays too") {
  sim::Date date{1601, 1, 1};
  auto day = sim::days_from_civil(date);
  for (int i = 0; i < 2 * 146'097; ++i) {
    REQUIRE(sim::civil_from_days(day) == date);
    REQUIRE(sim::days_from_civil(date) == day);
    REQUIRE((static_cast<int>(sim::weekday(day)) + 1) % 7 ==
            static_cast<int>(sim::weekday(day + 1)));
    ++day;
    if (++date.day > sim::days_in_month(date.year, date.month)) {
      date.day = 1;
      if (++date.month > 12) {
        date.month = 1;
        ++date.year;
      }
    }
  }
  CHECK(date == sim::Date{2401, 1, 1});
}

TEST_CASE("leap years are every fourth, not every hundredth, but every four-hundredth") {
  CHECK(sim::is_leap_year(2024));
  CHECK_FALSE(sim::is_leap_year(2026));
  CHECK_FALSE(sim::is_leap_year(1900));
  CHECK(sim::is_leap_year(2000));
  CHECK(sim::days_in_month(2024, 2) == 29);
  CHECK(sim::days_in_month(2026, 2) == 28);
  CHECK(sim::days_in_month(2026, 13) == 0);
  CHECK(sim::days_in_month(2026, 0) == 0);
}

TEST_CASE("a date is read back as it is written") {
  CHECK(sim::to_string({2026, 4, 1}) == "2026-04-01");
  CHECK(sim::to_string({987, 12, 31}) == "0987-12-31");
  CHECK(sim::parse_date("2026-04-01") == std::optional{sim::Date{2026, 4, 1}});
  CHECK(sim::parse_date("2024-02-29") == std::optional{sim::Date{2024, 2, 29}});
}

TEST_CASE("what is no date is not read as one") {
  for (const char* text : {"2026-4-1",
                           "2026-04-31",
                           "2025-02-29",
                           "2026-00-10",
                           "2026-13-01",
                           "2026-04-00",
                           "01-04-2026",
                           "2026/04/01",
                           "2026-04-01 ",
                           "",
                           "2026-04-0x",
                           "+026-04-01"}) {
    CAPTURE(text);
    CHECK(sim::parse_date(text) == std::nullopt);
  }
}
