#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/measures.hpp"

namespace ficap::study {

/// A part of a measure, by name.
struct NamedCut {
  models::Dimension dimension{};
  std::string id;
};

/// A number that theory gives for a scenario.
struct Claim {
  std::string what;   ///< in plain words, with its unit
  std::string law;    ///< the closed form
  double expected{};  ///< its value
  /// What the simulator counts for it, a ratio or a sum, in the unit of `expected`. A sum of
  /// milliseconds is divided by the length of the measured period.
  models::Measure measure;
  std::optional<NamedCut> cut{};
};

/// A scenario of which theory knows something.
struct Oracle {
  std::string scenario;  ///< its file among the oracle scenarios
  std::string name;      ///< for people
  std::string source;    ///< of the closed forms
  std::vector<Claim> claims;
};

/// The oracles that `scenarios/oracles/` holds, simplest first. What they expect is computed from
/// numbers that stand here, not from those of the scenario: a scenario that is read wrongly is
/// noticed as well.
[[nodiscard]] std::vector<Oracle> oracles();

}  // namespace ficap::study
