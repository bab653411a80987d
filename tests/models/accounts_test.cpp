#include "models/accounts.hpp"

#include <cstdint>
#include <numeric>
#include <string>

#include <doctest/doctest.h>

#include "tests/models/one_team.hpp"
#include "tests/support/scenarios.hpp"

// What each year of a plan came to, against what can be worked out without simulating, and against
// the months. The plan starts on 1 April 2026; its years have 365, 366 and 365 days.

namespace {

using ficap::models::OrganisationYear;
using ficap::models::Outcome;
using ficap::models::TeamYear;
using ficap::test::Changes;
using ficap::test::mm1;
using ficap::test::nobody_asks;
using ficap::test::World;
using ficap::test::operator+;
namespace test = ficap::test;

constexpr std::int64_t day_ms = 86'400'000;

/// Days of full-time equivalents of a row.
std::int64_t days(std::int64_t fte_ms) {
  CHECK(fte_ms % (1000 * day_ms) == 0);
  return fte_ms / (1000 * day_ms);
}

}  // namespace

TEST_CASE("who joins on a day is counted in the year of that day, and in post from then on") {
  const World world{test::scenario(
      mm1, nobody_asks(2, 2, 3) + Changes{R"(/staffing={"posts": {"more": {"from": "2027-10-01",
                                    "team": "investigators", "change": 3}}})"})};
  const Outcome o = world.future();
  REQUIRE(o.accounts.teams.size() == 3);
  CHECK(o.accounts.teams[0] == TeamYear{.in_post_fte_ms = 1000 * 2 * 365 * day_ms});
  // 1 October 2027 to 31 March 2028 are 183 days, 29 February among them.
  CHECK(days(o.accounts.teams[1].in_post_fte_ms) == 2 * 366 + 3 * 183);
  CHECK(o.accounts.teams[1].joiners == 3);
  CHECK(o.accounts.teams[1].trainees == 0);
  CHECK(days(o.accounts.teams[2].in_post_fte_ms) == 5 * 365);
  CHECK(o.accounts.teams[2].joiners == 0);
}

TEST_CASE("recruits are in training from their first day to their accreditation") {
  const World world{test::scenario(
      mm1,
      nobody_asks(3, 1, 2) +
          Changes{R"(/roles/fi/recruitment={"takes": {"fixed": {"value": "265 d"}}})",
                  R"(/roles/fi/training={"takes": {"fixed": {"value": "200 d"}}})"})};
  const Outcome o = world.future();
  // They come on day 265 and are accredited on day 465: 100 days in each of the two years.
  const TeamYear& first = o.accounts.teams[0];
  CHECK(first.joiners == 2);
  CHECK(first.trainees == 2);
  CHECK(days(first.in_post_fte_ms) == 365 + 2 * 100);
  CHECK(days(first.training_fte_ms) == 2 * 100);
  const TeamYear& second = o.accounts.teams[1];
  CHECK(second.joiners == 0);
  CHECK(second.trainees == 0);
  CHECK(days(second.training_fte_ms) == 2 * 100);
}

TEST_CASE("agencies and supplements are paid in the years in which they are there") {
  const World world{test::scenario(
      mm1,
      nobody_asks(2, 2, 2) +
          Changes{R"(/staffing={"agency": {"two": {"from": "2027-03-01", "until": "2027-05-01",
                       "team": "investigators", "people": 2, "day_rate": "£450"}},
                     "supplements": {"keep": {"from": "2027-04-01", "teams": ["investigators"],
                       "pay": "£3,652.5", "leaving": 1}}})"})};
  const Outcome o = world.future();
  CHECK(o.accounts.teams[0].agency_pence == 2 * 31 * 45'000);
  CHECK(o.accounts.teams[1].agency_pence == 2 * 30 * 45'000);
  CHECK(o.accounts.teams[0].supplement_pence == 0);
  // £10 a day for each of two people over the 366 days from 1 April 2027, down to a penny each.
  CHECK(o.accounts.teams[1].supplement_pence == doctest::Approx(2 * 366 * 1000.0).epsilon(0.00001));
  // Those of an agency are nobody's staff.
  CHECK(days(o.accounts.teams[0].in_post_fte_ms) == 2 * 365);
  CHECK(o.accounts.teams[0].joiners == 0);
}

TEST_CASE("receipts fall into the year of payment, as they do into its months") {
  const World world{test::scenario(test::small_region,
                                   test::people_who_come_and_go() + Changes{"/plan/years=3"})};
  const Outcome o = world.future();
  const std::size_t organisations = o.accounts.organisations.size() / 3;
  const std::size_t teams = o.accounts.teams.size() / 3;
  std::int64_t received = 0;
  for (std::size_t year = 0; year < 3; ++year) {
    std::int64_t confiscated = 0;
    std::int64_t forfeited = 0;
    std::int64_t left = 0;
    for (std::size_t i = 0; i < organisations; ++i) {
      const OrganisationYear& row = o.accounts.organisations[(year * organisations) + i];
      confiscated += row.confiscation_pence;
      forfeited += row.forfeiture_pence;
      CHECK(row.confiscation_to_victims_pence <= row.confiscation_pence);
      CHECK(row.forfeiture_to_victims_pence <= row.forfeiture_pence);
    }
    for (std::size_t i = 0; i < teams; ++i)
      left += o.accounts.teams[(year * teams) + i].leavers;
    const auto of_months = [&](auto member) {
      std::int64_t sum = 0;
      for (std::size_t month = 12 * year; month < 12 * (year + 1); ++month)
        sum += o.months[month].*member;
      return sum;
    };
    CHECK(confiscated == of_months(&ficap::models::MonthRow::cash_confiscation));
    CHECK(forfeited == of_months(&ficap::models::MonthRow::cash_forfeiture));
    CHECK(left == of_months(&ficap::models::MonthRow::leavers));
    received += confiscated + forfeited;
  }
  CHECK(received > 0);
}
