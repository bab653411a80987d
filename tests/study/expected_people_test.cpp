#include "study/expected_people.hpp"

#include <cmath>
#include <cstddef>
#include <string>

#include <doctest/doctest.h>

#include "models/simulator.hpp"
#include "tests/support/scenarios.hpp"
#include "tests/support/statistics.hpp"

using namespace ficap;

namespace {

using models::Counter;
using models::Dimension;
using study::ExpectedPeople;
using study::TeamYear;
using test::Changes;

constexpr const char* mm1 = "scenarios/oracles/mm1.json";
constexpr double days_per_year = 365.25;

/// A team around the clock, from 1 April 2026: years of 365 days, the second with a 29 February.
ExpectedPeople people_of(const Changes& changes) {
  return study::expected_people(test::scenario(mm1, changes), study::serial());
}

double away(const TeamYear& year) {
  double hours = 0.0;
  for (const double of_cause : year.away_hours)
    hours += of_cause;
  return hours;
}

}  // namespace

TEST_CASE("where nothing is left to chance one future is exact") {
  const ExpectedPeople people = people_of({"/plan/years=2",
                                           "/teams/investigators/establishment=5",
                                           "/teams/investigators/strength=3",
                                           "/teams/investigators/fte=0.5",
                                           R"(/roles/fi/away={"court": 0.1, "meetings": 0.3})"});
  CHECK(people.futures == 1);
  CHECK(people.causes == std::vector<std::string>{"court", "meetings"});
  REQUIRE(people.teams.size() == 1);
  CHECK(people.teams[0].team == "investigators");
  REQUIRE(people.teams[0].years.size() == 2);
  const TeamYear& year = people.teams[0].years[0];
  CHECK(year.posts == 5.0);
  CHECK(year.people == 3.0);
  CHECK(year.vacant == 2.0);
  CHECK(year.fte == doctest::Approx(1.5));
  CHECK(year.leavers == 0.0);
  CHECK(year.contracted_hours == doctest::Approx(1.5 * 24 * 365));
  CHECK(year.productive_hours == doctest::Approx(0.6 * 1.5 * 24 * 365));
  CHECK(year.away_hours[0] == doctest::Approx(0.1 * 1.5 * 24 * 365));
  CHECK(year.away_hours[1] == doctest::Approx(0.3 * 1.5 * 24 * 365));
  CHECK(people.teams[0].years[1].contracted_hours == doctest::Approx(1.5 * 24 * 366));
  CHECK(people.teams[0].people_p10 == 3.0);
  CHECK(people.teams[0].people_p90 == 3.0);
}

TEST_CASE("a post that is filled after a hundred days and learnt in two hundred, by hand") {
  const ExpectedPeople people = people_of(
      {"/plan/years=2",
       "/teams/investigators/establishment=3",
       R"(/roles/fi/recruitment={"takes": {"fixed": {"value": "100 d"}}})",
       R"(/roles/fi/training={"takes": {"fixed": {"value": "200 d"}}, "productivity_at_first": 0.4,
                              "productivity_at_last": 0.8})"});
  const TeamYear& first = people.teams[0].years[0];
  CHECK(first.posts == doctest::Approx(3.0));
  CHECK(first.people == doctest::Approx(1.0 + 2.0 * 265.0 / 365.0));
  CHECK(first.vacant == doctest::Approx(2.0 * 100.0 / 365.0));
  // A recruit does 0.40, 0.46, 0.52, 0.58, 0.64 and 0.70 of the work for 30 days each, 0.76 for 20
  // days, and all of it for the 65 days that are left.
  constexpr double learnt = 30.0 * (0.40 + 0.46 + 0.52 + 0.58 + 0.64 + 0.70) + 20.0 * 0.76;
  CHECK(first.productive_hours == doctest::Approx(24.0 * (365.0 + 2.0 * (learnt + 65.0))));
  CHECK(first.training_hours == doctest::Approx(24.0 * 2.0 * (200.0 - learnt)));
  CHECK(first.productive_fte == doctest::Approx(first.productive_hours / (24.0 * 365.0)));
  const TeamYear& second = people.teams[0].years[1];
  CHECK(second.people == doctest::Approx(3.0));
  CHECK(second.vacant == 0.0);
  CHECK(second.training_hours == 0.0);
}

TEST_CASE("strength falls from full to what leaving and filling settle at, as Markov chains do") {
  constexpr double posts = 200.0;
  constexpr double leaving = 0.5 / days_per_year;
  constexpr double filling = 1.0 / 60.0;
  constexpr double sum = leaving + filling;
  const ExpectedPeople people =
      people_of({"/plan/years=3",
                 "/teams/investigators/establishment=200",
                 "/teams/investigators/strength=200",
                 R"(/roles/fi/leaving={"rate": "0.5 /y"})",
                 R"(/roles/fi/recruitment={"takes": {"exponential": {"mean": "60 d"}}})"});
  CHECK(people.futures == 100);
  // P(held at t) = settled + (1 - settled) exp(-sum t), averaged over each year.
  const double settled = filling / sum;
  double from = 0.0;
  for (std::size_t year = 0; year < 3; ++year) {
    CAPTURE(year);
    const double days = year == 1 ? 366.0 : 365.0;
    const double held = settled + (1.0 - settled) *
                                      (std::exp(-sum * from) - std::exp(-sum * (from + days))) /
                                      (sum * days);
    from += days;
    // A post's average over a year varies at most as that of a settled one, whose two states
    // forget each other at the rate `sum`.
    const double memory = sum * days;
    const double variance =
        settled * (1.0 - settled) * 2.0 / memory * (1.0 - (1.0 - std::exp(-memory)) / memory);
    const double error = std::sqrt(variance / (posts * people.futures));
    const TeamYear& seen = people.teams[0].years[year];
    CHECK(std::fabs(seen.people / posts - held) < test::z_limit * error);
    CHECK(std::fabs(seen.vacant / posts - (1.0 - held)) < test::z_limit * error);
    // It would notice a tenth more vacancies, and in the first year a start from the settled state.
    CHECK(std::fabs(seen.vacant / posts - 1.1 * (1.0 - held)) > test::z_limit * error);
    if (year == 0) CHECK(std::fabs(seen.people / posts - settled) > test::z_limit * error);
    const double left = posts * held * leaving * days;
    CHECK(std::fabs(seen.leavers - left) < test::z_limit * std::sqrt(left / people.futures));
  }
  CHECK(people.teams[0].people_p10 < people.teams[0].years[2].people);
  CHECK(people.teams[0].people_p90 > people.teams[0].years[2].people);
}

TEST_CASE("illness and leave take the hours of an alternating renewal and of so many days") {
  const ExpectedPeople people = people_of(
      {"/plan/years=2",
       "/teams/investigators/establishment=200",
       "/teams/investigators/strength=200",
       R"(/calendars/around_the_clock={"hours_by_weekday": [8, 8, 8, 8, 8, 0, 0], "opens": "09:00"})",
       R"(/roles/fi/leave={"days": 25})",
       R"(/roles/fi/sickness={"spells": "1 /y", "lasts": {"exponential": {"mean": "40 d"}}})"});
  REQUIRE(people.causes == std::vector<std::string>{"leave", "sickness"});
  const double ill = 40.0 / (40.0 + days_per_year);
  for (const TeamYear& year : people.teams[0].years) {
    // As many are ill in the first year as in the second: the plan begins with some who are.
    CHECK(year.away_hours[1] == doctest::Approx(ill * year.contracted_hours).epsilon(0.04));
    // Who is ill on leave counts as ill.
    CHECK(year.away_hours[0] == doctest::Approx(200 * 25 * 8 * (1.0 - ill)).epsilon(0.02));
  }
}

TEST_CASE("what becomes of the hours of every team adds up, and posts are held or vacant") {
  const ExpectedPeople people = study::expected_people(
      test::scenario(test::small_region, test::people_who_come_and_go()), study::serial());
  CHECK(people.futures == 100);
  CHECK(people.teams.size() > 1);
  double training = 0.0;
  for (const study::TeamPeople& team : people.teams) {
    for (const TeamYear& year : team.years) {
      CHECK(year.productive_hours + year.training_hours + away(year) ==
            doctest::Approx(year.contracted_hours).epsilon(1e-6));
      CHECK(year.people + year.vacant == doctest::Approx(year.posts));
      training += year.training_hours;
    }
  }
  CHECK(training > 0.0);
}

TEST_CASE("the people expected are those of a run, whose work does not change them") {
  // Nobody falls ill here, so that even the warm-up cannot matter.
  const Changes changes{R"(/roles/fi/leaving={"rate": "0.5 /y"})",
                        R"(/roles/fi/recruitment={"takes": {"exponential": {"mean": "20 d"}}})",
                        R"(/roles/fi/training={"takes": {"exponential": {"mean": "60 d"}},
                                               "tutoring": 0.2, "fails": 0.1, "places": 3})"};
  const test::World world{test::scenario(test::small_region, changes)};
  const ExpectedPeople people =
      study::expected_people(test::scenario(test::small_region, changes), study::serial());
  sim::Tally held;
  std::size_t team = 0;
  while (people.teams.at(team).team != "north-fi")
    ++team;
  for (std::uint32_t future = 0; future < people.futures; ++future) {
    const models::Outcome run = world.future(future);
    held.add(static_cast<double>(
        world.cut(run, Counter::people_ms, Dimension::team, people.teams[team].team)));
  }
  double expected = 0.0;
  sim::Date day = test::scenario(test::small_region).planned.plan.start;
  for (const TeamYear& year : people.teams[team].years) {
    const std::int64_t from = sim::days_from_civil(day);
    ++day.year;
    expected += year.people * 86'400'000.0 * static_cast<double>(sim::days_from_civil(day) - from);
  }
  CHECK(held.mean() == doctest::Approx(expected).epsilon(1e-12));
  CHECK(held.variance() > 0.0);
}
