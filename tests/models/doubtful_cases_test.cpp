#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "models/scenario.hpp"
#include "tests/models/check_said.hpp"

// What is said of a list of open cases that can be simulated and is probably not what was meant.

namespace {

namespace models = ficap::models;
namespace test = ficap::test;

/// What check says of the baseline when these cases are open, as JSON.
std::vector<std::string> said(const std::string& cases) {
  models::Scenario scenario =
      test::scenario("scenarios/west-midlands.json", {R"(/start={"cases": [)" + cases + "]}"});
  return test::texts(models::check(scenario));
}

std::string a_case(const std::string& reference,
                   const std::string& stream,
                   const std::string& stage,
                   const std::string& requests) {
  return R"({"case": ")" + reference + R"(", "stream": ")" + stream + R"(", "stage": ")" + stage +
         R"(", "opened": "2025-01-07", "stage_entered": "2026-03-30", "requests": [)" + requests +
         "]}";
}

}  // namespace

TEST_CASE(
    "cases without a row for the statutory help that their stage begins with are told of once") {
  const std::string cases = a_case("A", "wmp-drug_supply", "trial", "") + "," +
                            a_case("B", "wmp-drug_supply", "confiscation", "") + "," +
                            a_case("C", "wmp-drug_supply", "confiscation", "") + "," +
                            a_case("D", "wmp-cash", "seized", "");
  CHECK(said(cases) ==
        std::vector<std::string>{
            "warning /start/cases/1: found cases without a row for the statutory help that their "
            "stage begins with (cash_detention 1, confiscation or nominal_confiscation 2), "
            "expected a row for each request that is open, and one whose state is done for each "
            "that is finished (what arose before the plan starts is not raised again: without a "
            "row it never comes)"});
  // One of the ways that a conviction may go is enough, in work or done.
  CHECK(said(a_case("B",
                    "wmp-drug_supply",
                    "confiscation",
                    R"({"request": "nominal_confiscation", "asked": "2026-03-30"})") +
             "," +
             a_case("C",
                    "wmp-drug_supply",
                    "confiscation",
                    R"({"request": "confiscation", "state": "done"})"))
            .empty());
}

TEST_CASE("requests that their pathway never asks for, and that wait for nothing, are told of") {
  CHECK(said(a_case("A",
                    "wmp-cash",
                    "seized",
                    R"({"request": "cash_detention", "asked": "2026-03-30"},
                       {"request": "early_profile", "asked": "2026-03-30", "state": "in_work"})")) ==
        std::vector<std::string>{
            "warning /start/cases/0: found requests that no stage of their pathway asks for "
            "(early_profile 1), expected kinds of help that the pathway has"});
  CHECK(said(a_case("A",
                    "wmp-drug_supply",
                    "trial",
                    R"({"request": "early_profile", "asked": "2025-03-30"})")) ==
        std::vector<std::string>{
            "warning /start/cases/0: found requests that wait although their window has closed "
            "(early_profile 1), expected requests that a start is still of use to (they expire "
            "when the plan begins, which is bad news for those who asked)"});
}

TEST_CASE("a backlog without a case is told of") {
  CHECK(said("") == std::vector<std::string>{
                        "warning /start: found a backlog without a case, expected the cases that "
                        "are open when the plan starts (the run begins with nothing in hand)"});
}

TEST_CASE("also of what is done a task is named that there is") {
  models::Scenario scenario = test::scenario(
      "scenarios/west-midlands.json",
      {R"(/start={"cases": [)" +
       a_case(
           "A",
           "wmp-drug_supply",
           "overt",
           R"({"request": "overt_restraint", "asked": "2026-03-20", "state": "done", "task": 2})") +
       "]}"});
  CHECK(test::texts(models::check(scenario)).empty());
  scenario.planned.start.cases->front().requests.front().task = 9.0;
  CHECK(test::texts(models::check(scenario)) ==
        std::vector<std::string>{
            "error /start/cases/0/requests/0/task: found task 9 of 2, expected a task of "
            "\"overt_restraint\": from 1 to 2 also /start/cases/0/requests/0/request"});
}
