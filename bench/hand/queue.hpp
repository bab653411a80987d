#pragma once

#include <cstdint>

#include "bench/queue.hpp"

/// Lower bounds: the same work by programs that can do nothing else, in the shape of an engine
/// (events in a heap, customers in a slab) with nothing general in them, no address in a random
/// number and no promise checked.
namespace ficap::bench::hand {

[[nodiscard]] QueueResult queue(const QueueRates& rates,
                                std::int64_t customers,
                                std::uint64_t seed);

}  // namespace ficap::bench::hand
