#include "report/comparison_overview.hpp"

#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "report/comparison.hpp"
#include "report/words.hpp"
#include "tests/report/compared_worlds.hpp"

using namespace ficap;

namespace {

test::ComparedWorlds many() {
  test::ComparedWorlds world;
  world.add("As it is", {500, 520, 480, 500});
  world.add("More people", {610, 620, 590, 600});
  world.add("Fewer people", {400, 410, 390, 380});
  world.add("Another rule", {520, 500, 480, 503});
  world.add("The same rule", {500, 520, 480, 500});
  world.add("Both", {611, 618, 591, 601});
  return world;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("many options are shown at one glance, with a sign for each verdict and what it means") {
  const auto world = many();
  const std::string text = report::comparison_headline(
      world.compared({"unmet_share_of_need", "asked", "assets_collected"}), world.facts());
  CHECK(
      contains(text,
               "                                Assets\n"
               "               Unmet need,  collected,\n"
               "                         %   £k a year\n"
               "As it is              50         100\n"
               "More people           40 +       121 +\n"
               "Fewer people          61 –        79 –\n"
               "Another rule          50 ?       100 ?\n"
               "The same rule         50 =       100 =\n"
               "Both                  39 +       121 +\n"
               "+ better than the base; – worse; ? cannot be told apart from it; = exactly the "
               "same.\n"
               "Not in this table: requests.\n"
               "Unmet need: could be lowest with More people and Both (the wrong one of them costs "
               "at most 0.5 %).\n"));
  CHECK_FALSE(contains(text, "Better: "));  // no sentences
}

TEST_CASE("measures that rank nothing are shown where there are no others") {
  const auto world = many();
  const std::string text =
      report::comparison_headline(world.compared({"asked", "hours_worked"}), world.facts());
  CHECK(contains(text, "As it is           200.0        0.0\n"));
  CHECK(contains(text, "= exactly the same.\n"));
  CHECK_FALSE(contains(text, "highest"));
  CHECK_FALSE(contains(text, "Not in this table"));
}

TEST_CASE("one leader is named, and with one future nobody is") {
  auto world = many();
  world.add("Far ahead", {900, 910, 905, 900});
  CHECK(contains(report::comparison_headline(world.compared({"served"}), world.facts()),
                 "Needs served: highest with Far ahead.\n"));
  test::ComparedWorlds once;
  for (const char* const title : {"As it is", "A", "B", "C", "D", "E"})
    once.add(title, {500});
  CHECK(contains(report::comparison_headline(once.compared({"served"}), once.facts()),
                 "Needs served: any of them could be highest.\n"));
}

TEST_CASE("where tables are left out it is said how to see them") {
  const auto world = many();
  const auto facts = world.facts();
  CHECK(report::where_the_rest_is(world.compared({"served", "asked"}), facts)
            .starts_with("A table for each of the 2 measures, with every difference and its "
                         "interval: --tables; in files:\n--csv FOLDER, --json FILE. "));
}

TEST_CASE("no line of an overview passes 100 characters, however many measures there are") {
  auto world = many();
  world.add("An option with a name so long that nobody would ever want to read it twice in a day",
            {520, 500, 480, 503});
  std::istringstream lines{report::comparison_headline(world.compared({"unmet_share_of_need",
                                                                       "served",
                                                                       "wait_days",
                                                                       "confiscation_orders",
                                                                       "assets_collected",
                                                                       "early_engagement_share",
                                                                       "cases_protected",
                                                                       "cash_received",
                                                                       "asked"}),
                                                       world.facts())};
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(report::width_of(line) <= 100);
  }
}
