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
  cases(Counter::away_ms, 10'000 * hour);
  for (models::Outcome& outcome : world.outcomes)
    test::add(outcome, world.layout, Counter::away_ms, Dimension::cause, 0, 10'000 * hour);
  cases(Counter::belief_by_time, 350 * day);
  cases(Counter::belief_time, day);
  world.add_everywhere(Counter::first_engaged, Dimension::stage, 0, 400);
  world.add_everywhere(Counter::first_engaged, Dimension::stage, 1, 1600);
  world.add_everywhere(Counter::engagement_ms, 2000 * 45 * day);
  world.add_everywhere(Counter::benefit_gone, 40'000'000'000);
  world.add_everywhere(Counter::assets_realisable, 10'000'000'000);
  world.add_everywhere(Counter::assets_collected, 850'000'000);
  world.add_everywhere(Counter::assets_not_identified, 9'150'000'000);
  world.add_everywhere(Counter::confiscation_orders, 500);
  world.add_everywhere(Counter::confiscation_pence, 930'000'000);
  world.add_everywhere(Counter::conviction_to_order_ms, 500 * 270 * day);
  world.add_everywhere(Counter::orders_paid, 400);
  world.add_everywhere(Counter::order_to_payment_ms, 400 * 60 * day);
  world.add_everywhere(Counter::cash_confiscation, 500'000'000);
  world.add_everywhere(Counter::cash_compensation, 75'000'000);
  world.add_everywhere(Counter::default_interest_pence, 20'000'000);
  world.add_everywhere(Counter::assets_denied, 600'000'000);
  world.add_everywhere(Counter::assets_denied_before_overt, 150'000'000);
  return world;
}

}  // namespace

TEST_CASE("the tables say by class, organisation and kind of help what the headline says in one") {
  const test::World world = busy();
  const models::Setting names = setting();
  const std::string text =
      report::summary(world.results(), test::facts_of(world), report::Names{names});
  CHECK(
      text ==
      R"(Needs and requests                needs    never  turned     too  unmet of   unmet in  days to
                                 a year  asked %  down %  late %    need %  records %  a start
free to ask or not
  (discretionary)                 1,000     30.0       0    20.0      50.0       28.6     30.0
statutory                           200        0       0       0       0.0        0.0      0.5
all                         1,210 ± 127     25.0       0    16.7      41.7       22.2     21.6
by organisation
  Northern Police, a force
    with quite a long name        1,200     25.0       0    16.7      41.7       22.2     21.6
by kind of help
  early financial profile         1,000     30.0       0    20.0      50.0       28.6     30.0
  hearing                           200        0       0       0       0.0        0.0      0.5

First engagement                  cases  early  middle  late  never   early, of those
                                 a year      %       %     %      %  that needed it %
all                                 600     13      37    17     33              20.0
by organisation
  Northern Police, a force with
    quite a long name               600     13      37    17     33              20.0

People and trust                   productive        worked  used        trust that
                                 hours a year  hours a year     %  help will come %
all                                     8,000         6,000  75.0              35.0
by organisation
  Northern Police, a force with
    quite a long name                   8,000         6,000  75.0              35.0

Where contracted hours went  hours a year  of every 100
into requests                       6,000            60
no request to go into               2,000            20
away: other work                    2,000            20
all of them                        10,000           100

Stage of first engagement   cases     of the
                           a year  engaged %
overt                         320       80.0
covert                         80       20.0

Where modelled realisable assets went          of every £100  of every £100
                                       a year        of them     of benefit
collected                               £1.7m             £9             £2
in an order, due later                     £0             £0             £0
in an order, never paid                    £0             £0             £0
in cases still open                        £0             £0             £0
in cases that never needed the unit        £0             £0             £0
in cases in which nobody asked             £0             £0             £0
in cases that asked and got no help        £0             £0             £0
gone before the unit joined                £0             £0             £0
gone after the unit had joined             £0             £0             £0
still there, never found               £18.3m            £91            £18
found, no order made                       £0             £0             £0
all of it                              £20.0m           £100            £20
benefit gone when the case opened      £80.0m                           £80

Orders and money, any case                a year
confiscation orders                          100
forfeiture orders                              0
value of confiscation orders               £1.9m
value of forfeiture orders                    £0
money received                             £1.0m
of it, to victims first                    £150k
interest owed on late orders              £40.0k
cost of officers and lawyers standing in      £0

Time, and protection in time
from opening to first engagement                          45.0 days
from conviction to confiscation order                    270.0 days
from an order to its payment                              60.0 days
protected before the first overt act   25.0 % of what was protected

± is half of a 95 % interval for chance alone.
Unmet of need: never asked, turned down or too late, of these and the needs that were met, by the
unit or by an officer or lawyer standing in (0 a year). Left out: cases that ended first (0 a year)
and needs still waiting at the end (0).
Early: before the first overt act, such as an arrest; middle: from then to the charge; late: from
trial on.
Organisations have different cases: rows are not a ranking.
The parts of £100 are where assets ended, not why.
Collected: paid on orders in cases opened in the period, up to the end of the run. Money received:
from any case, within the period.
The run began with no open cases and no requests.
)");
}

TEST_CASE("what is left out of the share of need is counted, by year where it is a flow") {
  test::World world = busy();
  world.add_everywhere(Counter::covered, 25);
  world.add_everywhere(Counter::withdrawn, 60);
  world.add_everywhere(Counter::waiting, 23);
  world.add_everywhere(Counter::referrals, 35);
  report::RunFacts facts = test::facts_of(world);
  const models::Setting names = setting();
  const auto said = [&](const std::string& part) {
    const std::string text = report::summary(world.results(), facts, report::Names{names});
    return text.find(part) != std::string::npos;
  };
  CHECK(said("standing in (5 a year). Left out: cases that ended first (12 a year)"));
  CHECK(said("still waiting at the end (23)."));
  CHECK(said("cases referred because they must be            7\n"));
  CHECK_FALSE(said("turned away at once"));
  facts.warm_up_days = 2191;
  CHECK(said("began after 6 years of warm-up under the setting that held before the plan."));
  facts.warm_up_days = 90;
  CHECK(said("began after 90 days of warm-up"));
}

TEST_CASE("where referrals are turned away it is said how many, and how many are still made") {
  test::World world = busy();
  world.add_everywhere(Counter::referrals_covered, 50);
  world.add_everywhere(Counter::referrals, 35);
  world.add_everywhere(Counter::referrals_refused, 10);
  const models::Setting names = setting();
  const std::string text =
      report::summary(world.results(), test::facts_of(world), report::Names{names});
  CHECK(text.find("cases referred because they must be            7\n"
                  "  of these, turned away at once                2\n"
                  "  % referred of those that must be          70.0") != std::string::npos);
}

TEST_CASE("something is never printed as nothing") {
  test::World world = busy();
  world.add_everywhere(Counter::first_engaged_late, -498);
  world.add_everywhere(Counter::assets_realisable, 1000);
  world.add_everywhere(Counter::assets_outstanding, 1000);
  const models::Setting names = setting();
  const std::string text =
      report::summary(world.results(), test::facts_of(world), report::Names{names});
  CHECK(text.find("    <1  ") != std::string::npos);
  CHECK(
      text.find("in an order, due later                 <£0.1m   less than £1   less than £1\n") !=
      std::string::npos);
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

TEST_CASE("of many organisations the tables show the largest, and say where the others are") {
  const auto table_of = [](std::size_t organisations) {
    test::World world{2};
    models::Setting names = setting();
    auto& ids = world.ids[static_cast<std::size_t>(Dimension::organisation)];
    ids.clear();
    for (std::size_t i = 0; i < organisations; ++i) {
      const std::string id = "force-" + std::to_string(10 + i);
      ids.push_back(id);
      names.organisations[id].name = id;
    }
    world.layout = models::Layout{world.ids};
    world.outcomes.assign(2, test::nothing(world.layout));
    // The later in the list, the larger, but for the first, which is the largest of all.
    for (std::size_t i = 0; i < organisations; ++i) {
      const auto needs = static_cast<std::int64_t>(i == 0 ? 1'000'000 : 100 + i);
      world.add_everywhere(Counter::needs, Dimension::organisation, i, needs);
    }
    return report::summary(world.results(), test::facts_of(world), report::Names{names});
  };
  const std::string all = table_of(24);
  CHECK(all.find("force-11 ") != std::string::npos);
  CHECK(all.find("smaller ones") == std::string::npos);
  const std::string most = table_of(52);
  CHECK(most.find("by organisation, the largest\n  force-10 ") != std::string::npos);
  CHECK(most.find("\n  force-61 ") != std::string::npos);
  CHECK(most.find("\n  force-51 ") != std::string::npos);
  CHECK(most.find("force-50 ") == std::string::npos);
  CHECK(most.find("  and 40 smaller ones: --json FILE or --csv FOLDER has them all\n") !=
        std::string::npos);
}
