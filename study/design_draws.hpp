#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/stream.hpp"

namespace ficap::study {

/// What a random number of an experiment's design is for. The purposes of the model itself
/// (models/draws.hpp) are below 128, so a design never meets the numbers of a future. Never
/// renumber, never reuse.
enum class DesignPurpose : std::uint8_t {
  stratum = 129,
  place_in_stratum = 130,
  first_level = 131,
  order_of_moves = 132,
  resampling = 133,
};

/// The random numbers of one purpose of one input at one point of a design.
/// @param design tells designs of one study apart, below 2^24
/// @param input stable: from its name, never from a place in a list
[[nodiscard]] inline sim::Stream design_stream(std::uint64_t seed,
                                               DesignPurpose purpose,
                                               std::uint32_t design,
                                               std::uint32_t input,
                                               std::size_t point) {
  return sim::Stream{sim::Address{.seed = seed,
                                  .replication = design,
                                  .purpose = static_cast<std::uint8_t>(purpose),
                                  .id = input,
                                  .ordinal = static_cast<std::uint32_t>(point)}};
}

}  // namespace ficap::study
