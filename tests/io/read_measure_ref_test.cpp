#include "io/read_measure_ref.hpp"

#include <string>
#include <string_view>
#include <variant>

#include <doctest/doctest.h>

#include "tests/support/outcomes.hpp"

using namespace ficap;

namespace {

const models::DimensionIds ids = test::small_world();

std::string again(std::string_view text) {
  const auto read = io::read_measure_ref(text, ids);
  const auto* ref = std::get_if<study::MeasureRef>(&read);
  return ref != nullptr ? study::to_string(*ref, ids) : std::get<io::NoSuchMeasure>(read).why;
}

}  // namespace

TEST_CASE("a measure, whole or cut, is written as it is read") {
  CHECK(again("assets_collected") == "assets_collected");
  CHECK(again("unmet_share_of_need[class=discretionary]") ==
        "unmet_share_of_need[class=discretionary]");
}

TEST_CASE("what points at no measure is told what may stand there") {
  CHECK(again("unmet_share_of_needs") ==
        "there is no measure \"unmet_share_of_needs\"; did you mean \"unmet_share_of_need\"?");
  CHECK(again("profit") ==
        "there is no measure \"profit\"; `ficap cite RESULTS.json --list` lists those of any "
        "results file");
  CHECK(again("unmet") ==
        "there is no measure \"unmet\"; there are: unmet_share_of_need, "
        "unmet_share_of_requests, unmet_share_upper");
  CHECK(again("unmet_share_of_need[organisation=wmp,class=discretionary]") ==
        "this scenario has no organisation \"wmp,class=discretionary\"; these measures are cut by "
        "one thing at a time");
  CHECK(again("unmet_share_of_need[discretionary]") ==
        "a part of a measure is written like unmet_share_of_need[class=discretionary], not "
        "\"unmet_share_of_need[discretionary]\"");
  CHECK(again("unmet_share_of_need[class=discretionary") ==
        "a part of a measure is written like unmet_share_of_need[class=discretionary], not "
        "\"unmet_share_of_need[class=discretionary\"");
  CHECK(again("unmet_share_of_need[class=discretion]") ==
        "this scenario has no class \"discretion\"; did you mean \"discretionary\"?");
  CHECK(again("unmet_share_of_need[class=urgent]") ==
        "this scenario has no class \"urgent\"; there are: statutory, directed, discretionary");
  CHECK(again("unmet_share_of_need[clas=discretionary]") ==
        "unmet_share_of_need is not known by \"clas\"; did you mean \"class\"?");
}
