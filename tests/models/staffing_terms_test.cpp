#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <doctest/doctest.h>

#include "sim/tally.hpp"
#include "tests/models/one_team.hpp"
#include "tests/support/scenarios.hpp"
#include "tests/support/statistics.hpp"

// Staffing plans: overtime, agencies, loans and supplements, against what can be worked out without
// simulating. The plan starts on 1 April 2026; a year of it has 365 days.

namespace {

using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::Outcome;
using ficap::test::Changes;
using ficap::test::hours;
using ficap::test::mm1;
using ficap::test::nobody_asks;
using ficap::test::total;
using ficap::test::World;
using ficap::test::operator+;
namespace sim = ficap::sim;
namespace test = ficap::test;

constexpr std::int64_t day_ms = 86'400'000;

const std::string recruits_in_30_days =
    R"(/roles/fi/recruitment={"takes": {"fixed": {"value": "30 d"}}})";

std::string plan(const std::string& what) {
  return "/staffing=" + what;
}

/// How many days of people in post a future has.
std::int64_t days(const World& world, const Outcome& o, Counter counter) {
  CHECK(world.total(o, counter) % day_ms == 0);
  return world.total(o, counter) / day_ms;
}

}  // namespace

TEST_CASE("overtime is worked while other work waits, and is paid") {
  // More work than one person can do: every hour of the year is worked, and a fifth of one more.
  const Changes busy{
      "/plan/years=1",
      "/streams/cases/rate=3 /d",
      "/roles/fi/pay=£43,830",  // £5 an hour around the clock
      plan(R"({"overtime": {"peak": {"from": "2026-04-01", "teams": ["investigators"],
                                                    "up_to": 0.2, "paid": 1.5}}})")};
  const World world{test::scenario(mm1, busy)};
  const Outcome o = world.future();
  CHECK(hours(world, o, Counter::worked_ms) == doctest::Approx(8760.0));
  CHECK(hours(world, o, Counter::overtime_ms) == doctest::Approx(0.2 * 8760.0));
  CHECK(total(world, o, Counter::overtime_pence) / 100.0 ==
        doctest::Approx(0.2 * 8760.0 * 1.5 * 5.0));
  // No hour of it is counted among those of the contract.
  CHECK(world.total(o, Counter::contracted_ms) == 365 * day_ms);
  // Nothing waits where hardly anybody asks.
  const World idle{test::scenario(mm1, busy + Changes{"/streams/cases/rate=1 /y"})};
  CHECK(idle.total(idle.future(), Counter::overtime_ms) == 0);
}

TEST_CASE("with overtime work is done faster by as much, from its first day on") {
  // One task of 2,000 hours after another, always with others waiting. In the half year from
  // 1 October, day 183, to the end a fifth more gets done, also of the task that is under way then.
  const auto effort_done = [](const std::string& staffing) {
    const World world{
        test::scenario(mm1,
                       {"/plan/years=1",
                        "/plan/warm_up=0 d",
                        "/streams/cases/rate=3 /d",
                        R"(/requests/help/tasks/0/effort={"fixed": {"value": "500 h"}})",
                        R"(/pathways/one_stage/stages/open/lasts={"fixed": {"value": "9 y"}})",
                        plan(staffing)})};
    const Outcome o = world.future();
    return std::pair{world.total(o, Counter::completed),
                     hours(world, o, Counter::worked_ms) + hours(world, o, Counter::overtime_ms)};
  };
  const auto [before, hours_before] = effort_done("{}");
  const auto [after, hours_after] = effort_done(
      R"({"overtime": {"peak": {"from": "2026-10-01", "teams": ["investigators"], "up_to": 0.2}}})");
  CHECK(hours_after - hours_before == doctest::Approx(0.2 * 182.0 * 24.0));
  CHECK(before == 17);  // 8,760 / 500, less what the first case waits for
  CHECK(after == 19);   // 9,633 / 500
}

TEST_CASE("people of an agency work and are paid for their time, and hold no post") {
  const World world{
      test::scenario(mm1,
                     {"/plan/years=1",
                      "/streams/cases/rate=5 /d",
                      "/teams/investigators/establishment=3",
                      "/teams/investigators/strength=1",
                      R"(/roles/fi/away={"sickness": 0.1, "leave": 0.1, "court": 0.25})",
                      plan(R"({"agency": {"two": {"from": "2026-05-01", "until": "2026-07-01",
                                   "team": "investigators", "people": 2, "day_rate": "£450"}}})")})};
  const Outcome o = world.future();
  // 61 days around the clock, a quarter of them in court; nobody pays for their leave.
  CHECK(hours(world, o, Counter::agency_ms) == doctest::Approx(2.0 * 61.0 * 24.0 * 0.75));
  CHECK(world.total(o, Counter::agency_pence) == 2 * 61 * 45'000);
  CHECK(world.total(o, Counter::agency_fte_ms) == 1000 * 2 * 61 * day_ms);
  CHECK(days(world, o, Counter::vacant_ms) == 2 * 365);
  CHECK(hours(world, o, Counter::contracted_ms) == doctest::Approx(8760.0));
  CHECK(o.months[1].agency == 2);
  CHECK(o.months[1].people == 1);
  CHECK(o.months[3].agency == 0);
}

TEST_CASE("people of an agency are paid for the days on which the office is open") {
  // May 2026 has 21 working days less two bank holidays.
  const World world{test::scenario(
      mm1,
      nobody_asks(1, 1, 1) +
          Changes{R"(/calendars/around_the_clock={"hours_by_weekday": [8, 8, 8, 8, 8, 0, 0]})",
                  plan(R"({"agency": {"one": {"from": "2026-05-01", "until": "2026-06-01",
                                          "team": "investigators", "people": 1, "day_rate": "£100"}}})")})};
  CHECK(world.total(world.future(), Counter::agency_pence) == 19 * 10'000);
}

TEST_CASE("people on loan do the borrower's work, and none of the lender's") {
  const Changes two_forces{
      "/plan/years=1",
      "/teams/investigators/establishment=3",
      "/teams/investigators/strength=3",
      R"(/organisations/other={"name": "Other"})",
      R"(/streams/others={"organisation": "other", "threat": "any", "pathway": "one_stage",
                          "assets": "small", "rate": "9 /d"})",
      "/streams/cases/rate=9 /d"};
  const World world{test::scenario(
      mm1,
      two_forces + Changes{plan(R"({"loans": {"help": {"from": "2026-05-01", "until": "2026-07-01",
                                              "team": "investigators", "people": 2, "to": "other"}}})")})};
  const Outcome o = world.future();
  const auto lent = world.total(o, Counter::lent_ms);
  CHECK(static_cast<double>(lent) == doctest::Approx(2.0 * 61.0 * day_ms));
  CHECK(world.cut(o, Counter::lent_ms, Dimension::organisation, "force") == lent);
  CHECK(world.cut(o, Counter::lent_ms, Dimension::organisation, "other") == 0);
  CHECK(world.cut(o, Counter::borrowed_ms, Dimension::organisation, "other") == lent);
  CHECK(world.total(o, Counter::lent_fte_ms) == 1000 * 2 * 61 * day_ms);
  // Both forces have more work than they can do; the lender pays all the time.
  CHECK(static_cast<double>(world.total(o, Counter::worked_ms)) ==
        doctest::Approx(3.0 * 365.0 * day_ms).epsilon(1e-6));
  CHECK(world.cut(o, Counter::contracted_ms, Dimension::organisation, "force") == 3 * 365 * day_ms);
  CHECK(o.months[1].on_loan == 2);
  CHECK(o.months[3].on_loan == 0);
  CHECK(o.months[3].people == 3);
}

TEST_CASE("no more people are lent than there are, and who leaves is not replaced there") {
  const World world{test::scenario(
      mm1,
      nobody_asks(3, 3, 2) +
          Changes{R"(/organisations/other={"name": "Other"})",
                  R"(/roles/fi/leaving={"rate": "3 /y"})",
                  R"(/roles/fi/recruitment={"takes": {"fixed": {"value": "1 d"}}})",
                  plan(R"({"loans": {"help": {"from": "2026-04-01", "team": "investigators",
                                              "people": 9, "to": "other"}}})")})};
  const Outcome o = world.future();
  CHECK(o.months.front().on_loan <= 3);
  CHECK(o.months.back().on_loan == 0);
  CHECK(o.months.back().people == 3);
}

TEST_CASE("under a supplement people leave at what is left of their rate, and it is paid for") {
  constexpr double rate = 0.5;
  constexpr double left = 0.4;
  constexpr int people = 40;
  const World world{test::scenario(
      mm1,
      nobody_asks(people, people, 2) +
          Changes{
              R"(/roles/fi/leaving={"rate": "0.5 /y"})",
              "/roles/fi/on_costs=1.25",
              plan(R"({"supplements": {"stay": {"from": "2027-04-01", "teams": ["investigators"],
                                                    "pay": "£4,000", "leaving": 0.4}}})")})};
  // Nobody is recruited: after a year exp(-rate) are there, after two exp(-rate (1 + left)).
  const double first = 365.0 / 365.25;
  const double second = 365.0 / 365.25;  // 2027-04-01 to 2028-03-31, with a 29 February: 366 days
  sim::Tally in_post;
  sim::Tally paid;
  for (std::uint32_t replication = 0; replication < 200; ++replication) {
    const Outcome o = world.future(replication);
    in_post.add(static_cast<double>(o.months.back().people));
    paid.add(total(world, o, Counter::supplement_pence) / 100.0);
  }
  const double survive_first = std::exp(-rate * first);
  const double second_years = second + 1.0 / 365.25;
  const double expected = people * survive_first * std::exp(-rate * left * second_years);
  CHECK(test::z_score(in_post, expected) < test::z_limit);
  CHECK(test::z_score(in_post, people * std::exp(-rate * (first + second_years))) > test::z_limit);
  const double person_years =
      people * survive_first * (1.0 - std::exp(-rate * left * second_years)) / (rate * left);
  CHECK(test::z_score(paid, person_years * 4000.0 * 1.25) < test::z_limit);
  CHECK(test::z_score(paid, person_years * 4000.0) > test::z_limit);
}

TEST_CASE("a supplement makes everybody stay longer, and when it ends they leave as before") {
  const auto months = [](const std::string& staffing) {
    const World world{
        test::scenario(mm1,
                       nobody_asks(30, 30, 5) +
                           Changes{R"(/roles/fi/leaving={"rate": "0.3 /y"})", plan(staffing)})};
    return world.future().months;
  };
  const auto without = months("{}");
  const auto with = months(
      R"({"supplements": {"stay": {"from": "2026-04-01", "until": "2028-04-01",
                                   "teams": ["investigators"], "pay": "£1", "leaving": 0}}})");
  for (std::size_t month = 0; month < without.size(); ++month)
    CHECK(with[month].people >= without[month].people);
  CHECK(with[23].people == 30);
  CHECK(with.back().people < 30);
  // The hazard that was not borne is borne later: after two years they leave as from the first day.
  CHECK(std::abs(with[24 + 11].people - without[11].people) <= 1);
}

TEST_CASE("who comes accredited teaches those who learn alone, and who is on loan does not") {
  const auto trained = [](const std::string& staffing) {
    const World world{test::scenario(
        mm1,
        nobody_asks(2, 1, 1) +
            Changes{R"(/organisations/other={"name": "Other"})",
                    R"(/roles/fi/recruitment={"takes": {"fixed": {"value": "1 d"}}})",
                    R"(/roles/fi/training={"takes": {"fixed": {"value": "9 y"}}, "tutoring": 0.25,
                                           "productivity_at_first": 1, "productivity_at_last": 1})",
                    plan(staffing)})};
    return hours(world, world.future(), Counter::training_ms);
  };
  const double teaching = 0.25 * 24.0;  // hours a day
  CHECK(trained("{}") == doctest::Approx(364.0 * teaching));
  // The tutor is lent from 1 May, day 30, to 1 July, day 91.
  CHECK(trained(R"({"loans": {"help": {"from": "2026-05-01", "until": "2026-07-01",
                                       "team": "investigators", "people": 1, "to": "other"}}})") ==
        doctest::Approx((364.0 - 61.0) * teaching));
  // And somebody else comes meanwhile, on 1 June, day 61.
  CHECK(trained(R"({"loans": {"help": {"from": "2026-05-01", "until": "2026-07-01",
                                       "team": "investigators", "people": 1, "to": "other"}},
                    "posts": {"more": {"from": "2026-06-01", "team": "investigators", "change": 1,
                                       "filled": "on_the_day"}}})") ==
        doctest::Approx((364.0 - 31.0) * teaching));
}

TEST_CASE("what people of an agency hold is not in the caseload of those in post") {
  const auto held = [](const std::string& staffing) {
    const World world{
        test::scenario(mm1, {"/plan/years=1", "/streams/cases/rate=5 /d", plan(staffing)})};
    const Outcome o = world.future();
    return test::total(world, o, Counter::held_ms) / test::total(world, o, Counter::people_ms);
  };
  CHECK(held("{}") == doctest::Approx(1.0).epsilon(1e-3));
  CHECK(held(R"({"agency": {"two": {"from": "2026-04-01", "team": "investigators", "people": 2,
                                    "day_rate": "£1"}}})") == doctest::Approx(1.0).epsilon(1e-3));
}
