#include "models/readiness.hpp"

#include <chrono>
#include <cmath>

#include <doctest/doctest.h>

#include "tests/support/for_all.hpp"

namespace {

using namespace std::chrono_literals;
using doctest::Approx;
using ficap::models::InvestigatingTeamId;
using ficap::models::OrganisationId;
using ficap::models::Readiness;
using ficap::models::ReadinessRow;
using ficap::models::Tables;
using ficap::sim::Time;

const InvestigatingTeamId city{0};
const InvestigatingTeamId valley{1};

Tables two_teams() {
  Tables tables;
  tables.organisations = 1;
  tables.investigating_teams.push_back({OrganisationId{0}, 0});
  tables.investigating_teams.push_back({OrganisationId{0}, 1});
  return tables;
}

Time day(int days) {
  return Time{24h * days};
}

constexpr double weight = 0.3;
constexpr double ms_per_day = 86'400'000.0;
constexpr ReadinessRow rules{.weight = weight, .memory_ms = 100.0 * ms_per_day};

}  // namespace

TEST_CASE(
    "a team is ready at first, and its readiness falls by its weight when it is turned away") {
  Readiness readiness{two_teams()};
  readiness.begin(rules);
  CHECK(readiness.of(city, day(5)) == 1.0);
  readiness.remember(city, true, day(5));
  CHECK(readiness.of(city, day(5)) == Approx(0.7));
  readiness.remember(city, true, day(5));
  CHECK(readiness.of(city, day(5)) == Approx(0.49));
  CHECK(readiness.of(valley, day(5)) == 1.0);
}

TEST_CASE("an accepted referral takes readiness back towards 1 by the same weight") {
  Readiness readiness{two_teams()};
  readiness.begin(rules);
  readiness.remember(city, true, Time{});   // 0.7
  readiness.remember(city, false, Time{});  // 0.7 + 0.3 x 0.3
  CHECK(readiness.of(city, Time{}) == Approx(0.79));
}

TEST_CASE("between referrals readiness comes back to 1 with its memory") {
  Readiness readiness{two_teams()};
  readiness.begin(rules);
  readiness.remember(city, true, Time{});
  CHECK(readiness.of(city, day(50)) == Approx(1.0 - 0.3 * std::exp(-0.5)));
  CHECK(readiness.of(city, day(10'000)) == Approx(1.0));
}

TEST_CASE("under steady refusals readiness goes to its fixed point") {
  // x = 1 - q just after a refusal, one every 30 days: x <- (1 - a) x e^-0.3 + a.
  Readiness readiness{two_teams()};
  readiness.begin(rules);
  const double kept = (1.0 - weight) * std::exp(-0.3);
  double missing = 0.0;
  for (int n = 0; n < 60; ++n) {
    readiness.remember(city, true, day(30 * n));
    missing = weight * (1.0 - std::pow(kept, n + 1)) / (1.0 - kept);  // the geometric sum
    CHECK(readiness.of(city, day(30 * n)) == Approx(1.0 - missing).epsilon(1e-12));
  }
  CHECK(missing == Approx(weight / (1.0 - kept)).epsilon(1e-9));
}

TEST_CASE("readiness stays between 0 and 1, whatever is remembered") {
  ficap::test::for_all(200, [](auto& stream) {
    Readiness readiness{two_teams()};
    readiness.begin(ReadinessRow{.weight = stream.uniform(), .memory_ms = ms_per_day});
    for (int n = 0; n < 30; ++n) {
      readiness.remember(city, stream.uniform() < 0.5, day(n));
      const double q = readiness.of(city, day(n));
      CHECK(q >= 0.0);
      CHECK(q <= 1.0);
    }
  });
}

TEST_CASE("where nothing is remembered everybody is ready, and a change of rules keeps what is") {
  Readiness readiness{two_teams()};
  readiness.begin(std::nullopt);
  readiness.remember(city, true, Time{});
  CHECK(readiness.of(city, Time{}) == 1.0);
  readiness.change_rules(rules, day(1));
  readiness.remember(city, true, day(1));
  readiness.change_rules(ReadinessRow{.weight = 0.5, .memory_ms = ms_per_day}, day(51));
  const double missing = 0.3 * std::exp(-0.5);
  CHECK(readiness.of(city, day(51)) == Approx(1.0 - missing));
  CHECK(readiness.of(city, day(52)) == Approx(1.0 - missing * std::exp(-1.0)));
  readiness.change_rules(std::nullopt, day(52));
  CHECK(readiness.of(city, day(52)) == 1.0);
}
