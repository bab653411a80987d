#include "io/write_comparison.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "io/json_text.hpp"
#include "io/read_results.hpp"
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
