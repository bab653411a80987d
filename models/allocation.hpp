#pragma once

#include <cstdint>

#include "models/policies.hpp"
#include "models/vocabulary.hpp"
#include "sim/time.hpp"
#include "sim/waiting_line.hpp"

namespace ficap::models {

/// What a policy may look at when it gives a request its place in the line of its class.
struct Standing {
  Harm harm{};
  Phase phase{};
  sim::Time window_closes{sim::Time::max()};
  std::int64_t realisable_pence{};
  double expected_hours{};
  std::uint64_t asked{};  ///< order of asking, over all requests of the run
};

/// Returns where a request stands under a policy: smallest first, ties in the order of asking.
[[nodiscard]] sim::Place place_of(const Allocation& policy, const Standing& standing);

}  // namespace ficap::models
