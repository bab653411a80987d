#include <csignal>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// The command as a user runs it, on a scenario in which two numbers are given a range.

using namespace ficap;

namespace {

const std::string scenario = FICAP_SOURCE_DIR "/tests/support/one_desk.json";

std::vector<std::string> arguments(const std::vector<std::string>& more) {
  std::vector<std::string> all{
      "uncertainty",
      scenario,
      "--set",
      R"(/streams/cases/rate={"value": "0.5 /d", "low": "0.4 /d", "high": "0.6 /d"})",
      "--set",
      R"(/requests/help/tasks/0/effort={"fixed": {"value": "12 h"}, "low": "6 h", "high": "18 h"})"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("uncertainty answers first, then shows the parts of each measure, then what matters") {
  const auto ended = test::ficap(arguments({"--draws", "20", "--rank-measure", "worked_hours"}));
  CHECK(ended.code == 0);
  CHECK(ended.err.empty());  // no terminal, no progress
  const auto answer = ended.out.find("Of what is uncertain about");
  const auto table = ended.out.find("How uncertain, and why");
  const auto inputs = ended.out.find("What matters to: hours worked");
  REQUIRE(inputs != std::string::npos);
  CHECK(answer < table);
  CHECK(table < inputs);
  CHECK(contains(ended.out, "/requests/help/tasks/0/effort"));
}

TEST_CASE("uncertainty writes the same bytes with one, two and eight threads") {
  std::string first;
  for (const char* threads : {"1", "2", "8"}) {
    const auto ended = test::ficap(arguments(
        {"--draws", "12", "--rows", "8", "--json", "-", "--quiet", "--threads", threads}));
    CHECK(ended.code == 0);
    REQUIRE(nlohmann::json::accept(ended.out));
    if (first.empty()) first = ended.out;
    CHECK(ended.out == first);
  }
}

TEST_CASE("uncertainty writes its files whole and never over others") {
  const test::TemporaryFolder folder;
  const auto all = arguments({"--draws",
                              "5",
                              "--no-ranking",
                              "--json",
                              folder / "study.json",
                              "--csv",
                              folder.path().string(),
                              "--quiet"});
  CHECK(test::ficap(all).code == 0);
  CHECK(nlohmann::json::parse(test::content_of(folder / "study.json"))["run"]["draws"] == 5);
  CHECK(contains(test::content_of(folder / "draws.csv"), "draw,/streams/cases/rate,"));
  CHECK(contains(test::content_of(folder / "s_curve.csv"), "measure,percent,"));
  CHECK(test::ficap(all).code == 2);
}

TEST_CASE("a study stopped by Ctrl-C keeps the draws that are finished, and says so") {
  const test::TemporaryFolder folder;
  const auto stopped = test::ficap_interrupted(
      arguments({"--draws", "100000", "--replications", "80", "--json", folder / "stopped.json"}),
      "left",
      SIGINT);
  CHECK(stopped.code == 130);
  CHECK(contains(stopped.out, "Stopped early: "));
  CHECK(contains(stopped.out, "which of them matter is not known"));
  const auto json = nlohmann::json::parse(test::content_of(folder / "stopped.json"));
  const auto draws = json["run"]["draws"].get<int>();
  CHECK(draws >= 2);
  CHECK(draws < 100'000);
}

TEST_CASE("a scenario without ranges is told how to give one") {
  const auto ended = test::ficap({"uncertainty", scenario});
  CHECK(ended.code == 2);
  CHECK(contains(ended.err, "no number of this scenario has a low and a high"));
  CHECK(contains(ended.err, R"({"value": 0.1, "low": 0.05, "high": 0.2})"));
}

TEST_CASE("a measure that does not exist is met with the nearest one") {
  const auto ended = test::ficap(arguments({"--rank-measure", "wait_day"}));
  CHECK(ended.code == 2);
  CHECK(contains(ended.err, "wait_days"));
}

TEST_CASE("sizes of the study are checked before any work") {
  CHECK(test::ficap(arguments({"--draws", "1"})).code == 2);
  CHECK(test::ficap(arguments({"--replications", "1"})).code == 2);
  CHECK(test::ficap(arguments({"--draws", "100000", "--replications", "100000"})).code == 2);
}
