#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// A run that starts from a table of open cases, as a user has it.

using namespace ficap;

namespace {

const std::string header =
    "case,stream,stage,opened,stage_entered,request,asked,state,hours_done\n";
const std::string first = "A-1,cases,open,2026-03-22,2026-03-22,help,2026-03-25,in_work,12\n";
const std::string second = "\"B, 2\",cases,open,2026-03-27,2026-03-27,help,2026-03-28,waiting,\n";
const std::string bad = "C-3,cases,open,2026-03-27,2026-03-27,help,2026-03-28,paused,\n";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string unbroken(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// A scenario that names a table beside it.
class Desk {
 public:
  explicit Desk(const std::string& rows) {
    std::ofstream{folder_ / "desk.json"} << R"({"extends": ")" << FICAP_SOURCE_DIR
                                         << R"(/tests/support/one_desk.json",
               "start": {"backlog": "open.csv"}, "plan": {"replications": 8}})";
    rewrite(rows);
  }
  void rewrite(const std::string& rows) const {
    std::ofstream{folder_ / "open.csv"} << header << rows;
  }
  [[nodiscard]] test::Ended ficap(std::vector<std::string> arguments,
                                  const std::string& command = "run") const {
    arguments.insert(arguments.begin(), {command, folder_ / "desk.json"});
    return test::ficap(arguments);
  }
  [[nodiscard]] std::string operator/(const std::string& name) const { return folder_ / name; }

 private:
  test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("every command says what a run starts from") {
  const Desk desk{first + second};
  const std::string clause = "starts from 2 open cases and 2 open requests of open.csv";
  for (const char* const command : {"run", "validate", "explain"}) {
    CAPTURE(command);
    const auto ended = desk.ficap({}, command);
    CHECK(ended.code == 0);
    CHECK(contains(unbroken(ended.out), clause));
  }
  const auto compared = test::ficap(
      {"compare", desk / "desk.json", desk / "desk.json", "--replications", "2", "--quiet"});
  CHECK(compared.code == 0);
  CHECK(contains(unbroken(compared.out), clause));
  const auto settling = desk.ficap({"--replications", "2", "--years", "5", "--quiet"}, "warmup");
  CHECK(contains(unbroken(settling.out), "No warm-up has to be long enough: a run " + clause));
}

TEST_CASE("a result from a backlog is repeated from its own file, with the table gone") {
  const Desk desk{first + second};
  const std::string json = desk / "results.json";
  REQUIRE(desk.ficap({"--json", json, "--quiet"}).code == 0);
  desk.rewrite("");
  const auto ended = test::ficap({"verify", json});
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "matches, to the bit."));
}

TEST_CASE("neither threads nor the order of rows change a byte") {
  const auto results = [](const std::string& rows, const char* threads) {
    const auto ended = Desk{rows}.ficap({"--json", "-", "--quiet", "--threads", threads});
    REQUIRE(ended.code == 0);
    return ended.out;
  };
  const std::string expected = results(first + second, "1");
  CHECK(results(first + second, "3") == expected);
  CHECK(results(second + first, "2") == expected);
  CHECK(results(first, "1") != expected);
}

TEST_CASE("bad rows are refused, or left out and listed") {
  const Desk desk{first + bad + second};
  const auto refused = desk.ficap({}, "validate");
  CHECK(refused.code == 3);
  CHECK(contains(refused.err, "error: state: found \"paused\", expected \"waiting\""));
  CHECK(contains(refused.err, "open.csv:3:54"));
  const auto skipped = desk.ficap({"--skip-bad-rows", "--json", "-", "--quiet"});
  CHECK(skipped.code == 0);
  CHECK(contains(skipped.err, "warning: state: found \"paused\""));
  CHECK(contains(skipped.out, "\"rows\": 3"));
  CHECK(contains(skipped.out, "\"lines_left_out\": [3]"));
  const auto told = desk.ficap({"--skip-bad-rows"}, "validate");
  CHECK(contains(unbroken(told.out), "1 of its 3 rows is left out (line 3)"));
}

TEST_CASE("a run is not gone on with where its table has changed since") {
  const Desk desk{first + second};
  const std::string json = desk / "results.json";
  REQUIRE(desk.ficap({"--json", json, "--quiet", "--replications", "2"}).code == 0);
  const auto digest = [&] {
    const std::string text = test::content_of(json);
    const std::size_t at = text.find("scenario_sha256");
    return text.substr(at, 90);
  };
  const std::string before = digest();
  desk.rewrite(first);
  REQUIRE(desk.ficap({"--json", json, "--quiet", "--replications", "2", "--force"}).code == 0);
  CHECK(digest() != before);
}

TEST_CASE("scenarios that start from other open cases are not compared") {
  const Desk one{first + second};
  const Desk other{first + "B-9,cases,open,2026-03-27,2026-03-27,help,2026-03-28,waiting,\n"};
  const auto ended =
      test::ficap({"compare", one / "desk.json", other / "desk.json", "--replications", "2"});
  CHECK(ended.code == 2);
  CHECK(contains(ended.err, "starts from open cases of its own, but "));
}

TEST_CASE("a study of uncertainty starts from the backlog, and is repeated from its own file") {
  const Desk desk{first + second};
  const std::string json = desk / "uncertain.json";
  const auto ended = desk.ficap({"--set",
                                 R"(/asking/floor={"value": 0.5, "low": 0.2, "high": 0.9})",
                                 "--no-ranking",
                                 "--draws",
                                 "3",
                                 "--replications",
                                 "2",
                                 "--json",
                                 json,
                                 "--quiet"},
                                "uncertainty");
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "starts from 2 open cases"));
  CHECK(test::ficap({"verify", json}).code == 0);
}
