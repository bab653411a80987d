#include "models/working_time.hpp"

#include <chrono>
#include <optional>
#include <vector>

#include <doctest/doctest.h>

#include "models/units.hpp"
#include "tests/support/for_all.hpp"
#include "tests/support/print.hpp"

namespace {

using namespace std::chrono_literals;
using ficap::models::Effort;
using ficap::models::Fte;
using ficap::models::Holidays;
using ficap::models::OfficeHours;
using ficap::models::TimeOfDay;
using ficap::models::WorkingTime;
using ficap::sim::Date;
using ficap::sim::Duration;
using ficap::sim::Time;
namespace sim = ficap::sim;
namespace test = ficap::test;

constexpr Date first_day{2026, 4, 1};  // a Wednesday, two days before Good Friday
constexpr std::int64_t days = 3L * 366;

Time at(Date date, Duration since_midnight) {
  const std::int64_t day = sim::days_from_civil(date) - sim::days_from_civil(first_day);
  return Time{24h * day + since_midnight};
}

OfficeHours nine_to_five() {
  return {};  // 7.4 hours from 09:00, Monday to Friday, bank holidays off
}

OfficeHours around_the_clock() {
  return {.hours_by_weekday = std::vector<double>(7, 24.0),
          .opens = TimeOfDay{},
          .holidays = Holidays::none};
}

// The clock of the 48 hours: it runs night and day, but not on weekends and bank holidays.
OfficeHours statutory_clock() {
  return {.hours_by_weekday = {24, 24, 24, 24, 24, 0, 0},
          .opens = TimeOfDay{},
          .holidays = Holidays::england};
}

}  // namespace

TEST_CASE("work ends when the office's hours say, by hand") {
  const WorkingTime office{nine_to_five(), first_day, days};
  struct Row {
    const char* what;
    Time start;
    double hours;
    Time end;
  };
  const std::vector<Row> rows{
      {"a full day ends when the office closes",
       at({2026, 4, 1}, 9h),
       7.4,
       at({2026, 4, 1}, 16h + 24min)},
      {"what a day has no room for goes on the next morning",
       at({2026, 4, 1}, 9h),
       8.0,
       at({2026, 4, 2}, 9h + 36min)},
      {"Easter takes four days", at({2026, 4, 1}, 9h), 15.8, at({2026, 4, 7}, 10h)},
      {"started on a Saturday, it begins after Easter",
       at({2026, 4, 4}, 12h),
       1.0,
       at({2026, 4, 7}, 10h)},
      {"started in the evening, it begins in the morning",
       at({2026, 4, 1}, 20h),
       0.5,
       at({2026, 4, 2}, 9h + 30min)},
      {"started before opening, it begins at opening",
       at({2026, 4, 2}, 6h),
       0.5,
       at({2026, 4, 2}, 9h + 30min)},
      {"a weekend lies between", at({2026, 4, 10}, 16h), 1.0, at({2026, 4, 13}, 9h + 36min)},
      {"the early May holiday is a Monday",
       at({2026, 5, 1}, 16h),
       1.0,
       at({2026, 5, 5}, 9h + 36min)},
      {"Christmas on a Saturday is kept on Monday and Tuesday",
       at({2027, 12, 24}, 16h),
       1.0,
       at({2027, 12, 29}, 9h + 36min)},
      {"29 February is a working Tuesday",
       at({2028, 2, 28}, 9h),
       15.4,
       at({2028, 3, 1}, 9h + 36min)},
      {"nothing to do is done at once, even at night",
       at({2026, 4, 4}, 3h),
       0.0,
       at({2026, 4, 4}, 3h)},
      {"four weeks of ten days each but Easter's",
       at({2026, 4, 1}, 9h),
       7.4 * 18,
       at({2026, 4, 28}, 16h + 24min)},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(office.after(row.start, sim::from_hours(row.hours)) == row.end);
  }
}

TEST_CASE("three hours of effort take somebody of half time six hours of the office") {
  const WorkingTime office{nine_to_five(), first_day, days};
  const sim::Hours open = Effort{3.0} / Fte{0.5};
  CHECK(office.after(at({2026, 4, 1}, 14h), sim::from_hours(open.count())) ==
        at({2026, 4, 2}, 12h + 36min));
}

TEST_CASE("the statutory clock of 48 hours stands still on weekends and bank holidays") {
  const WorkingTime clock{statutory_clock(), first_day, days};
  // Friday 10:00: 14 hours on Friday, then Saturday, Sunday and the early May holiday, 24 hours on
  // Tuesday, 10 on Wednesday.
  CHECK(clock.after(at({2026, 5, 1}, 10h), 48h) == at({2026, 5, 6}, 10h));
  CHECK(clock.after(at({2026, 4, 14}, 10h), 48h) == at({2026, 4, 16}, 10h));
  // Seized on a Saturday: it begins on Monday at midnight and ends where Tuesday does.
  CHECK(clock.after(at({2026, 4, 11}, 15h), 48h) == at({2026, 4, 15}, 0h));
}

TEST_CASE("an office opens and closes when its hours say") {
  const WorkingTime office{nine_to_five(), first_day, days};
  CHECK_FALSE(office.is_open(at({2026, 4, 1}, 9h) - 1ms));
  CHECK(office.is_open(at({2026, 4, 1}, 9h)));
  CHECK(office.is_open(at({2026, 4, 1}, 16h + 24min) - 1ms));
  CHECK_FALSE(office.is_open(at({2026, 4, 1}, 16h + 24min)));
  CHECK_FALSE(office.is_open(at({2026, 4, 3}, 12h)));  // Good Friday
  CHECK(office.next_open(at({2026, 4, 2}, 17h)) == at({2026, 4, 7}, 9h));
  CHECK(office.next_open(at({2026, 4, 2}, 10h)) == at({2026, 4, 2}, 10h));
  CHECK(office.next_close(at({2026, 4, 2}, 10h)) == at({2026, 4, 2}, 16h + 24min));
  CHECK(office.next_close(at({2026, 4, 3}, 10h)) == at({2026, 4, 7}, 16h + 24min));
  CHECK_FALSE(office.never_closes());
}

TEST_CASE("days that touch at midnight are one opening") {
  const WorkingTime clock{statutory_clock(), first_day, days};
  CHECK(clock.next_close(at({2026, 4, 14}, 10h)) == at({2026, 4, 18}, 0h));
  CHECK(clock.next_open(at({2026, 4, 18}, 0h)) == at({2026, 4, 20}, 0h));
}

TEST_CASE("an office around the clock is always open and never closes") {
  const WorkingTime always{around_the_clock(), first_day, days};
  CHECK(always.never_closes());
  CHECK(always.is_open(at({2026, 12, 25}, 3h)));
  CHECK_FALSE(always.next_close(at({2026, 4, 1}, 0h)).has_value());
  CHECK(always.after(at({2026, 4, 3}, 7h), 100h) == at({2026, 4, 7}, 11h));
}

TEST_CASE("a day that would run past midnight begins earlier") {
  OfficeHours late = around_the_clock();
  late.hours_by_weekday.assign(7, 8.0);
  late.opens = TimeOfDay{20h};
  const WorkingTime office{late, first_day, days};
  CHECK(office.is_open(at({2026, 4, 1}, 16h)));
  CHECK_FALSE(office.is_open(at({2026, 4, 1}, 16h) - 1ms));
}

TEST_CASE("work that would end beyond the last day has no end") {
  const WorkingTime office{nine_to_five(), first_day, 10};
  CHECK(office.after(at({2026, 4, 1}, 9h), sim::from_hours(7.4 * 6)) ==
        at({2026, 4, 10}, 16h + 24min));
  CHECK_FALSE(office.after(at({2026, 4, 1}, 9h), sim::from_hours(7.4 * 6) + 1ms).has_value());
  CHECK_FALSE(office.next_open(at({2026, 4, 10}, 17h)).has_value());
}

TEST_CASE("open time is what counting minute by minute says") {
  OfficeHours odd{.hours_by_weekday = {7.4, 0.0, 24.0, 3.5, 7.4, 1.0, 0.0},
                  .opens = TimeOfDay{8h + 30min},
                  .holidays = Holidays::england};
  const WorkingTime office{odd, first_day, days};
  Duration counted{0};
  const Time from = at({2026, 4, 1}, 0h);
  for (Time t = from; t < at({2026, 5, 10}, 0h); t += 1min) {
    REQUIRE(office.open_before(t) == counted);
    if (office.is_open(t)) counted += 1min;
  }
}

TEST_CASE("the end of work is the first instant by which it has passed") {
  const WorkingTime office{nine_to_five(), first_day, days};
  test::for_all(300, [&](sim::Stream& numbers) {
    const Time start{Duration{static_cast<std::int64_t>(numbers.uniform() * 3e10)}};
    const Duration work{1 + static_cast<std::int64_t>(numbers.uniform() * 1e9)};
    const std::optional<Time> end = office.after(start, work);
    REQUIRE(end.has_value());
    CHECK(office.open_between(start, *end) == work);
    CHECK(office.open_between(start, *end - 1ms) < work);
    CHECK(office.open_between(*end, start) == Duration{0});
  });
}

TEST_CASE("an office can keep other hours from some day on") {
  OfficeHours mornings{.hours_by_weekday = {4, 4, 4, 4, 4, 0, 0}};
  const std::int64_t change = 20;  // Tuesday 21 April
  const WorkingTime office{nine_to_five(), mornings, change, first_day, days};
  CHECK(office.is_open(at({2026, 4, 20}, 16h)));
  CHECK_FALSE(office.is_open(at({2026, 4, 21}, 16h)));
  CHECK(office.after(at({2026, 4, 20}, 16h), 5h) == at({2026, 4, 22}, 9h + 36min));
  CHECK(office.next_close(at({2026, 4, 20}, 20h)) == at({2026, 4, 21}, 13h));
}
