#pragma once

#include <cstdint>

#include <doctest/doctest.h>

#include "sim/stream.hpp"

namespace ficap::test {

/// Calls property(stream) for `examples` streams, each the start of one random example. A failure
/// prints the example's number; one_example(number) gives its stream again.
inline sim::Stream one_example(std::uint32_t number) {
  return sim::Stream{sim::Address{.seed = 20260401, .ordinal = number}};
}

template <class Property>
void for_all(std::uint32_t examples, Property&& property) {
  for (std::uint32_t number = 0; number < examples; ++number) {
    CAPTURE(number);
    sim::Stream stream = one_example(number);
    property(stream);
  }
}

/// @returns a whole number from `low` to `high`, each as likely
inline int whole_number(sim::Stream& stream, int low, int high) {
  return low + static_cast<int>(stream.uniform() * (high - low + 1));
}

}  // namespace ficap::test
