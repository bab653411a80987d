#include "io/read_precision.hpp"

#include <string>
#include <string_view>
#include <variant>

#include <doctest/doctest.h>

#include "io/sources.hpp"
#include "study/measure_ref.hpp"
#include "tests/support/outcomes.hpp"

using namespace ficap;

namespace {

const models::DimensionIds ids = test::small_world();

std::string again(std::string_view text) {
  const auto read = io::read_precision(text, ids);
  if (const auto* problem = std::get_if<io::NoSuchPrecision>(&read)) return problem->why;
  const auto& goal = std::get<study::PrecisionGoal>(read);
  return study::to_string(goal.measure, ids) + ":" + io::to_text(goal.target);
}

std::optional<io::PrecisionAsked> asked(const std::string& json) {
  io::Sources sources;
  const io::Parsed parsed = io::parse(sources, sources.add("results.json", json));
  return io::precision_asked(*parsed.root);
}

}  // namespace

TEST_CASE("a precision, in the measure's unit or in per cent of it, is written as it is read") {
  for (const char* const text : {"unmet_share_of_need:0.01",
                                 "unmet_share_of_need[class=discretionary]:0.01",
                                 "assets_collected:2%",
                                 "assets_collected:0.7%",
                                 "assets_collected:50000",
                                 "unmet_share_of_need:60%"}) {
    CHECK(again(text) == text);
  }
}

TEST_CASE("what asks for no precision is told what may stand there") {
  CHECK(again("unmet_share_of_need") ==
        "it is written like unmet_share_of_need:0.01 or assets_collected:2%, not "
        "\"unmet_share_of_need\"");
  CHECK(again("unmet_share_of_need[class=a:b]") ==
        "it is written like unmet_share_of_need:0.01 or assets_collected:2%, not "
        "\"unmet_share_of_need[class=a:b]\"");
  CHECK(again("unmet_share:0.01") ==
        "there is no measure \"unmet_share\"; there are: unmet_share_of_need, "
        "unmet_share_of_requests, unmet_share_upper");
  CHECK(again("unmet_share_of_need[class=urgent]:0.01") ==
        "this scenario has no class \"urgent\"; there are: statutory, directed, discretionary");
  for (const char* const width : {"", "x", "0", "-1", "%", "0%", "1,000", "nan", "2 %"}) {
    CAPTURE(width);
    CHECK(again("assets_collected:" + std::string{width}) ==
          "how far assets_collected may be off stands after the colon: a number above 0 in pounds, "
          "or 2% of its value; not \"" +
              std::string{width} + "\"");
  }
  CHECK(again("unmet_share_of_need:one") ==
        "how far unmet_share_of_need may be off stands after the colon: a number above 0 as a "
        "share between 0 and 1 (0.01 is one in a hundred), or 2% of its value; not \"one\"");
  CHECK(again("unmet_share_of_need:1") ==
        "unmet_share_of_need is a share between 0 and 1, so ± 1 says nothing of it; one in a "
        "hundred is 0.01");
}

TEST_CASE("what a run was asked for is read from its results, and nothing from others") {
  const auto read = asked(
      R"({"precision": {"most_replications": 50, "targets": [
          {"measure": "served", "asked_for": "2%"}, {"measure": "needs", "asked_for": "3"}]}})");
  REQUIRE(read);
  CHECK(read->most == 50);
  CHECK(read->texts == std::vector<std::string>{"served:2%", "needs:3"});
  for (
      const char* const other :
      {R"({})",
       R"({"precision": 3})",
       R"({"precision": {"most_replications": 50, "targets": []}})",
       R"({"precision": {"most_replications": 0, "targets": [{"measure": "a", "asked_for": "1"}]}})",
       R"({"precision": {"most_replications": 9, "targets": [{"measure": 1, "asked_for": "1"}]}})",
       R"({"precision": {"most_replications": 9, "targets": [{"measure": "a"}]}})"}) {
    CAPTURE(other);
    CHECK_FALSE(asked(other));
  }
}
