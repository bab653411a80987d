#include "report/explain_plan.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/support/scenarios.hpp"

namespace {

namespace report = ficap::report;
namespace test = ficap::test;

}  // namespace

TEST_CASE("a staffing plan is said back in the order of its dates, with what was understood") {
  const auto scenario = test::scenario(test::small_region, test::a_plan_of_everything());
  CHECK("\n" + report::explain_plan(scenario.planned) == R"(
What the staffing plan changes
==============================

- from 1 April 2026 until 1 August 2026, all teams: nobody is recruited.
- from 1 May 2026 until 1 November 2026, north-fi: 2 people of an agency, £400 a day each.
- from 1 June 2026 until 1 October 2026, north-fi and unit-all: up to 20 % overtime while work
waits, at 1.5 times the hourly pay.
- from 1 June 2026 until 1 December 2026, unit-all: 1 person works for North.
- from 1 June 2026, north-fi and unit-all: a supplement of £3,000 a year, and 50 % fewer leave.
- from 1 July 2026, north-fi: 2 posts more, filled on the day, since its role recruits nobody.
- from 1 August 2026, unit-all: 5 people work for South.
- from 15 September 2026, south-all: 1 post fewer.
- from 15 September 2026, unit-all: 1 post more, filled on the day.
- from 1 October 2026, south-all: 1 person of an agency, £300 a day each.
- from 1 November 2026, north-fi: up to 10 % overtime while work waits, at 1.5 times the hourly pay.
- from 1 December 2026, south-all: 1 post fewer.
)");
}

TEST_CASE("where there is no plan nothing is said of one") {
  CHECK(report::explain_plan(test::scenario(test::small_region).planned).empty());
}
