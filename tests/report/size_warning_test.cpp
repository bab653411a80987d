#include "report/size_warning.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/support/small_force.hpp"

using namespace ficap;

TEST_CASE("a scenario of very many cases is warned of before it is simulated, others are not") {
  models::Setting s = test::force();
  s.plan.years = 5;
  CHECK(report::size_warning({.before = s, .planned = s}).empty());
  // 1.5 stages a case over 5 years and twice six: 25.5 million.
  s.streams["force-drugs"].rate.value = {1e6};
  const std::string text = report::size_warning({.before = s, .planned = s});
  CHECK(text.find("25,500,000") != std::string::npos);
  CHECK(text.find("\"soc\"") != std::string::npos);
  // Just below ten million, and just above.
  s.streams["force-drugs"].rate.value = {392'000.0};
  CHECK(report::size_warning({.before = s, .planned = s}).empty());
  s.streams["force-drugs"].rate.value = {393'000.0};
  CHECK_FALSE(report::size_warning({.before = s, .planned = s}).empty());
}
