#include "cli/pilot.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace ficap;

namespace {

models::Outcome outcome(std::int64_t value) {
  models::Outcome outcome;
  outcome.values = {value};
  return outcome;
}

}  // namespace

TEST_CASE("the first futures are handed over once, in order, when the last of them is finished") {
  cli::Pilot pilot{2, 3};
  using Future = std::pair<std::size_t, std::uint32_t>;
  for (const auto& [scenario, replication] :
       std::vector<Future>{{1, 2}, {0, 1}, {0, 7}, {0, 0}, {1, 0}, {1, 3}, {0, 2}, {0, 2}}) {
    CHECK_FALSE(pilot.add(scenario, replication, outcome(10 * replication)));
  }
  const auto all = pilot.add(1, 1, outcome(11));
  REQUIRE(all);
  CHECK(all->replications() == 3);
  CHECK(all->outcomes ==
        std::vector<std::vector<models::Outcome>>{{outcome(0), outcome(10), outcome(20)},
                                                  {outcome(0), outcome(11), outcome(20)}});
  CHECK_FALSE(pilot.add(1, 1, outcome(11)));
  CHECK_FALSE(pilot.add(0, 3, outcome(11)));
}
