#include "report/headline.hpp"

#include <cstddef>
#include <string>

#include <doctest/doctest.h>

#include "tests/report/world.hpp"

using namespace ficap;
using models::Counter;
using models::Dimension;

namespace {

constexpr std::size_t statutory = 0;
constexpr std::size_t discretionary = 2;

// Of 1,000 discretionary needs with a known end 294 were never asked, 3 turned down, 176 too late
// and 527 served: 47.3 % unmet; of 706 asked, 179 unmet: 25.4 %.
test::World inspected(std::size_t futures) {
  test::World world{futures};
  const auto add = [&world](Counter counter, std::int64_t amount) {
    world.add_everywhere(counter, Dimension::work_class, discretionary, amount);
  };
  add(Counter::suppressed, 294);
  add(Counter::declined, 3);
  add(Counter::expired, 176);
  add(Counter::served, 527);
  world.add_everywhere(Counter::served, Dimension::work_class, statutory, 5000);
  world.add_everywhere(Counter::first_engaged_early, 22);
  world.add_everywhere(Counter::cases_with_early_need, 100);
  world.add_everywhere(Counter::assets_realisable, 1000);
  world.add_everywhere(Counter::assets_collected, 81);
  world.add_everywhere(Counter::assets_not_identified, 306);
  world.add_everywhere(Counter::assets_dissipated_before_engagement, 253);
  world.add_everywhere(Counter::assets_never_asked, 203);
  world.add_everywhere(Counter::assets_no_order_made, 104);
  world.add_everywhere(Counter::assets_still_open, 53);
  return world;
}

}  // namespace

TEST_CASE("requests that rise without need are told of after what a record shows") {
  const test::World world = inspected(4);
  report::RunFacts facts = test::facts_of(world);
  const auto of = [](double mean, double half_width) {
    return study::Estimate{.mean = mean, .half_width = half_width, .replications = 4};
  };
  facts.demand = study::DemandOverTime{.from_year_before = true,
                                       .requests_change = of(0.27, 0.01),
                                       .need_change = of(0.0, 0.0),
                                       .requests_beyond_need = of(0.27, 0.01),
                                       .unmet_share_of_need = {.then = of(0.51, 0.01),
                                                               .now = of(0.29, 0.04),
                                                               .change = of(-0.2, 0.04)},
                                       .unmet_share_of_requests = {}};
  const std::string text = report::headline(world.results(), facts);
  const std::size_t record = text.find("is in no record.");
  const std::size_t told = text.find("Requests that officers are free to make rose by 27 ± 1 %");
  REQUIRE(told != std::string::npos);
  CHECK(record < told);
  CHECK(told < text.find("The ECU joined before arrest"));
  CHECK(text.find("at most ± 4 (95 % intervals)") != std::string::npos);  // of 29, which it says
  facts.demand->requests_beyond_need = of(0.0, 0.01);
  CHECK(report::headline(world.results(), facts) ==
        report::headline(world.results(), test::facts_of(world)));
}

TEST_CASE("the answer is read in sentences whose parts add up") {
  const test::World world = inspected(4);
  CHECK(
      report::headline(world.results(), test::facts_of(world)) ==
      "A small world · 5 years from 1 April 2026 · 4 futures · seed 1\n"
      "Of every 100 times an investigation needed the help of its Economic Crime Unit (ECU) and "
      "was free to\n"
      "ask or not, 47 went unmet: 29 were never asked and 18 were asked but not helped in time.\n"
      "Of the requests of this kind that were made, the unit's own records would show 25 in 100 "
      "unmet; a\n"
      "request that is never made is in no record.\n"
      "The ECU joined before arrest in 22 of 100 investigations that needed it then.\n"
      "Of every £100 of modelled realisable assets, £8 was collected; £21 was in cases that needed "
      "the ECU\n"
      "and that it never joined; £66 was in cases that it joined, and was gone by then or later, "
      "never\n"
      "found, in no order, or not paid; £5 was in cases that had no need of it or are still open.\n"
      "Chance alone moves these by at most ± 1 (95 % intervals); what we do not know about the "
      "inputs moves\n"
      "them more.\n");
}

TEST_CASE("requests that are turned down are told from those that came too late") {
  test::World world = inspected(2);
  world.add_everywhere(Counter::declined, Dimension::work_class, discretionary, 200);
  // 673 of 1,200: 294 never asked, 203 turned down, 176 too late.
  CHECK(report::headline(world.results(), test::facts_of(world))
            .find("56 went unmet: 24 were never asked, 17 were asked and turned down, and 15 were "
                  "asked but\nnot helped in time.") != std::string::npos);
}

TEST_CASE("the widest interval of what was said is what chance can do") {
  test::World world = inspected(2);
  // In the second future 42 of 100 are engaged early: 32 on average, half-width 127.06 of 100.
  test::add(world.outcomes[1], world.layout, Counter::first_engaged_early, 20);
  const std::string text = report::headline(world.results(), test::facts_of(world));
  CHECK(text.find("in 32 of 100 investigations") != std::string::npos);
  CHECK(text.find("by at most ± 128 (95 % intervals)") != std::string::npos);
}

TEST_CASE("what the futures can tell apart is said where chance moves the answer at all") {
  test::World world = inspected(2);
  CHECK(report::headline(world.results(), test::facts_of(world)).find("told apart") ==
        std::string::npos);
  // 47.3 and 47.4 of 100: a spread of 0.0707 in each future; t(2) = 4.303 and 1.061.
  test::add(world.outcomes[1], world.layout, Counter::expired, Dimension::work_class, 2, 1);
  test::add(world.outcomes[1], world.layout, Counter::served, Dimension::work_class, 2, -1);
  CHECK(
      report::headline(world.results(), test::facts_of(world))
          .find("With 2 futures, two options that differ by 0.38 unmet needs in 100 are told apart "
                "four times in\nfive; run in the same futures, closer ones are.\n") !=
      std::string::npos);
}

TEST_CASE("the interval of every part that is said counts, not only that of the first") {
  test::World world = inspected(2);
  // Found in one future, gone in the other: what was collected does not move, £66 does.
  test::add(world.outcomes[1], world.layout, Counter::assets_not_identified, -100);
  test::add(world.outcomes[1], world.layout, Counter::assets_still_open, 100);
  const std::string text = report::headline(world.results(), test::facts_of(world));
  // 66.3 and 56.3 of 100: t(1) = 12.706 times 5.
  CHECK(text.find("by at most ± 64 (95 % intervals)") != std::string::npos);
}

TEST_CASE("one future that was finished is told as one") {
  const test::World world = inspected(1);
  report::RunFacts facts = test::facts_of(world);
  facts.asked_for = 2000;
  CHECK(report::headline(world.results(), facts)
            .find("1 of 2,000 futures was finished, and everything here rests on it.") !=
        std::string::npos);
}

TEST_CASE("a long title is broken, too") {
  const test::World world{2};
  report::RunFacts facts = test::facts_of(world);
  facts.title = std::string(80, 'x');
  CHECK(report::headline(world.results(), facts).find("x · 5 years from 1\nApril 2026") !=
        std::string::npos);
}

TEST_CASE("one future says nothing about chance, and says so") {
  const test::World world = inspected(1);
  CHECK(report::headline(world.results(), test::facts_of(world))
            .find("This is one possible future: it says nothing about chance") !=
        std::string::npos);
}

TEST_CASE("what has no meaning in a scenario is not said") {
  const test::World world{2};
  CHECK(report::headline(world.results(), test::facts_of(world)) ==
        "A small world · 5 years from 1 April 2026 · 2 futures · seed 1\n"
        "No investigation needed its Economic Crime Unit (ECU) in this period.\n");
}

TEST_CASE("where no need leaves a choice, the headline is about all need") {
  test::World world{2};
  world.add_everywhere(Counter::served, Dimension::work_class, statutory, 3);
  world.add_everywhere(Counter::expired, Dimension::work_class, statutory, 1);
  const std::string text = report::headline(world.results(), test::facts_of(world));
  CHECK(text.find("Economic Crime Unit (ECU), 25 went unmet:\n25 were asked but not") !=
        std::string::npos);
  CHECK(text.find("The unit's own records would show about the same.") != std::string::npos);
}

TEST_CASE("where all need is met, the record says nothing that the answer does not") {
  test::World world{2};
  world.add_everywhere(Counter::served, Dimension::work_class, discretionary, 3);
  world.add_everywhere(Counter::assets_realisable, 1000);
  world.add_everywhere(Counter::assets_not_identified, 1000);
  CHECK(report::headline(world.results(), test::facts_of(world)) ==
        "A small world · 5 years from 1 April 2026 · 2 futures · seed 1\n"
        "Of every 100 times an investigation needed the help of its Economic Crime Unit (ECU) and "
        "was free to\n"
        "ask or not, none went unmet.\n"
        "Of every £100 of modelled realisable assets, nothing was collected; nothing was in cases "
        "that needed\n"
        "the ECU and that it never joined; £100 was in cases that it joined, and was gone by then "
        "or later,\n"
        "never found, in no order, or not paid; nothing was in cases that had no need of it or are "
        "still\n"
        "open.\n"
        "Chance alone moves these by at most ± 1 (95 % intervals); what we do not know about the "
        "inputs moves\n"
        "them more.\n");
}

TEST_CASE("an early stop and warnings close the headline") {
  const test::World world = inspected(2);
  report::RunFacts facts = test::facts_of(world);
  facts.asked_for = 200;
  facts.warnings = {"West Mercia's investigators are asked for 1.3 times the hours they have."};
  const std::string text = report::headline(world.results(), facts);
  const std::string ending =
      "Stopped early: 2 of 200 futures were finished, and everything here rests on these.\n"
      "West Mercia's investigators are asked for 1.3 times the hours they "
      "have.\n";
  REQUIRE(text.size() > ending.size());
  CHECK(text.substr(text.size() - ending.size()) == ending);
}
