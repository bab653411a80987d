#include "io/write_comparison.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "io/json_text.hpp"
#include "io/read_results.hpp"
#include "io/write_demand.hpp"
#include "models/simulator.hpp"
#include "tests/io/support.hpp"
#include "tests/support/scenarios.hpp"

using namespace ficap;

namespace {

/// The small region, and the same with a few more served, in two futures.
struct Pair {
  std::vector<models::Scenario> scenarios{2, test::scenario(test::small_region)};
  std::vector<std::string> names{"base", "option"};
  models::Compiled base{scenarios[0]};
  std::vector<study::MeasureRef> measures{
      {.measure = models::find_measure("served"), .cut = std::nullopt},
      {.measure = models::find_measure("asked"),
       .cut = study::Cut{.dimension = models::Dimension::work_class, .id = 0}}};
  std::vector<std::vector<models::Outcome>> outcomes{2};

  Pair() {
    scenarios[1].before.title = scenarios[1].planned.title = "One, and \"another\"";
    for (const std::uint32_t replication : {0U, 1U}) {
      outcomes[0].push_back(models::Simulator{base}.run(1, replication));
      outcomes[1].push_back(outcomes[0].back());
      outcomes[1].back().values[base.layout().total(models::Counter::served)] += 3 + replication;
    }
  }
  [[nodiscard]] io::ComparisonInfo info(const std::string& version = "0") const {
    return io::comparison_info(
        scenarios, names, measures, base.ids(), {.seed = 1, .replications = 2}, version);
  }
  [[nodiscard]] std::vector<study::Alternative> both() const {
    return {{.ids = base.ids(), .layout = base.layout(), .outcomes = outcomes[0]},
            {.ids = base.ids(), .layout = base.layout(), .outcomes = outcomes[1]}};
  }
  [[nodiscard]] study::Comparison comparison() const { return study::compare(both(), measures); }
  [[nodiscard]] study::AssetSplit assets() const { return study::split_assets(both()); }
};

const io::Node& at(const io::Node& node, const std::string& key) {
  REQUIRE(node.object());
  const io::Node* const found = node.object()->find(key);
  REQUIRE(found);
  return *found;
}

}  // namespace

TEST_CASE("a comparison's document has each figure under its measure and its scenario") {
  const Pair pair;
  const test::Text text{io::comparison_json(pair.info(), pair.comparison(), pair.assets())};
  REQUIRE(text.parsed.root);
  const io::Node& root = *text.parsed.root;
  CHECK(*at(at(root, "run"), "command").string() == "compare");
  CHECK(io::canonical(at(at(root, "run"), "measures")) == R"(["served","asked[class=statutory]"])");
  const io::Node& served = at(at(root, "measures"), "served");
  CHECK(*at(served, "better").string() == "higher");
  CHECK(io::canonical(at(at(at(served, "scenarios"), "base"), "lead")).size() > 10);
  CHECK(at(at(served, "scenarios"), "base").object()->find("difference") == nullptr);
  const io::Node& difference = at(at(at(served, "scenarios"), "option"), "difference");
  CHECK(at(difference, "mean").number()->value == doctest::Approx(3.5));
  CHECK(*at(difference, "verdict").string() == "cannot tell apart");
  const io::Node& asked = at(at(root, "measures"), "asked[class=statutory]");
  CHECK(at(asked, "better").is_null());
  CHECK(at(asked, "may_be_best").is_null());
  CHECK(*at(at(at(at(asked, "scenarios"), "option"), "difference"), "verdict").string() ==
        "exactly the same");
  CHECK(at(root, "variance_reduction").object());
}

TEST_CASE("a comparison's document carries the scenarios that make it again") {
  const Pair pair;
  const auto reading = io::read_results(
      "comparison", io::comparison_json(pair.info(), pair.comparison(), pair.assets()));
  REQUIRE(reading.document);
  CHECK(reading.document->manifest.command == "compare");
  CHECK(reading.document->manifest.replications == 2);
  REQUIRE(reading.document->scenarios.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(reading.document->scenarios[i].name == pair.names[i]);
    CHECK(reading.document->scenarios[i].is_as_stated());
    CHECK(reading.document->scenario(i).scenario);
  }
}

TEST_CASE("a comparison's id changes with everything that its figures rest on") {
  const Pair pair;
  const std::string id = pair.info().id;
  CHECK(pair.info().id == id);
  CHECK(pair.info("1").id != id);
  Pair other;
  other.measures.pop_back();
  CHECK(other.info().id != id);
  other = Pair{};
  std::swap(other.scenarios[0], other.scenarios[1]);
  CHECK(other.info().id != id);
}

TEST_CASE("need and requests stand month by month beside each scenario") {
  const Pair pair;
  const study::Estimate up{.mean = 0.25, .half_width = 0.01, .replications = 2};
  const std::vector<std::optional<study::DemandAgainstBase>> options{
      study::DemandAgainstBase{.requests_change = up,
                               .need_change = {},
                               .requests_beyond_need = up,
                               .belief_change = up,
                               .same_need = false,
                               .requests_more = {up}}};
  const study::DemandMonth april{.first_day = {2026, 4, 1},
                                 .needs = 20.5,
                                 .asked = 10,
                                 .served = 8,
                                 .unmet_share_of_requests = 0.125,
                                 .unmet_share_of_need = 0.5,
                                 .belief = 0.75};
  const study::DemandMonth may{.first_day = {2026, 5, 1}};
  const std::vector<std::vector<study::DemandMonth>> months{{april, may}, {may}};
  CHECK(
      io::demand_csv(pair.info(), months) ==
      "scenario,title,month,needs,asked,served,unmet_share_of_requests,unmet_share_of_need,belief\n"
      "base,A small region with one of everything,2026-04-01,20.5,10,8,0.125,0.5,0.75\n"
      "base,A small region with one of everything,2026-05-01,0,0,0,,,0\n"
      "option,\"One, and \"\"another\"\"\",2026-05-01,0,0,0,,,0\n");
  io::Object more;
  io::add(more, "demand", io::demand_node(pair.info(), months, options));
  const test::Text text{
      io::comparison_json(pair.info(), pair.comparison(), pair.assets(), std::move(more))};
  REQUIRE(text.parsed.root);
  const io::Node& scenarios = at(at(*text.parsed.root, "demand"), "scenarios");
  CHECK(at(scenarios, "base").object()->find("against_base") == nullptr);
  CHECK(
      io::canonical(at(at(scenarios, "option"), "against_base")) ==
      R"({"belief_change":{"half_width":0.01,"mean":0.25},"need_change":{"half_width":null,"mean":null},)"
      R"("requests_beyond_need":{"half_width":0.01,"mean":0.25},)"
      R"("requests_change":{"half_width":0.01,"mean":0.25}})");
  CHECK(io::canonical(at(at(scenarios, "base"), "months").array()->front()) ==
        R"({"asked":10,"belief":0.75,"month":"2026-04-01","needs":20.5,"served":8,)"
        R"("unmet_share_of_need":0.5,"unmet_share_of_requests":0.125})");
  CHECK(
      io::canonical(at(at(scenarios, "option"), "months").array()->front()) ==
      R"({"asked":0,"asked_more":{"half_width":0.01,"mean":0.25},"belief":0,"month":"2026-05-01",)"
      R"("needs":0,"served":0,"unmet_share_of_need":null,"unmet_share_of_requests":null})");
}

TEST_CASE("a comparison's table has a row for each measure and scenario") {
  const Pair pair;
  const std::string csv = io::comparison_csv(pair.info(), pair.comparison());
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 5);
  CHECK(csv.starts_with(
      "measure,unit,better,scenario,title,mean,half_width,difference,difference_half_width,verdict,"
      "variance_reduction,futures_to_tell,lead_at_least,lead_at_most,may_be_best\n"
      "served,needs,higher,base,"));
  CHECK(csv.find("\nserved,needs,higher,option,\"One, and \"\"another\"\"\",") !=
        std::string::npos);
  CHECK(csv.find("\nasked[class=statutory],needs,,base,") != std::string::npos);
  CHECK(csv.find(",0,0,exactly the same,,,,,\n") != std::string::npos);
}
