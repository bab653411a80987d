#include "report/html/pictures.hpp"

#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "report/html/run_page.hpp"
#include "tests/report/world.hpp"

using namespace ficap;
namespace html = report::html;
namespace chart = report::chart;

namespace {

std::vector<study::DemandMonth> two_years(double needs, double asked) {
  std::vector<study::DemandMonth> months;
  for (unsigned month = 0; month < 24; ++month) {
    months.push_back({.first_day = {2026 + static_cast<int>(month / 12), month % 12 + 1, 1},
                      .needs = needs,
                      .asked = asked,
                      .served = asked / 2.0});
  }
  return months;
}

}  // namespace

TEST_CASE("a waterfall goes from £100 by every part to what was collected, and says the largest") {
  // Collected 10 of 100; 60 never asked, 30 not found.
  std::vector<double> means(11, 0.0);
  means[0] = 10.0;
  means[5] = 60.0;
  means[9] = 30.0;
  const html::Figure figure = html::hundred_pounds(means, "", {});
  const auto& waterfall = std::get<chart::Waterfall>(figure.chart);
  CHECK(waterfall.words.headline == "Of every £100 that could be realised, £10.0 is collected");
  REQUIRE(waterfall.parts.size() == 2);
  CHECK(waterfall.parts[0].value == doctest::Approx(60.0));
  CHECK(waterfall.parts[0].said == "-£60.0");
  CHECK(waterfall.remainder_said == "£10.0");
  CHECK(waterfall.words.description.find("in cases in which nobody asked £60.0; still there, never "
                                         "found £30.0") != std::string::npos);
}

TEST_CASE("a sliver of every £100 is less than 10p, not nothing") {
  std::vector<double> means(11, 0.0);
  means[0] = 0.02;
  means[5] = 99.98;
  const auto figure = html::hundred_pounds(means, " under it", {});
  CHECK(chart::words_of(figure.chart).headline ==
        "Of every £100 that could be realised, less than 10p is collected under it");
}

TEST_CASE("need stands against requests, and what nobody asks for is their difference by year") {
  const html::Figure figure =
      html::need_against_requests({{.title = "", .months = two_years(40.0, 10.0)}});
  const auto& timeline = std::get<chart::Timeline>(figure.chart);
  CHECK(timeline.words.headline == "For every 100 needs, 25 requests are made");
  CHECK(timeline.series.size() == 2);
  REQUIRE(figure.table.rows.size() == 2);
  CHECK(figure.table.rows[1].cells ==
        std::vector<std::string>{"from 1 January 2027", "480", "120", "360", "60"});
}

TEST_CASE("of several scenarios the need is the first one's, and each has its requests") {
  const html::Figure figure =
      html::need_against_requests({{.title = "Base", .months = two_years(40.0, 10.0)},
                                   {.title = "Option", .months = two_years(40.0, 20.0)}});
  const auto& timeline = std::get<chart::Timeline>(figure.chart);
  REQUIRE(timeline.series.size() == 3);
  CHECK(timeline.series[2].name == "Requests: Option");
  CHECK(figure.table.rows.front().cells == std::vector<std::string>{"Base"});
}

TEST_CASE("a page of a run in which nothing happens says so, and is still whole") {
  const test::World world{2};
  const study::Results results = world.results();
  const report::RunFacts facts = test::facts_of(world);
  const models::Scenario scenario;
  const std::vector<study::DemandMonth> months;
  const study::SelfTest test;
  const html::Page page =
      html::run_page({.results = results,
                      .facts = facts,
                      .scenario = scenario,
                      .months = months,
                      .self_test = test,
                      .provenance = {.id = "FI-0000-0000",
                                     .version = "0.0.0",
                                     .scenarios = {{.title = "A region", .sha256 = "aa"}},
                                     .seed = 1,
                                     .replications = 2,
                                     .file = {}},
                      .marking = "OFFICIAL",
                      .file = {.title = "Today", .file_name = "today.json", .words = "{}"}});
  std::vector<std::string> headings;
  for (const html::Section& section : page.sections)
    headings.push_back(section.heading);
  CHECK(headings == std::vector<std::string>{"The answer",
                                             "In pictures",
                                             "Main measures",
                                             "Force management statement, in four steps",
                                             "What we assumed",
                                             "How sure we are",
                                             "Method and self-test",
                                             "Roles and sign-off",
                                             "STRESS-DES",
                                             "How to cite",
                                             "The scenario"});
  CHECK(page.about == "5 years from 1 April 2026 · 2 futures · seed 1");
  const auto& drawn = std::get<html::Paragraph>(page.sections[1].blocks.front());
  CHECK(drawn.words == "There is nothing to draw: no assets and no need.");
  CHECK(html::to_html(page).find("FI-0000-0000") != std::string::npos);
}
