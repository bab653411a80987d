#include "report/html/ranking.hpp"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "models/uncertain_numbers.hpp"
#include "report/html/assumptions.hpp"

using namespace ficap;
namespace html = report::html;
namespace chart = report::chart;
using study::PairedDifference;
using study::Verdict;

namespace {

template <class T>
models::Sourced<T> judged(T low, T value, T high) {
  models::Sourced<T> made{value};
  made.low = low;
  made.high = high;
  made.grade = models::Grade::judgement;
  made.source = "judgement";
  return made;
}

// Three numbers of grade C, in this order: what trust remembers, and the chances of asking; and one
// of grade A, which is no assumption.
models::Scenario scenario() {
  using models::Share;
  models::Scenario scenario;
  for (models::Setting* const setting : {&scenario.before, &scenario.planned}) {
    setting->plan.years = 5;
    setting->belief.memory =
        judged(models::Elapsed{20.0}, models::Elapsed{25.0}, models::Elapsed{30.0});
    setting->asking.floor = judged(Share{0.05}, Share{0.1}, Share{0.2});
    setting->asking.ceiling = judged(Share{0.7}, Share{0.85}, Share{0.9});
    setting->belief.word_of_mouth = judged(Share{0.1}, Share{0.2}, Share{0.3});
    setting->belief.word_of_mouth.grade = models::Grade::published;
  }
  return scenario;
}

PairedDifference told(double value, double half_width) {
  return {.value = value,
          .half_width = half_width,
          .verdict = value < 0.0 ? Verdict::lower : Verdict::higher};
}
PairedDifference untold(double value, double half_width) {
  return {.value = value, .half_width = half_width, .verdict = Verdict::cannot_tell};
}
const PairedDifference same{.value = 0.0, .half_width = 0.0, .verdict = Verdict::same};

std::size_t place_of(const std::string& pointer) {
  const models::UncertainNumbers numbers{scenario()};
  const auto found = std::find_if(numbers.all().begin(),
                                  numbers.all().end(),
                                  [&](const auto& each) { return each.pointer == pointer; });
  REQUIRE(found != numbers.all().end());
  return static_cast<std::size_t>(found - numbers.all().begin());
}

/// The ceiling moves unmet need most and assets a little, the floor half as much; what trust
/// remembers cannot be told apart from nothing in the one and does nothing to the other.
html::Ranking ranking() {
  study::OneAtATime made;
  made.seed = 1;
  made.futures = 10;
  made.measures = {{.measure = models::find_measure("unmet_share_of_need"), .cut = {}},
                   {.measure = models::find_measure("assets_collected"), .cut = {}}};
  made.as_stated = {0.6, 5e6};
  made.moved = {{.number = place_of("/belief/memory"),
                 .at_low = {untold(0.5, 0.9), same},
                 .at_high = {untold(-0.001, 0.002), same}},
                {.number = place_of("/asking/floor"),
                 .at_low = {told(0.03, 0.01), same},
                 .at_high = {told(-0.06, 0.01), same}},
                {.number = place_of("/asking/ceiling"),
                 .at_low = {told(0.12, 0.01), told(-500'000.0, 100'000.0)},
                 .at_high = {untold(-0.01, 0.02), same}}};
  return {.made = std::move(made), .measures = {"unmet_share_of_need", "assets_collected"}};
}

std::vector<html::Block> blocks() {
  return html::assumptions(scenario(), ranking());
}

template <class T>
std::vector<T> all_of(const std::vector<html::Block>& blocks) {
  std::vector<T> found;
  for (const html::Block& block : blocks) {
    if (const auto* each = std::get_if<T>(&block)) found.push_back(*each);
  }
  return found;
}

std::vector<std::string> firsts(const html::Table& table) {
  std::vector<std::string> labels;
  for (const html::Row& row : table.rows)
    labels.push_back(row.cells.front());
  return labels;
}

const std::string ceiling = "chance of asking with full belief";
const std::string floor_label = "chance of asking with no belief that help will come";
const std::string memory = "time constant of the drift towards the organisation's experience";

}  // namespace

TEST_CASE("numbers of grade C stand in the order of what they move, and no others do") {
  const auto tables = all_of<html::Table>(blocks());
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].caption == "Numbers of grade C that matter, the most important first");
  CHECK(firsts(tables[0]) == std::vector<std::string>{ceiling, floor_label});
  CHECK(tables[0].rows[0].cells == std::vector<std::string>{ceiling,
                                                            "85 %",
                                                            "70 to 90 %",
                                                            "judgement",
                                                            "+12 ± 1",
                                                            "cannot tell",
                                                            "-100 ± 20",
                                                            "nothing"});
  CHECK(tables[0].columns[4] == "Unmet need at the low, points");
  CHECK(tables[0].columns[6] == "Assets collected at the low, £k a year");
}

TEST_CASE(
    "all numbers are there: those that matter, those that cannot be told, those that do not") {
  const auto closed = all_of<html::Closed>(blocks());
  REQUIRE(closed.size() == 1);
  CHECK(closed[0].summary ==
        "All 3 numbers of grade C: 2 matter, 1 cannot be told apart from nothing, 0 do nothing");
  CHECK(
      firsts(closed[0].table) ==
      std::vector<std::string>{"These matter, by their largest effect against that of all numbers",
                               ceiling,
                               floor_label,
                               "These cannot be told apart from nothing in 10 futures",
                               memory});
}

TEST_CASE("a tornado for each measure says in words what it draws") {
  const auto figures = all_of<html::Figure>(blocks());
  REQUIRE(figures.size() == 2);
  const auto& tornado = std::get<chart::Tornado>(figures[0].chart);
  REQUIRE(tornado.swings.size() == 2);
  CHECK(tornado.words.headline ==
        "Unmet need hangs most on " + ceiling + ": +12 ± 1 at 70 %, no telling at 90 % (points)");
  CHECK(tornado.words.subtitle.starts_with(
      "The 2 numbers of grade C that move it, one at a time, from 60.0 % as stated."));
  CHECK(tornado.words.description.find(ceiling + ", at 70 % +12 ± 1, at 90 % -1 ± 2; " +
                                       floor_label + ", at 5 % +3 ± 1") != std::string::npos);
  CHECK(tornado.swings[0].low.value == doctest::Approx(12.0));
  CHECK(tornado.swings[0].low.mark == chart::Mark::part);
  CHECK(tornado.swings[0].high.mark == chart::Mark::undecided);
  const auto& assets = std::get<chart::Tornado>(figures[1].chart);
  CHECK(assets.swings.size() == 1);
  CHECK(assets.words.headline == "Assets collected hangs most on " + ceiling +
                                     ": -100 ± 20 at 70 %, no telling at 90 % (£k a year)");
}

TEST_CASE("a measure that no number moves has a sentence in place of a picture") {
  html::Ranking nothing = ranking();
  for (study::MovedNumber& moved : nothing.made->moved)
    moved.at_low[1] = same;
  const auto made = html::assumptions(scenario(), nothing);
  CHECK(all_of<html::Figure>(made).size() == 1);
  const auto paragraphs = all_of<html::Paragraph>(made);
  CHECK(std::any_of(paragraphs.begin(), paragraphs.end(), [](const html::Paragraph& each) {
    return each.words ==
           "No number of grade C moves assets collected beyond luck, as far as 10 futures can "
           "tell.";
  }));
}

TEST_CASE("without a ranking the numbers stand in the scenario's order, and the page says why") {
  const auto said = [](html::Unmade why) {
    html::Ranking none;
    none.why_not = why;
    const auto made = html::assumptions(scenario(), none);
    const auto closed = all_of<html::Closed>(made);
    CHECK(closed.at(0).table.rows.size() == 3);
    return all_of<html::Paragraph>(made).at(1).words;
  };
  CHECK(said(html::Unmade::not_asked).find("--rank-assumptions 10") != std::string::npos);
  CHECK(said(html::Unmade::stopped).find("was stopped, and is not made") != std::string::npos);
  CHECK(said(html::Unmade::failed).find("could not be simulated") != std::string::npos);
}
