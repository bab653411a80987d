#include "report/html/appraisal_page.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "report/html/appraisal_pictures.hpp"
#include "report/html/every_hundred.hpp"
#include "report/html/pictures.hpp"
#include "tests/support/appraised.hpp"
#include "tests/support/outcomes.hpp"

using namespace ficap;
namespace html = report::html;

namespace {

struct Shown {
  explicit Shown(const test::AppraisedByHand& by_hand)
      : setting{by_hand.scenarios.front().planned},
        names{setting},
        appraisal{by_hand.appraise()},
        volumes{
            study::appraised_volumes(by_hand.scenarios, by_hand.alternatives(), appraisal.pays)},
        facts{.study = by_hand.study,
              .titles = {"Business as usual", "One more"},
              .setting = setting,
              .names = names,
              .seed = 1,
              .id = "FI-0000-0000"},
        page{html::appraisal_page(
            {.appraisal = appraisal,
             .facts = facts,
             .scenarios = by_hand.scenarios,
             .volumes = volumes,
             .self_test = {},
             .provenance = {.id = "FI-0000-0000",
                            .version = "0.0.0",
                            .scenarios = {{"Business as usual", "aa"}, {"One more", "bb"}},
                            .seed = 1,
                            .replications = 2,
                            .file = {}},
             .marking = "OFFICIAL",
             .files = {{"The study", "study.json", "{}"}},
             .changes = {{{.path = {"staffing", "posts", "cell", "change"},
                           .before = "",
                           .after = "4",
                           .low = "2",
                           .high = "6",
                           .grade = "C",
                           .source = "judgement"}}}})} {}
  const models::Setting& setting;
  report::Names names;
  study::Appraisal appraisal;
  study::AppraisedVolumes volumes;
  report::AppraisalFacts facts;
  html::Page page;

  [[nodiscard]] const html::Section* section(const std::string& heading) const {
    const auto found =
        std::find_if(page.sections.begin(), page.sections.end(), [&](const html::Section& each) {
          return each.heading == heading;
        });
    return found == page.sections.end() ? nullptr : &*found;
  }
};

/// @returns the tables of a section by their captions, those that are closed at first as well
const html::Table* table_of(const html::Section& section, const std::string& caption) {
  for (const html::Block& block : section.blocks) {
    const html::Table* table = std::get_if<html::Table>(&block);
    if (const auto* closed = std::get_if<html::Closed>(&block)) table = &closed->table;
    if (table != nullptr && table->caption == caption) return table;
  }
  return nullptr;
}

// 100 needs in 10 of which nobody asks, of high harm; the option leaves 5.
test::AppraisedByHand with_needs() {
  test::AppraisedByHand by_hand;
  const auto alternatives = by_hand.alternatives();
  for (std::size_t scenario = 0; scenario < 2; ++scenario) {
    const models::Layout& layout = alternatives[scenario].layout;
    for (models::Outcome& outcome : by_hand.outcomes[scenario]) {
      const auto high = static_cast<std::size_t>(models::Harm::high);
      const std::int64_t unasked = scenario == 0 ? 10 : 5;
      for (const auto& [counter, amount] : {std::pair{models::Counter::needs, std::int64_t{100}},
                                            std::pair{models::Counter::suppressed, unasked},
                                            std::pair{models::Counter::served, 100 - unasked}}) {
        test::add(outcome, layout, counter, amount);
        test::add(outcome, layout, counter, models::Dimension::harm, high, amount);
      }
      test::add(outcome, layout, models::Counter::assets_realisable, 1'000);
      test::add(outcome, layout, models::Counter::assets_collected, scenario == 0 ? 100 : 200);
      test::add(outcome, layout, models::Counter::assets_never_asked, scenario == 0 ? 900 : 800);
    }
  }
  return by_hand;
}

test::AppraisedByHand with_ranged_price() {
  test::AppraisedByHand by_hand;
  auto& overhead = by_hand.study.terms.staff.overhead;
  overhead.low = models::Money{.pence = 500'000};
  overhead.high = models::Money{.pence = 700'000};
  return by_hand;
}

}  // namespace

TEST_CASE("the page of an appraisal has what the page of a run has, behind the money") {
  const test::AppraisedByHand by_hand = with_needs();
  const Shown shown{by_hand};
  std::vector<std::string> headings;
  for (const html::Section& section : shown.page.sections)
    headings.push_back(section.heading);
  CHECK(headings == std::vector<std::string>{"The answer",
                                             "In pictures",
                                             "Options side by side",
                                             "The money",
                                             "What would change the answer",
                                             "Where every £100 goes",
                                             "Force management statement, in four steps",
                                             "What each option displaces elsewhere",
                                             "When the unit joins",
                                             "What we assumed",
                                             "Method and self-test",
                                             "Roles and sign-off",
                                             "STRESS-DES",
                                             "How to cite",
                                             "The scenario"});
}

TEST_CASE("the last step of four says what each option leaves unmet, and what it changes") {
  const test::AppraisedByHand by_hand = with_needs();
  const Shown shown{by_hand};
  const html::Section* const steps = shown.section("Force management statement, in four steps");
  REQUIRE(steps != nullptr);
  const html::Table* const unmet =
      table_of(*steps, "Unmet share of need by harm, under each option");
  REQUIRE(unmet != nullptr);
  CHECK(unmet->columns ==
        std::vector<std::string>{"Option", "Unmet need (high), %", "Unmet need, %"});
  REQUIRE(unmet->rows.size() == 2);
  CHECK(unmet->rows[0].cells.front() == "Business as usual");
  // By hand: 10 of 100; 5 of 100.
  CHECK(unmet->rows[0].cells[1] == "10.0");
  CHECK(unmet->rows[1].cells[1] == "5.0 (-5.0)");
  CHECK(table_of(*steps, "The workforce under each option") != nullptr);
}

TEST_CASE("every £100 is drawn of business as usual and of the option that collects most") {
  const test::AppraisedByHand by_hand = with_needs();
  const Shown shown{by_hand};
  const html::Section* const hundred = shown.section("Where every £100 goes");
  REQUIRE(hundred != nullptr);
  std::vector<std::string> headlines;
  for (const html::Block& block : hundred->blocks) {
    if (const auto* figure = std::get_if<html::Figure>(&block))
      headlines.push_back(report::chart::words_of(figure->chart).headline);
  }
  CHECK(headlines == std::vector<std::string>{
                         "Of every £100 that could be realised, £10.0 is collected: Business as "
                         "usual",
                         "Of every £100 that could be realised, £20.0 is collected: One more"});
}

TEST_CASE("a sensitivity is drawn, and called so, but never said to be the best to choose") {
  const test::AppraisedByHand by_hand;
  Shown shown{by_hand};
  study::StudyDocument study = by_hand.study;
  const auto headline_of = [&](const std::vector<std::pair<double, study::OptionKind>>& options) {
    study::Appraisal appraisal = shown.appraisal;
    const study::OptionAppraisal one = appraisal.options.front();
    appraisal.options.clear();
    study.options.resize(options.size(), by_hand.study.options.front());
    std::vector<std::string> titles{"Business as usual"};
    for (std::size_t i = 0; i < options.size(); ++i) {
      appraisal.options.push_back(one);
      appraisal.options.back().needs_met.value = options[i].first;
      study.options[i].kind = options[i].second;
      titles.push_back("Option " + std::to_string(i));
    }
    const report::AppraisalFacts facts{.study = study,
                                       .titles = titles,
                                       .setting = shown.setting,
                                       .names = shown.names,
                                       .seed = 1,
                                       .id = "FI-0000-0000"};
    const auto figure = html::cost_against_needs(appraisal, facts, {});
    const auto& plane = std::get<report::chart::Plane>(figure.chart);
    for (std::size_t i = 0; i < options.size(); ++i) {
      const bool is_called_so = plane.places[i].name == titles[i + 1] + " (a sensitivity)";
      CHECK(is_called_so == (options[i].second == study::OptionKind::sensitivity));
    }
    return plane.words.headline;
  };
  using enum study::OptionKind;
  const auto begins = [](int best) {
    return "On average most additional needs are met by Option " + std::to_string(best) + ", for ";
  };
  CHECK(headline_of({{9.0, sensitivity}, {3.0, option}, {5.0, option}}).starts_with(begins(2)));
  CHECK(headline_of({{3.0, option}, {5.0, option}, {9.0, sensitivity}}).starts_with(begins(1)));
  CHECK(headline_of({{-2.0, option}, {9.0, sensitivity}}).starts_with(begins(0)));
  CHECK(headline_of({{3.0, sensitivity}, {5.0, sensitivity}}).starts_with(begins(1)));
}

TEST_CASE("of many options those stay in a picture whose requests differ most, in their order") {
  const auto asking = [](const char* title, double asked) {
    return html::Demand{.title = title,
                        .months = {{.first_day = {2026, 4, 1}, .needs = 50.0, .asked = asked}}};
  };
  const std::vector<html::Demand> all{asking("Base", 10.0),
                                      asking("Near", 11.0),
                                      asking("Less", 4.0),
                                      asking("Same", 10.0),
                                      asking("More", 30.0)};
  std::vector<std::string> kept;
  for (const html::Demand& each : html::most_unlike_base(all, 2))
    kept.push_back(each.title);
  CHECK(kept == std::vector<std::string>{"Base", "Less", "More"});
  CHECK(html::most_unlike_base(all, 4).size() == 5);
}

TEST_CASE(
    "chances are drawn to the force and to society, and said to be of luck and prices alone") {
  const test::AppraisedByHand by_hand = with_ranged_price();
  const Shown shown{by_hand};
  const html::Section* const pictures = shown.section("In pictures");
  REQUIRE(pictures != nullptr);
  std::vector<std::string> headlines;
  bool is_said = false;
  for (const html::Block& block : pictures->blocks) {
    const auto* figure = std::get_if<html::Figure>(&block);
    if (figure != nullptr && std::holds_alternative<report::chart::Curves>(figure->chart))
      headlines.push_back(report::chart::words_of(figure->chart).headline);
    const auto* words = std::get_if<html::Paragraph>(&block);
    is_said = is_said || (words != nullptr &&
                          words->words.find("Numbers of the scenarios") != std::string::npos);
  }
  CHECK(headlines ==
        std::vector<std::string>{
            "How likely it is that an option is worth less than so much in the force's own cash",
            "How likely it is that an option is worth less than so much to society"});
  CHECK(is_said);
}

TEST_CASE("what makes an option is told with its range, grade and source") {
  const test::AppraisedByHand by_hand;
  const Shown shown{by_hand};
  const html::Section* const assumed = shown.section("What we assumed");
  REQUIRE(assumed != nullptr);
  const html::Table* const changes = table_of(*assumed, "One more: what its scenario changes");
  REQUIRE(changes != nullptr);
  REQUIRE(changes->rows.size() == 1);
  CHECK(changes->rows.front().cells ==
        std::vector<std::string>{
            "staffing › posts › cell › change", "–", "4", "2 to 6", "C", "judgement"});
}
