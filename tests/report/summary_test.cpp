#include "report/summary.hpp"

#include <cstddef>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "report/words.hpp"
#include "tests/report/world.hpp"

using namespace ficap;
using models::Counter;
using models::Dimension;

namespace {

constexpr std::size_t statutory = 0;
constexpr std::size_t discretionary = 2;
constexpr std::int64_t hour = 3'600'000;
constexpr std::int64_t day = 24 * hour;

models::Setting setting() {
  models::Setting setting;
  setting.organisations["north"].name = "Northern Police, a force with quite a long name";
  setting.organisations["south"].name = "South";
  setting.requests["profile"].name = "early financial profile";
  return setting;
}

test::World busy() {
  test::World world{2};
  const auto need =
      [&world](Counter counter, std::size_t request, std::size_t work_class, std::int64_t amount) {
        world.add_everywhere(counter, amount);
        for (models::Outcome& outcome : world.outcomes) {
          test::add(outcome, world.layout, counter, Dimension::work_class, work_class, amount);
          test::add(outcome, world.layout, counter, Dimension::organisation, 0, amount);
          test::add(outcome, world.layout, counter, Dimension::request, request, amount);
        }
      };
  need(Counter::needs, 0, discretionary, 5000);
  need(Counter::suppressed, 0, discretionary, 1500);
  need(Counter::expired, 0, discretionary, 1000);
  need(Counter::served, 0, discretionary, 2500);
  need(Counter::wait_ms, 0, discretionary, 2500 * 30 * day);
  need(Counter::needs, 1, statutory, 1000);
  need(Counter::served, 1, statutory, 1000);
  need(Counter::wait_ms, 1, statutory, 1000 * day / 2);
  // The second future differs in one thing.
  test::add(world.outcomes[1], world.layout, Counter::needs, 100);
  const auto cases = [&world](Counter counter, std::int64_t amount) {
    world.add_everywhere(counter, Dimension::organisation, 0, amount);
  };
  cases(Counter::cases, 3000);
  cases(Counter::first_engaged_early, 400);
  cases(Counter::first_engaged_middle, 1100);
  cases(Counter::first_engaged_late, 500);
  cases(Counter::never_engaged, 1000);
  cases(Counter::cases_with_early_need, 2000);
  cases(Counter::contracted_ms, 50'000 * hour);
  cases(Counter::worked_ms, 30'000 * hour);
  cases(Counter::idle_ms, 10'000 * hour);
  cases(Counter::belief_by_time, 350 * day);
  cases(Counter::belief_time, day);
  world.add_everywhere(Counter::assets_realisable, 10'000'000'000);
  world.add_everywhere(Counter::assets_collected, 850'000'000);
  world.add_everywhere(Counter::assets_not_identified, 9'150'000'000);
  world.add_everywhere(Counter::confiscation_orders, 500);
  world.add_everywhere(Counter::order_pence, 930'000'000);
  return world;
}

}  // namespace

TEST_CASE("the tables say by class, organisation and kind of help what the headline says in one") {
  const test::World world = busy();
  const models::Setting names = setting();
  const std::string text =
      report::summary(world.results(), test::facts_of(world), report::Names{names});
  CHECK(text ==
        "Needs and requests                needs    never  turned     too  unmet of   unmet in  "
        "days to\n"
        "                                 a year  asked %  down %  late %    need %  records %  a "
        "start\n"
        "all                         1,210 ± 127       25       0      17      41.7       22.2     "
        "21.6\n"
        "by class of work\n"
        "  statutory                         200        0       0       0       0.0        0.0     "
        " 0.5\n"
        "  discretionary                   1,000       30       0      20      50.0       28.6     "
        "30.0\n"
        "by organisation\n"
        "  Northern Police, a force\n"
        "    with quite a long name        1,200       25       0      17      41.7       22.2     "
        "21.6\n"
        "by kind of help\n"
        "  early financial profile         1,000       30       0      20      50.0       28.6     "
        "30.0\n"
        "  hearing                           200        0       0       0       0.0        0.0     "
        " 0.5\n"
        "\n"
        "First engagement                  cases  early  middle  late  never   early, of those\n"
        "                                 a year      %       %     %      %  that needed it %\n"
        "all                                 600     13      37    17     33              20.0\n"
        "by organisation\n"
        "  Northern Police, a force with\n"
        "    quite a long name               600     13      37    17     33              20.0\n"
        "\n"
        "People and trust                   productive        worked  used  trust that help\n"
        "                                 hours a year  hours a year     %      will come %\n"
        "all                                     8,000         6,000  75.0             35.0\n"
        "by organisation\n"
        "  Northern Police, a force with\n"
        "    quite a long name                   8,000         6,000  75.0             35.0\n"
        "\n"
        "Where modelled realisable assets went  a year  of every £100\n"
        "collected                               £1.7m             £9\n"
        "in an order, due later                     £0             £0\n"
        "in an order, never paid                    £0             £0\n"
        "in cases still open                        £0             £0\n"
        "in cases that never needed the unit        £0             £0\n"
        "in cases in which nobody asked             £0             £0\n"
        "in cases that asked and got no help        £0             £0\n"
        "gone before the unit joined                £0             £0\n"
        "gone after the unit had joined             £0             £0\n"
        "still there, never found               £18.3m            £91\n"
        "found, no order made                       £0             £0\n"
        "all of it                              £20.0m           £100\n"
        "\n"
        "Orders and money, any case                a year\n"
        "confiscation orders                          100\n"
        "forfeiture orders                              0\n"
        "value of orders                            £1.9m\n"
        "money received                                £0\n"
        "cost of officers and lawyers standing in      £0\n"
        "days from opening to first protection          –\n"
        "\n"
        "± is half of a 95 % interval for chance alone.\n"
        "Unmet of need: never asked, turned down or too late, of all needs whose end is known.\n");
}

TEST_CASE("no line of the tables is wider than 100 characters") {
  test::World world = busy();
  world.add_everywhere(Counter::needs, Dimension::organisation, 0, 123'456'789);
  const models::Setting names = setting();
  std::istringstream lines{
      report::summary(world.results(), test::facts_of(world), report::Names{names})};
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(report::width_of(line) <= 100);
  }
}

TEST_CASE("a world without assets has no tables of money") {
  const test::World world{2};
  const models::Setting names = setting();
  const std::string text =
      report::summary(world.results(), test::facts_of(world), report::Names{names});
  CHECK(text.find("Needs and requests") == 0);
  CHECK(text.find("£") == std::string::npos);
}
