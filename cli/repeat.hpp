#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "cli/simulation.hpp"
#include "io/read_results.hpp"
#include "models/scenario.hpp"

namespace ficap::cli {

/// What is needed to write a results document again.
struct Recorded {
  const io::ResultsDocument& document;
  std::vector<models::Scenario> scenarios;  ///< those that it carries, in their order
};

/// A command whose results documents can be made again from what they say of themselves.
struct Repeatable {
  std::string command;  ///< as /run/command has it
  /// @returns the bytes that the command would write for the same scenarios, seed and replications,
  ///          stating the version that the document states; nothing when it was interrupted or a
  ///          future failed, which has been said on the side
  std::function<std::optional<std::string>(const Recorded&, Simulation&, std::ostream& err)> again;
};

/// @returns every command that writes results
[[nodiscard]] std::vector<Repeatable> repeatables();

}  // namespace ficap::cli
