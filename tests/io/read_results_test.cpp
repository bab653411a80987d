#include "io/read_results.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "io/json_text.hpp"
#include "io/read_scenario.hpp"
#include "io/run_info.hpp"
#include "io/write_results.hpp"
#include "io/write_scenario.hpp"
#include "tests/io/support.hpp"

namespace fs = std::filesystem;
namespace io = ficap::io;
namespace models = ficap::models;

namespace {

const fs::path root{FICAP_SOURCE_DIR};

models::Scenario scenario_in(const fs::path& file) {
  auto reading = io::read_scenario(file.filename().string(),
                                   ficap::test::bytes_of(file).value(),
                                   ficap::test::load_from(file.parent_path()),
                                   {});
  REQUIRE(reading.scenario);
  return *reading.scenario;
}

models::Scenario small() {
  return scenario_in(root / "tests" / "bad" / "good.json");
}

/// A results document without figures.
std::string results_of(const models::Scenario& scenario) {
  return io::results_json(
      io::run_info(scenario, {.seed = 9'007'199'254'740'991, .replications = 40}), {});
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// @returns the first problem as "line:column pointer found | expected | help"
std::string problem_with(const std::string& text) {
  const io::ResultsReading reading = io::read_results("r.json", text);
  CHECK_FALSE(reading.document);
  REQUIRE_FALSE(reading.problems.empty());
  const models::LocatedDiagnostic& first = reading.problems.front();
  return std::to_string(first.at.line) + ":" + std::to_string(first.at.column) + " " +
         first.what.pointer + " " + first.what.found + " | " + first.what.expected + " | " +
         first.what.help;
}

}  // namespace

TEST_CASE("results say how they were made") {
  const io::ResultsReading reading = io::read_results("r.json", results_of(small()));
  REQUIRE(reading.document);
  CHECK(reading.document->manifest.command == "run");
  CHECK(reading.document->manifest.id.starts_with("FI-"));
  CHECK(reading.document->manifest.version == FICAP_VERSION);
  CHECK(reading.document->manifest.seed == 9'007'199'254'740'991);
  CHECK(reading.document->manifest.replications == 40);
  REQUIRE(reading.document->scenarios.size() == 1);
  CHECK(reading.document->scenarios[0].is_as_stated());
}

TEST_CASE("results of every shipped scenario carry that very scenario") {
  std::vector<fs::path> files{root / "tests" / "bad" / "good.json",
                              root / "scenarios" / "oracles" / "small-region.json"};
  for (const fs::path& shipped : ficap::test::shipped_scenarios(root / "scenarios"))
    files.push_back(shipped);
  CHECK(files.size() > 15);
  for (const fs::path& file : files) {
    CAPTURE(file.filename().string());
    const models::Scenario scenario = scenario_in(file);
    const io::ResultsReading reading = io::read_results("r.json", results_of(scenario));
    REQUIRE(reading.document);
    CHECK(reading.document->scenarios.at(0).is_as_stated());
    const io::ScenarioReading again = reading.document->scenario(0);
    REQUIRE(again.scenario);
    CHECK(io::scenario_sha256(*again.scenario) == io::scenario_sha256(scenario));
    CHECK(results_of(*again.scenario) == results_of(scenario));
  }
}

TEST_CASE("a scenario that was edited inside its results is not the one that they state") {
  const std::string text = results_of(small());
  const auto as_stated = [](const std::string& edited) {
    const io::ResultsReading reading = io::read_results("r.json", edited);
    REQUIRE(reading.document);
    return reading.document->scenarios.at(0).is_as_stated();
  };
  CHECK(as_stated(text));
  CHECK_FALSE(as_stated(replaced(text, "\"years\": 2", "\"years\": 3")));
  const std::size_t digest = text.find("\"scenario_sha256\": \"") + 20;
  std::string other = text;
  other[digest] = other[digest] == '0' ? '1' : '0';
  CHECK_FALSE(as_stated(other));
}

TEST_CASE("what is wrong with a carried scenario is told at its place in the results") {
  const std::string text = replaced(results_of(small()), "\"years\": 2", "\"years\": -2");
  const io::ResultsReading reading = io::read_results("r.json", text);
  REQUIRE(reading.document);
  const io::ScenarioReading scenario = reading.document->scenario(0);
  CHECK_FALSE(scenario.scenario);
  REQUIRE_FALSE(scenario.problems.empty());
  const models::Location& at = scenario.problems.front().at;
  CHECK(at.file == "r.json");
  CHECK(at.source_line.substr(at.column - 1, at.width) == "-2");
}

TEST_CASE("several scenarios are carried in their order, each with its name and digest") {
  const std::string text = R"({"run": {"command": "compare", "id": "FI", "version": "1", "seed": 1,
    "replications": 2}, "scenarios": [{"name": "base", "sha256": "a", "scenario": {"x": 1}},
                                      {"name": "option", "sha256": "b", "scenario": {}}]})";
  const io::ResultsReading reading = io::read_results("r.json", text);
  REQUIRE(reading.document);
  REQUIRE(reading.document->scenarios.size() == 2);
  CHECK(reading.document->scenarios[0].name == "base");
  CHECK(reading.document->scenarios[1].name == "option");
  CHECK(reading.document->scenarios[1].stated_sha256 == "b");
  CHECK(io::canonical(reading.document->scenarios[0].node) == R"({"x":1})");
}

TEST_CASE("what is no results document is met with what it is, and where") {
  const std::string expected = "results, as `ficap run --json` writes them";
  CHECK(problem_with("[1, 2]") == "1:1  a list of 2 | " + expected + " | ");
  CHECK(problem_with(R"({"extends": "west-midlands.json"})") ==
        "1:1  a scenario | " + expected +
            " | `ficap validate` checks a scenario; `ficap run` simulates it");
  CHECK(problem_with(R"({"run": {"seed": 1}, "measures": {}})") ==
        "1:1  results that do not carry their scenario | " + expected +
            " | nothing but the scenario can make them again: run it once more");
  CHECK(problem_with("{\"run\": {\n}").substr(0, 4) == "2:2 ");
  const std::string text = results_of(small());
  CHECK(problem_with(replaced(text, "\"replications\": 40", "\"replications\": 0")) ==
        "8:21 /run/replications 0 | a whole number that `ficap run` takes | ");
  CHECK(problem_with(replaced(text, "\"seed\": 9007199254740991", "\"seed\": 9007199254740992")) ==
        "7:13 /run/seed 9007199254740992 | a whole number that `ficap run` takes | ");
  CHECK(problem_with(replaced(text, "\"version\"", "\"edition\"")) ==
        "2:10 /run/version nothing | what every results file says | ");
}
