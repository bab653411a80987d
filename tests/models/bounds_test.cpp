#include "models/bounds.hpp"

#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include "models/simulator.hpp"
#include "tests/support/scenarios.hpp"

// A future that will not end, or that nobody waits for.

namespace {

using ficap::models::Bounds;
using ficap::models::OutOfBounds;
using ficap::models::Simulator;
using ficap::test::Changes;
using ficap::test::World;
namespace models = ficap::models;
namespace test = ficap::test;

World desk(const Changes& changes) {
  return World{test::scenario(test::one_desk, changes)};
}

/// What is said of a future that goes beyond its bounds; nothing where it does not.
std::string complaint(Simulator& simulator, std::uint32_t replication = 0) {
  try {
    static_cast<void>(simulator.run(1, replication));
  } catch (const OutOfBounds& problem) {
    return problem.what();
  }
  return {};
}

std::string complaint(const World& world, const Bounds& bounds) {
  Simulator simulator{world.compiled(), bounds};
  return complaint(simulator);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Help that is given brings upkeep every day, which nobody has the hours for.
const Changes upkeep_without_end{
    "/plan/years=3",
    "/streams/cases/rate=20 /y",
    "/requests/help/class=statutory",
    R"(/pathways/one_stage/stages/open/lasts={"fixed": {"value": "900 d"}})",
    R"(/requests/upkeep={"name": "Upkeep", "class": "directed", "tasks":
        [{"name": "Work", "skill": "investigation", "effort": {"fixed": {"value": "240 h"}}}]})",
    R"(/requests/help/induces={"more": {"request": "upkeep", "every": "1 d"}})"};

}  // namespace

TEST_CASE("requests that pile up are noticed and named, with their skill, organisation and date") {
  const World world = desk(upkeep_without_end);
  const std::string text = complaint(world, {.open = 1000});
  CAPTURE(text);
  CHECK(contains(text, "it grows without end: on 202"));
  CHECK(contains(text, "where at most 1000 may be"));
  CHECK(contains(text, R"(of request "upkeep" of organisation "force", skill "investigation")"));
  CHECK(contains(text, "give the organisation people with this skill"));
}

TEST_CASE("cases that pile up are named by organisation and threat") {
  const std::string text =
      complaint(desk({"/streams/cases/rate=100 /d",
                      "/pathways/one_stage/stages/open/needs=null",
                      R"(/pathways/one_stage/stages/open/lasts={"fixed": {"value": "300 d"}})"}),
                {.open = 2000});
  CAPTURE(text);
  CHECK(contains(text, R"(cases of organisation "force", threat "any": lower the rates)"));
}

TEST_CASE("a day that does not end is named by its date and by what happens in it") {
  // 2,738 cases a day open and close at once; the warm-up of 100 days begins on 22 December 2025.
  const std::string text =
      complaint(desk({"/streams/cases/rate=1000000 /y",
                      "/pathways/one_stage/stages/open/needs=null",
                      R"(/pathways/one_stage/stages/open/lasts={"fixed": {"value": "0 d"}})"}),
                {.events_of_a_day = 4000});
  CAPTURE(text);
  CHECK(contains(text, "4096 events on one day, 2025-12-2"));
  CHECK(contains(text, R"((organisation "force", threat "any"))"));
}

TEST_CASE("an avalanche of cases that bring about cases is noticed at the instant that it fills") {
  // Each case comes back to its stage, without time passing, until its path is cut off, and gives
  // rise to another case each time: 250 x 250 of them.
  const std::string again =
      R"({"fixed": {"value": "0 d"}}, "next": {"open": 0.999999, "closed": 0.000001})";
  const auto pathway = [&](const std::string& escalates) {
    return R"({"name": "Again", "entry": {"open": 1}, "stages": {"open": {"phase": "early",
               "visibility": "covert", "lasts": )" +
           again + escalates + "}}}";
  };
  const auto stream = [](const std::string& path) {
    return R"({"organisation": "force", "threat": "any", "assets": "small", "rate": "0 /y",
               "pathway": ")" +
           path + "\"}";
  };
  const World world =
      desk({"/pathways/third=" + pathway(""),
            "/streams/third=" + stream("third"),
            "/pathways/second=" +
                pathway(R"(, "escalates": {"force": {"to": "third", "probability": 1}})"),
            "/streams/second=" + stream("second"),
            "/pathways/one_stage=" +
                pathway(R"(, "escalates": {"force": {"to": "second", "probability": 1}})")});
  const std::string text = complaint(world, {.events_of_a_day = 300'000});
  CAPTURE(text);
  CHECK(contains(text, "it would not end: 30"));
  CHECK(contains(text, "stages of cases end"));
}

TEST_CASE("a future that goes on and on ends at so many events") {
  const std::string text = complaint(desk({"/plan/years=50"}), {.events = 20'000});
  CAPTURE(text);
  CHECK(contains(text, "it would not end: "));
  CHECK(contains(text, " events by 20"));
}

TEST_CASE("what is said of a future depends on nothing that was simulated before it") {
  const World world = desk(upkeep_without_end);
  const Bounds bounds{.open = 1000};
  Simulator used{world.compiled(), bounds};
  const std::string first = complaint(used, 0);
  const std::string second = complaint(used, 1);
  CHECK(first != second);
  Simulator fresh{world.compiled(), bounds};
  CHECK(complaint(fresh, 1) == second);
  CHECK(complaint(used, 0) == first);
}

TEST_CASE("a future within its bounds is that of no bounds, also after one that was not") {
  const World world = desk(upkeep_without_end);
  const models::Outcome outcome = world.future(2);
  Simulator wide{world.compiled(), {.open = 100'000}};
  CHECK(wide.run(1, 2) == outcome);
  const World small{test::scenario(test::small_region)};
  Simulator simulator{small.compiled()};
  CHECK(simulator.run(1, 0) == small.future(0));
}

TEST_CASE("a future that nobody waits for any more ends, and leaves nothing behind") {
  const World world{test::scenario(test::small_region)};
  Simulator simulator{world.compiled()};
  int asked = 0;
  simulator.stop_when([&] { return ++asked == 2; });
  CHECK_THROWS_AS(static_cast<void>(simulator.run(1, 0)), models::Stopped);
  CHECK(asked == 2);
  CHECK(simulator.run(1, 3) == world.future(3));
}
