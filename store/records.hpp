#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/outcome.hpp"
#include "sim/time.hpp"
#include "study/results.hpp"

namespace ficap::store {

/// A scenario as a store keeps it.
struct ScenarioRecord {
  std::string sha256;    ///< in hexadecimal digits
  std::string title;     ///< any text
  std::string document;  ///< all of it; what it is written in is the affair of who hands it in
};

/// Futures that belong together: those of a scenario under a seed, as a version of the program
/// comes to them. They are numbered, so that a longer run has the futures of a shorter one.
struct Experiment {
  std::string scenario_sha256;
  std::uint64_t seed{};  ///< < 2^63
  std::string version;
};

/// A finished run that is to be kept. It refers to what it is made of.
struct RunToKeep {
  std::string name;  ///< to cite it by; two runs may have one name
  const ScenarioRecord& scenario;
  std::uint64_t seed{};
  std::string version;
  sim::Date start;  ///< of the measured period
  sim::Date end;    ///< the first day after it
  const models::Layout& layout;
  const study::Results& results;
  std::span<const models::Outcome> outcomes;  ///< of the futures 0, 1, ...; at least one
  /// An outcome as it is to be kept, to the last bit.
  std::function<std::string(std::uint32_t number, const models::Outcome&)> bytes_of;
  /// Sentences that took futures of their own; nothing where these were not simulated.
  std::optional<std::vector<std::string>> findings{};
};

/// A run that a store has.
struct KeptRun {
  std::int64_t id{};  ///< its number in this store
  std::string name;
  std::string title;  ///< of its scenario
  std::string scenario_sha256;
  std::uint64_t seed{};
  std::string version;
  std::uint32_t replications{};
  sim::Date start;
  sim::Date end;
};

}  // namespace ficap::store
