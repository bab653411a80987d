#include "tests/support/scenarios.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include <doctest/doctest.h>

#include "io/read_scenario.hpp"

namespace ficap::test {

namespace {

std::optional<std::string> text_if_there(const std::string& name) {
  std::ifstream file{std::filesystem::path{FICAP_SOURCE_DIR} / name, std::ios::binary};
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

models::Scenario read(const std::string& name, const std::string& text, const Changes& changes) {
  const io::ScenarioReading reading = io::read_scenario(name, text, text_if_there, changes);
  for (const auto& problem : reading.problems) {
    if (problem.what.severity == models::Diagnostic::Severity::warning) continue;
    FAIL_CHECK(problem.at.file,
               ":",
               problem.at.line,
               " ",
               problem.what.pointer,
               ": found ",
               problem.what.found,
               ", expected ",
               problem.what.expected);
  }
  REQUIRE(reading.scenario.has_value());
  return *reading.scenario;
}

}  // namespace

std::string text_of(const std::string& name) {
  const std::optional<std::string> text = text_if_there(name);
  REQUIRE_MESSAGE(text.has_value(), name);
  return *text;
}

models::Scenario scenario(const std::string& name, const Changes& changes) {
  return read(name, text_of(name), changes);
}

models::Scenario scenario_of_text(const std::string& text, const Changes& changes) {
  return read("text", text, changes);
}

std::int64_t World::cut(const models::Outcome& o,
                        models::Counter counter,
                        models::Dimension dimension,
                        std::string_view id) const {
  const auto& ids = compiled_.ids()[static_cast<std::size_t>(dimension)];
  const auto found = std::find(ids.begin(), ids.end(), id);
  REQUIRE(found != ids.end());
  const auto index = static_cast<std::size_t>(found - ids.begin());
  return o.values[compiled_.layout().cut(counter, dimension, index)];
}

std::vector<std::int64_t> World::cuts(const models::Outcome& o,
                                      models::Counter counter,
                                      models::Dimension dimension) const {
  const std::size_t width = compiled_.layout().width(dimension);
  if (width == 0) return {};
  const std::size_t first = compiled_.layout().cut(counter, dimension, 0);
  const auto begin = o.values.begin() + static_cast<std::ptrdiff_t>(first);
  return {begin, begin + static_cast<std::ptrdiff_t>(width)};
}

Changes people_who_come_and_go() {
  Changes changes;
  for (const char* role : {"fi", "both"}) {
    const std::string at = "/roles/" + std::string{role};
    changes.push_back(at + R"(/away={"other": 0.15})");
    changes.push_back(at +
                      R"(/sickness={"spells": "5 /y", "lasts": {"exponential": {"mean": "9 d"}}})");
    changes.push_back(at + R"(/leave={"days": 26, "monthly_profile": [1,1,1,2,1,1,3,4,1,1,1,3]})");
    changes.push_back(
        at + R"(/leaving={"rate": "0.5 /y", "newly_accredited": "2 /y", "newly": "90 d"})");
    changes.push_back(at + R"(/recruitment={"takes": {"exponential": {"mean": "20 d"}}})");
    changes.push_back(
        at +
        R"(/training={"takes": {"exponential": {"mean": "60 d"}}, "tutoring": 0.2, "fails": 0.1, "places": 3})");
  }
  changes.emplace_back(R"(/roles/both/training/skills=["intelligence"])");
  changes.emplace_back(R"(/policies/handover={"after": "5 d", "effort_lost": 0.3})");
  return changes;
}

Changes a_plan_of_everything() {
  return {"/roles/fi/pay=£40,000", "/roles/both/pay=£40,000", R"(/from_start/staffing={
    "posts": {
      "more": {"from": "2026-07-01", "team": "north-fi", "change": 2},
      "fewer": {"from": "2026-09-15", "team": "south-all", "change": -1},
      "others": {"from": "2026-09-15", "team": "unit-all", "change": 1, "filled": "on_the_day"},
      "none": {"from": "2026-12-01", "team": "south-all", "change": -1}
    },
    "hiring_freezes": {"first": {"from": "2026-04-01", "until": "2026-08-01"}},
    "overtime": {"summer": {"from": "2026-06-01", "until": "2026-10-01", "teams": ["north-fi", "unit-all"], "up_to": 0.2},
                 "winter": {"from": "2026-11-01", "teams": ["north-fi"], "up_to": 0.1}},
    "agency": {"few": {"from": "2026-05-01", "until": "2026-11-01", "team": "north-fi", "people": 2, "day_rate": "£400"},
               "one": {"from": "2026-10-01", "team": "south-all", "people": 1, "day_rate": "£300"}},
    "loans": {"help": {"from": "2026-06-01", "until": "2026-12-01", "team": "unit-all", "people": 1, "to": "north"},
              "more": {"from": "2026-08-01", "team": "unit-all", "people": 5, "to": "south"}},
    "supplements": {"stay": {"from": "2026-06-01", "teams": ["north-fi", "unit-all"], "pay": "£3,000", "leaving": 0.5}}
  })"};
}

}  // namespace ficap::test
