#include "tests/golden/results.hpp"

#include <cmath>
#include <string>

#include <doctest/doctest.h>

namespace {

using Json = nlohmann::ordered_json;
namespace test = ficap::test;

// Whole numbers to the last one, others to a part in a thousand million.
bool alike(const Json& expected, const Json& found) {
  if (expected.is_number_float() || found.is_number_float()) {
    if (!expected.is_number() || !found.is_number()) return false;
    const double a = expected.get<double>();
    const double b = found.get<double>();
    return std::fabs(a - b) <= 1e-9 * std::fmax(std::fabs(a), std::fabs(b));
  }
  return expected == found;
}

void compare(const std::string& at, const Json& expected, const Json& found) {
  if (!expected.is_object() || !found.is_object()) {
    CHECK_MESSAGE(
        alike(expected, found), at, ": blessed ", expected.dump(), ", now ", found.dump());
    return;
  }
  for (const auto& member : expected.items()) {
    const std::string here = at + "/" + member.key();
    const auto other = found.find(member.key());
    if (other == found.end()) {
      FAIL_CHECK(here, ": blessed, but no longer there");
    } else {
      compare(here, member.value(), *other);
    }
  }
  for (const auto& member : found.items()) {
    if (!expected.contains(member.key())) FAIL_CHECK(at, "/", member.key(), ": not blessed yet");
  }
}

}  // namespace

TEST_CASE("the small region comes to what was blessed, measure by measure") {
  compare("", Json::parse(test::text_of(test::golden_file)), test::golden_results());
}
