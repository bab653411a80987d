#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "models/laws.hpp"
#include "models/queueing_formulas.hpp"
#include "sim/tally.hpp"
#include "tests/models/one_team.hpp"
#include "tests/support/scenarios.hpp"
#include "tests/support/statistics.hpp"

// People who sit with investigating teams. By hand: one desk with the cases of its table and no
// others; the plan starts on 1 April 2026, a case lasts 20 days, help takes a day round the clock.

using namespace ficap::test;

namespace {

using doctest::Approx;
using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::Outcome;
using ficap::test::Changes;
using ficap::test::World;
namespace models = ficap::models;
namespace test = ficap::test;

/// The force has two areas and two teams of one person; those of "near" may sit with one of them.
const Changes two_teams{
    R"(/organisations/force/areas={"east": {"name": "East"}, "west": {"name": "West"}})",
    R"(/teams/near={"organisation": "force", "role": "fi", "establishment": 1, "strength": 1,
        "caseload_cap": 1, "calendar": "desk"})"};

std::string sits(const std::string& with, const std::string& more = "") {
  return R"(/from_start/policies/embedded={"east": {"team": "near", "posts": 1, "with": )" + with +
         more + "}}";
}
const std::string with_east = R"(["east"])";

/// A case of an area that has asked for help on the first day of the plan.
std::string asked_in(const char* area, int number, const std::string& request = "help") {
  return R"({"case": ")" + std::string{area} + std::to_string(number) +
         R"(", "stream": "cases", "stage": "open", "opened": "2026-04-01",
            "stage_entered": "2026-04-01", "area": ")" +
         area + R"(", "requests": [{"request": ")" + request + R"(", "asked": "2026-04-01"}]})";
}

/// So many requests of the east, then so many of the west, all on the first day.
Changes asked(int east, int west, const std::string& request = "help") {
  std::string cases;
  for (int i = 0; i < east; ++i)
    cases += (cases.empty() ? "" : ", ") + asked_in("east", i, request);
  for (int i = 0; i < west; ++i)
    cases += (cases.empty() ? "" : ", ") + asked_in("west", i, request);
  return {"/streams/cases/rate=0 /y", "/start/cases=[" + cases + "]"};
}

struct Worked {
  double near{};
  double desk{};
  friend bool operator==(const Worked&, const Worked&) = default;
};
std::ostream& operator<<(std::ostream& out, const Worked& worked) {
  return out << "near " << worked.near << " h, desk " << worked.desk << " h";
}

Worked worked(const Changes& changes) {
  const World world{test::scenario(test::one_desk, two_teams + changes)};
  const Outcome o = world.future();
  CHECK(models::audit(world.compiled().ids(), world.compiled().layout(), o).breaches.empty());
  const auto hours_of = [&](const char* team) {
    return static_cast<double>(world.cut(o, Counter::worked_ms, Dimension::team, team)) /
           test::ms_per_hour;
  };
  return {hours_of("near"), hours_of("desk")};
}

const std::string a_hearing =
    R"(/requests/hearing={"name": "Hearing", "class": "statutory", "tasks": [{"name": "Appear",
        "skill": "investigation", "effort": {"fixed": {"value": "24 h"}}}],
        "window": {"within": {"time": {"fixed": {"value": "5 d"}}}}})";

}  // namespace

TEST_CASE("who sits with a team takes its requests and no others, and nobody else takes them") {
  // Four requests, three of the east. Shared, two people do two each; at the next desk three.
  CHECK(worked(asked(3, 1)) == Worked{48.0, 48.0});
  CHECK(worked(asked(3, 1) + Changes{sits(with_east)}) == Worked{72.0, 24.0});
  CHECK(worked(asked(1, 3) + Changes{sits(with_east)}) == Worked{24.0, 72.0});
  // With both areas at the next desk nothing is left for the other.
  CHECK(worked(asked(3, 1) + Changes{sits(R"(["east", "west"])")}) == Worked{96.0, 0.0});
}

TEST_CASE("after its time what waits at the next desk waits for the unit as well") {
  // At the end of the first day the unit is free. What has waited for a day by then it may take.
  const auto after = [](const std::string& time) {
    return worked(asked(3, 1) + Changes{sits(with_east, R"(, "overflow_after": ")" + time + '"')});
  };
  CHECK(after("0 d") == Worked{48.0, 48.0});
  CHECK(after("12 h") == Worked{48.0, 48.0});
  CHECK(after("36 h") == Worked{48.0, 48.0});  // the third waits until the end of the second day
  CHECK(after("3 d") == Worked{72.0, 24.0});
}

TEST_CASE("who helps the unit does so when nothing waits at the next desk") {
  const std::string helps = R"(, "helps_unit": true)";
  CHECK(worked(asked(1, 3) + Changes{sits(with_east, helps)}) == Worked{48.0, 48.0});
  CHECK(worked(asked(0, 2) + Changes{sits(with_east, helps)}) == Worked{24.0, 24.0});
  CHECK(worked(asked(3, 3) + Changes{sits(with_east, helps)}) == Worked{72.0, 72.0});
  CHECK(worked(asked(2, 1) + Changes{sits(with_east, helps)}) == Worked{48.0, 24.0});
}

TEST_CASE("hearings are the unit's, unless it has nobody for them") {
  const Changes hearings = asked(2, 0, "hearing") + Changes{a_hearing};
  CHECK(worked(hearings + Changes{sits(with_east)}) == Worked{0.0, 48.0});
  CHECK(worked(hearings + Changes{sits(with_east), "/teams/desk/strength=0"}) == Worked{48.0, 0.0});
  CHECK(worked(hearings + Changes{sits(with_east, R"(, "helps_unit": true)")}) ==
        Worked{24.0, 24.0});
}

TEST_CASE("work of other classes, and what they lack the skills for, goes to the unit") {
  CHECK(worked(asked(2, 0) + Changes{sits(with_east, R"(, "classes": ["discretionary"])")}) ==
        Worked{0.0, 48.0});
  CHECK(worked(asked(2, 0) + Changes{sits(with_east, R"(, "classes": ["directed"])")}) ==
        Worked{48.0, 0.0});
  const Changes other_skill{R"(/skills/tracing={"name": "Tracing"})",
                            R"(/roles/fi/skills=["investigation", "tracing"])",
                            R"(/roles/near={"name": "Near", "skills": ["investigation"]})",
                            "/teams/near/role=near",
                            R"(/requests/help/tasks=[{"name": "Trace", "skill": "tracing",
          "effort": {"fixed": {"value": "24 h"}}}, {"name": "Work", "skill": "investigation",
          "effort": {"fixed": {"value": "6 h"}}}])"};
  // Whoever traces goes on with what follows.
  CHECK(worked(asked(2, 0) + other_skill + Changes{sits(with_east)}) == Worked{0.0, 60.0});
  // A task that the tracer cannot do goes to the next desk.
  CHECK(worked(asked(2, 0) + other_skill +
               Changes{R"(/roles/fi/skills=["tracing"])", sits(with_east)}) == Worked{12.0, 48.0});
}

TEST_CASE("with a post at the next desk that nobody holds, requests go to the unit") {
  CHECK(worked(asked(3, 1) + Changes{sits(with_east), "/teams/near/strength=0"}) ==
        Worked{0.0, 96.0});
  // The post is cut after a day: the second and the third request are left.
  CHECK(worked(asked(3, 0) +
               Changes{sits(with_east),
                       R"(/from_start/staffing/posts={"cut": {"team": "near", "change": -1,
                           "from": "2026-04-02"}})"}) == Worked{24.0, 48.0});
  // A day later somebody comes again: the rest is theirs.
  CHECK(worked(asked(4, 0) + Changes{sits(with_east),
                                     R"(/from_start/staffing/posts={
                           "cut": {"team": "near", "change": -1, "from": "2026-04-02"},
                           "more": {"team": "near", "change": 1, "from": "2026-04-03"}})"}) ==
        Worked{72.0, 24.0});
}

TEST_CASE("the first posts of a team sit there, in the order of embeddings and posts") {
  const Changes three{"/teams/near/establishment=3",
                      "/teams/near/strength=2",
                      R"(/from_start/policies/embedded={
                          "b": {"team": "near", "posts": 1, "with": ["west"]},
                          "a": {"team": "near", "posts": 2, "with": ["east"]}})"};
  // Both people sit with the east, and the post with the west is vacant.
  CHECK(worked(asked(2, 2) + three) == Worked{48.0, 48.0});
  CHECK(worked(asked(3, 3) + three) == Worked{72.0, 72.0});
}

TEST_CASE("the policy orders the line at the next desk as it orders the unit's") {
  // Two cases of low harm asked before one of high, and each is of use for a day and a half: two of
  // three are begun. By harm the last comes first.
  const std::string window = R"("window": {"within": {"time": {"fixed": {"value": "36 h"}}}})";
  const auto harm = [](std::string text, const char* band) {
    return text.insert(1, R"("harm": ")" + std::string{band} + R"(", )");
  };
  const Changes cases{
      "/streams/cases/rate=0 /y",
      R"(/threats/any/harm={"low": 1, "high": 1})",
      R"(/requests/help/window={"within": {"time": {"fixed": {"value": "36 h"}}}})",
      R"(/requests/other={"name": "Other", "class": "directed", "tasks": [{"name": "Work",
          "skill": "investigation", "effort": {"fixed": {"value": "24 h"}}}], )" +
          window + "}",
      "/start/cases=[" + harm(asked_in("east", 1), "low") + ", " +
          harm(asked_in("east", 2), "low") + ", " + harm(asked_in("east", 3, "other"), "high") +
          "]",
      sits(with_east)};
  const auto hours_of_the_last = [&](const std::string& policy) {
    const World world{test::scenario(
        test::one_desk, two_teams + cases + Changes{"/policies/allocation=" + policy})};
    return static_cast<double>(
               world.cut(world.future(), Counter::worked_ms, Dimension::request, "other")) /
           test::ms_per_hour;
  };
  CHECK(hours_of_the_last("first_come_first_served") == 0.0);
  CHECK(hours_of_the_last("priority_by_harm_and_stage") == 24.0);
}

namespace {

/// All that does not depend on belief.
void check_equal_but_for_belief(const World& a, const World& b, std::uint32_t replication) {
  const Outcome x = a.future(replication);
  const Outcome y = b.future(replication);
  for (std::size_t c = 0; c < models::counter_count; ++c) {
    const auto counter = static_cast<Counter>(c);
    if (counter == Counter::belief_by_time) continue;
    CAPTURE(c);
    CHECK(a.total(x, counter) == b.total(y, counter));
    for (const Dimension dimension : {Dimension::organisation, Dimension::area, Dimension::team}) {
      if (models::dimensions_of(counter).contains(dimension))
        CHECK(a.cuts(x, counter, dimension) == b.cuts(y, counter, dimension));
    }
  }
  for (std::size_t month = 0; month < x.months.size(); ++month) {
    models::MonthRow left = x.months[month];
    left.belief_thousandths = y.months[month].belief_thousandths;
    CHECK(left == y.months[month]);
  }
}

const Changes everybody_asks{"/asking/floor=1", "/asking/ceiling=1"};
const std::string all_of_the_south =
    R"(policies/embedded={"all": {"team": "south-all", "posts": 2, "with": ["none"]}})";

}  // namespace

TEST_CASE("where everybody sits with everybody all is as in one unit, whoever comes and goes") {
  const std::vector<Changes> worlds{
      {},
      {"/streams/south-fraud/rate=200 /y"},
      {"/policies/allocation=value_per_hour"},
      {R"(/policies/overflow=[{"to": "unit", "from": ["south"], "after": "5 d"}])"},
      {R"(/policies/service_promise={"within": "2 d", "escalates_to": "unit"})"},
      test::people_who_come_and_go(),
  };
  for (std::size_t i = 0; i < worlds.size(); ++i) {
    CAPTURE(i);
    const World plain{test::scenario(test::small_region, everybody_asks + worlds[i])};
    for (const std::string& place : {"/" + all_of_the_south, "/from_start/" + all_of_the_south}) {
      CAPTURE(place);
      const World embedded{
          test::scenario(test::small_region, everybody_asks + worlds[i] + Changes{place})};
      for (const std::uint32_t replication : {0U, 3U})
        check_equal_but_for_belief(plain, embedded, replication);
    }
  }
}

TEST_CASE("each next desk is a queue of its own: two of them wait as M/M/1, not as M/M/2") {
  const World world{test::scenario(
      test::mm1,
      {R"(/organisations/force/areas={"east": {"name": "East"}, "west": {"name": "West"}})",
       "/streams/cases/rate=1.6 /d",
       "/teams/investigators/establishment=2",
       "/teams/investigators/strength=2",
       "/plan/years=20",
       R"(/policies/embedded={
           "a": {"team": "investigators", "posts": 1, "with": ["east"]},
           "b": {"team": "investigators", "posts": 1, "with": ["west"]}})"})};
  ficap::sim::Tally waits;
  for (std::uint32_t replication = 0; replication < 24; ++replication) {
    const Outcome o = world.future(replication);
    for (const char* area : {"east", "west"}) {
      waits.add(static_cast<double>(world.cut(o, Counter::wait_ms, Dimension::area, area)) /
                static_cast<double>(world.cut(o, Counter::served, Dimension::area, area)) /
                86'400'000.0);
    }
  }
  CHECK(test::z_score(waits, models::mm1(0.8, 1.0).wait) < test::z_limit);
  CHECK(test::z_score(waits, models::mmc(1.6, 1.0, 2).wait) > test::z_limit);
}

TEST_CASE("helpers without work of their own make one unit of two desks, to the millisecond") {
  const Changes two{
      R"(/organisations/force/areas={"east": {"name": "East", "weight": 1e-9},
                                     "west": {"name": "West"}})",
      "/teams/investigators/establishment=2",
      "/teams/investigators/strength=2",
      "/plan/years=2"};
  const std::string helper = R"(/policies/embedded={"a": {"team": "investigators", "posts": 1,
      "with": ["east"], "helps_unit": true}})";
  // In an office much waits in the morning for those who were free in the evening.
  const Changes in_an_office{"/calendars/around_the_clock/hours_by_weekday=[8, 8, 8, 8, 8, 0, 0]",
                             R"(/calendars/around_the_clock/opens="09:00")",
                             "/streams/cases/rate=0.3 /d"};
  for (const Changes& hours : {Changes{"/streams/cases/rate=1.6 /d"}, in_an_office}) {
    const World one_unit{test::scenario(test::mm1, two + hours)};
    const World helped{test::scenario(test::mm1, two + hours + Changes{helper})};
    for (std::uint32_t replication = 0; replication < 4; ++replication) {
      const Outcome a = one_unit.future(replication);
      const Outcome b = helped.future(replication);
      CHECK(one_unit.total(a, Counter::wait_ms) > 0);
      CHECK(one_unit.total(a, Counter::wait_ms) == helped.total(b, Counter::wait_ms));
      CHECK(one_unit.total(a, Counter::worked_ms) == helped.total(b, Counter::worked_ms));
    }
  }
}

TEST_CASE("a team with its own people comes to trust as they serve it, and others do not hear") {
  // In the east somebody comes at once; in the west nobody ever does.
  const Changes unequal =
      two_teams +
      Changes{"/requests/help/class=discretionary",
              R"(/requests/help/window={"within": {"time": {"fixed": {"value": "6 d"}}}})",
              R"(/requests/help/tasks/0/effort={"fixed": {"value": "1 h"}})",
              "/teams/desk/strength=0",
              "/belief/initial=0.5",
              "/belief/memory=30 d",
              "/belief/word_of_mouth=1",
              "/belief/organisation_weight=0.2",
              "/plan/warm_up=0 d",
              "/plan/years=2"};
  const World apart{test::scenario(test::one_desk, unequal + Changes{sits(with_east)})};
  const Outcome o = apart.future();
  const auto belief = [](const World& world, const Outcome& outcome, const char* area) {
    return static_cast<double>(world.cut(outcome, Counter::belief_by_time, Dimension::area, area)) /
           static_cast<double>(world.cut(outcome, Counter::belief_time, Dimension::area, area)) /
           1000.0;
  };
  CHECK(belief(apart, o, "east") > 0.93);
  CHECK(belief(apart, o, "west") < 0.07);
  CHECK(apart.cut(o, Counter::expired, Dimension::area, "east") == 0);
  CHECK(apart.cut(o, Counter::served, Dimension::area, "west") == 0);
  // Where one person serves both, all hear of all, and trust the same.
  const World together{test::scenario(test::one_desk, unequal)};
  const Outcome shared = together.future();
  CHECK(belief(together, shared, "east") == Approx(belief(together, shared, "west")).epsilon(0.02));
}
