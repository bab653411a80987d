#include "study/initial_trust.hpp"

#include <array>
#include <utility>

#include <doctest/doctest.h>

#include "models/simulator.hpp"
#include "study/executor.hpp"
#include "study/results.hpp"
#include "study/simulate.hpp"
#include "tests/support/scenarios.hpp"

using namespace ficap;

namespace {

study::Estimate asked_of_discretionary(const models::Scenario& scenario, double belief) {
  const models::Compiled compiled{study::beginning_with_trust(scenario, belief)};
  const std::array scenarios{&std::as_const(compiled)};
  const auto done = study::simulate(scenarios, {.seed = 1, .replications = 8}, study::serial());
  return study::estimate(compiled.ids(), compiled.layout(), done.outcomes.front())
      .share("never_asked_share")
      .total;
}

bool start_matters(const models::Scenario& scenario) {
  return study::differ_beyond_intervals(asked_of_discretionary(scenario, study::little_trust),
                                        asked_of_discretionary(scenario, study::much_trust));
}

}  // namespace

TEST_CASE("two estimates differ when they are further apart than their intervals reach") {
  const study::Estimate low{.mean = 1.0, .half_width = 0.5};
  CHECK(study::differ_beyond_intervals(low, {.mean = 2.0, .half_width = 0.4}));
  CHECK(study::differ_beyond_intervals({.mean = 2.0, .half_width = 0.4}, low));
  CHECK_FALSE(study::differ_beyond_intervals(low, {.mean = 2.0, .half_width = 0.5}));
  CHECK_FALSE(study::differ_beyond_intervals(low, {.mean = 9.0}));
  CHECK_FALSE(study::differ_beyond_intervals({}, low));
}

TEST_CASE("a tenth of the futures goes to each start, within limits") {
  CHECK(study::replications_for_a_start(9) == 0);
  CHECK(study::replications_for_a_start(10) == 5);
  CHECK(study::replications_for_a_start(200) == 20);
  CHECK(study::replications_for_a_start(100) == 10);
  CHECK(study::replications_for_a_start(100'000) == 20);
}

TEST_CASE(
    "trust that no experience moves depends on where it starts, trust that forgets does not") {
  CHECK(start_matters(test::scenario(
      test::small_region, {"/belief/weight_of_news=0", "/belief/organisation_weight=0"})));
  CHECK_FALSE(start_matters(test::scenario(
      test::small_region,
      {"/belief/weight_of_news=0.3", "/belief/organisation_weight=0.3", "/plan/warm_up=4 y"})));
}
