#include "report/comparison.hpp"

#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "report/words.hpp"
#include "tests/report/compared_worlds.hpp"

using namespace ficap;

namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

test::ComparedWorlds small() {
  test::ComparedWorlds world;
  world.add("As it is", {500, 520, 480, 500});
  world.add("More people", {610, 620, 590, 600});
  world.add("Fewer people", {400, 410, 390, 380});
  world.add("Another rule", {520, 500, 480, 503});
  world.add("The same rule", {500, 520, 480, 500});
  return world;
}

/// Two plans that are better than the base, of which the second serves so many.
test::ComparedWorlds two_plans(const std::vector<std::int64_t>& of_second) {
  test::ComparedWorlds world;
  world.add("As it is", {500, 520, 480, 500});
  world.add("Plan A", {610, 620, 590, 600});
  world.add("Plan B", of_second);
  return world;
}

}  // namespace

TEST_CASE("each option says what is better, worse, other, beyond telling and the same") {
  const test::ComparedWorlds world = small();
  const std::string text = report::comparison_headline(
      world.compared({"unmet_share_of_need", "served", "asked"}), world.facts());
  CHECK(text.starts_with(
      "As it is, against 4 options · 5 years from 1 April 2026 · 4 futures, the same for all · "
      "seed 1\n"
      "More people\n"
      "  Better: unmet need down from 50 to 40 %; needs served up from 100 to 121 a year.\n"
      "  Exactly the same: requests.\n"
      "Fewer people\n"
      "  Worse: unmet need up from 50 to 61 %; needs served down from 100 to 79 a year.\n"
      "  Exactly the same: requests.\n"
      "Another rule\n"
      "  Cannot be told apart: unmet need; needs served.\n"
      "  Exactly the same: requests.\n"
      "The same rule\n"
      "  Exactly the same: unmet need; needs served; requests.\n"));
  CHECK(contains(text, "All met the same futures. "));
}

TEST_CASE("an option says why more is asked where the need is the same, once") {
  test::ComparedWorlds world;
  world.add("As it is", {500, 520, 480, 500});
  world.add("More people", {610, 620, 590, 600});
  report::ComparisonFacts facts = world.facts();
  const study::Estimate up{.mean = 0.12, .half_width = 0.01, .replications = 4};
  const study::Estimate none{.mean = 0.0, .half_width = 0.0, .replications = 4};
  const report::OptionDemand more{.demand = study::DemandAgainstBase{.requests_change = up,
                                                                     .need_change = none,
                                                                     .requests_beyond_need = up,
                                                                     .belief_change = up,
                                                                     .same_need = true},
                                  .asks_by_belief_alike = true};
  facts.demand = {more};
  const std::string sentence = "More is asked because more is believed";
  const std::string text = report::comparison_headline(world.compared({"served"}), facts);
  CHECK(
      contains(text,
               "More people\n"
               "  Better: needs served up from 100 to 121 a year.\n"
               "  More is asked because more is believed: discretionary requests up 12 %, need the "
               "same.\n"));
  CHECK(text.find(sentence) == text.rfind(sentence));
  // Each says it of itself.
  world.add("As before", {500, 520, 480, 500});
  report::ComparisonFacts of_two = world.facts();
  of_two.demand = {{}, more};
  const std::string second = report::comparison_headline(world.compared({"served"}), of_two);
  CHECK(contains(second, sentence));
  CHECK(second.find("As before\n") < second.find(sentence));
  // Of more options than are told one by one, those with one reason share a sentence.
  test::ComparedWorlds many = small();
  many.add("A sixth", {500, 520, 480, 500});
  report::ComparisonFacts of_many = many.facts();
  of_many.demand = {more, {}, more, {}, {}};
  const std::string overview = report::comparison_headline(many.compared({"served"}), of_many);
  CHECK(contains(overview, sentence + ": More people (discretionary requests up 12 %, need the"));
  CHECK(overview.find(sentence) == overview.rfind(sentence));
}

TEST_CASE("a table has the value, the difference with its interval, the verdict and the best") {
  test::ComparedWorlds world;
  world.add("As it is", {500, 520, 480, 500});
  world.add("More people", {610, 620, 590, 600});
  world.add("Another rule", {520, 500, 480, 503});
  const std::string text = report::comparison_tables(world.compared({"served"}), world.facts());
  // Differences of 110, 100, 110 and 100 over 5 years: 21 a year, of standard error 2.887 / 5; the
  // quantile of Student's t with 3 degrees for one of two statements is 4.177.
  CHECK(text.starts_with(
      "Needs served, a year (higher is better): work started inside the useful window\n"
      "                      against  more futures\n"
      "              value  the base       to tell  verdict\n"
      "As it is        100                          the base\n"
      "More people     121   +21 ± 2                higher: better\n"
      "Another rule    100     0 ± 7        +4,600  cannot tell apart, at most 7\n"
      "Best: More people.\n"));
  CHECK(contains(text, "Both differences lie in their intervals at"));
}

TEST_CASE("what cannot be told apart is never called best alone, and says what a mistake costs") {
  const test::ComparedWorlds world = two_plans({611, 618, 591, 601});
  const std::string text =
      report::comparison_tables(world.compared({"assets_collected"}), world.facts());
  CHECK(contains(text, "Could be best: Plan A and Plan B. The wrong one of them costs at most £"));
  CHECK(contains(text, " a year.\n"));
}

TEST_CASE("options that are alike in every future are best together") {
  const test::ComparedWorlds world = two_plans({610, 620, 590, 600});
  CHECK(contains(report::comparison_tables(world.compared({"served"}), world.facts()),
                 "Best, and exactly the same: Plan A and Plan B.\n"));
  CHECK(contains(report::comparison_tables(world.compared({"unmet_share_upper"}), world.facts()),
                 "–"));
}

TEST_CASE("money is in one unit for the whole table, by the year") {
  test::ComparedWorlds world;
  world.add("As it is", {5000, 5200, 4800, 5000});
  world.add("More", {6100, 6200, 5900, 6000});
  const std::string text =
      report::comparison_tables(world.compared({"assets_collected"}), world.facts());
  CHECK(text.starts_with("Assets collected, £m a year (higher is better): "));
  CHECK(contains(text, "\nMore       1.21  +0.21 ± 0.02  higher: better\n"));
}

TEST_CASE("one future tells nothing apart and says so") {
  test::ComparedWorlds world;
  world.add("As it is", {500});
  world.add("More", {600});
  const auto comparison = world.compared({"served"});
  const std::string text = report::comparison_headline(comparison, world.facts());
  CHECK(contains(text, "Cannot be told apart: needs served.\n"));
  CHECK(contains(text, "One possible future tells nothing apart"));
  CHECK(contains(report::comparison_tables(comparison, world.facts()),
                 "Any of them could be best.\n"));
}

TEST_CASE("a comparison that was stopped says on how many futures it rests") {
  const test::ComparedWorlds world = small();
  auto facts = world.facts();
  facts.asked_for = 1000;
  facts.warnings = {"Beware."};
  const std::string text = report::comparison_headline(world.compared({"served"}), facts);
  CHECK(contains(text, "Stopped early: 4 of 1,000 futures were finished for all of them.\n"));
  CHECK(text.ends_with("Beware.\n"));
}

TEST_CASE("no line of a comparison passes 100 characters") {
  test::ComparedWorlds world = small();
  world.add("An option with a name so long that nobody would ever want to read it twice in a day",
            {520, 500, 480, 503});
  const auto comparison =
      world.compared({"unmet_share_of_need", "served", "asked", "assets_collected"});
  std::istringstream lines{report::comparison_headline(comparison, world.facts()) +
                           report::comparison_tables(comparison, world.facts())};
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(report::width_of(line) <= 100);
  }
}

TEST_CASE("futures to tell are rounded up to two digits") {
  CHECK(report::about(7) == "7");
  CHECK(report::about(99) == "99");
  CHECK(report::about(100) == "100");
  CHECK(report::about(101) == "110");
  CHECK(report::about(1234) == "1,300");
  CHECK(report::about(99'901) == "100,000");
}
