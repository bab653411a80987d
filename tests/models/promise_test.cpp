#include <string>

#include <doctest/doctest.h>

#include "tests/models/one_team.hpp"
#include "tests/support/scenarios.hpp"

// Early requests that are promised a start, and the unit that takes them when it does not come.

using namespace ficap::test;

namespace {

using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::Outcome;
using ficap::test::Changes;
using ficap::test::World;
namespace test = ficap::test;

const std::string in_three_days =
    R"(/policies/service_promise={"within": "3 d", "escalates_to": "unit"})";

/// A force without anybody and a unit with one person; every request takes an hour.
const Changes force_and_unit{
    R"(/organisations/unit={"name": "Unit", "kind": "regional_unit"})",
    R"(/requests/help/tasks/0/effort={"fixed": {"value": "1 h"}})",
    "/streams/cases/rate=20 /y",
    "/teams/desk/strength=0",
    R"(/teams/unit={"organisation": "unit", "role": "fi", "establishment": 1, "strength": 1, "calendar": "desk"})"};

/// The unit's own work: a task of two days each day and a half, so that its line only grows.
const Changes unit_is_overloaded{
    R"(/requests/long={"name": "Long", "class": "directed", "tasks": [{"name": "Work",
        "skill": "investigation", "effort": {"fixed": {"value": "48 h"}}}]})",
    R"(/pathways/long={"name": "Long", "entry": {"open": 1}, "stages": {"open": {
        "phase": "early", "visibility": "covert", "lasts": {"fixed": {"value": "900 d"}},
        "next": {"closed": 1},
        "needs": {"long": {"request": "long", "at": 0, "probability": 1}}}}})",
    R"(/streams/own={"organisation": "unit", "threat": "any", "pathway": "long", "assets": "small",
        "rate": "0.7 /d"})"};

std::int64_t of_force(const World& world, const Outcome& o, Counter counter) {
  return world.cut(o, counter, Dimension::organisation, "force");
}
double wait_of_force(const World& world, const Outcome& o) {
  return static_cast<double>(of_force(world, o, Counter::wait_ms)) / 86'400'000.0 /
         static_cast<double>(of_force(world, o, Counter::served));
}

}  // namespace

TEST_CASE("a request that is not begun in time goes to the other unit, to the day") {
  const World world{test::scenario(test::one_desk, force_and_unit + Changes{in_three_days})};
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::promises) == world.total(o, Counter::asked));
  CHECK(world.total(o, Counter::promises) > 10);
  CHECK(world.total(o, Counter::promises_kept) == 0);
  CHECK(world.total(o, Counter::promises_escalated) == world.total(o, Counter::served));
  CHECK(wait_of_force(world, o) == doctest::Approx(3.0).epsilon(0.01));
  CHECK(world.cut(o, Counter::lent_ms, Dimension::organisation, "unit") ==
        world.total(o, Counter::worked_ms));
}

TEST_CASE("a promise that its own unit keeps goes nowhere") {
  const World world{test::scenario(
      test::one_desk,
      force_and_unit +
          Changes{in_three_days, "/teams/desk/strength=1", "/streams/cases/rate=9 /y"})};
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::promises) > 2);
  CHECK(world.total(o, Counter::promises_kept) == world.total(o, Counter::promises));
  CHECK(world.total(o, Counter::lent_ms) == 0);
}

TEST_CASE("a promise lapses with its case, if that ends first") {
  const World world{test::scenario(
      test::one_desk,
      force_and_unit +
          Changes{R"(/policies/service_promise={"within": "20.5 d", "escalates_to": "unit"})"})};
  const Outcome o = world.future();  // a case is open for 20 days
  CHECK(world.total(o, Counter::promises) > 10);
  CHECK(world.total(o, Counter::promises_lapsed) == world.total(o, Counter::promises));
  CHECK(world.total(o, Counter::served) == 0);
}

TEST_CASE("an escalated request goes before everything that the unit has of its class") {
  const World promised{
      test::scenario(test::one_desk, force_and_unit + unit_is_overloaded + Changes{in_three_days})};
  const Outcome o = promised.future();
  CHECK(of_force(promised, o, Counter::promises_escalated) > 10);
  // Whoever works for the unit finishes a task of at most two days, and then turns to it.
  CHECK(of_force(promised, o, Counter::expired) == 0);
  CHECK(wait_of_force(promised, o) > 3.5);
  CHECK(wait_of_force(promised, o) < 4.5);
  CHECK(of_force(promised, o, Counter::served) ==
        of_force(promised, o, Counter::promises_escalated));
  // In one line with the unit's own, which have waited for months, no case lives to see help.
  const World in_line{test::scenario(
      test::one_desk,
      force_and_unit + unit_is_overloaded +
          Changes{R"(/policies/overflow=[{"to": "unit", "from": ["force"], "after": "3 d"}])"})};
  CHECK(of_force(in_line, in_line.future(), Counter::served) <
        of_force(promised, o, Counter::served) / 4);
}

TEST_CASE("before its promise falls due a request may go where overflow lets it") {
  const World world{test::scenario(
      test::one_desk,
      force_and_unit +
          Changes{in_three_days,
                  R"(/organisations/near={"name": "Near"})",
                  R"(/teams/near={"organisation": "near", "role": "fi", "establishment": 1,
                      "strength": 1, "calendar": "desk"})",
                  R"(/policies/overflow=[{"to": "near", "from": ["force"], "after": "1 d"}])"})};
  const Outcome o = world.future();
  CHECK(wait_of_force(world, o) == doctest::Approx(1.0).epsilon(0.01));
  CHECK(world.total(o, Counter::promises_kept) == world.total(o, Counter::served));
  CHECK(world.cut(o, Counter::lent_ms, Dimension::organisation, "unit") == 0);
}

TEST_CASE("later phases, statutory work, the unit itself and organisations not named have none") {
  const auto promises = [](const Changes& more) {
    const World world{
        test::scenario(test::one_desk, force_and_unit + Changes{in_three_days} + more)};
    return world.total(world.future(), Counter::promises);
  };
  CHECK(promises({"/requests/help/class=discretionary"}) > 0);
  CHECK(promises({"/requests/help/class=statutory"}) == 0);
  CHECK(promises({"/pathways/one_stage/stages/open/phase=middle"}) == 0);
  CHECK(promises({"/streams/cases/organisation=unit"}) == 0);
  CHECK(promises({R"(/organisations/near={"name": "Near"})",
                  R"(/policies/service_promise/organisations=["near"])"}) == 0);
}
