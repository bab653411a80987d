#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "io/read_scenario.hpp"
#include "report/diagnostics.hpp"
#include "tests/io/support.hpp"

namespace fs = std::filesystem;
namespace io = ficap::io;
using ficap::test::bytes_of;

namespace {

const fs::path folder = fs::path{FICAP_SOURCE_DIR} / "tests" / "bad";

/// One `--set` argument a line, in a file beside the scenario.
std::vector<std::string> sets_of(const fs::path& scenario) {
  std::vector<std::string> sets;
  std::ifstream file{fs::path{scenario}.replace_extension(".sets")};
  for (std::string line; std::getline(file, line);)
    sets.push_back(line);
  return sets;
}

io::ScenarioReading read(const fs::path& scenario) {
  return io::read_scenario(scenario.filename().string(),
                           bytes_of(scenario).value(),
                           ficap::test::load_from(folder),
                           sets_of(scenario));
}

}  // namespace

TEST_CASE("each bad scenario is refused with exactly the words beside it") {
  std::vector<fs::path> scenarios;
  for (const auto& entry : fs::directory_iterator{folder}) {
    if (entry.path().extension() == ".json" && entry.path().stem() != "good") {
      scenarios.push_back(entry.path());
    }
  }
  std::sort(scenarios.begin(), scenarios.end());
  CHECK(scenarios.size() >= 40);
  for (const fs::path& scenario : scenarios) {
    CAPTURE(scenario.filename().string());
    const io::ScenarioReading reading = read(scenario);
    CHECK_FALSE(reading.scenario.has_value());
    CHECK(ficap::report::to_text(reading.problems) ==
          bytes_of(fs::path{scenario}.replace_extension(".txt"))
              .value_or("no file of expected words"));
  }
}

TEST_CASE("a mistake that holds before and after the start is told once, a later one on its own") {
  const auto pointers = [](const std::vector<std::string>& sets) {
    const io::ScenarioReading reading = io::read_scenario(
        "good.json", bytes_of(folder / "good.json").value(), ficap::test::load_nothing, sets);
    std::string text;
    for (const auto& problem : reading.problems)
      text += problem.what.pointer + " ";
    return text;
  };
  CHECK(pointers({"/teams/desk/strength=-1", "/from_start/teams/desk/early_desk=1"}) ==
        "/teams/desk/strength ");
  CHECK(pointers({"/teams/desk/strength=-1", "/from_start/teams/desk/strength=-2"}) ==
        "/teams/desk/strength /from_start/teams/desk/strength ");
}

TEST_CASE("the good scenario that the bad ones are made of is read without a word") {
  const io::ScenarioReading reading = read(folder / "good.json");
  CHECK(ficap::report::to_text(reading.problems).empty());
  CHECK(reading.scenario.has_value());
}

TEST_CASE("every key of a good scenario may be misspelt, and each time the right one is offered") {
  const std::string good = bytes_of(folder / "good.json").value();
  for (const std::string key : {"years",
                                "warm_up",
                                "organisations",
                                "visibility",
                                "probability",
                                "establishment",
                                "effort",
                                "skills",
                                "effectiveness",
                                "mean"}) {
    CAPTURE(key);
    std::string text = good;
    const std::size_t at = text.find('"' + key + '"');
    REQUIRE(at != std::string::npos);
    std::swap(text[at + 1], text[at + 2]);
    const io::ScenarioReading reading =
        io::read_scenario("misspelt.json", text, ficap::test::load_nothing, {});
    REQUIRE_FALSE(reading.problems.empty());
    const bool offered =
        std::any_of(reading.problems.begin(), reading.problems.end(), [&](const auto& problem) {
          return problem.what.help == "did you mean \"" + key + "\"?";
        });
    CHECK(offered);
  }
}
