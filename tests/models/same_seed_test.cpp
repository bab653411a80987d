#include <doctest/doctest.h>

#include "models/simulator.hpp"
#include "tests/support/scenarios.hpp"

namespace {

using ficap::models::Compiled;
using ficap::models::Outcome;
using ficap::models::Simulator;
namespace test = ficap::test;

}  // namespace

TEST_CASE("a future is the same from a fresh simulator and from one that has seen others") {
  const Compiled compiled{test::scenario(test::small_region)};
  Simulator used{compiled};
  const Outcome first = used.run(1, 0);
  const Outcome third = used.run(1, 2);
  CHECK(Simulator{compiled}.run(1, 0) == first);
  CHECK(Simulator{compiled}.run(1, 2) == third);
  CHECK(used.run(1, 0) == first);
  const Compiled again{test::scenario(test::small_region)};
  CHECK(Simulator{again}.run(1, 2) == third);
}

TEST_CASE("so it is where people come and go, and hand over what they hold") {
  const Compiled compiled{test::scenario(test::small_region, test::people_who_come_and_go())};
  Simulator used{compiled};
  for (std::uint32_t r = 0; r < 12; ++r)
    CHECK(used.run(1, r) == Simulator{compiled}.run(1, r));
}

TEST_CASE("replications in any order come to the same futures") {
  const Compiled compiled{test::scenario(test::small_region)};
  Simulator forwards{compiled};
  Simulator backwards{compiled};
  std::vector<Outcome> up;
  std::vector<Outcome> down(4);
  for (std::uint32_t r = 0; r < 4; ++r)
    up.push_back(forwards.run(3, r));
  for (std::uint32_t r = 4; r > 0; --r)
    down[r - 1] = backwards.run(3, r - 1);
  CHECK(up == down);
}

TEST_CASE("another seed or replication is another future") {
  const Compiled compiled{test::scenario(test::small_region)};
  Simulator simulator{compiled};
  const Outcome one = simulator.run(1, 0);
  CHECK_FALSE(simulator.run(2, 0) == one);
  CHECK_FALSE(simulator.run(1, 1) == one);
  // Seeds are 64 bits wide, all of them in use.
  CHECK_FALSE(simulator.run(1 + (std::uint64_t{1} << 40U), 0) == one);
}
