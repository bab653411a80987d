#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/time.hpp"
#include "study/demand.hpp"

namespace ficap::report {

/// What a report says about the run beside its results.
struct RunFacts {
  std::string title;
  sim::Date start;
  std::int64_t years{};
  std::uint64_t seed{};
  std::uint32_t asked_for{};  ///< replications of the plan
  std::uint32_t finished{};   ///< replications that the results rest on
  std::string id;             ///< to cite the run by; may be empty
  std::string starts_from{};  ///< in a clause, as starts_from() gives it; empty: not said
  /// Time simulated before the start under the setting that held before it; 0 where there is none.
  std::int64_t warm_up_days{};
  std::optional<study::DemandOverTime> demand{};  ///< where it can be followed over time
  /// What the reader must know beside the results, each a sentence or two.
  std::vector<std::string> warnings;
};

}  // namespace ficap::report
