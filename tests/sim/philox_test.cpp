#include "sim/philox.hpp"

#include <doctest/doctest.h>

#include "sim/philox_known_answers.hpp"

using namespace ficap;

TEST_CASE("Philox4x32-10 gives the published known answers") {
  for (const sim::PhiloxKnownAnswer& known : sim::philox_known_answers)
    CHECK(sim::philox4x32(known.counter, known.key) == known.block);
}
