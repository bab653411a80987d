#include "report/joining.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/report/squeezed.hpp"
#include "tests/report/world.hpp"

using namespace ficap;
using models::Counter;
using models::Dimension;

namespace {

/// Of £1,000 so many pounds were collected in each of two futures; the first help came after so
/// many days.
test::World world_of(std::int64_t pounds, std::int64_t days) {
  test::World world{2};
  world.add_everywhere(Counter::assets_collected, Dimension::threat, 0, pounds * 100);
  world.add_everywhere(Counter::assets_realisable, Dimension::threat, 0, 100'000);
  world.add_everywhere(Counter::first_engaged, 10);
  world.add_everywhere(Counter::engagement_ms, 10 * days * 86'400'000);
  return world;
}

models::Setting setting() {
  models::Setting setting;
  setting.threats["drugs"].name = "Drug supply";
  models::Pathway& pathway = setting.pathways["soc"];
  pathway.name = "Investigation";
  pathway.stages["covert"].name = "Covert investigation";
  return setting;
}

struct Curve {
  std::vector<test::World> worlds{
      world_of(120, 10), world_of(70, 60), world_of(90, 40), world_of(100, 30)};
  models::Setting scenario = setting();
  report::Names names{scenario};

  [[nodiscard]] study::Comparison curve() const {
    std::vector<study::Alternative> all;
    for (const test::World& world : worlds)
      all.push_back({.ids = world.ids, .layout = world.layout, .outcomes = world.outcomes});
    return study::compare(all, report::measures_of_joining(worlds.front().ids));
  }
  [[nodiscard]] report::JoiningFacts facts() const {
    return {.title = "As it is",
            .moments = {{.stage = "covert"}, {.stage = "trial"}, {.stage = {}, .days = 30.0}},
            .pathways = {"\"Investigation\""},
            .ids = worlds.front().ids,
            .setting = scenario,
            .names = names,
            .start = {2026, 4, 1},
            .years = 5,
            .seed = 1,
            .id = "FI-0000-0000"};
  }
};

}  // namespace

TEST_CASE("the answer compares the first moment, the last stage and the scenario as it is") {
  const Curve curve;
  CHECK(report::joining_headline(curve.curve(), curve.facts()) ==
        "When the unit joins: As it is · 5 years from 1 April 2026 · 2 futures, the same for all · "
        "seed 1\n"
        "Had the unit joined the same cases at \"Covert investigation\", with as many people as it "
        "took, it\n"
        "would have collected £12.0 of every £100 of modelled realisable assets; had it joined at "
        "\"trial\",\n"
        "£9.0. As simulated, with the people there are: £7.0.\n");
}

TEST_CASE("a row for each moment, the scenario first, in all and by threat") {
  const Curve curve;
  const std::string text = test::squeezed(report::joining_tables(curve.curve(), curve.facts()));
  CHECK(
      text.starts_with("The unit joins days to first collected of against the\n"
                       "engagement every £100 first, £\n"
                       "as simulated 60.0 7.0 -5.0\n"
                       "at \"Covert investigation\" 10.0 12.0\n"));
  CHECK(text.find("30 days after it opens") != std::string::npos);
  CHECK(text.find("Collected of every £100, by threat Drug supply\n") != std::string::npos);
  CHECK(text.find("FI-0000-0000") != std::string::npos);
}
