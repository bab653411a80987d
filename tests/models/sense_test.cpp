#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/scenarios.hpp"

namespace {

using ficap::models::Counter;
using ficap::models::Outcome;
using ficap::test::Changes;
using ficap::test::World;
namespace test = ficap::test;

const std::string around_the_clock =
    R"({"hours_by_weekday": [24, 24, 24, 24, 24, 24, 24], "opens": "00:00", "holidays": "none"})";

Changes crowds(int people) {
  Changes changes{"/teams/north-fi/people=null"};
  for (const char* team : {"north-fi", "north-fio", "south-all", "unit-all"}) {
    const std::string at = "/teams/" + std::string{team};
    changes.push_back(at + "/establishment=" + std::to_string(people));
    changes.push_back(at + "/strength=" + std::to_string(people));
  }
  return changes;
}

std::int64_t unmet(const World& world, const Outcome& o) {
  return world.total(o, Counter::suppressed) + world.total(o, Counter::declined) +
         world.total(o, Counter::expired);
}

}  // namespace

TEST_CASE("unlimited staff around the clock without triage leaves nothing declined or expired") {
  Changes changes = crowds(80);
  changes.push_back("/calendars/office=" + around_the_clock);
  changes.push_back("/calendars/shifts=" + around_the_clock);
  changes.push_back("/requests/advice/declines=null");
  changes.push_back(
      R"(/requests/advice/tasks=[{"name": "Advise", "skill": "investigation", "effort": {"fixed": {"value": "3 h"}}}])");
  const World world{test::scenario(test::small_region, changes)};
  for (std::uint32_t replication = 0; replication < 3; ++replication) {
    const Outcome o = world.future(replication);
    CHECK(world.total(o, Counter::declined) == 0);
    CHECK(world.total(o, Counter::expired) == 0);
    CHECK(world.total(o, Counter::covered) == 0);
    CHECK(world.total(o, Counter::withdrawn) == 0);
    CHECK(world.total(o, Counter::waiting) == 0);
    CHECK(world.total(o, Counter::wait_ms) == 0);
    CHECK(world.total(o, Counter::served) == world.total(o, Counter::asked));
    CHECK(world.total(o, Counter::served) > 100);
  }
}

TEST_CASE("no staff leaves nothing served and nobody engaged, and hearings are covered") {
  Changes changes = crowds(0);
  changes.push_back("/teams/north-fi/early_desk=0");
  const World world{test::scenario(test::small_region, changes)};
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::served) == 0);
  CHECK(world.total(o, Counter::worked_ms) == 0);
  CHECK(world.total(o, Counter::contracted_ms) == 0);
  CHECK(world.total(o, Counter::never_engaged) == world.total(o, Counter::cases));
  CHECK(world.cut(o, Counter::covered, ficap::models::Dimension::request, "hearing") ==
        world.cut(o, Counter::needs, ficap::models::Dimension::request, "hearing") -
            world.cut(o, Counter::waiting, ficap::models::Dimension::request, "hearing"));
  CHECK(world.total(o, Counter::covered) > 0);
}

TEST_CASE("where belief and ceiling are 1 nothing is suppressed") {
  const World world{test::scenario(test::small_region,
                                   {"/asking/ceiling=1",
                                    "/belief/initial=1",
                                    "/belief/weight_of_news=0",
                                    "/belief/organisation_weight=0"})};
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::suppressed) == 0);
  CHECK(world.total(o, Counter::deferred) == 0);
  CHECK(world.total(o, Counter::asked) == world.total(o, Counter::needs));
}

TEST_CASE("where nothing dissipates nothing is lost to time") {
  const World world{test::scenario(test::small_region, {"/assets/dissipation=null"})};
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::assets_dissipated_before_engagement) == 0);
  CHECK(world.total(o, Counter::assets_dissipated_after_engagement) == 0);
  CHECK(world.total(o, Counter::assets_collected) > 0);
}

TEST_CASE("more staff leaves less unmet over the same futures") {
  std::vector<std::int64_t> left;
  for (const int people : {1, 3, 6, 12}) {
    const std::string n = std::to_string(people);
    const World world{test::scenario(test::small_region,
                                     {"/teams/north-fi/people=null",
                                      "/teams/north-fi/establishment=" + n,
                                      "/teams/north-fi/strength=" + n})};
    std::int64_t sum = 0;
    for (std::uint32_t replication = 0; replication < 12; ++replication)
      sum += unmet(world, world.future(replication));
    left.push_back(sum);
  }
  CHECK(left[0] > left[1]);
  CHECK(left[1] > left[2]);
  CHECK(left[2] >= left[3]);
}

TEST_CASE("who believes more asks more, need by need") {
  std::int64_t asked_before = -1;
  for (const char* belief : {"0", "0.25", "0.5", "0.75", "1"}) {
    CAPTURE(belief);
    const World world{test::scenario(test::small_region,
                                     {"/belief/initial=" + std::string{belief},
                                      "/belief/weight_of_news=0",
                                      "/belief/organisation_weight=0"})};
    const Outcome o = world.future();
    CHECK(world.total(o, Counter::asked) > asked_before);
    asked_before = world.total(o, Counter::asked);
  }
}

TEST_CASE("belief follows help: it ends low where nobody comes and high where all do") {
  Changes none = crowds(0);
  none.push_back("/teams/north-fi/early_desk=0");
  const World alone{test::scenario(test::small_region, none)};
  const World helped{test::scenario(test::small_region, crowds(60))};
  CHECK(alone.future().months.back().belief_thousandths < 350);
  CHECK(helped.future().months.back().belief_thousandths > 700);
}
