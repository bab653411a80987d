#include <cmath>
#include <string>

#include <doctest/doctest.h>

#include "tests/models/one_team.hpp"
#include "tests/support/scenarios.hpp"

// What a unit says of its help, against drifts worked out by hand. The plan of one desk lasts from
// 1 April 2026 for a year.

using namespace ficap::test;

namespace {

using doctest::Approx;
using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::Outcome;
using ficap::test::Changes;
using ficap::test::World;
namespace test = ficap::test;

/// Nobody asks, so that there is no news: trust only drifts.
Changes no_news(double initial) {
  return {"/streams/cases/rate=0 /y",
          "/belief/memory=100 d",
          "/belief/initial=" + std::to_string(initial)};
}

/// Trust at the end of a month of the plan, counted from 0.
double belief(const Outcome& o, std::size_t month) {
  return static_cast<double>(o.months.at(month).belief_thousandths) / 1000.0;
}
constexpr double half_a_thousandth = 0.00051;

void check_near(double found, double expected) {
  CAPTURE(found);
  CAPTURE(expected);
  CHECK(std::fabs(found - expected) < half_a_thousandth);
}

}  // namespace

TEST_CASE("an announcement lifts trust by its step on its day, and trust drifts back from there") {
  const World world{
      test::scenario(test::one_desk, no_news(0.3) + Changes{R"(/policies/announcements={
                         "launch": {"on": "2026-07-01", "step": 0.4}})"})};
  const Outcome o = world.future();
  // At the end of June it has not been heard: a month ends before its next first day begins.
  check_near(belief(o, 2), 0.3);
  check_near(belief(o, 3), 0.3 + (0.4 * std::exp(-31.0 / 100.0)));
  check_near(belief(o, 4), 0.3 + (0.4 * std::exp(-62.0 / 100.0)));
  check_near(belief(o, 11), 0.3 + (0.4 * std::exp(-274.0 / 100.0)));
  // Over the year: 91 days of 0.3, then what the drift leaves.
  CHECK(test::total(world, o, Counter::belief_by_time) /
            test::total(world, o, Counter::belief_time) / 1000.0 ==
        Approx(0.3 + (0.4 * 100.0 * (1.0 - std::exp(-2.74)) / 365.0)).epsilon(1e-6));
}

TEST_CASE("nobody believes more than fully, and words of one day add up") {
  const auto first_month = [](const std::string& announcements) {
    const World world{test::scenario(
        test::one_desk, no_news(0.5) + Changes{"/policies/announcements=" + announcements})};
    return belief(world.future(), 0);
  };
  const double left = std::exp(-30.0 / 100.0);
  check_near(first_month(R"({"a": {"on": "2026-04-01", "step": 0.9}})"), 0.5 + (0.5 * left));
  check_near(first_month(R"({"a": {"on": "2026-04-01", "step": 0.1},
                             "b": {"on": "2026-04-01", "step": 0.2}})"),
             0.5 + (0.3 * left));
  check_near(first_month(R"({"a": {"on": "2026-04-01", "step": 0}})"), 0.5);
}

TEST_CASE("only the organisations that are named hear an announcement") {
  const World world{
      test::scenario(test::one_desk,
                     no_news(0.3) + Changes{R"(/organisations/other={"name": "Other"})",
                                            R"(/policies/announcements={"launch":
          {"on": "2026-04-01", "organisations": ["other"], "step": 0.4}})"})};
  const Outcome o = world.future();
  const auto mean = [&](const char* organisation) {
    return static_cast<double>(
               world.cut(o, Counter::belief_by_time, Dimension::organisation, organisation)) /
           static_cast<double>(
               world.cut(o, Counter::belief_time, Dimension::organisation, organisation)) /
           1000.0;
  };
  CHECK(mean("force") == Approx(0.3));
  CHECK(mean("other") ==
        Approx(0.3 + (0.4 * 100.0 * (1.0 - std::exp(-3.65)) / 365.0)).epsilon(1e-6));
}

TEST_CASE("more is asked after an announcement, and with nobody more to serve it is forgotten") {
  // Everybody is told, and believes it; after twelve memories nothing is left of that.
  const Changes long_period{"/plan/years=4",
                            "/belief/memory=60 d",
                            "/teams/north-fi/strength=1",
                            "/teams/north-fi/people=null",
                            "/teams/south-all/strength=1"};
  const World silent{test::scenario(test::small_region, long_period)};
  const World told{
      test::scenario(test::small_region, long_period + Changes{R"(/policies/announcements={
          "a": {"on": "2026-04-01", "step": 1}})"})};
  const Outcome a = silent.future();
  const Outcome b = told.future();
  CHECK(b.months[0].belief_thousandths > a.months[0].belief_thousandths + 100);
  CHECK(std::abs(b.months[23].belief_thousandths - a.months[23].belief_thousandths) < 20);
  std::int64_t more = 0;
  for (std::size_t month = 0; month < 6; ++month)
    more += b.months[month].asked - a.months[month].asked;
  CHECK(more > 0);
}

namespace {

/// Help that nobody waits for, and that is heard of only where it is published.
Changes published(const std::string& policy, const Changes& more = {}) {
  return Changes{"/requests/help/class=discretionary",
                 "/teams/desk/establishment=50",
                 "/teams/desk/strength=50",
                 "/belief/initial=0.2",
                 "/belief/memory=36525 d",
                 "/belief/weight_of_news=0",
                 "/belief/organisation_weight=0",
                 "/policies/published_waits=" + policy} +
         more;
}
double after(const Changes& changes, std::size_t month) {
  return belief(World{test::scenario(test::one_desk, changes)}.future(), month);
}
/// Trust after so many publications that all is well, each of which takes a quarter of the way.
double moved(int publications) {
  return 1.0 - (0.8 * std::pow(0.75, publications));
}

}  // namespace

TEST_CASE("each publication moves trust towards what help was like since the last one") {
  const Changes monthly = published(R"({"from": "2026-04-01", "every": "30 d", "weight": 0.25})");
  // Heard on days 30, 60, 90, ...; a month that ends on day 30 ends before it is heard. What drifts
  // away in a year of a memory of a hundred is less than the two hundredths left.
  check_near(after(monthly, 0), 0.2);
  CHECK(after(monthly, 1) == Approx(moved(2)).epsilon(0.003));
  CHECK(after(monthly, 2) == Approx(moved(3)).epsilon(0.003));
  CHECK(after(monthly, 11) == Approx(moved(12)).epsilon(0.01));
  CHECK(after(published(R"({"from": "2026-04-01", "weight": 0.25})"), 1) ==
        Approx(moved(2)).epsilon(0.003));
}

TEST_CASE("nothing is published from the day on which it ends, nor by others") {
  const Changes once = published(
      R"({"from": "2026-04-01", "until": "2026-05-31", "every": "30 d", "weight": 0.25})");
  CHECK(after(once, 3) == Approx(moved(1)).epsilon(0.003));
  const Changes by_others = published(
      R"({"from": "2026-04-01", "organisations": ["other"], "every": "30 d", "weight": 0.25})",
      {R"(/organisations/other={"name": "Other"})"});
  check_near(after(by_others, 6), 0.2);
}

TEST_CASE("what was experienced before the first day is not published") {
  // Nobody helped before the plan, and requests expired.
  const Changes late =
      published(R"({"from": "2026-05-01", "every": "30 d", "weight": 0.25})",
                {"/teams/desk/strength=0",
                 R"(/requests/help/window={"within": {"time": {"fixed": {"value": "5 d"}}}})",
                 "/from_start/teams/desk/strength=50"});
  CHECK(after(late, 1) == Approx(moved(1)).epsilon(0.003));
}

TEST_CASE("published disappointment takes trust away") {
  // Nobody is there: all requests expire, and the news of each month is none but bad.
  const Changes none =
      published(R"({"from": "2026-04-01", "every": "30 d", "weight": 0.25})",
                {"/teams/desk/strength=0",
                 R"(/requests/help/window={"within": {"time": {"fixed": {"value": "5 d"}}}})"});
  CHECK(after(none, 2) == Approx(0.2 * std::pow(0.75, 3)).epsilon(0.01));
}
