#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "io/read_scenario.hpp"

namespace {

using ficap::io::EvidenceItem;
using ficap::io::ScenarioReading;

const std::filesystem::path folder = std::filesystem::path{FICAP_SOURCE_DIR} / "scenarios";
constexpr std::string_view baseline = "west-midlands.json";

std::optional<std::string> text_of(const std::string& name) {
  std::ifstream file{folder / name, std::ios::binary};
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

ScenarioReading read(const std::string& name) {
  const std::optional<std::string> text = text_of(name);
  REQUIRE(text);
  return ficap::io::read_scenario(name, *text, text_of, {});
}

bool is_study(const std::string& name) {
  return text_of(name)->find("\"terms\"") != std::string::npos;
}

/// All scenarios; studies are no such.
std::vector<std::string> shipped() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
    if (entry.path().extension() != ".json") continue;
    const std::string name = std::filesystem::relative(entry.path(), folder).generic_string();
    if (!is_study(name)) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> options() {
  std::vector<std::string> names;
  for (const std::string& name : shipped()) {
    if (text_of(name)->find("\"extends\"") != std::string::npos) names.push_back(name);
  }
  return names;
}

bool begins_with_the_plan(const EvidenceItem& item) {
  return item.pointer.starts_with("/from_start/");
}

std::vector<std::pair<std::string, std::string>> before_the_plan(const ScenarioReading& reading) {
  std::vector<std::pair<std::string, std::string>> numbers;
  for (const EvidenceItem& item : reading.evidence) {
    if (!begins_with_the_plan(item)) numbers.emplace_back(item.pointer, item.text);
  }
  return numbers;
}

// Certain, impossible, one of its kind: such a number says how things are built, not how much.
bool is_structural(const EvidenceItem& item) {
  return item.text == "0" || item.text == "1";
}

// A relative frequency has no range of its own: what matters is its part of the sum.
bool is_weight(const EvidenceItem& item) {
  static constexpr std::array<std::string_view, 5> weights{
      "/harm/", "/by_harm/", "/kinds/", "/origins/", "/weight"};
  return std::any_of(weights.begin(), weights.end(), [&](std::string_view part) {
    return item.pointer.find(part) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("every shipped scenario reads without a word of complaint") {
  const std::vector<std::string> names = shipped();
  REQUIRE(names.size() >= 19);
  for (const std::string& name : names) {
    const ScenarioReading reading = read(name);
    CAPTURE(name);
    for (const auto& problem : reading.problems) {
      FAIL_CHECK(problem.at.file,
                 ":",
                 problem.at.line,
                 ":",
                 problem.at.column,
                 " ",
                 problem.what.pointer,
                 ": found ",
                 problem.what.found,
                 ", expected ",
                 problem.what.expected);
    }
    CHECK(reading.scenario.has_value());
  }
}

TEST_CASE("every number of the baseline that is not structural names its source and its grade") {
  const ScenarioReading reading = read(std::string{baseline});
  REQUIRE(reading.evidence.size() > 500);
  for (const EvidenceItem& item : reading.evidence) {
    if (is_structural(item)) continue;
    CAPTURE(item.pointer);
    CAPTURE(item.text);
    CHECK_FALSE(item.source.empty());
    CHECK(item.grade.has_value());
  }
}

TEST_CASE("a judgement in the baseline says how far it may be wrong, or why it is what it is") {
  for (const EvidenceItem& item : read(std::string{baseline}).evidence) {
    if (item.grade != ficap::models::Grade::judgement || is_structural(item) || is_weight(item))
      continue;
    CAPTURE(item.pointer);
    const bool has_range = !item.low.empty() && !item.high.empty();
    CHECK((has_range || !item.note.empty()));
  }
}

TEST_CASE("an option is a patch that fits on a screen, with one sentence that says what it is") {
  REQUIRE(options().size() == 39);
  for (const std::string& name : options()) {
    CAPTURE(name);
    const std::string text = *text_of(name);
    CHECK(std::count(text.begin(), text.end(), '\n') <= 30);
    const std::string sentence = read(name).scenario.value().planned.description;
    CHECK(sentence.ends_with('.'));
    CHECK(sentence.find(". ") == std::string::npos);
    CHECK(sentence != read(std::string{baseline}).scenario.value().planned.description);
  }
}

TEST_CASE("an option changes something, and nothing before the plan begins") {
  const ScenarioReading reference = read(std::string{baseline});
  for (const std::string& name : options()) {
    CAPTURE(name);
    const ScenarioReading option = read(name);
    const bool changes_later =
        std::any_of(option.evidence.begin(), option.evidence.end(), begins_with_the_plan);
    // What never happens cannot begin to not happen: this one is another world throughout.
    const bool another_world = name == "no-dissipation.json";
    const bool starts_otherwise = name == "today.json";
    CHECK(changes_later != (another_world || starts_otherwise));
    CHECK((before_the_plan(option) == before_the_plan(reference)) != another_world);
  }
}
