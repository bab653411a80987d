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
)");
}

TEST_CASE("where there is no plan nothing is said of one") {
  CHECK(report::explain_plan(test::scenario(test::small_region).planned).empty());
}
