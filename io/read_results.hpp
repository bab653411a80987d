#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "io/document.hpp"
#include "io/read_scenario.hpp"
#include "io/sources.hpp"
#include "models/located_diagnostic.hpp"

namespace ficap::io {

/// How a results document says that it was made: its member `run`. Each command that writes results
/// states these, beside whatever else is its own.
struct Manifest {
  std::string command;  ///< the sub-command that wrote it, e.g. "run"
  std::string id;       ///< to cite it by
  std::string version;  ///< of the program
  std::uint64_t seed{};
  std::uint32_t replications{};          ///< of each draw, in a study of uncertainty
  std::optional<std::uint32_t> draws{};  ///< of such a study
};

/// A scenario that a results document carries, and the digest that it states beside it.
struct CarriedScenario {
  std::string name;  ///< which of several; empty where there is one
  std::string stated_sha256;
  Node node;

  /// @returns whether nobody has edited one of the two
  [[nodiscard]] bool is_as_stated() const;
};

/// A results document, from `ficap run` or another command that writes one.
struct ResultsDocument {
  Sources sources;
  Node root;
  Manifest manifest;
  std::vector<CarriedScenario> scenarios;  ///< at least one; of several the first is the base

  /// @pre which < scenarios.size()
  [[nodiscard]] ScenarioReading scenario(std::size_t which) const;
};

/// What came of reading a results document.
struct ResultsReading {
  std::optional<ResultsDocument> document;          ///< nothing when there is a problem
  std::vector<models::LocatedDiagnostic> problems;  ///< by line and column
};

/// Reads what a results document says of how it was made. Its figures are left as they stand.
///
/// It carries either one scenario, as "scenario" with its digest in /run/scenario_sha256, or
/// several as "scenarios": [{"name": ..., "sha256": ..., "scenario": {...}}, ...].
///
/// @param name what diagnostics call the text
[[nodiscard]] ResultsReading read_results(std::string name, std::string text);

}  // namespace ficap::io
