#include "io/write_uncertainty.hpp"

#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/support/scenarios.hpp"
#include "tests/support/uncertain_world.hpp"

using namespace ficap;

namespace {

std::string line_of(const std::string& text, int number) {
  std::size_t from = 0;
  for (int i = 0; i < number; ++i)
    from = text.find('\n', from) + 1;
  return text.substr(from, text.find('\n', from) - from);
}

}  // namespace

TEST_CASE("the JSON of a study holds its inputs, parts, S-curves and ranking") {
  const auto study = test::uncertain_world();
  const auto json =
      nlohmann::json::parse(io::uncertainty_json(test::scenario(test::one_desk), study));
  CHECK(json["run"]["command"] == "uncertainty");
  CHECK(json["run"]["seed"] == 7);
  CHECK(json["run"]["draws"] == 3);
  CHECK(json["run"]["draws_asked_for"] == 3);
  CHECK(json["run"]["replications"] == 2);
  CHECK(json["run"]["rank_measures"] == nlohmann::json::parse(R"(["unmet_share_of_need"])"));
  CHECK(json["run"]["scenario_sha256"].get<std::string>().size() == 64);
  CHECK(json["scenario"]["title"] == "One desk");
  REQUIRE(json["inputs"].size() == 2);
  CHECK(json["inputs"][1] == nlohmann::json::parse(R"({
    "pointer": "/requests/help/tasks/0/effort", "also": ["/requests/other/tasks/0/effort"],
    "meaning": "hours of work", "grade": "C", "source": "", "unit": "hours", "is_mean": true,
    "low": 4, "value": 8, "high": 20, "spread": "lognormal"})"));
  const auto& unmet = json["measures"]["unmet_share_of_need"];
  CHECK(unmet["as_stated"] == 0.65);
  CHECK(unmet["variance"]["share"] == 0.83);
  CHECK(unmet["s_curve"]["expected"].size() == 99);
  CHECK(unmet["expected"]["p10"] == unmet["s_curve"]["expected"][9]);
  CHECK(unmet["single_future"]["p90"] == unmet["s_curve"]["single_future"][89]);
  const auto& ranked = json["ranking"]["unmet_share_of_need"];
  CHECK(ranked["inputs"][0]["stands_out"] == false);
  CHECK_FALSE(ranked["inputs"][0].contains("first"));
  CHECK(ranked["inputs"][1]["mu_star"] == 0.12);
  CHECK(ranked["inputs"][1]["total"]["high"] == 0.85);
  CHECK(ranked["all_others"]["first"]["value"] == 0.2);
}

TEST_CASE("a measure that is never defined is null") {
  auto study = test::uncertain_world();
  study.measures[1].split.reset();
  const auto json =
      nlohmann::json::parse(io::uncertainty_json(test::scenario(test::one_desk), study));
  CHECK(json["measures"]["assets_collected"]["mean"].is_null());
}

TEST_CASE("a study's id follows from scenario, seed and sizes") {
  const auto scenario = test::scenario(test::one_desk);
  const auto study = test::uncertain_world();
  const std::string id = io::uncertainty_id(scenario, study);
  CHECK(id.substr(0, 3) == "FU-");
  CHECK(io::uncertainty_id(scenario, study) == id);
  auto other = study;
  other.seed = 8;
  CHECK(io::uncertainty_id(scenario, other) != id);
  auto fewer = study;
  fewer.draws.seen.pop_back();
  CHECK(io::uncertainty_id(scenario, fewer) != id);
  CHECK(io::uncertainty_id(test::scenario(test::one_desk, {"/plan/years=2"}), study) != id);
}

TEST_CASE("draws are a row each, with what was drawn and what came of it") {
  const std::string csv = io::draws_csv(test::uncertain_world());
  CHECK(line_of(csv, 0) ==
        "draw,/asking/floor,/requests/help/tasks/0/effort,unmet_share_of_need,assets_collected");
  CHECK(line_of(csv, 1) == "0,0.125,8,0.7,");
  CHECK(line_of(csv, 3) == "2,0.375,8,0.7,");
}

TEST_CASE("an S-curve is a row a per cent") {
  const std::string csv = io::s_curve_csv(test::uncertain_world());
  CHECK(line_of(csv, 0) == "measure,percent,expected,single_future");
  CHECK(line_of(csv, 99).substr(0, 27) == "unmet_share_of_need,99,0.8,");
  CHECK(line_of(csv, 100).substr(0, 19) == "assets_collected,1,");
}
