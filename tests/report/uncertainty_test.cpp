#include "report/uncertainty.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/support/uncertain_world.hpp"

using namespace ficap;

namespace {

report::RunFacts facts() {
  report::RunFacts facts;
  facts.title = "A small world";
  facts.start = {2026, 4, 1};
  facts.years = 5;
  facts.seed = 7;
  facts.asked_for = 3;
  facts.finished = 3;
  return facts;
}

models::Setting setting() {
  models::Setting setting;
  models::RequestType& help = setting.requests["help"];
  help.name = "Help";
  help.tasks.emplace_back().name = "Reading";
  return setting;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the headline keeps evidence and luck apart and says which its intervals hold") {
  CHECK(
      report::uncertainty_headline(test::uncertain_world(), facts(), setting()) ==
      R"(A small world · 5 years from 1 April 2026 · 3 draws of 2 uncertain numbers, 2 futures of each · seed
7
Of what is uncertain about the unmet share of need, 83 % is what nobody has measured and 17 % is
luck (95 % interval of the first: 78 to 88 %).
Its expected value lies between 62 and 78 % (80 % interval for what nobody has measured; luck
averages out), a single future between 61 and 79 % (80 % interval for both). With every number as
the scenario states it, it is 65 %.
What matters most to it: Help, Reading and 1 more: hours of work.
Of what is uncertain about the assets collected, 25 % is what nobody has measured and 75 % is luck
(95 % interval of the first: 20 to 30 %).
Its expected value lies between £2.2m and £3.8m a year (80 % interval for what nobody has measured;
luck averages out), a single future between £2.1m and £3.9m a year (80 % interval for both). With
every number as the scenario states it, it is £2.8m a year.
)");
}

TEST_CASE("evidence that does not show beyond luck is not given a figure") {
  auto study = test::uncertain_world();
  study.measures[0].split->evidence_set_to_0 = true;
  study.measures[0].split->share = 0.0;
  CHECK(contains(report::uncertainty_headline(study, facts(), setting()),
                 "Of what is uncertain about the unmet share of need, all is luck as far as these "
                 "draws can tell"));
  CHECK(contains(report::uncertainty_table(study, facts()), "0* (78–88)"));
  CHECK(contains(report::uncertainty_table(study, facts()), "* the estimate was below nothing"));
}

TEST_CASE("what is the same in every future is not said to be uncertain") {
  auto study = test::uncertain_world();
  study.measures[1].split->evidence = 0.0;
  study.measures[1].split->chance = 0.0;
  CHECK_FALSE(
      contains(report::uncertainty_headline(study, facts(), setting()), "assets collected"));
  CHECK_FALSE(contains(report::uncertainty_table(study, facts()), "assets collected"));
}

TEST_CASE("a study that was stopped says on how many draws it rests") {
  auto stopped = facts();
  stopped.asked_for = 100;
  CHECK(contains(report::uncertainty_headline(test::uncertain_world(), stopped, setting()),
                 "Stopped early: 3 of 100 draws were finished"));
}

TEST_CASE("a number that matters stands with its place, grade, range, effect and indices") {
  const std::string text = report::uncertain_inputs(test::uncertain_world(), facts(), setting());
  CHECK(contains(text, "What matters to: unmet need"));
  CHECK(contains(text, "/requests/help/tasks/0/effort and 1 more that say the same\n"));
  CHECK(contains(text, "  Help, Reading and 1"));
  CAPTURE(text);
  CHECK(contains(text, "4 to 20 h, 9 in 10  +12.0 points"));
  CHECK(contains(text, "70 (60–80)    75 (65–85)\n"));
  CHECK(contains(text, "all 1 others together"));
  CHECK_FALSE(contains(text, "/asking/floor"));  // it does not stand out of chance
  CHECK(contains(text, "no correlation is assumed"));
}

TEST_CASE("where nothing stands out the report says so") {
  auto study = test::uncertain_world();
  study.ranked[0].effects[1].stands_out = false;
  study.ranked[0].indices.clear();
  study.went_on.clear();
  CHECK(contains(report::uncertain_inputs(study, facts(), setting()),
                 "No number moves unmet_share_of_need beyond luck, as far as this screening can "
                 "tell."));
}
