#include "report/joining.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "report/html/engagement.hpp"
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

TEST_CASE("where only some cases are joined, it is said that a run counts others too") {
  Curve curve;
  curve.scenario.pathways["late"].name = "Comes late";
  const std::string text = test::squeezed(report::joining_headline(curve.curve(), curve.facts()));
  CHECK(text.find("These are the cases that have an early stage") != std::string::npos);
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

TEST_CASE("on a page each moment is a bar, in the order of the stages, the scenario first") {
  namespace html = report::html;
  const Curve made;
  const html::Section section = html::engagement(made.curve(), made.facts());
  CHECK(section.heading == "When the unit joins");
  REQUIRE(section.blocks.size() >= 2);
  const auto& figure = std::get<html::Figure>(section.blocks[1]);
  const auto& bars = std::get<report::chart::Bars>(figure.chart);
  CHECK(bars.words.headline ==
        "Of every £100, £12.0 would be collected had the unit joined at \"Covert investigation\"; "
        "as simulated it is £7.0");
  CHECK(bars.words.subtitle.find("people are enough, so that nobody waits; mean of 2 futures") !=
        std::string::npos);
  REQUIRE(bars.bars.size() == 4);
  CHECK(bars.bars[0].label == "as simulated");
  CHECK(bars.bars[0].value == doctest::Approx(7.0));
  CHECK(bars.bars[0].mark == report::chart::Mark::total);
  CHECK(bars.bars[3].label == "30 days after it opens");
  CHECK(bars.bars[3].value == doctest::Approx(10.0));
  CHECK(bars.words.description.find("as simulated £7.0; at \"Covert investigation\" £12.0") !=
        std::string::npos);
  CHECK(figure.table.rows.size() == 4);
}

TEST_CASE("a page without a curve says why, and of a world without assets no bars are drawn") {
  namespace html = report::html;
  const auto said = [](const html::Section& section) {
    return std::get<html::Paragraph>(section.blocks.at(0)).words;
  };
  CHECK(said(html::no_engagement(html::Unmade::not_asked)).find("--engagement-curve 20") !=
        std::string::npos);
  CHECK(said(html::no_engagement(html::Unmade::stopped)).find("was stopped") != std::string::npos);
  CHECK(said(html::no_engagement(html::Unmade::failed)).find("could not") != std::string::npos);
  CHECK(said(html::nowhere_to_join()).find("No pathway") != std::string::npos);
  Curve nothing;
  for (test::World& world : nothing.worlds)
    world = test::World{2};
  const html::Section section = html::engagement(nothing.curve(), nothing.facts());
  for (const html::Block& block : section.blocks)
    CHECK_FALSE(std::holds_alternative<html::Figure>(block));
}
