#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/scenarios.hpp"

// What stands under "from_start" takes effect when the plan begins: not before, and not on what
// was settled before.

namespace {

using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::Outcome;
using ficap::test::Changes;
using ficap::test::World;
namespace test = ficap::test;

// From the start nobody works and no case opens: what the plan sees is what the warm-up left.
const Changes only_the_past{
    "/from_start/teams/north-fi/strength=0",
    "/from_start/teams/north-fi/early_desk=0",
    "/from_start/teams/north-fi/people=null",
    "/from_start/teams/north-fio/strength=0",
    "/from_start/teams/south-all/strength=0",
    "/from_start/teams/unit-all/strength=0",
    "/from_start/streams/north-drugs/rate=0 /y",
    "/from_start/streams/north-cash/rate=0 /y",
    "/from_start/streams/south-fraud/rate=0 /y",
    "/from_start/streams/south-cash/rate=0 /y",
    "/from_start/streams/unit-drugs/rate=0 /y",
};

const Changes without_effect_on_it{
    "/from_start/belief/initial=0",
    "/from_start/policies/allocation=value_per_hour",
    "/from_start/teams/south-all/caseload_cap=1",
    "/from_start/teams/south-all/weight_of_waiting=1",
    "/from_start/calendars/office/hours_by_weekday=[2, 2, 2, 2, 2, 0, 0]",
    "/from_start/calendars/shifts/holidays=england",
    "/from_start/roles/fi/away/leave=0.5",
    "/from_start/roles/both/skills=[\"investigation\"]",
    R"(/from_start/requests/forfeiture/tasks=[{"name": "Prepare", "skill": "investigation",
                                              "effort": {"fixed": {"value": "90 h"}}}])",
};

}  // namespace

TEST_CASE("what begins with the plan changes nothing before it") {
  const World reference{test::scenario(test::small_region, only_the_past)};
  const Outcome expected = reference.future();
  CHECK(reference.total(expected, Counter::cases) == 0);
  CHECK(reference.total(expected, Counter::needs) > 0);
  CHECK(reference.total(expected, Counter::queue_level_ms) > 0);
  for (const std::string& change : without_effect_on_it) {
    CAPTURE(change);
    Changes changes = only_the_past;
    changes.push_back(change);
    const World world{test::scenario(test::small_region, changes)};
    const Outcome o = world.future();
    const bool nothing_changed = o == expected;
    CHECK(nothing_changed);
  }
}

TEST_CASE("a point of need that moves with the plan leaves those where they were that lie ahead") {
  // Each case needs a on its 4th day and b on its 16th; from the start, the other way round.
  const Changes two_needs{
      R"(/requests/more={"name": "More", "class": "directed", "tasks": [{"name": "Work",
          "skill": "investigation", "effort": {"fixed": {"value": "1 h"}}}]})",
      R"(/pathways/one_stage/stages/open/needs={
          "a": {"request": "help", "at": 0.2, "probability": 1},
          "b": {"request": "more", "at": 0.8, "probability": 1}})",
      "/streams/cases/rate=5 /d",
      "/from_start/streams/cases/rate=0 /d",
  };
  Changes moved = two_needs;
  moved.emplace_back("/from_start/pathways/one_stage/stages/open/needs/a/at=0.8");
  moved.emplace_back("/from_start/pathways/one_stage/stages/open/needs/b/at=0.2");
  const World reference{test::scenario(test::one_desk, two_needs)};
  const World world{test::scenario(test::one_desk, moved)};
  const Outcome expected = reference.future();
  const Outcome o = world.future();
  CHECK(reference.cut(expected, Counter::needs, Dimension::request, "more") > 40);
  CHECK(world.cuts(o, Counter::needs, Dimension::request) ==
        reference.cuts(expected, Counter::needs, Dimension::request));
}

TEST_CASE("assets that melt from the start of the plan have not melted before it") {
  // Help identifies everything on a case's first day; an order follows on its 20th. From the start
  // 99 % of what is unprotected goes each month. Cases opened evenly over the 20 days before the
  // start keep on average (1 - 0.01^x) / (x ln 100) of their value, x = 20 / 30.4375 of a month:
  // 31 %. Had the days before the start counted, it would be 5 %.
  const World world{test::scenario(
      test::one_desk,
      {"/streams/cases/rate=20 /d",
       "/teams/desk/establishment=60",
       "/teams/desk/strength=60",
       R"(/requests/help/identifies={"early": 1, "middle": 1, "late": 1})",
       R"(/pathways/one_stage/stages/open/decides={"confiscation": {"on": "help",
            "paid_after": {"fixed": {"value": "1 d"}}}})",
       "/from_start/streams/cases/rate=0 /d",
       R"(/from_start/assets/dissipation={"accounts": {"lost_per_month_covert": 0.99}})"})};
  const Outcome o = world.future();
  const auto orders = static_cast<double>(world.total(o, Counter::confiscation_orders));
  const auto value = static_cast<double>(world.total(o, Counter::confiscation_pence));
  REQUIRE(orders > 300.0);
  CHECK(value / orders / 100'000.0 == doctest::Approx(0.3145).epsilon(0.1));
}

TEST_CASE("a caseload whose weights change with the plan is counted by the new ones") {
  // Everything waits outside for ten days at a weight of 1, then at a weight of 0: nobody's
  // caseload may keep what it no longer holds, or the desk would stand still.
  const World world{
      test::scenario(test::one_desk,
                     {R"(/requests/help/tasks=[{"name": "Ask", "skill": "investigation",
            "effort": {"fixed": {"value": "1 h"}}, "then_waits": {"fixed": {"value": "10 d"}}},
           {"name": "Read", "skill": "investigation", "effort": {"fixed": {"value": "1 h"}}}])",
                      "/teams/desk/weight_of_waiting=1",
                      "/from_start/teams/desk/weight_of_waiting=0"})};
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::served) > 150);
  CHECK(world.total(o, Counter::withdrawn) < 10);
}

TEST_CASE("people who come with the plan take what waits at once") {
  const World world{test::scenario(test::one_desk,
                                   {"/teams/desk/establishment=20",
                                    "/teams/desk/strength=0",
                                    "/from_start/teams/desk/strength=20"})};
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::wait_ms) == 0);
  CHECK(world.total(o, Counter::served) ==
        world.total(o, Counter::needs) - world.total(o, Counter::waiting));
  // The ten or so that waited at the start were worked on, too.
  CHECK(world.total(o, Counter::worked_ms) >
        (world.total(o, Counter::completed) + 2) * 24 * 3'600'000);
}

TEST_CASE("the year before the plan is the same whatever the plan brings") {
  const Changes long_before{"/plan/warm_up=2 y"};
  Changes nobody = long_before;
  nobody.insert(nobody.end(), only_the_past.begin(), only_the_past.end());
  const Outcome kept = World{test::scenario(test::small_region, long_before)}.future();
  const Outcome changed = World{test::scenario(test::small_region, nobody)}.future();
  REQUIRE(kept.year_before.has_value());
  CHECK(kept.year_before == changed.year_before);
  CHECK(kept.year_before->discretionary_needs > kept.year_before->discretionary_asked);
  CHECK(kept.year_before->discretionary_asked > 0);
  CHECK(kept.year_before->discretionary_never_asked > 0);
  CHECK(kept.year_before->needs == 0);
  CHECK(kept.months != changed.months);
  // A first year fills up from nothing, and is no year before.
  CHECK_FALSE(World{test::scenario(test::small_region)}.future().year_before.has_value());
}
