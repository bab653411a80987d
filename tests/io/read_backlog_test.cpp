#include "io/read_backlog.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "io/json_text.hpp"
#include "io/read_scenario.hpp"
#include "io/write_scenario.hpp"
#include "report/diagnostics.hpp"
#include "tests/io/support.hpp"

namespace {

namespace io = ficap::io;
namespace models = ficap::models;
using ficap::test::bytes_of;

const std::filesystem::path folder = std::filesystem::path{FICAP_SOURCE_DIR} / "tests" / "bad";

const std::string header =
    "case,stream,stage,opened,stage_entered,harm,origin,area,benefit,realisable,request,asked,"
    "state,"
    "hours_done,team,task\n";
const std::string good_rows =
    "ECU-1,force-fraud,open,2026-01-05,2026-01-05,high,,north,£20000,,look,2026-01-09,in_work,3.5,"
    "desk,\n"
    "ECU-1,,,,,,,,,,hearing,2026-03-30,waiting,,,\n"
    "\"Op \"\"Sun, Moon\"\"\",force-fraud,court,2025-06-01,2025-11-30,,,,,,look,,done,,,\n"
    "ECU-3,force-fraud,open,2026-03-01,2026-03-02,,,,,,,,,,,\n";

io::ScenarioReading read(const std::string& table,
                         io::BadRows bad_rows = io::BadRows::refused,
                         std::vector<std::string> sets = {}) {
  // A hearing that few have, so that a case in court without one is nothing to wonder at.
  const std::vector<std::string> always{
      "/start/backlog=open.csv", "/pathways/short/stages/court/needs/hearing/probability=0.4"};
  sets.insert(sets.begin(), always.begin(), always.end());
  const io::Load load = [&](const std::string& name) {
    return name == "open.csv" ? std::optional{table} : std::nullopt;
  };
  return io::read_scenario(
      "good.json", bytes_of(folder / "good.json").value(), load, sets, bad_rows);
}

std::string said(const std::string& table, io::BadRows bad_rows = io::BadRows::refused) {
  return ficap::report::to_text(read(table, bad_rows).problems);
}

const std::vector<models::OpenCase>& cases_of(const io::ScenarioReading& reading) {
  REQUIRE(reading.scenario.has_value());
  REQUIRE(reading.scenario->planned.start.cases.has_value());
  return *reading.scenario->planned.start.cases;
}

}  // namespace

TEST_CASE("a table becomes the open cases of the scenario, by reference") {
  const io::ScenarioReading reading = read(header + good_rows);
  CHECK(ficap::report::to_text(reading.problems).empty());
  const auto& cases = cases_of(reading);
  REQUIRE(cases.size() == 3);
  CHECK(cases[0].reference == "ECU-1");
  CHECK(cases[1].reference == "ECU-3");
  CHECK(cases[2].reference == "Op \"Sun, Moon\"");
  CHECK(cases[0].harm == models::Harm::high);
  CHECK_FALSE(cases[0].origin.has_value());
  CHECK(cases[0].benefit == models::Money{2'000'000});
  REQUIRE(cases[0].requests.size() == 2);
  CHECK(cases[0].requests[0].request.id == "hearing");
  CHECK(cases[0].requests[1].state == models::OpenState::in_work);
  CHECK(cases[0].requests[1].hours_done == models::Effort{3.5});
  CHECK(cases[1].requests.empty());
  CHECK(cases[2].requests.front().state == models::OpenState::done);
  const models::Start& start = reading.scenario->planned.start;
  CHECK(start.state == models::InitialState::backlog);
  CHECK(start.rows == 4.0);
  CHECK(start.open_cases() == 3);
  CHECK(start.open_requests() == 2);
}

TEST_CASE(
    "spreadsheets may end lines as they like, mark the order of bytes and leave blank lines") {
  const auto expected = cases_of(read(header + good_rows));
  std::string table = "\xEF\xBB\xBF";
  for (const char c : header + good_rows)
    table += c == '\n' ? std::string{"\r\n"} : std::string{c};
  CHECK(cases_of(read(table)) == expected);
  CHECK(cases_of(read(header + "\n" + good_rows + ",,,,,,,,,,,,,,,\n\n")) == expected);
  std::string no_end = header + good_rows;
  no_end.pop_back();
  CHECK(cases_of(read(no_end)) == expected);
}

TEST_CASE("columns may stand in any order, and those that nobody needs may be missing") {
  const std::string table =
      "opened,stage_entered,stage,stream,case\n2026-03-01,2026-03-02,open,force-fraud,ECU-3\n";
  CHECK(cases_of(read(table)).size() == 1);
}

TEST_CASE("the order of rows is of no account, down to the digest of the scenario") {
  const std::string turned =
      "ECU-3,force-fraud,open,2026-03-01,2026-03-02,,,,,,,,,,,\n"
      "ECU-1,,,,,,,,,,hearing,2026-03-30,waiting,,,\n"
      "\"Op \"\"Sun, Moon\"\"\",force-fraud,court,2025-06-01,2025-11-30,,,,,,look,,done,,,\n"
      "ECU-1,force-fraud,open,2026-01-05,2026-01-05,high,,north,£20000,,look,2026-01-09,in_work,"
      "3.5,desk,\n";
  CHECK(io::scenario_sha256(*read(header + good_rows).scenario) ==
        io::scenario_sha256(*read(header + turned).scenario));
  std::string other = good_rows;
  other.replace(other.find("2026-01-09"), 10, "2026-01-08");
  CHECK(io::scenario_sha256(*read(header + good_rows).scenario) !=
        io::scenario_sha256(*read(header + other).scenario));
}

TEST_CASE("what is written of a scenario needs no table any more") {
  const models::Scenario scenario = *read(header + good_rows).scenario;
  io::Resolved written;
  static_cast<void>(written.sources.add("written", ""));
  written.root = io::write_scenario(scenario);
  const io::ScenarioReading again = io::read_scenario(written, ficap::test::load_nothing);
  REQUIRE(again.scenario.has_value());
  CHECK(again.scenario->planned.start.cases == scenario.planned.start.cases);
  CHECK(io::scenario_sha256(*again.scenario) == io::scenario_sha256(scenario));
}

TEST_CASE("bad rows are left out where that is asked for, and the good ones stay") {
  const std::string table =
      header + good_rows +
      "ECU-4,force-fraud,opne,2026-03-01,2026-03-02,,,,,,look,2026-03-03,,,,\n"
      "ECU-3,,,,,,,,,,look,2026-03-04,on hold,,,\n"
      "ECU-5,force-fraud,open,2026-03-01,2026-02-02,,,,,,,,,,,\n"
      "ECU-3,,,,,,,,,,look,2026-03-05,waiting,,,\n";
  CHECK_FALSE(read(table).scenario.has_value());
  const io::ScenarioReading reading = read(table, io::BadRows::left_out);
  const auto& cases = cases_of(reading);
  REQUIRE(cases.size() == 3);
  CHECK(cases[1].requests.size() == 1);
  const models::Start& start = reading.scenario->planned.start;
  CHECK(start.rows == 8.0);
  CHECK(start.lines_left_out == std::vector<double>{6.0, 7.0, 8.0});
  CHECK(reading.problems.size() == 3);
  CHECK(std::all_of(reading.problems.begin(), reading.problems.end(), [](const auto& problem) {
    return problem.what.severity == models::Diagnostic::Severity::warning &&
           problem.what.help.ends_with("left out");
  }));
}

TEST_CASE("a case whose request is bad stays open without it, though no other row tells of it") {
  const std::string table =
      header + "ECU-4,force-fraud,open,2026-03-01,2026-03-02,,,,,,lok,2026-03-03,,,,\n";
  const io::ScenarioReading reading = read(table, io::BadRows::left_out);
  REQUIRE(cases_of(reading).size() == 1);
  CHECK(cases_of(reading).front().requests.empty());
}

TEST_CASE("a table that cannot be read as a whole is refused, also where bad rows are left out") {
  for (const std::string& table : {std::string{},
                                   std::string{"case;stream;stage\nA;B;C\n"},
                                   header + "\"ECU-1,force-fraud\n",
                                   std::string{"case,stream,stage,opened\n"}}) {
    CAPTURE(table);
    CHECK_FALSE(read(table, io::BadRows::left_out).scenario.has_value());
  }
}

TEST_CASE("columns separated by semicolons are told apart from unknown ones") {
  CHECK(said("case;stream;stage\nA;B;C\n").find("separated by commas") != std::string::npos);
}

TEST_CASE("an option keeps its base's table, or takes another start") {
  CHECK(read(header + good_rows, io::BadRows::refused, {"/teams/desk/strength=1"})
            .scenario->planned.start.open_cases() == 3);
  CHECK_FALSE(
      read(header + good_rows, io::BadRows::refused, {"/start/state=empty"}).scenario.has_value());
  const auto without =
      read("", io::BadRows::refused, {"/start/state=empty", "/start/backlog=null"});
  CHECK(without.scenario->planned.start.state == models::InitialState::empty);
}
