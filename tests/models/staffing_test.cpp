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

// Staffing plans, against what can be worked out without simulating. The plan starts on 1 April
// 2026; a year of it has 365 days.

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

TEST_CASE("new posts are filled as any vacant post is, from their day on") {
  // 1 July is day 91; recruits come on day 121, 31 July, and stay for the 244 days that are left.
  const World world{test::scenario(
      mm1,
      nobody_asks(4, 4, 1) +
          Changes{recruits_in_30_days,
                  plan(R"({"posts": {"growth": {"from": "2026-07-01", "team": "investigators",
                                                "change": 3}}})")})};
  const Outcome o = world.future();
  CHECK(days(world, o, Counter::posts_ms) == 4 * 365 + 3 * 274);
  CHECK(days(world, o, Counter::vacant_ms) == 3 * 30);
  CHECK(days(world, o, Counter::people_ms) == 4 * 365 + 3 * 244);
  const std::array<std::int64_t, 12> posts{4, 4, 4, 7, 7, 7, 7, 7, 7, 7, 7, 7};
  const std::array<std::int64_t, 12> people{4, 4, 4, 7, 7, 7, 7, 7, 7, 7, 7, 7};
  for (std::size_t month = 0; month < 12; ++month) {
    CAPTURE(month);
    CHECK(o.months[month].posts == posts[month]);
    CHECK(o.months[month].people == people[month]);
  }
}

TEST_CASE(
    "posts filled on the day have accredited people at once, also where nobody is recruited") {
  for (const char* filled : {R"(, "filled": "on_the_day")", ""}) {
    const World world{test::scenario(
        mm1,
        nobody_asks(4, 4, 1) +
            Changes{R"(/roles/fi/training={"takes": {"fixed": {"value": "200 d"}},
                                           "productivity_at_first": 0.1})",
                    plan(R"({"posts": {"growth": {"from": "2026-07-01", "team": "investigators",
                                                  "change": 3)" +
                         std::string{filled} + "}}}")})};
    const Outcome o = world.future();
    CHECK(days(world, o, Counter::vacant_ms) == 0);
    CHECK(days(world, o, Counter::people_ms) == 4 * 365 + 3 * 274);
    CHECK(world.total(o, Counter::training_ms) == 0);
  }
}

TEST_CASE("of the posts that are cut vacant ones go first, then the last, whose holders leave") {
  // Five posts, four people. On day 91 two posts go: the vacant one, and the fourth.
  const World world{test::scenario(
      mm1,
      nobody_asks(5, 4, 1) +
          Changes{plan(R"({"posts": {"cuts": {"from": "2026-07-01", "team": "investigators",
                                              "change": -2}}})")})};
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::leavers) == 1);
  CHECK(days(world, o, Counter::posts_ms) == 5 * 91 + 3 * 274);
  CHECK(days(world, o, Counter::vacant_ms) == 91);
  CHECK(days(world, o, Counter::people_ms) == 4 * 91 + 3 * 274);
}

TEST_CASE("where posts are vacant, nobody goes for those that are cut, wherever they stand") {
  const auto future = [](const std::string& staffing) {
    const World world{
        test::scenario(mm1,
                       nobody_asks(20, 20, 1) +
                           Changes{R"(/roles/fi/leaving={"rate": "0.7 /y"})", plan(staffing)})};
    return world.future().months;
  };
  const auto without = future("{}");
  REQUIRE(without[10].people <= 17);  // three have left by 1 March
  REQUIRE(without[10].people >= 5);
  const auto with = future(
      R"({"posts": {"cut": {"from": "2027-03-01", "team": "investigators", "change": -3}}})");
  CHECK(with.back().posts == 17);
  CHECK(with.back().people == without.back().people);
  CHECK(with.back().leavers == without.back().leavers);
}

TEST_CASE(
    "a post that is cut while somebody is sought for it is not filled, unless it comes back") {
  const auto people_days = [](const std::string& more) {
    const World world{test::scenario(
        mm1,
        nobody_asks(5, 4, 1) +
            Changes{recruits_in_30_days,
                    plan(R"({"posts": {"cut": {"from": "2026-04-15", "team": "investigators",
                                               "change": -1})" +
                         more + "}}")})};
    return days(world, world.future(), Counter::people_ms);
  };
  CHECK(people_days("") == 4 * 365);
  // Back on 1 July, day 91: somebody comes on day 121.
  CHECK(people_days(R"(, "back": {"from": "2026-07-01", "team": "investigators", "change": 1})") ==
        4 * 365 + 244);
}

TEST_CASE("in a freeze nobody is sought, and who was promised a post still comes") {
  const auto vacant_days = [](const std::string& from, const std::string& until) {
    const World world{test::scenario(
        mm1,
        nobody_asks(5, 3, 1) + Changes{recruits_in_30_days,
                                       plan(R"({"hiring_freezes": {"cuts": {"from": ")" + from +
                                            R"(", "until": ")" + until + R"("}}})")})};
    return days(world, world.future(), Counter::vacant_ms);
  };
  CHECK(vacant_days("2026-04-01", "2026-07-01") == 2 * (91 + 30));
  CHECK(vacant_days("2026-04-02", "2026-07-01") == 2 * 30);
  CHECK(vacant_days("2026-08-01", "2026-09-01") == 2 * 30);
}

TEST_CASE("a freeze that begins on the day on which another ends is one freeze") {
  const World world{test::scenario(
      mm1, nobody_asks(5, 3, 1) + Changes{recruits_in_30_days, plan(R"({"hiring_freezes": {
                      "b": {"from": "2026-04-01", "until": "2026-05-01"},
                      "a": {"from": "2026-05-01", "until": "2026-07-01"}}})")})};
  CHECK(days(world, world.future(), Counter::vacant_ms) == 2 * (91 + 30));
}

TEST_CASE("a freeze of one team leaves the others to recruit") {
  const World world{test::scenario(
      mm1,
      nobody_asks(5, 3, 1) +
          Changes{
              recruits_in_30_days,
              R"(/teams/others={"organisation": "force", "role": "fi", "establishment": 2,
                                    "strength": 1, "calendar": "around_the_clock"})",
              plan(
                  R"({"hiring_freezes": {"cuts": {"from": "2026-04-01", "teams": ["others"]}}})")})};
  const Outcome o = world.future();
  CHECK(world.cut(o, Counter::vacant_ms, Dimension::team, "others") == 365 * day_ms);
  CHECK(world.cut(o, Counter::vacant_ms, Dimension::team, "investigators") == 2 * 30 * day_ms);
}

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

TEST_CASE("what a plan does to one team leaves the people of all others as they were") {
  const Changes life{
      "/streams/cases/rate=0 /y",
      "/plan/years=3",
      "/teams/investigators/establishment=9",
      "/teams/investigators/strength=9",
      R"(/teams/others={"organisation": "force", "role": "fi", "establishment": 9, "strength": 9,
                        "calendar": "around_the_clock"})",
      R"(/roles/fi/leaving={"rate": "0.5 /y"})",
      recruits_in_30_days};
  const World before{test::scenario(mm1, life)};
  const World after{test::scenario(
      mm1,
      life +
          Changes{plan(
              R"({"posts": {"growth": {"from": "2026-07-01", "team": "investigators", "change": 5}},
                     "agency": {"some": {"from": "2026-07-01", "team": "investigators", "people": 2,
                                         "day_rate": "£1"}},
                     "hiring_freezes": {"on": {"from": "2027-01-01", "teams": ["investigators"]}}})")})};
  const Outcome a = before.future();
  const Outcome b = after.future();
  for (const Counter counter : {Counter::people_ms, Counter::leavers, Counter::vacant_ms}) {
    CHECK(before.cut(a, counter, Dimension::team, "others") ==
          after.cut(b, counter, Dimension::team, "others"));
  }
  CHECK(before.cut(a, Counter::leavers, Dimension::team, "others") > 5);
}

TEST_CASE("posts for part-time people are named by their number, also those that a plan adds") {
  const World world{test::scenario(
      mm1,
      nobody_asks(1, 1, 1) +
          Changes{R"(/teams/investigators/people={"2": {"fte": 0.5}})",
                  plan(R"({"posts": {"half": {"from": "2026-07-01", "team": "investigators",
                                              "change": 1}}})")})};
  CHECK(hours(world, world.future(), Counter::contracted_ms) ==
        doctest::Approx(8760.0 + 0.5 * 274.0 * 24.0));
}

TEST_CASE("what is dated after the end of the plan changes nothing") {
  const auto values = [](const std::string& staffing) {
    const World world{test::scenario(
        mm1, nobody_asks(2, 2, 1) + Changes{"/streams/cases/rate=1 /d", plan(staffing)})};
    return world.future().months;
  };
  CHECK(
      values(
          R"({"posts": {"late": {"from": "2027-04-01", "team": "investigators", "change": -2}}})") ==
      values("{}"));
}

TEST_CASE("on one day what is cut goes before what is added comes, and nobody is missed out") {
  const World world{test::scenario(mm1, nobody_asks(4, 4, 1) + Changes{plan(R"({"posts": {
              "a": {"from": "2026-07-01", "team": "investigators", "change": 3},
              "b": {"from": "2026-07-01", "team": "investigators", "change": -4}}})")})};
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::leavers) == 4);
  CHECK(days(world, o, Counter::people_ms) == 4 * 91 + 3 * 274);
  CHECK(days(world, o, Counter::posts_ms) == 4 * 91 + 3 * 274);
}

TEST_CASE("whoever works without a post has the first that is added") {
  const World world{test::scenario(
      mm1,
      nobody_asks(2, 4, 1) +
          Changes{plan(R"({"posts": {"more": {"from": "2026-07-01", "team": "investigators",
                                              "change": 3, "filled": "on_the_day"}}})")})};
  const Outcome o = world.future();
  CHECK(o.months.back().people == 5);
  CHECK(o.months.back().posts == 5);
  CHECK(days(world, o, Counter::people_ms) == 4 * 365 + 274);
}

TEST_CASE("places in training are those of the year also where a team has no posts at first") {
  const auto accredited = [](const std::string& posts, int people) {
    const World world{test::scenario(
        mm1,
        nobody_asks(people, 0, 2) +
            Changes{recruits_in_30_days,
                    R"(/roles/fi/training={"takes": {"fixed": {"value": "100 d"}}, "places": 2})",
                    plan(posts)})};
    return world.total(world.future(), Counter::recruits_accredited);
  };
  // Two places in each of two years.
  CHECK(accredited("{}", 9) == 4);
  CHECK(accredited(
            R"({"posts": {"new": {"from": "2026-05-01", "team": "investigators", "change": 9}}})",
            0) == 4);
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
