#include "models/allocation.hpp"

#include <algorithm>
#include <limits>

namespace ficap::models {

namespace {

struct FirstKey {
  const Standing& standing;

  std::uint64_t operator()(const FirstComeFirstServed& /*policy*/) const { return 0; }
  std::uint64_t operator()(const PriorityByHarmAndStage& /*policy*/) const {
    const auto less_harm = harm_count - 1 - static_cast<std::size_t>(standing.harm);
    return (less_harm * phase_count) + static_cast<std::size_t>(standing.phase);
  }
  std::uint64_t operator()(const EarliestWindowClose& /*policy*/) const {
    return static_cast<std::uint64_t>(standing.window_closes.time_since_epoch().count());
  }
  std::uint64_t operator()(const EarlyStagesFirst& /*policy*/) const {
    return static_cast<std::uint64_t>(standing.phase);
  }
  std::uint64_t operator()(const ValuePerHour& /*policy*/) const {
    const double hours = std::max(standing.expected_hours, 0.01);
    const auto pence_per_hour =
        static_cast<std::uint64_t>(static_cast<double>(standing.realisable_pence) / hours);
    return (std::numeric_limits<std::uint64_t>::max() >> 1U) - pence_per_hour;
  }
};

}  // namespace

sim::Place place_of(const Allocation& policy, const Standing& standing) {
  return {std::visit(FirstKey{standing}, policy), standing.asked};
}

}  // namespace ficap::models
