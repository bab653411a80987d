#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "models/units.hpp"
#include "models/working_time.hpp"
#include "tests/support/print.hpp"
#include "tests/support/scenarios.hpp"

// Effort into dates, worked out with a calendar and a pencil. The office is open from 09:00 to
// 16:24, Monday to Friday, but for the bank holidays of England.

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
namespace models = ficap::models;
namespace sim = ficap::sim;
namespace test = ficap::test;

const OfficeHours nine_to_five{};
const OfficeHours around_the_clock{.hours_by_weekday = std::vector<double>(7, 24.0),
                                   .opens = TimeOfDay{},
                                   .holidays = Holidays::none};
const OfficeHours statutory_clock{.hours_by_weekday = {24, 24, 24, 24, 24, 0, 0},
                                  .opens = TimeOfDay{},
                                  .holidays = Holidays::england};

/// An office, and instants by their date.
class Office {
 public:
  explicit Office(const OfficeHours& hours, Date first_day = {2026, 1, 1})
      : first_day_{sim::days_from_civil(first_day)}, time_{hours, first_day, 4L * 366} {}

  [[nodiscard]] Time at(Date date, Duration since_midnight) const {
    return Time{24h * (sim::days_from_civil(date) - first_day_) + since_midnight};
  }
  [[nodiscard]] const WorkingTime& time() const noexcept { return time_; }

 private:
  std::int64_t first_day_;
  WorkingTime time_;
};

/// Work that starts at one date and is done at another.
struct Row {
  const char* what;
  Date on;
  Duration from;
  double hours;
  Date done_on;
  Duration done_at;
};

void check(const Office& office, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(office.time().after(office.at(row.on, row.from), sim::from_hours(row.hours)) ==
          office.at(row.done_on, row.done_at));
  }
}

}  // namespace

TEST_CASE("an hour that the evening has 24 minutes for ends 36 minutes into the next working day") {
  check(Office{nine_to_five},
        {
            // 1 April 2026 is a Wednesday.
            {"a night", {2026, 4, 1}, 16h, 1.0, {2026, 4, 2}, 9h + 36min},
            // Friday, Monday.
            {"a weekend", {2026, 6, 12}, 16h, 1.0, {2026, 6, 15}, 9h + 36min},
            // Easter 2026 is on 5 April: Friday the 3rd to Monday the 6th are off.
            {"Easter 2026", {2026, 4, 2}, 16h, 1.0, {2026, 4, 7}, 9h + 36min},
            // Easter 2027 is on 28 March: Friday the 26th to Monday the 29th.
            {"Easter 2027", {2027, 3, 25}, 16h, 1.0, {2027, 3, 30}, 9h + 36min},
            // Mondays: the first and the last of May, the last of August.
            {"early May", {2026, 5, 1}, 16h, 1.0, {2026, 5, 5}, 9h + 36min},
            {"late May", {2026, 5, 22}, 16h, 1.0, {2026, 5, 26}, 9h + 36min},
            {"August", {2026, 8, 28}, 16h, 1.0, {2026, 9, 1}, 9h + 36min},
            // Christmas Day 2026 is a Friday, Boxing Day a Saturday: kept on Monday the 28th.
            {"a Boxing Day on Saturday", {2026, 12, 24}, 16h, 1.0, {2026, 12, 29}, 9h + 36min},
            // 25 December 2027 is a Saturday: kept on Monday the 27th, and Sunday's on Tuesday.
            {"a Christmas at the weekend", {2027, 12, 24}, 16h, 1.0, {2027, 12, 29}, 9h + 36min},
            // 25 December 2028 is a Monday.
            {"a Christmas on Monday", {2028, 12, 22}, 16h, 1.0, {2028, 12, 27}, 9h + 36min},
            // 1 January 2027 is a Friday; the next working day is Monday the 4th.
            {"a year's end before a Friday", {2026, 12, 31}, 16h, 1.0, {2027, 1, 4}, 9h + 36min},
            // 1 January 2028 is a Saturday: kept on Monday the 3rd.
            {"a year's end before a weekend", {2027, 12, 31}, 16h, 1.0, {2028, 1, 4}, 9h + 36min},
            // Sunday 29 March 2026 and Sunday 25 October 2026: the clocks change.
            {"summer time begins", {2026, 3, 27}, 16h, 1.0, {2026, 3, 30}, 9h + 36min},
            {"summer time ends", {2026, 10, 23}, 16h, 1.0, {2026, 10, 26}, 9h + 36min},
            // 28 February 2027 is a Sunday, 28 February 2028 a Monday.
            {"a February of 28 days", {2027, 2, 26}, 16h, 1.0, {2027, 3, 1}, 9h + 36min},
            {"into 29 February", {2028, 2, 28}, 16h, 1.0, {2028, 2, 29}, 9h + 36min},
            {"out of 29 February", {2028, 2, 29}, 16h, 1.0, {2028, 3, 1}, 9h + 36min},
        });
}

TEST_CASE("long work, day by day") {
  check(Office{nine_to_five},
        {
            // 20 working days: 14 of December 2026 from the 10th on (10 and 11, 14 to 18, 21 to 24,
            // 29 to 31), then 4 to 8 January and Monday the 11th.
            {"over Christmas and New Year", {2026, 12, 10}, 9h, 148.0, {2027, 1, 11}, 16h + 24min},
            // 253 working days: 261 weekdays from Wednesday 1 April 2026 to Wednesday 31 March 2027
            // less 3 and 6 April, 4 and 25 May, 31 August, 25 and 28 December, 1 January, 26 and 29
            // March: 251; two more are 1 and 2 April 2027.
            {"a year and two days", {2026, 4, 1}, 9h, 253 * 7.4, {2027, 4, 2}, 16h + 24min},
            // From Monday 28 February 2028, 29 February included: five days.
            {"a week in a leap year", {2028, 2, 28}, 9h, 37.0, {2028, 3, 3}, 16h + 24min},
        });
}

TEST_CASE("time is civil: no hour is lost in March, and none gained in October") {
  // Whoever is at work through these nights has a day of 23 or 25 hours; the model gives them 24.
  check(Office{around_the_clock},
        {
            {"March, on the wall it would be 13:00", {2026, 3, 28}, 12h, 24.0, {2026, 3, 29}, 12h},
            {"October, on the wall 11:00", {2026, 10, 24}, 12h, 24.0, {2026, 10, 25}, 12h},
            {"a year from 29 February", {2028, 2, 29}, 0h, 365 * 24.0, {2029, 2, 28}, 0h},
        });
  // The statutory clock stands still on both Sundays. Friday 10:00: 14 hours, Monday 24,
  // Tuesday 10.
  check(Office{statutory_clock},
        {
            {"48 hours over March", {2026, 3, 27}, 10h, 48.0, {2026, 3, 31}, 10h},
            {"48 hours over October", {2026, 10, 23}, 10h, 48.0, {2026, 10, 27}, 10h},
            // Thursday 24 December 2026, 10:00: 14 hours, Tuesday the 29th 24, Wednesday 10.
            {"48 hours over Christmas", {2026, 12, 24}, 10h, 48.0, {2026, 12, 30}, 10h},
            // Monday 28 February 2028, 10:00: 14 hours, the 29th 24, 1 March 10.
            {"48 hours over 29 February", {2028, 2, 28}, 10h, 48.0, {2028, 3, 1}, 10h},
        });
  // A night shift of four hours that the clock would make five.
  OfficeHours nights = around_the_clock;
  nights.hours_by_weekday = std::vector<double>(7, 4.0);
  const Office night{nights};
  CHECK(night.time().open_between(night.at({2026, 10, 25}, 0h), night.at({2026, 10, 26}, 0h)) ==
        4h);
  CHECK(night.time().open_between(night.at({2026, 3, 29}, 0h), night.at({2026, 3, 30}, 0h)) == 4h);
}

TEST_CASE("part time stretches work over more of the office's hours") {
  const Office office{nine_to_five};
  const auto done = [&](double effort, double fte) {
    return office.time().after(office.at({2026, 4, 1}, 9h),
                               sim::from_hours((Effort{effort} / Fte{fte}).count()));
  };
  // From Wednesday 1 April: 7.4 hours on Wednesday, on Thursday, then on Tuesday the 7th.
  CHECK(done(7.4, 1.0) == office.at({2026, 4, 1}, 16h + 24min));
  CHECK(done(7.4, 0.5) == office.at({2026, 4, 2}, 16h + 24min));
  // 9 / 0.6 = 15 hours: 7.4, 7.4 and 12 minutes.
  CHECK(done(9.0, 0.6) == office.at({2026, 4, 7}, 9h + 12min));
  // Half time, a quarter of it away: 3 / 0.375 = 8 hours.
  CHECK(done(3.0, 0.375) == office.at({2026, 4, 2}, 9h + 36min));
}

TEST_CASE("days of leave are working days, whatever lies between them") {
  const Office office{nine_to_five};
  struct Leave {
    const char* what;
    Date from;
    std::int64_t days;
    Date back;
  };
  const std::vector<Leave> leaves{
      {"Monday to Friday", {2026, 6, 8}, 5, {2026, 6, 13}},
      // Thursday 30 April, Friday, then past Monday 4 May to Tuesday the 5th.
      {"over a weekend and a bank holiday", {2026, 4, 30}, 3, {2026, 5, 6}},
      // 23 and 24, past the 25th to the 28th to 29, 30 and 31 December.
      {"over Christmas", {2026, 12, 23}, 5, {2027, 1, 1}},
      // Begun on Easter Saturday: Tuesday the 7th and Wednesday the 8th.
      {"from a day off", {2026, 4, 4}, 2, {2026, 4, 9}},
      {"one day, 29 February", {2028, 2, 29}, 1, {2028, 3, 1}},
      {"over the end of summer time", {2026, 10, 23}, 2, {2026, 10, 27}},
  };
  for (const Leave& leave : leaves) {
    CAPTURE(leave.what);
    CHECK(office.time().end_of_days(office.at(leave.from, 0h), leave.days) ==
          office.at(leave.back, 0h));
  }
  // Four hours from Wednesday 29 April, 14:00, with leave on the 30th, 1 and 5 May: 2.4 hours on
  // Wednesday, and 1.6 on Wednesday 6 May.
  const Time begins = office.at({2026, 4, 29}, 14h);
  const Time leave = office.at({2026, 4, 30}, 0h);
  const Duration left = 4h - office.time().open_between(begins, leave);
  CHECK(left == 96min);
  CHECK(office.time().after(office.time().end_of_days(leave, 3), left) ==
        office.at({2026, 5, 6}, 10h + 36min));
}

TEST_CASE("a plan that starts on 29 February has years of 365 days and their working days") {
  // From 29 February 2028, a Tuesday, to 27 February 2029, a Tuesday: 52 weeks and a day have 261
  // weekdays, of which 14 and 17 April, 1 and 29 May, 28 August, 25 and 26 December and 1 January
  // are bank holidays.
  const Office office{nine_to_five, {2028, 2, 29}};
  CHECK(office.time().open_before(office.at({2029, 2, 28}, 0h)) == sim::from_hours(7.4) * 253);
  const test::World world{test::scenario(
      "scenarios/oracles/mm1.json",
      {"/plan/start=2028-02-29",
       "/plan/years=4",
       "/plan/warm_up=0 d",
       "/streams/cases/rate=0 /y",
       R"(/calendars/around_the_clock={"hours_by_weekday": [7.4, 7.4, 7.4, 7.4, 7.4, 0, 0], "opens": "09:00"})"})};
  const auto years = models::Simulator{world.compiled()}.run_by_year(1, 0);
  REQUIRE(years.size() == 4);
  constexpr std::int64_t day_ms = 86'400'000;
  CHECK(years[0].ms == 365 * day_ms);
  // The fourth ends on 29 February 2032.
  CHECK(years[2].ms == 3 * 365 * day_ms);
  CHECK(years[3].ms == (4 * 365 + 1) * day_ms);
  const std::size_t contracted = world.compiled().layout().total(models::Counter::contracted_ms);
  CHECK(years[0].values[contracted] == 253 * sim::from_hours(7.4).count());
}
