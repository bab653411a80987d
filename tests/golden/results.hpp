#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "models/measures.hpp"
#include "tests/support/scenarios.hpp"

namespace ficap::test {

/// The file that holds what golden_results() came to when it was last blessed.
inline constexpr const char* golden_file = "tests/golden/small_region.json";

/// What two futures of the small region come to, measure by measure: sums as whole numbers in
/// the counters' units (pence, milliseconds), ratios as numbers, undefined ones as null.
inline nlohmann::ordered_json golden_results() {
  const World world{scenario(small_region)};
  nlohmann::ordered_json futures = nlohmann::ordered_json::object();
  for (std::uint32_t replication = 0; replication < 2; ++replication) {
    const models::Outcome o = world.future(replication);
    const auto sum = [&](std::span<const models::Counter> counters) {
      std::int64_t all = 0;
      for (const models::Counter counter : counters)
        all += world.total(o, counter);
      return all;
    };
    nlohmann::ordered_json& measures = futures["replication " + std::to_string(replication)];
    for (const models::Measure& measure : models::measures()) {
      nlohmann::ordered_json& entry = measures[std::string{measure.name}];
      const std::int64_t over = sum(measure.over);
      if (!measure.is_ratio()) {
        entry = over;
      } else if (const std::int64_t under = sum(measure.under); under != 0) {
        entry = measure.scale * static_cast<double>(over) / static_cast<double>(under);
      }
    }
  }
  return {{"scenario", small_region}, {"seed", 1}, {"futures", futures}};
}

}  // namespace ficap::test
