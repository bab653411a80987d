#pragma once

#include <cstdint>

#include "sim/stream.hpp"

namespace ficap::models {

/// What a random number is for. The numbers are part of every result: never renumber, never reuse.
///
/// The rest of an address (docs/model.md, "Random numbers"): the id says which thing (a stream, a
/// case's stream, a case's need point, a post), the ordinal which case of the stream or which
/// holder of the post, the sub-ordinal which step of the case's path and which part of that.
enum class Purpose : std::uint8_t {
  arrival_gap = 1,
  year_of_stream = 2,
  harm = 3,
  origin = 4,
  area = 5,
  first_stage = 6,
  stage_duration = 7,
  next_stage = 8,
  benefit = 9,
  realisable = 10,
  asset_kinds = 11,
  need = 12,
  ask = 13,
  effort = 14,
  external_wait = 15,
  window = 16,
  induced = 17,
  order_granted = 18,
  payment = 19,
  escalation = 20,
  referral = 21,
  sickness = 22,
  leave = 23,
  leaving = 24,
  recruitment = 25,
  training = 26,
  accreditation = 27,
  cover = 28,
};

/// The part of an address that is the same throughout a replication.
struct Future {
  std::uint64_t seed{};
  std::uint32_t replication{};

  /// The random numbers for one purpose of one thing.
  /// @param id       whose: from hashes of scenario ids
  /// @param ordinal  which case of the stream
  /// @param sub      which step of its path, and which part of that
  [[nodiscard]] sim::Stream stream(Purpose purpose,
                                   std::uint32_t id,
                                   std::uint32_t ordinal,
                                   std::uint16_t sub = 0) const {
    return sim::Stream{sim::Address{.seed = seed,
                                    .replication = replication,
                                    .purpose = static_cast<std::uint8_t>(purpose),
                                    .id = id,
                                    .ordinal = ordinal,
                                    .sub = sub}};
  }
};

}  // namespace ficap::models
