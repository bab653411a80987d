#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <variant>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/simulation.hpp"
#include "io/read_results.hpp"
#include "models/scenario.hpp"

namespace ficap::cli {

/// What is needed to write a results document again.
struct Recorded {
  const io::ResultsDocument& document;
  std::vector<models::Scenario> scenarios;  ///< those that it carries, in their order
};

/// A document written again, or how to end without it.
using Again = std::variant<std::string, ExitCode>;

/// A command whose results documents can be made again from what they say of themselves.
struct Repeatable {
  std::string command;  ///< as /run/command has it
  /// @returns the bytes that the command would write for the same scenarios, seed and replications,
  ///          stating the version that the document states; otherwise how to end: bad_scenario
  ///          where the document lacks what it takes, internal where a future failed (either has
  ///          been said on `err`), interrupted where it was stopped
  std::function<Again(const Recorded&, Simulation&, std::ostream& err)> again;
};

/// @returns every command that writes results
[[nodiscard]] std::vector<Repeatable> repeatables();

}  // namespace ficap::cli
