#include <chrono>
#include <string>

#include <doctest/doctest.h>

#include "tests/models/one_team.hpp"
#include "tests/support/scenarios.hpp"

// Who takes requests that wait elsewhere, in which order, after how long.

namespace {

using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::Outcome;
using ficap::test::Changes;
using ficap::test::hours;
using ficap::test::World;
using ficap::test::operator+;
namespace test = ficap::test;

/// A force without anybody, whose requests take an hour, and two others with one person each.
Changes three(const std::string& overflow) {
  return {
      "/organisations/near={\"name\": \"Near\"}",
      "/organisations/far={\"name\": \"Far\"}",
      R"(/requests/help/tasks/0/effort={"fixed": {"value": "1 h"}})",
      "/streams/cases/rate=20 /y",
      "/teams/desk/strength=0",
      R"(/teams/near={"organisation": "near", "role": "fi", "establishment": 1, "strength": 1, "calendar": "desk"})",
      R"(/teams/far={"organisation": "far", "role": "fi", "establishment": 1, "strength": 1, "calendar": "desk"})",
      "/policies/overflow=" + overflow};
}

/// The mean wait for a start, in days.
double wait(const World& world, const Outcome& o) {
  return test::total(world, o, Counter::wait_ms) / 86'400'000.0 /
         test::total(world, o, Counter::served);
}
std::int64_t by(const World& world, const Outcome& o, const char* organisation) {
  return world.cut(o, Counter::lent_ms, Dimension::organisation, organisation);
}

}  // namespace

TEST_CASE("a request goes to one unit after the other, each after its time") {
  const World first{
      test::scenario(test::one_desk, three(R"([{"to": "far", "from": ["force"], "after": "5 d"},
                {"to": "near", "from": ["force"], "after": "2 d"}])"))};
  const Outcome o = first.future();
  CHECK(first.total(o, Counter::served) > 10);
  CHECK(wait(first, o) == doctest::Approx(2.0).epsilon(0.01));
  CHECK(by(first, o, "near") == first.total(o, Counter::worked_ms));
  CHECK(by(first, o, "far") == 0);
  // With nobody at the first, the second takes it, when its time has come.
  const World second{test::scenario(test::one_desk,
                                    three(R"([{"to": "far", "from": ["force"], "after": "5 d"},
                {"to": "near", "from": ["force"], "after": "2 d"}])") +
                                        Changes{"/teams/near/strength=0"})};
  const Outcome p = second.future();
  CHECK(wait(second, p) == doctest::Approx(5.0).epsilon(0.01));
  CHECK(by(second, p, "far") == second.total(p, Counter::worked_ms));
}

TEST_CASE("of units that may take it after the same time the one named first does") {
  for (const bool near_first : {true, false}) {
    const std::string near = R"({"to": "near", "from": ["force"], "after": "1 d"})";
    const std::string far = R"({"to": "far", "from": ["force"], "after": "1 d"})";
    const World world{test::scenario(
        test::one_desk,
        three(near_first ? "[" + near + "," + far + "]" : "[" + far + "," + near + "]"))};
    const Outcome o = world.future();
    CHECK(by(world, o, "near") == (near_first ? world.total(o, Counter::worked_ms) : 0));
  }
}

TEST_CASE("its own unit takes a request before any other that could") {
  const World world{
      test::scenario(test::one_desk,
                     three(R"([{"to": "near", "from": ["force"], "after": "0 d"}])") +
                         Changes{"/teams/desk/strength=1", "/streams/cases/rate=5 /y"})};
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::served) > 2);
  CHECK(by(world, o, "near") == 0);
}

TEST_CASE("a unit may turn to its own requests first, and the borrower waits for it") {
  // Near has more work of its own than it can do.
  const auto borrowed = [](const std::string& own_first) {
    const World world{test::scenario(
        test::one_desk,
        three(R"([{"to": "near", "from": ["force"], "after": "0 d", "own_first": )" + own_first +
              "}]") +
            Changes{
                R"(/requests/help/tasks/0/effort={"fixed": {"value": "24 h"}})",
                R"(/streams/own={"organisation": "near", "threat": "any", "pathway": "one_stage",
                                     "assets": "small", "rate": "3 /d"})"})};
    return world.total(world.future(), Counter::borrowed_ms);
  };
  CHECK(borrowed("true") == 0);
  CHECK(borrowed("false") > 0);
}

TEST_CASE("organisations that take from each other are a pool, and no hour is lost in it") {
  const World world{
      test::scenario(test::one_desk,
                     three(R"([{"to": "near", "from": ["force", "far"], "after": "0 d"},
                {"to": "far", "from": ["force", "near"], "after": "0 d"},
                {"to": "force", "from": ["near", "far"], "after": "0 d"}])") +
                         Changes{"/teams/desk/strength=1",
                                 R"(/requests/help/tasks/0/effort={"fixed": {"value": "24 h"}})",
                                 "/streams/cases/rate=9 /d"})};
  const Outcome o = world.future();
  // Nine days' work a day for three people: all of them work all the time.
  CHECK(hours(world, o, Counter::worked_ms) == doctest::Approx(3.0 * 8760.0).epsilon(1e-4));
  CHECK(world.total(o, Counter::lent_ms) == world.total(o, Counter::borrowed_ms));
  CHECK(world.cut(o, Counter::borrowed_ms, Dimension::organisation, "force") ==
        world.total(o, Counter::borrowed_ms));
}
