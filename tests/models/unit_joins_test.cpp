#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include "tests/models/laws.hpp"
#include "tests/models/one_team.hpp"
#include "tests/support/scenarios.hpp"

// The thought experiment in which the unit joins each case at one moment, worked out by hand. A
// case is covert for twenty days, then overt for twenty; each stage has a need at its middle, of
// use until the phase ends; work takes a day.

namespace {

using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::Outcome;
using ficap::test::Changes;
using ficap::test::World;
using ficap::test::operator+;
namespace test = ficap::test;
using doctest::Approx;

constexpr std::int64_t ms_per_day = 24LL * 3'600'000;

const Changes two_stages = {
    "/teams/desk/establishment=60",
    "/teams/desk/strength=60",
    R"(/requests/help/window={"until_phase_ends": {"phase": "middle"}})",
    "/requests/help/class=discretionary",
    "/asking/floor=0",
    "/asking/ceiling=0",
    R"(/pathways/one_stage/stages/open/next={"overt": 1})",
    R"(/pathways/one_stage/stages/open/needs={"help": {"request": "help", "at": 0.5, "probability": 1}})",
    R"(/pathways/one_stage/stages/overt={"phase": "middle", "visibility": "overt",
         "lasts": {"fixed": {"value": "20 d"}}, "next": {"closed": 1},
         "needs": {"help": {"request": "help", "at": 0.5, "probability": 1}}})"};

struct Joined {
  explicit Joined(const std::string& rule)
      : world{test::scenario(test::one_desk, two_stages + Changes{"/policies/unit_joins=" + rule})},
        o{world.future()} {
    test::check_laws(world, o);
    cases = world.total(o, Counter::cases);
    REQUIRE(cases > 100);
  }
  [[nodiscard]] double days_to_engagement() const {
    return test::total(world, o, Counter::engagement_ms) /
           test::total(world, o, Counter::first_engaged) / static_cast<double>(ms_per_day);
  }
  [[nodiscard]] double served_a_need() const {
    return test::total(world, o, Counter::served) / test::total(world, o, Counter::needs);
  }
  World world;
  Outcome o;
  std::int64_t cases{};
};

}  // namespace

TEST_CASE(
    "where the unit joins at a stage, help begins with it, and what is still of use is asked") {
  const Joined early{R"({"at": "open"})"};
  CHECK(early.days_to_engagement() == Approx(10.0));
  CHECK(early.served_a_need() == Approx(1.0).epsilon(0.01));

  // The need of the covert stage is still of use when the case becomes overt.
  const Joined later{R"({"at": "overt"})"};
  CHECK(later.days_to_engagement() == Approx(20.0));
  CHECK(later.world.cut(later.o, Counter::first_engaged, Dimension::stage, "overt") == later.cases);
}

TEST_CASE("where the unit joins after a time, nothing is asked before, and nothing in vain") {
  CHECK(Joined{R"({"after": "0 d"})"}.days_to_engagement() == Approx(10.0));
  CHECK(Joined{R"({"after": "15 d"})"}.days_to_engagement() == Approx(15.0));
  CHECK(Joined{R"({"after": "35 d"})"}.days_to_engagement() == Approx(35.0));
  const Joined never{R"({"after": "41 d"})"};
  CHECK(never.world.total(never.o, Counter::never_engaged) == never.cases);
  CHECK(never.world.total(never.o, Counter::asked) == 0);
}

TEST_CASE("cases of pathways that the rule does not concern are asked for as ever") {
  // The other pathway has no stage of that name, and nobody trusts anybody there.
  const World world{test::scenario(
      test::one_desk,
      two_stages +
          Changes{R"(/pathways/other={"name": "Other", "entry": {"only": 1}, "stages": {"only":
                       {"phase": "early", "lasts": {"fixed": {"value": "5 d"}},
                        "visibility": "covert", "next": {"closed": 1},
                        "needs": {"help": {"request": "help", "at": 0, "probability": 1}}}}})",
                  R"(/streams/others={"organisation": "force", "threat": "any", "pathway": "other",
                       "assets": "small", "rate": "0.5 /d"})",
                  R"(/policies/unit_joins={"at": "overt"})"})};
  const Outcome o = world.future();
  CHECK(world.cut(o, Counter::first_engaged, Dimension::stage, "only") == 0);
  CHECK(world.cut(o, Counter::first_engaged, Dimension::stage, "overt") > 100);
}

TEST_CASE("a cohort of some pathways counts their cases and no others") {
  const Changes other = {
      R"(/pathways/other={"name": "Other", "entry": {"only": 1}, "stages": {"only":
           {"phase": "early", "lasts": {"fixed": {"value": "5 d"}}, "visibility": "covert",
            "next": {"closed": 1}}}})",
      R"(/streams/others={"organisation": "force", "threat": "any", "pathway": "other",
           "assets": "small", "rate": "0.5 /d"})"};
  const auto cases = [&](const Changes& cohort) {
    const World world{test::scenario(test::one_desk, other + cohort)};
    const Outcome o = world.future();
    test::check_laws(world, o);
    return world.total(o, Counter::cases);
  };
  const auto all = cases({});
  const auto some = cases({R"(/plan/cohort=["one_stage"])"});
  const auto others = cases({R"(/plan/cohort=["other"])"});
  CHECK(some > 100);
  CHECK(others > 100);
  CHECK(some + others == all);
}
