#include <cmath>
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include "sim/tally.hpp"
#include "tests/models/one_team.hpp"
#include "tests/support/scenarios.hpp"
#include "tests/support/statistics.hpp"

// People who come, learn, fall ill and go, against what can be worked out without simulating.

namespace {

using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::Outcome;
using ficap::test::Changes;
using ficap::test::World;
namespace sim = ficap::sim;
namespace test = ficap::test;

using ficap::test::hours;
using ficap::test::mm1;
using ficap::test::ms_per_hour;
using ficap::test::nobody_asks;
using ficap::test::total;
using ficap::test::operator+;

constexpr double days_per_year = 365.25;

/// What `value` comes to over futures.
template <class Value>
sim::Tally over_futures(const World& world, std::uint32_t futures, Value&& value) {
  sim::Tally tally;
  for (std::uint32_t replication = 0; replication < futures; ++replication)
    tally.add(value(world.future(replication)));
  return tally;
}

}  // namespace

TEST_CASE("the share of time lost to illness is that of an alternating renewal process") {
  const World world{test::scenario(
      mm1,
      nobody_asks(40, 40, 2) +
          Changes{
              R"(/roles/fi/sickness={"spells": "6 /y", "lasts": {"exponential": {"mean": "10 d"}}})"})};
  const sim::Tally share = over_futures(world, 80, [&](const Outcome& o) {
    CHECK(world.cut(o, Counter::away_ms, Dimension::cause, "sickness") ==
          world.total(o, Counter::away_ms));
    return total(world, o, Counter::away_ms) / total(world, o, Counter::contracted_ms);
  });
  const double expected = 10.0 / (10.0 + days_per_year / 6.0);
  CHECK(test::z_score(share, expected) < test::z_limit);
  CHECK(test::z_score(share, 1.05 * expected) > test::z_limit);
}

TEST_CASE("a single server that breaks down is in time what White and Christie found") {
  // Breakdowns at rate 0.1, repairs at 0.5, arrivals at 0.5, service at 1 a day.
  constexpr double arrives = 0.5;
  constexpr double serves = 1.0;
  constexpr double fails = 0.1;
  constexpr double mends = 0.5;
  const World world{test::scenario(
      mm1,
      {"/streams/cases/rate=0.5 /d",
       "/plan/years=5",
       R"(/roles/fi/sickness={"spells": "36.525 /y", "lasts": {"exponential": {"mean": "2 d"}}})"})};
  const sim::Tally inside = over_futures(world, 60, [&](const Outcome& o) {
    return (total(world, o, Counter::queue_level_ms) + total(world, o, Counter::held_ms)) /
           total(world, o, Counter::period_ms);
  });
  const double expected = arrives * ((fails + mends) * (fails + mends) + serves * fails) /
                          ((fails + mends) * (serves * mends - arrives * (fails + mends)));
  CHECK(test::z_score(inside, expected) < test::z_limit);
  CHECK(test::z_score(inside, arrives / (serves - arrives)) > test::z_limit);
}

TEST_CASE("leave is as many working days a year as is stated, more of them in its season") {
  const World world{test::scenario(
      mm1,
      nobody_asks(30, 30, 3) +
          Changes{
              R"(/calendars/around_the_clock={"hours_by_weekday": [8, 8, 8, 8, 8, 0, 0], "opens": "09:00"})",
              R"(/roles/fi/leave={"days": 25, "monthly_profile": [1, 1, 1, 1, 1, 1, 3, 3, 1, 1, 1, 1]})"})};
  const Outcome o = world.future();
  // Each person rounds their days at a place of their own, and a stretch may reach into the next
  // month: a day or two of 75 at either end.
  const double days = hours(world, o, Counter::away_ms) / 8.0 / 30.0;
  CHECK(days == doctest::Approx(75.0).epsilon(0.01));
  CHECK(world.cut(o, Counter::away_ms, Dimension::cause, "leave") ==
        world.total(o, Counter::away_ms));
}

TEST_CASE("strength under constant leaving and a recruitment lag is that of a renewal process") {
  constexpr int posts = 30;
  constexpr double leaving = 0.5 / days_per_year;
  constexpr double filling = 1.0 / 60.0;
  constexpr double days = 3.0 * 365.0 + 1.0;
  const World world{test::scenario(
      mm1,
      nobody_asks(posts, posts, 3) +
          Changes{R"(/roles/fi/leaving={"rate": "0.5 /y"})",
                  R"(/roles/fi/recruitment={"takes": {"exponential": {"mean": "60 d"}}})"})};
  const auto in_post = [&](const Outcome& o) {
    return total(world, o, Counter::people_ms) / total(world, o, Counter::period_ms);
  };
  const double settled = filling / (leaving + filling);
  const double memory = (leaving + filling) * days;
  const double share = settled + (1.0 - settled) * (1.0 - std::exp(-memory)) / memory;
  const sim::Tally people = over_futures(world, 350, in_post);
  CHECK(test::z_score(people, posts * share) < test::z_limit);
  CHECK(test::z_score(people, posts * settled) > test::z_limit);
  const sim::Tally left =
      over_futures(world, 60, [&](const Outcome& o) { return total(world, o, Counter::leavers); });
  CHECK(test::z_score(left, posts * share * leaving * days) < test::z_limit);
  CHECK(test::z_score(left, posts * leaving * days) > 2.0);
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::vacant_ms) + world.total(o, Counter::people_ms) ==
        world.total(o, Counter::posts_ms));
}

TEST_CASE("who is just accredited leaves at a rate of their own, for a time") {
  // A post is left and filled again until somebody outlasts the 30 days: as often as a geometric
  // number says.
  constexpr int posts = 40;
  const World world{test::scenario(
      mm1,
      nobody_asks(posts, 0, 5) +
          Changes{
              R"(/roles/fi/leaving={"rate": "0 /y", "newly_accredited": "5 /y", "newly": "30 d"})",
              R"(/roles/fi/recruitment={"takes": {"fixed": {"value": "10 d"}}})"})};
  const sim::Tally left =
      over_futures(world, 220, [&](const Outcome& o) { return total(world, o, Counter::leavers); });
  const double expected = posts * (std::exp(5.0 * 30.0 / days_per_year) - 1.0);
  CHECK(test::z_score(left, expected) < test::z_limit);
  CHECK(test::z_score(left, 0.9 * expected) > test::z_limit);
}

TEST_CASE("a recruit learns by the month, takes some of a tutor's time, and is accredited") {
  const Changes two_recruits =
      nobody_asks(3, 1, 1) +
      Changes{
          R"(/roles/fi/recruitment={"takes": {"fixed": {"value": "30 d"}}})",
          R"(/roles/fi/training={"takes": {"fixed": {"value": "300 d"}}, "productivity_at_first": 0.4,
                                 "productivity_at_last": 0.8, "tutoring": 0.1})"};
  const World world{test::scenario(mm1, two_recruits)};
  const Outcome o = world.future();
  // Ten months of 30 days at 0.4, 0.44, ... 0.76 of the work leave 4.2 months for learning.
  const double learning = 2.0 * 4.2 * 30.0 * 24.0;
  const double teaching = 300.0 * 24.0 * 0.1 * 2.0;
  CHECK(hours(world, o, Counter::training_ms) == doctest::Approx(learning + teaching));
  CHECK(hours(world, o, Counter::contracted_ms) == doctest::Approx(24.0 * (365.0 + 2.0 * 335.0)));
  CHECK(total(world, o, Counter::away_ms) == 0.0);
  CHECK(world.total(o, Counter::recruits_accredited) == 2);
  CHECK(o.months[10].recruits_accredited == 2);  // the 331st day
  CHECK(total(world, o, Counter::vacant_ms) / total(world, o, Counter::posts_ms) ==
        doctest::Approx(60.0 / (3.0 * 365.0)));
  CHECK(total(world, o, Counter::productive_fte_ms) / total(world, o, Counter::in_post_fte_ms) ==
        doctest::Approx(1.0 - (learning + teaching) / (24.0 * 1035.0)));
}

TEST_CASE("who finds no place in training waits for next year's") {
  const World world{test::scenario(
      mm1,
      nobody_asks(3, 1, 2) +
          Changes{R"(/roles/fi/recruitment={"takes": {"fixed": {"value": "30 d"}}})",
                  R"(/roles/fi/training={"takes": {"fixed": {"value": "300 d"}}, "places": 1})"})};
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::recruits_accredited) == 2);
  CHECK(o.months[10].recruits_accredited == 1);
  CHECK(o.months[21].recruits_accredited == 1);  // 300 days after the second year began
}

TEST_CASE("who fails accreditation leaves, and a successor is sought") {
  const World world{test::scenario(
      mm1,
      nobody_asks(3, 1, 1) +
          Changes{R"(/roles/fi/recruitment={"takes": {"fixed": {"value": "30 d"}}})",
                  R"(/roles/fi/training={"takes": {"fixed": {"value": "300 d"}}, "fails": 1})"})};
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::leavers) == 2);
  CHECK(world.total(o, Counter::recruits_accredited) == 0);
  CHECK(o.months.back().people == 3);
  CHECK(o.months[9].people == 3);
}

TEST_CASE("work waits for who is away, or goes to a colleague, who must do some of it again") {
  const Changes two_people{
      "/teams/investigators/establishment=2",
      "/teams/investigators/strength=2",
      "/plan/years=4",
      R"(/roles/fi/sickness={"spells": "10 /y", "lasts": {"fixed": {"value": "20 d"}}})"};
  const auto run = [&](const std::string& handover) {
    const World world{test::scenario(mm1, two_people + Changes{"/policies/handover=" + handover})};
    const Outcome o = world.future();
    struct Seen {
      std::int64_t handovers;
      double hours_for_each;
      double held;
    };
    return Seen{world.total(o, Counter::handovers),
                hours(world, o, Counter::worked_ms) / total(world, o, Counter::completed),
                total(world, o, Counter::held_ms)};
  };
  const auto waits = run("{}");
  const auto goes = run(R"({"after": "5 d"})");
  const auto again = run(R"({"after": "5 d", "effort_lost": 1})");
  CHECK(waits.handovers == 0);
  CHECK(goes.handovers > 10);
  CHECK(goes.held < waits.held);
  CHECK(goes.hours_for_each == doctest::Approx(waits.hours_for_each).epsilon(0.02));
  CHECK(again.hours_for_each > 1.01 * goes.hours_for_each);
}

TEST_CASE("what befalls a person does not depend on who else there is or what there is to do") {
  const Changes life{
      "/plan/years=5",
      "/teams/investigators/establishment=17",
      "/teams/investigators/strength=17",
      R"(/roles/fi/leaving={"rate": "0.3 /y"})",
      R"(/roles/fi/recruitment={"takes": {"exponential": {"mean": "90 d"}}})",
      R"(/roles/fi/sickness={"spells": "2 /y", "lasts": {"exponential": {"mean": "7 d"}}})"};
  const World seventeen{test::scenario(mm1, life)};
  const World eighteen{test::scenario(
      mm1,
      life + Changes{"/teams/investigators/establishment=18", "/teams/investigators/strength=18"})};
  const World busier{test::scenario(mm1, life + Changes{"/streams/cases/rate=9 /d"})};
  const Outcome a = seventeen.future();
  const Outcome b = eighteen.future();
  const Outcome c = busier.future();
  std::int64_t left = 0;
  for (std::size_t month = 0; month < a.months.size(); ++month) {
    CAPTURE(month);
    const std::int64_t more = b.months[month].people - a.months[month].people;
    CHECK(more >= 0);
    CHECK(more <= 1);  // the eighteenth, or a vacancy
    CHECK(a.months[month].leavers == c.months[month].leavers);
    CHECK(a.months[month].people == c.months[month].people);
    left += a.months[month].leavers;
  }
  CHECK(left > 10);
  CHECK(seventeen.total(a, Counter::away_ms) == busier.total(c, Counter::away_ms));
  CHECK(seventeen.total(a, Counter::contracted_ms) == busier.total(c, Counter::contracted_ms));
}

TEST_CASE("what begins with the plan befalls those who are there already") {
  const auto away = [](const std::string& change, const char* cause) {
    const World world{test::scenario(mm1, nobody_asks(20, 20, 2) + Changes{change})};
    return static_cast<double>(
               world.cut(world.future(), Counter::away_ms, Dimension::cause, cause)) /
           ms_per_hour / 24.0 / 20.0;
  };
  // Days of each person: two years with a spell of ten days after each 60.875, and of leave.
  CHECK(
      away(
          R"(/from_start/roles/fi/sickness={"spells": "6 /y", "lasts": {"fixed": {"value": "10 d"}}})",
          "sickness") == doctest::Approx(730.0 * 10.0 / 70.875).epsilon(0.06));
  CHECK(away(R"(/from_start/roles/fi/leave={"days": 25})", "leave") ==
        doctest::Approx(50.0).epsilon(0.02));
}

TEST_CASE("nobody takes work that they could never do") {
  // A recruit who does nothing yet, and a tutor whose time it takes up: one works at a time.
  const World world{test::scenario(
      mm1,
      {"/plan/years=2",
       "/teams/investigators/establishment=2",
       R"(/roles/fi/recruitment={"takes": {"fixed": {"value": "0 d"}}})",
       R"(/roles/fi/training={"takes": {"fixed": {"value": "100 y"}}, "productivity_at_first": 0,
                              "productivity_at_last": 0, "tutoring": 0.5})"})};
  const Outcome o = world.future();
  CHECK(total(world, o, Counter::held_ms) <= total(world, o, Counter::period_ms));
  CHECK(hours(world, o, Counter::worked_ms) > 8000.0);
}

TEST_CASE("a cause of absence that takes no time takes no time") {
  const World world{
      test::scenario(mm1, {"/plan/years=1", R"(/roles/fi/away={"court": 0, "meetings": 0})"})};
  const Outcome o = world.future();
  CHECK(world.cuts(o, Counter::away_ms, Dimension::cause) == std::vector<std::int64_t>{0, 0});
  CHECK(world.total(o, Counter::worked_ms) + world.total(o, Counter::idle_ms) ==
        world.total(o, Counter::contracted_ms));
}

TEST_CASE("a post that nobody can keep changes hands once a day at most") {
  const World world{test::scenario(
      mm1,
      nobody_asks(2, 1, 1) +
          Changes{R"(/roles/fi/recruitment={"takes": {"fixed": {"value": "0 d"}}})",
                  R"(/roles/fi/training={"takes": {"fixed": {"value": "0 d"}}, "fails": 1})"})};
  CHECK(world.total(world.future(), Counter::leavers) == 364);
}

TEST_CASE("a recruit without a tutor gets one as soon as there is one") {
  // Three posts that nobody holds: the first to be accredited teaches the others.
  const World world{test::scenario(
      mm1,
      nobody_asks(3, 0, 2) +
          Changes{
              R"(/roles/fi/recruitment={"takes": {"uniform": {"low": "10 d", "high": "200 d"}}})",
              R"(/roles/fi/training={"takes": {"fixed": {"value": "200 d"}}, "tutoring": 0.2,
                                         "productivity_at_first": 1, "productivity_at_last": 1})"})};
  CHECK(world.total(world.future(), Counter::training_ms) > 0);
}

TEST_CASE("places in training are those of the people who are there") {
  // A post that goes with the plan belongs to no role any more, the first one least of all.
  const auto accredited = [](const std::string& other_role) {
    const World world{test::scenario(
        mm1,
        nobody_asks(3, 3, 2) +
            Changes{"/roles/clerk=" + other_role,
                    R"(/roles/fi/recruitment={"takes": {"fixed": {"value": "10 d"}}})",
                    R"(/roles/fi/training={"takes": {"fixed": {"value": "100 d"}}, "places": 3})",
                    "/from_start/teams/investigators/establishment=2",
                    "/from_start/teams/investigators/strength=1"})};
    return world.total(world.future(), Counter::recruits_accredited);
  };
  CHECK(accredited(R"({"name": "Clerk", "skills": ["investigation"]})") == 1);
  CHECK(accredited(R"({"name": "Clerk", "skills": ["investigation"],
                      "training": {"takes": {"fixed": {"value": "1 d"}}, "places": 0}})") == 1);
}

TEST_CASE("a better reason to stay makes everybody stay longer, nobody shorter") {
  const Changes life{"/streams/cases/rate=0 /y",
                     "/plan/years=5",
                     "/teams/investigators/establishment=17",
                     "/teams/investigators/strength=17"};
  const auto months = [&](const std::string& rate) {
    const World world{
        test::scenario(mm1, life + Changes{R"(/roles/fi/leaving={"rate": ")" + rate + R"("})"})};
    return world.future().months;
  };
  const auto before = months("0.3 /y");
  const auto after = months("0.2 /y");
  for (std::size_t month = 0; month < before.size(); ++month)
    CHECK(after[month].people >= before[month].people);
  CHECK(after.back().people > before.back().people);
}
