#include "study/joining.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "models/simulator.hpp"
#include "tests/support/scenarios.hpp"

using namespace ficap;
using models::Counter;
using models::Dimension;

namespace {

struct Joined {
  explicit Joined(const study::JoinMoment& moment)
      : world{study::joined_at(region, study::pathways_to_join(region.planned), moment)} {
    for (std::uint32_t future = 0; future < 4; ++future)
      outcomes.push_back(world.future(future));
  }
  [[nodiscard]] std::int64_t sum(Counter counter) const {
    std::int64_t total = 0;
    for (const models::Outcome& o : outcomes)
      total += world.total(o, counter);
    return total;
  }
  models::Scenario region = test::scenario(test::small_region);
  test::World world;
  std::vector<models::Outcome> outcomes;
};

}  // namespace

TEST_CASE("the unit can join early where a pathway has an early stage") {
  const models::Scenario region = test::scenario(test::small_region);
  CHECK(study::pathways_to_join(region.planned) == std::vector<std::string>{"investigation"});
}

TEST_CASE("a world is a scenario that can be read again, whatever ranges the numbers carried") {
  const models::Scenario baseline = test::scenario("scenarios/west-midlands.json");
  const auto pathways = study::pathways_to_join(baseline.planned);
  CHECK(models::check(study::with_cohort(baseline, pathways)).empty());
  for (const study::JoinMoment& moment :
       {study::JoinMoment{.stage = "covert"}, study::JoinMoment{.stage = {}, .days = 30.0}}) {
    for (const models::Diagnostic& problem :
         models::check(study::joined_at(baseline, pathways, moment))) {
      CAPTURE(problem.pointer);
      CHECK(problem.severity != models::Diagnostic::Severity::error);
    }
  }
}

TEST_CASE("worlds that differ in when the unit joins have the same cases, worth the same") {
  const Joined first{{.stage = "develop"}};
  const Joined later{{.stage = "arrest"}};
  const Joined after{{.stage = {}, .days = 60.0}};
  const test::World as_simulated{
      study::with_cohort(first.region, study::pathways_to_join(first.region.planned))};
  std::int64_t cases = 0;
  std::int64_t worth = 0;
  for (std::uint32_t future = 0; future < 4; ++future) {
    const models::Outcome o = as_simulated.future(future);
    cases += as_simulated.total(o, Counter::cases);
    worth += as_simulated.total(o, Counter::assets_realisable);
  }
  for (const Joined* const joined : {&first, &later, &after}) {
    CHECK(joined->sum(Counter::cases) == cases);
    CHECK(joined->sum(Counter::assets_realisable) == worth);
  }
}

TEST_CASE("nobody waits for a free person, nobody is engaged before, and late is less") {
  const Joined first{{.stage = "develop"}};
  const Joined later{{.stage = "arrest"}};
  const Joined never{{.stage = {}, .days = 36'000.0}};
  for (const models::Outcome& o : first.outcomes) {
    // Some windows close in the night in which the need arose.
    CHECK(first.world.cut(o, Counter::expired, Dimension::request, "profile") <= 1);
    CHECK(first.world.cut(o, Counter::suppressed, Dimension::request, "profile") == 0);
  }
  CHECK(first.sum(Counter::first_engaged_early) > 0);
  CHECK(later.sum(Counter::first_engaged_early) == 0);
  CHECK(later.sum(Counter::assets_collected) < first.sum(Counter::assets_collected));
  CHECK(never.sum(Counter::assets_collected) == 0);
  CHECK(never.sum(Counter::first_engaged) == 0);
}
