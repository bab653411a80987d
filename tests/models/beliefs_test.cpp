#include "models/beliefs.hpp"

#include <array>
#include <chrono>
#include <cmath>

#include <doctest/doctest.h>

#include "sim/tally.hpp"
#include "tests/support/statistics.hpp"

namespace {

using namespace std::chrono_literals;
using ficap::models::BeliefRow;
using ficap::models::Beliefs;
using ficap::models::InvestigatingTeamId;
using ficap::models::OrganisationId;
using ficap::models::Tables;
using ficap::models::WorkClass;
using ficap::sim::Time;
namespace sim = ficap::sim;
namespace test = ficap::test;
using doctest::Approx;

constexpr double ms_per_day = 86'400'000.0;
constexpr WorkClass discretionary = WorkClass::discretionary;

// Teams 0 and 1 belong to one organisation, team 2 to another.
const InvestigatingTeamId city{0};
const InvestigatingTeamId valley{1};
const InvestigatingTeamId elsewhere{2};

Tables three_teams() {
  Tables tables;
  tables.organisations = 2;
  tables.investigating_teams.push_back({OrganisationId{0}, 0});
  tables.investigating_teams.push_back({OrganisationId{0}, 1});
  tables.investigating_teams.push_back({OrganisationId{1}, 2});
  tables.teams_of_organisation = {{city, valley}, {elsewhere}};
  return tables;
}

BeliefRow rules() {
  return {.initial = 0.6,
          .memory_ms = 100.0 * ms_per_day,
          .weight_of_news = 0.1,
          .weight_of_bad_news = 1.0,
          .word_of_mouth = 0.25,
          .organisation_weight = 0.0,
          .floor = 0.0,
          .ceiling = 1.0};
}

Time day(int days) {
  return Time{24h * days};
}

}  // namespace

TEST_CASE("news moves the team that asked by its weight, its neighbours by word of mouth") {
  const Tables tables = three_teams();
  Beliefs beliefs{tables};
  beliefs.begin(rules());
  beliefs.news(city, discretionary, 1.0, Time{});
  CHECK(beliefs.belief(city, discretionary, Time{}) == Approx(0.6 + 0.1 * 0.4));
  CHECK(beliefs.belief(valley, discretionary, Time{}) == Approx(0.6 + 0.025 * 0.4));
  CHECK(beliefs.belief(elsewhere, discretionary, Time{}) == 0.6);
  CHECK(beliefs.belief(city, WorkClass::statutory, Time{}) == 0.6);
}

TEST_CASE("bad news weighs more, but no outcome moves a belief beyond itself") {
  const Tables tables = three_teams();
  Beliefs beliefs{tables};
  BeliefRow r = rules();
  r.weight_of_bad_news = 3.0;
  beliefs.begin(r);
  beliefs.news(city, discretionary, 0.2, Time{});
  CHECK(beliefs.belief(city, discretionary, Time{}) == Approx(0.6 - 0.3 * 0.4));
  r.weight_of_news = 0.5;  // times 3: more than the whole way
  beliefs.begin(r);
  beliefs.news(city, discretionary, 0.2, Time{});
  CHECK(beliefs.belief(city, discretionary, Time{}) == Approx(0.2));
}

TEST_CASE("between news a belief drifts exponentially to the organisation's experience") {
  const Tables tables = three_teams();
  Beliefs beliefs{tables};
  beliefs.begin(rules());
  // Experience stays at 0.6: its weight is 0.
  beliefs.news(city, discretionary, 1.0, day(10));
  const double distance = 0.04;
  CHECK(beliefs.belief(city, discretionary, day(60)) == Approx(0.6 + distance * std::exp(-0.5)));
  CHECK(beliefs.belief(city, discretionary, day(10'000)) == Approx(0.6));
}

TEST_CASE("an organisation's experience is smoothed over its own outcomes only") {
  const Tables tables = three_teams();
  Beliefs beliefs{tables};
  BeliefRow r = rules();
  r.weight_of_news = 0.0;  // nobody hears of it; only experience moves
  r.organisation_weight = 0.5;
  beliefs.begin(r);
  beliefs.news(valley, discretionary, 0.0, Time{});  // 0.6 becomes 0.3
  beliefs.news(valley, discretionary, 1.0, Time{});  // 0.3 becomes 0.65
  CHECK(beliefs.belief(city, discretionary, day(100'000)) == Approx(0.65));
  CHECK(beliefs.belief(elsewhere, discretionary, day(100'000)) == Approx(0.6));
}

TEST_CASE("an announcement moves all teams of its organisation at once, in that class alone") {
  const Tables tables = three_teams();
  Beliefs beliefs{tables};
  beliefs.begin(rules());
  beliefs.announce(OrganisationId{0}, discretionary, 0.3, day(10));
  CHECK(beliefs.belief(city, discretionary, day(10)) == Approx(0.9));
  CHECK(beliefs.belief(valley, discretionary, day(10)) == Approx(0.9));
  CHECK(beliefs.belief(elsewhere, discretionary, day(10)) == Approx(0.6));
  CHECK(beliefs.belief(city, WorkClass::directed, day(10)) == Approx(0.6));
  // b(t) = e + (b - e) exp(-t / m): a year of two memories takes six sevenths of it away.
  CHECK(beliefs.belief(city, discretionary, day(60)) == Approx(0.6 + 0.3 * std::exp(-0.5)));
  CHECK(beliefs.belief(city, discretionary, day(210)) == Approx(0.6 + 0.3 * std::exp(-2.0)));
  beliefs.announce(OrganisationId{0}, discretionary, 0.9, day(210));
  CHECK(beliefs.belief(city, discretionary, day(210)) == 1.0);
}

TEST_CASE("with the same service what an announcement added is taken away by news and drift") {
  const Tables tables = three_teams();
  Beliefs told{tables};
  Beliefs silent{tables};
  for (Beliefs* beliefs : {&told, &silent}) {
    beliefs->begin(rules());
    if (beliefs == &told) beliefs->announce(OrganisationId{0}, discretionary, 0.3, Time{});
    for (int news = 1; news <= 4; ++news)
      beliefs->news(city, discretionary, 0.25 * news, day(20 * news));
  }
  const double added =
      told.belief(city, discretionary, day(100)) - silent.belief(city, discretionary, day(100));
  CHECK(added == Approx(0.3 * std::pow(1.0 - 0.1, 4) * std::exp(-1.0)));
}

TEST_CASE("what is published is the mean of the organisation's own outcomes since the last time") {
  const Tables tables = three_teams();
  Beliefs beliefs{tables};
  BeliefRow r = rules();
  r.weight_of_news = 0.0;  // news is heard only where it is published
  beliefs.begin(r);
  const auto all = [&] {
    return std::array{beliefs.belief(city, discretionary, Time{}),
                      beliefs.belief(valley, discretionary, Time{}),
                      beliefs.belief(elsewhere, discretionary, Time{})};
  };
  beliefs.news(city, discretionary, 1.0, Time{});
  beliefs.news(valley, discretionary, 0.0, Time{});
  beliefs.news(valley, discretionary, 0.2, Time{});
  beliefs.news(city, WorkClass::directed, 1.0, Time{});
  beliefs.news(elsewhere, discretionary, 1.0, Time{});
  beliefs.publish(OrganisationId{0}, discretionary, 0.5, Time{});
  // 0.6 half way towards (1 + 0 + 0.2) / 3 = 0.4.
  CHECK(all()[0] == Approx(0.5));
  CHECK(all()[1] == Approx(0.5));
  CHECK(all()[2] == Approx(0.6));
  // Nothing happened since: nothing moves.
  beliefs.publish(OrganisationId{0}, discretionary, 0.5, Time{});
  CHECK(all()[0] == Approx(0.5));
  // Only what is new counts, and a publication without weight forgets what was before.
  beliefs.news(city, discretionary, 1.0, Time{});
  beliefs.publish(OrganisationId{0}, discretionary, 0.0, Time{});
  beliefs.news(city, discretionary, 0.1, Time{});
  beliefs.publish(OrganisationId{0}, discretionary, 0.5, Time{});
  CHECK(all()[0] == Approx(0.3));
}

// Between publications b drifts to e, b -> e + (b - e) q with q = exp(-every / memory); at each it
// moves to b + w (y - b). Just after one, b = (w y + (1 - w) (1 - q) e) / (1 - (1 - w) q).
TEST_CASE("regular publications bring belief to its fixed point, from wherever it starts") {
  const Tables tables = three_teams();
  constexpr double w = 0.3;
  constexpr double y = 0.9;
  for (const double initial : {0.05, 0.6, 1.0}) {
    Beliefs beliefs{tables};
    BeliefRow r = rules();
    r.weight_of_news = 0.0;
    r.initial = initial;  // experience stays there: its weight is 0
    beliefs.begin(r);
    int today = 0;
    for (int publication = 0; publication < 60; ++publication) {
      beliefs.news(valley, discretionary, y, day(today + 13));
      today += 30;
      beliefs.publish(OrganisationId{0}, discretionary, w, day(today));
    }
    const double q = std::exp(-0.3);
    const double fixed = ((w * y) + ((1.0 - w) * (1.0 - q) * initial)) / (1.0 - ((1.0 - w) * q));
    CHECK(beliefs.belief(city, discretionary, day(today)) == Approx(fixed));
  }
}

TEST_CASE("the integral of a belief is that of its exponential drift") {
  const Tables tables = three_teams();
  Beliefs beliefs{tables};
  beliefs.begin(rules());
  beliefs.news(city, discretionary, 1.0, day(5));
  beliefs.start_measuring(day(20));
  const double begins = 0.04 * std::exp(-0.15);
  // 0.6 t + distance x memory x (1 - exp(-t / memory)) over 50 days, looked at once in between.
  static_cast<void>(beliefs.integral(city, discretionary, day(33)));
  CHECK(beliefs.integral(city, discretionary, day(70)) ==
        Approx(ms_per_day * (0.6 * 50.0 + begins * 100.0 * (1.0 - std::exp(-0.5)))));
}

TEST_CASE("other rules from some day on leave beliefs where they were") {
  const Tables tables = three_teams();
  Beliefs beliefs{tables};
  beliefs.begin(rules());
  beliefs.news(city, discretionary, 1.0, Time{});
  BeliefRow later = rules();
  later.initial = 0.0;
  later.memory_ms = 10.0 * ms_per_day;
  beliefs.change_rules(later, day(50));
  const double at_change = 0.04 * std::exp(-0.5);
  CHECK(beliefs.belief(city, discretionary, day(50)) == Approx(0.6 + at_change));
  CHECK(beliefs.belief(city, discretionary, day(60)) == Approx(0.6 + at_change * std::exp(-1.0)));
}

// Help comes with probability p, at a rate of `per_day`. In the long run the experience has mean p,
// and the changes of b by good news, bad news and drift cancel:
//   per_day (p a (1 - b) - (1 - p) a r b) + (p - b) / memory = 0.
namespace {

constexpr double chance = 0.7;
constexpr double per_day = 0.2;
constexpr double weight = 0.05;
constexpr double memory_days = 90.0;

double fixed_point(double ratio) {
  const double drift = 1.0 / memory_days;
  return (per_day * chance * weight + chance * drift) /
         (per_day * weight * (chance + (1.0 - chance) * ratio) + drift);
}

sim::Tally long_run_beliefs(double ratio) {
  const Tables tables = three_teams();
  Beliefs beliefs{tables};
  BeliefRow r = rules();
  r.initial = chance;
  r.memory_ms = memory_days * ms_per_day;
  r.weight_of_news = weight;
  r.weight_of_bad_news = ratio;
  r.organisation_weight = 0.05;
  beliefs.begin(r);
  std::uint32_t piece = 0;
  sim::Tally batches;
  double now = 0.0;
  double measured_from = 0.0;
  constexpr double batch_days = 20'000.0;
  for (int batch = 0; batch < 41; ++batch) {
    while (now < measured_from + batch_days) {
      sim::Stream numbers{sim::Address{.seed = 11, .ordinal = piece++}};
      now += -std::log(numbers.uniform()) / per_day;
      const Time at{sim::from_hours(now * 24.0)};
      beliefs.news(city, discretionary, numbers.uniform() < chance ? 1.0 : 0.0, at);
    }
    const Time at{sim::from_hours(now * 24.0)};
    const double mean =
        beliefs.integral(city, discretionary, at) / ms_per_day / (now - measured_from);
    if (batch > 0) batches.add(mean);  // the first lets the beginning be forgotten
    beliefs.start_measuring(at);
    measured_from = now;
  }
  return batches;
}

}  // namespace

TEST_CASE("under a steady stream of outcomes belief comes to its fixed point") {
  const sim::Tally seen = long_run_beliefs(2.0);
  CHECK(test::z_score(seen, fixed_point(2.0)) < test::z_limit);
  // The test has power: a bad-news ratio 10 % off, or one of none, would be noticed.
  CHECK(test::z_score(seen, fixed_point(2.2)) > test::z_limit);
  CHECK(test::z_score(seen, fixed_point(1.0)) > test::z_limit);
  CHECK(fixed_point(1.0) == Approx(chance));
}

TEST_CASE("a team that goes by its own experience hears of nobody, and nobody of it") {
  const Tables tables = three_teams();
  Beliefs beliefs{tables};
  BeliefRow r = rules();
  r.organisation_weight = 0.5;
  r.apart = {true, false, false};
  beliefs.begin(r);
  beliefs.news(valley, discretionary, 0.0, Time{});
  CHECK(beliefs.belief(city, discretionary, Time{}) == 0.6);
  beliefs.news(city, discretionary, 1.0, Time{});
  CHECK(beliefs.belief(city, discretionary, Time{}) == Approx(0.64));
  CHECK(beliefs.belief(valley, discretionary, Time{}) == Approx(0.54));
  // Each drifts to what it has experienced itself: half way from 0.6 to 1, and to 0.
  CHECK(beliefs.belief(city, discretionary, day(100'000)) == Approx(0.8));
  CHECK(beliefs.belief(valley, discretionary, day(100'000)) == Approx(0.3));
  // Words are for everybody, what is published of the others is not.
  beliefs.announce(OrganisationId{0}, discretionary, 0.1, Time{});
  CHECK(beliefs.belief(city, discretionary, Time{}) == Approx(0.74));
  CHECK(beliefs.belief(valley, discretionary, Time{}) == Approx(0.64));
  beliefs.publish(OrganisationId{0}, discretionary, 0.5, Time{});  // the valley's 0
  CHECK(beliefs.belief(city, discretionary, Time{}) == Approx(0.74));
  CHECK(beliefs.belief(valley, discretionary, Time{}) == Approx(0.32));
}

TEST_CASE("a team set apart begins with its organisation's experience, and comes back to it") {
  const Tables tables = three_teams();
  Beliefs beliefs{tables};
  BeliefRow r = rules();
  r.organisation_weight = 0.5;
  beliefs.begin(r);
  beliefs.news(valley, discretionary, 0.0, Time{});  // the organisation's is 0.3 now
  BeliefRow apart = r;
  apart.apart = {true, false, false};
  beliefs.change_rules(apart, day(100));
  // By word of mouth 0.6 became 0.585 at first, and goes on towards 0.3.
  const double at_100 = 0.3 + 0.285 * std::exp(-1.0);
  CHECK(beliefs.belief(city, discretionary, day(100)) == Approx(at_100));
  CHECK(beliefs.belief(city, discretionary, day(200)) == Approx(0.3 + 0.285 * std::exp(-2.0)));
  beliefs.news(city, discretionary, 1.0, day(100));  // its own is 0.65 now
  const double told = at_100 + 0.1 * (1.0 - at_100);
  CHECK(beliefs.belief(city, discretionary, day(200)) ==
        Approx(0.65 + (told - 0.65) * std::exp(-1.0)));
  beliefs.change_rules(r, day(200));
  CHECK(beliefs.belief(city, discretionary, day(100'000)) == Approx(0.3));
}
