#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "models/outcome.hpp"
#include "store/records.hpp"
#include "study/results.hpp"

// A small run to be kept, made by hand.

namespace ficap::test {

struct SmallRun {
  /// @param replications of which number n has 10 n needs in each of 12 months
  explicit SmallRun(std::uint32_t replications, const std::string& title = "A region");

  [[nodiscard]] store::RunToKeep to_keep() const;
  [[nodiscard]] store::Experiment experiment() const {
    return {.scenario_sha256 = scenario.sha256, .seed = seed, .version = version};
  }

  store::ScenarioRecord scenario;
  std::uint64_t seed{7};
  std::string version{"1.2"};
  std::string name{"FI-0000-1111"};
  models::DimensionIds ids;
  models::Layout layout;
  std::vector<models::Outcome> outcomes;
  study::Results results;
  std::function<std::string(std::uint32_t number, const models::Outcome&)> bytes_of;
};

/// @returns what SmallRun keeps of a future
[[nodiscard]] std::string small_bytes(std::uint32_t number);

/// @returns "ok" where SQLite finds nothing wrong with a file
[[nodiscard]] std::string integrity_of(const std::string& path);

}  // namespace ficap::test
