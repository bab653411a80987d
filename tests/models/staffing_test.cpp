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

// Staffing plans: posts and freezes, against what can be worked out without simulating. The plan
// starts on 1 April 2026; a year of it has 365 days.

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
