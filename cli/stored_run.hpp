#pragma once

#include <string>
#include <vector>

#include "cli/finished_run.hpp"
#include "models/simulator.hpp"
#include "store/store.hpp"

namespace ficap::cli {

/// A run that a store has, with all that its figures follow from.
struct StoredRun {
  store::KeptRun kept;
  models::Scenario scenario;
  models::Compiled compiled;
  std::vector<models::Outcome> outcomes;
  std::vector<std::string> findings;
};

/// @param text the number or the name of a run
/// @throws UsageError where the store has no such run, or several
[[nodiscard]] store::KeptRun run_named(const store::Store& store, const std::string& text);

/// Reads a run with its outcomes.
///
/// @throws UsageError where another version of the program made it
/// @throws store::StoreError where it is damaged
[[nodiscard]] StoredRun read_run(const store::Store& store, const store::KeptRun& kept);

/// @returns the run as it was when it was finished; it refers to `run`, whose outcomes it takes
[[nodiscard]] FinishedRun finished_again(StoredRun& run);

}  // namespace ficap::cli
