#include <algorithm>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "io/json_text.hpp"
#include "io/read_scenario.hpp"
#include "io/read_setting.hpp"
#include "io/run_info.hpp"
#include "io/schema.hpp"
#include "io/sha256.hpp"
#include "io/write_scenario.hpp"
#include "tests/io/support.hpp"

namespace fs = std::filesystem;
namespace io = ficap::io;
namespace models = ficap::models;
namespace sim = ficap::sim;

namespace {

const fs::path root{FICAP_SOURCE_DIR};

models::Scenario scenario(const std::vector<std::string>& sets = {},
                          const std::string& name = "good.json") {
  const fs::path folder = root / "tests" / "bad";
  auto reading = io::read_scenario(
      name, ficap::test::bytes_of(folder / name).value(), ficap::test::load_from(folder), sets);
  REQUIRE(reading.scenario);
  return *reading.scenario;
}

}  // namespace

TEST_CASE("every kind of value arrives in its base unit") {
  const models::Setting setting = scenario().planned;
  CHECK(setting.plan.start == sim::Date{2026, 4, 1});
  CHECK(setting.plan.years == 2.0);
  CHECK(setting.plan.warm_up.days == 365.25);
  CHECK(setting.start.state == models::InitialState::warm_up);
  CHECK(setting.streams.at("force-fraud").rate.value.per_year == 120.0);
  CHECK(setting.streams.at("force-fraud").organisation.id == "force");
  const models::AssetProfile& profile = setting.asset_profiles.at("small");
  CHECK(std::get<sim::Lognormal>(profile.benefit.value.distribution.value).mean_value == 20'000.0);
  CHECK(profile.benefit.source == "survey");
  CHECK(profile.benefit.grade == models::Grade::derived);
  CHECK(profile.hidden.values.at(models::AssetKind::cash).value.value == 0.2);
  const models::Stage& open = setting.pathways.at("short").stages.at("open");
  CHECK(std::get<sim::Exponential>(open.lasts.value.distribution.value).mean_value == 30.0);
  CHECK(open.needs.at("look").probability.low->value == 0.4);
  const models::Stage& court = setting.pathways.at("short").stages.at("court");
  CHECK(std::get<sim::Fixed>(court.lasts.value.distribution.value).value == 60.0);
  const models::RequestType& look = setting.requests.at("look");
  CHECK(std::get<models::WindowUntilPhaseEnds>(look.window).phase == models::Phase::early);
  CHECK(std::get<sim::Erlang>(look.tasks.at(0).effort.value.distribution.value) ==
        sim::Erlang{2, 14.0});
  CHECK(setting.requests.at("hearing").cover->cost.value.pence == 25'000);
  CHECK(setting.roles.at("clerk").pay.value.pence == 3'000'000);
  CHECK(setting.calendars.at("office").opens.since_midnight == std::chrono::minutes{510});
  CHECK(std::holds_alternative<models::FirstComeFirstServed>(setting.policies.allocation));
}

TEST_CASE("what a scenario leaves out keeps its initial value") {
  const models::Setting setting = scenario({"/plan/warm_up=null"}).before;
  CHECK(setting.plan.warm_up.days == models::Plan{}.warm_up.days);
  CHECK(setting.teams.at("desk").caseload_cap.value.value == 12.0);
  CHECK(setting.policies.overflow.empty());
}

TEST_CASE("what stands under from_start holds from the start and not before") {
  const models::Scenario with = scenario({"/from_start/teams/desk/strength=1",
                                          "/from_start/requests/hearing/cover=null",
                                          "/from_start/policies/allocation=value_per_hour"});
  CHECK(with.before.teams.at("desk").strength.value.value == 2.0);
  CHECK(with.planned.teams.at("desk").strength.value.value == 1.0);
  CHECK(with.before.requests.at("hearing").cover);
  CHECK_FALSE(with.planned.requests.at("hearing").cover);
  CHECK(std::holds_alternative<models::ValuePerHour>(with.planned.policies.allocation));
}

TEST_CASE("the register holds every sourced number, where it stands and what it changes to") {
  const fs::path folder = root / "tests" / "bad";
  const auto reading = io::read_scenario("good.json",
                                         ficap::test::bytes_of(folder / "good.json").value(),
                                         ficap::test::load_nothing,
                                         {"/from_start/teams/desk/strength=1"});
  const auto item = [&](const std::string& pointer) {
    const auto found = std::find_if(reading.evidence.begin(),
                                    reading.evidence.end(),
                                    [&](const auto& each) { return each.pointer == pointer; });
    REQUIRE(found != reading.evidence.end());
    return *found;
  };
  CHECK(reading.evidence.size() == 27);
  for (const auto& number : reading.evidence)
    CHECK(number.at.source_line.empty());  // a file on one line would be copied for each
  CHECK(item("/asset_profiles/small/benefit").text == "lognormal, mean £20k, cv 2");
  CHECK(item("/asset_profiles/small/benefit").source == "survey");
  CHECK(item("/pathways/short/stages/open/needs/look/probability").high == "0.6");
  CHECK(item("/teams/desk/strength").at.file == "good.json");
  CHECK(item("/from_start/teams/desk/strength").at.file == "--set 1");
}

TEST_CASE("a scenario that is written out is read again as the same one") {
  for (const models::Scenario& each :
       {scenario(),
        scenario({"/from_start/teams/desk/strength=1", "/from_start/requests/hearing/cover=null"}),
        scenario({R"(/pathways/short/stages/court/lasts={"mixture": {"weights": [1, 2],
                     "components": [{"triangular": {"low": "1 d", "mode": "2 d", "high": "9 d"}},
                                    {"lognormal": {"median": "3 h", "sigma": 1, "at_most": "1 y"}}]}})",
                  R"(/requests/look/tasks/0/effort={"empirical": {"values": ["1 h", "90 min"]}})",
                  R"(/asset_profiles/small/benefit={"discrete": {"values": ["£0.10", "£1,234.56"],
                     "weights": [0.3, 0.7]}, "low": "£1", "high": "£2k"})",
                  "/roles/clerk/pay=£30000.07",
                  "/streams/force-fraud/monthly_profile=[1,2,3,4,5,6,7,8,9,10,11,12.5]",
                  "/asking/floor=7 %"})}) {
    const std::string text = io::pretty(io::write_scenario(each));
    const auto again = io::read_scenario("again.json", text, ficap::test::load_nothing, {});
    for (const auto& problem : again.problems) {
      CHECK_MESSAGE(problem.what.severity == models::Diagnostic::Severity::warning,
                    problem.what.pointer,
                    ": ",
                    problem.what.found);
    }
    REQUIRE(again.scenario);
    CHECK(io::canonical(io::write_scenario(*again.scenario)) ==
          io::canonical(io::write_scenario(each)));
    CHECK(io::canonical(io::write_setting(again.scenario->planned)) ==
          io::canonical(io::write_setting(each.planned)));
  }
}

TEST_CASE("every shipped scenario survives being written out and read") {
  REQUIRE_FALSE(ficap::test::shipped_scenarios(root / "scenarios").empty());
  for (const fs::path& file : ficap::test::shipped_scenarios(root / "scenarios")) {
    CAPTURE(file.filename().string());
    const auto reading = io::read_scenario(file.filename().string(),
                                           ficap::test::bytes_of(file).value(),
                                           ficap::test::load_from(file.parent_path()),
                                           {});
    REQUIRE(reading.scenario);
    const io::Node written = io::write_scenario(*reading.scenario);
    const auto again =
        io::read_scenario("again.json", io::canonical(written), ficap::test::load_nothing, {});
    REQUIRE(again.scenario);
    CHECK(io::scenario_sha256(*again.scenario) == io::scenario_sha256(*reading.scenario));
  }
}

TEST_CASE("the digest is of what a scenario means, not of how it is written") {
  const std::string digest = io::scenario_sha256(scenario());
  CHECK(digest.size() == 64);
  CHECK(digest == io::scenario_sha256(scenario({"/plan/warm_up=12 mo"})));
  CHECK(digest == io::scenario_sha256(scenario({"/asset_profiles/small/hidden/cash=0.2"})));
  CHECK(digest == io::scenario_sha256(scenario({"/teams/desk/caseload_cap=12"})));
  CHECK(digest == io::scenario_sha256(scenario({"/from_start/teams/desk/strength=2"})));
  CHECK(digest != io::scenario_sha256(scenario({"/teams/desk/caseload_cap=13"})));
  CHECK(digest != io::scenario_sha256(scenario({"/from_start/teams/desk/strength=1"})));
  CHECK(digest != io::scenario_sha256(scenario({"/plan/years=3"})));
}

TEST_CASE("a run is named by scenario, seed, replications and version") {
  const models::Scenario one = scenario();
  const io::RunInfo info = io::run_info(one, {.seed = 7, .replications = 40});
  CHECK(info.scenario == "One desk, two kinds of help");
  CHECK(info.start == sim::Date{2026, 4, 1});
  CHECK(info.end == sim::Date{2028, 4, 1});
  CHECK(info.scenario_sha256 == io::scenario_sha256(one));
  CHECK(info.id.size() == 12);
  CHECK(info.id.starts_with("FI-"));
  CHECK(info.id == io::run_info(one, {.seed = 7, .replications = 40}).id);
  CHECK(info.id != io::run_info(one, {.seed = 8, .replications = 40}).id);
  CHECK(info.id != io::run_info(one, {.seed = 7, .replications = 41}).id);
  CHECK(info.id != io::run_info(scenario({"/plan/years=3"}), {.seed = 7, .replications = 40}).id);
}

TEST_CASE("the difference of two documents is the patch between them") {
  const auto node = [](const std::string& text) { return *ficap::test::Text{text}.parsed.root; };
  const std::string from = R"({"a": {"x": 1, "y": [1]}, "b": "q", "c": 3})";
  const std::string to = R"({"a": {"x": 2, "z": {"n": 1}}, "c": 3})";
  const io::Node patch = io::difference(node(from), node(to));
  CHECK(io::canonical(patch) == R"({"a":{"x":2,"y":null,"z":{"n":1}},"b":null})");
  io::Node patched = node(from);
  io::merge(patched, patch);
  CHECK(io::canonical(patched) == io::canonical(node(to)));
}

TEST_CASE("the committed schema is the one that the field lists give") {
  const auto committed = ficap::test::bytes_of(root / "schema" / "scenario.schema.json");
  REQUIRE(committed);
  const bool fresh = *committed == io::schema();
  CHECK_MESSAGE(fresh, "write it anew: ficap schema > schema/scenario.schema.json");
}

TEST_CASE("the schema is JSON and says of each field its name, its words and its bounds") {
  const ficap::test::Text schema{io::schema()};
  REQUIRE(schema.parsed.root);
  CHECK(schema.parsed.problems.empty());
  const std::string text = io::canonical(*schema.parsed.root);
  for (const std::string piece :
       {R"("$id":"urn:ficap:schema:scenario")",
        R"("$schema":"https://json-schema.org/draft/2020-12/schema")",
        R"("required":["organisation","threat","pathway","assets","rate"])",
        R"(lowest plausible value)",
        R"("exclusiveMinimum":0)",
        R"("pattern":"^[a-z0-9][a-z0-9_-]{0,59}$")"}) {
    CAPTURE(piece);
    CHECK(text.find(piece) != std::string::npos);
  }
}
