#include "io/write_attribution.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "io/json_text.hpp"
#include "io/read_results.hpp"
#include "models/simulator.hpp"
#include "tests/io/support.hpp"
#include "tests/support/scenarios.hpp"

using namespace ficap;

namespace {

/// Two levers over the small region, in two futures of which a few more are served in each world.
struct Game {
  std::vector<models::Scenario> scenarios{2, test::scenario(test::small_region)};
  models::Compiled base{scenarios[0]};
  std::vector<study::MeasureRef> measures{
      {.measure = models::find_measure("served"), .cut = std::nullopt},
      {.measure = models::find_measure("asked"),
       .cut = study::Cut{.dimension = models::Dimension::work_class, .id = 0}}};
  std::vector<std::vector<models::Outcome>> outcomes{4};

  Game() {
    scenarios[1].before.title = scenarios[1].planned.title = "One, and \"another\"";
    for (const std::uint32_t replication : {0U, 1U}) {
      const models::Outcome outcome = models::Simulator{base}.run(1, replication);
      for (std::size_t world = 0; world < 4; ++world) {
        outcomes[world].push_back(outcome);
        outcomes[world].back().values[base.layout().total(models::Counter::served)] +=
            static_cast<std::int64_t>(world * (3 + replication));
      }
    }
  }
  [[nodiscard]] io::AttributionInfo info(const std::string& by = "parts",
                                         const std::string& version = "0") const {
    const study::StudyPlan plan{.seed = 1, .replications = 2};
    return io::attribution_info(
        io::comparison_info(scenarios, {"base", "option"}, measures, base.ids(), plan, version),
        {.by = by, .levers = {"people", "trust"}},
        plan,
        version);
  }
  [[nodiscard]] study::Attribution attribution() const {
    std::vector<study::Alternative> worlds;
    worlds.reserve(outcomes.size());
    for (const auto& world : outcomes)
      worlds.push_back({.ids = base.ids(), .layout = base.layout(), .outcomes = world});
    return study::attribute(worlds, measures);
  }
};

const io::Node& at(const io::Node& node, const std::string& key) {
  REQUIRE(node.object());
  const io::Node* const found = node.object()->find(key);
  REQUIRE(found);
  return *found;
}

}  // namespace

TEST_CASE("an attribution's document has terms that add up to the total, and every world") {
  const Game game;
  const test::Text text{io::attribution_json(game.info(), game.attribution())};
  REQUIRE(text.parsed.root);
  const io::Node& root = *text.parsed.root;
  CHECK(*at(at(root, "run"), "command").string() == "attribute");
  CHECK(*at(at(root, "run"), "by").string() == "parts");
  CHECK(io::canonical(at(at(root, "run"), "levers")) == R"(["people","trust"])");
  CHECK(io::canonical(at(at(root, "run"), "measures")) == R"(["served","asked[class=statutory]"])");
  CHECK(at(root, "rule").string()->find("not causes") != std::string::npos);
  const io::Node& served = at(at(root, "measures"), "served");
  const double people = at(at(at(served, "terms"), "people"), "mean").number()->value;
  const double trust = at(at(at(served, "terms"), "trust"), "mean").number()->value;
  CHECK(people == doctest::Approx(3.5));
  CHECK(trust == doctest::Approx(7.0));
  CHECK(at(at(served, "total"), "mean").number()->value == people + trust);
  const io::Array& worlds = *at(served, "worlds").array();
  REQUIRE(worlds.size() == 4);
  CHECK(io::canonical(at(worlds[0], "as_option")) == "[]");
  CHECK(io::canonical(at(worlds[2], "as_option")) == R"(["trust"])");
  CHECK(io::canonical(at(worlds[3], "as_option")) == R"(["people","trust"])");
  const io::Node& asked = at(at(root, "measures"), "asked[class=statutory]");
  CHECK(*at(at(asked, "total"), "verdict").string() == "exactly the same");
}

TEST_CASE("it carries both scenarios, so that it can be made again") {
  const Game game;
  const auto reading =
      io::read_results("a.json", io::attribution_json(game.info(), game.attribution()));
  CHECK(reading.problems.empty());
  REQUIRE(reading.document);
  CHECK(reading.document->manifest.command == "attribute");
  CHECK(reading.document->manifest.replications == 2);
  REQUIRE(reading.document->scenarios.size() == 2);
  CHECK(reading.document->scenarios[1].name == "option");
  CHECK(reading.document->scenarios[0].is_as_stated());
  CHECK(reading.document->scenario(1).scenario);
}

TEST_CASE("its name follows from all that it is made of") {
  const Game game;
  CHECK(game.info().id == game.info().id);
  CHECK(game.info("mechanisms").id != game.info().id);
  CHECK(game.info("parts", "1").id != game.info().id);
  Game other;
  other.measures.pop_back();
  CHECK(other.info().id != game.info().id);
}

TEST_CASE("its tables have a row for each term, and for each world") {
  const Game game;
  const std::string terms = io::attribution_csv(game.info(), game.attribution());
  CHECK(
      terms.starts_with("measure,unit,lever,difference,half_width,verdict\n"
                        "served,needs,people,3.5,"));
  CHECK(terms.find("\nserved,needs,total,10.5,") != std::string::npos);
  CHECK(terms.find("\nasked[class=statutory],needs,trust,0,0,exactly the same\n") !=
        std::string::npos);
  const std::string worlds = io::worlds_csv(game.info(), game.attribution());
  CHECK(worlds.starts_with("measure,unit,people,trust,mean,half_width\nserved,needs,base,base,"));
  CHECK(worlds.find("\nserved,needs,option,base,") != std::string::npos);
  CHECK(worlds.find("\nasked[class=statutory],needs,option,option,") != std::string::npos);
}
