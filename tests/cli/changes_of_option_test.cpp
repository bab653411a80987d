#include "cli/changes_of_option.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/scenarios.hpp"

using namespace ficap;

namespace {

/// @returns "teams/north-fi/establishment: 4 -> 9 [low..high] C judgement"
std::vector<std::string> told(const models::Scenario& base, const models::Scenario& option) {
  std::vector<std::string> all;
  for (const auto& change : cli::changes_of_option(base, option)) {
    std::string path;
    for (const std::string& key : change.path)
      path += (path.empty() ? "" : "/") + key;
    all.push_back(path + ": " + change.before + " -> " + change.after + " [" + change.low + ".." +
                  change.high + "] " + change.grade + " " + change.source);
  }
  return all;
}

}  // namespace

TEST_CASE(
    "an option's numbers are told with range, grade and source, new entries by what they say") {
  const models::Scenario base = test::scenario(test::small_region);
  const models::Scenario option = test::scenario(
      test::small_region,
      {R"(/evidence={"judgement": {"title": "Ours"}})",
       R"(/from_start/teams/north-fi/establishment={"value": 9, "source": "judgement", "grade": "C", "low": 7, "high": 11})",
       R"(/from_start/policies/allocation="first_come_first_served")",
       R"(/from_start/staffing/posts/cell={"from": "2026-10-01", "team": "north-fio", "change": 4})",
       R"(/title="Other words")"});
  CHECK(told(base, option) ==
        std::vector<std::string>{
            "teams/north-fi/establishment: 4 -> 9 [7..11] C judgement",
            "staffing/posts/cell/from:  -> 2026-10-01 [..]  ",
            "staffing/posts/cell/team:  -> north-fio [..]  ",
            "staffing/posts/cell/change:  -> 4 [..]  ",
            "policies/allocation: priority_by_harm_and_stage -> first_come_first_served [..]  "});
  CHECK(told(base, base).empty());
}

TEST_CASE("what an option has no more is told, too, and a list in words") {
  const models::Scenario base = test::scenario(
      test::small_region,
      {R"(/from_start/policies/service_promise={"organisations": ["north", "south"], "within": "14 d", "escalates_to": "unit"})"});
  const models::Scenario option = test::scenario(test::small_region);
  const std::vector<std::string> gone = told(base, option);
  REQUIRE(!gone.empty());
  CHECK(gone.front() == "policies/service_promise/organisations: north, south ->  [..]  ");
}
