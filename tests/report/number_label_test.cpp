#include "report/number_label.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace ficap;

namespace {

models::Setting setting() {
  models::Setting setting;
  setting.requests["help"].name = "Help";
  setting.requests["help"].tasks.emplace_back().name = "Reading";
  setting.teams["wmp-fi"].name = "West Midlands investigators";
  setting.roles["fi"].name = "Financial investigator";
  setting.roles["officer"].name = "Officer: or paralegal";
  setting.pathways["soc"].name = "Organised crime";
  return setting;
}

std::string label(const char* pointer, const char* meaning, const char* key = "") {
  models::UncertainNumber number;
  number.pointer = pointer;
  number.meaning = meaning;
  number.key = key;
  return report::number_label(number, setting());
}

}  // namespace

TEST_CASE("a number is called by the thing it is a number of, then by what it counts") {
  CHECK(label("/teams/wmp-fi/strength", "people in post, a whole number") ==
        "West Midlands investigators: people in post");
  CHECK(label("/requests/help/tasks/0/effort", "hours of work") == "Help, Reading: hours of work");
  CHECK(label("/requests/help/cover/cost", "what it costs") == "Help: what it costs");
  CHECK(label("/pathways/soc/stages/first_look/needs/help_me/probability", "chance; no more") ==
        "Organised crime, first look, help me: chance");
}

TEST_CASE("a member of a map says which") {
  CHECK(label("/roles/fi/away/other_police_work",
              "share of hours, by cause",
              "other_police_work") == "Financial investigator: share of hours (other police work)");
}

TEST_CASE(
    "what the whole scenario has stands without a thing, and what only the plan has like the "
    "rest") {
  CHECK(label("/asking/floor", "chance of asking") == "chance of asking");
  CHECK(label("/from_start/asking/floor", "chance of asking") == "chance of asking");
  CHECK(label("/from_start/teams/wmp-fi/strength", "people") ==
        "West Midlands investigators: people");
}

TEST_CASE("a number that several things share says how many, and a long name is cut at its colon") {
  models::UncertainNumber number;
  number.pointer = "/roles/officer/pay";
  number.also = {"/roles/fi/pay", "/roles/fio/pay"};
  number.meaning = "salary a year";
  CHECK(report::number_label(number, setting()) == "Officer and 2 more: salary a year");
}

TEST_CASE("what has no name is called by its id") {
  CHECK(label("/streams/cash_seizures/rate", "cases a year") == "cash seizures: cases a year");
  CHECK(label("/requests/help/tasks/7/effort", "hours") == "Help: hours");
}
