#include "cli/stored_run.hpp"

#include <optional>
#include <utility>

#include "cli/command.hpp"
#include "cli/run_store.hpp"
#include "cli/run_warnings.hpp"
#include "io/document.hpp"
#include "io/read_scenario.hpp"
#include "io/sources.hpp"
#include "io/write_scenario.hpp"
#include "report/diagnostics.hpp"
#include "report/words.hpp"
#include "store/error.hpp"

namespace ficap::cli {

namespace {

[[noreturn]] void damaged(const store::Store& store, const std::string& what) {
  throw store::StoreError{
      store::StoreError::Kind::damaged,
      store.path() + " is damaged: " + what + " cannot be read. Put back a copy of it"};
}

models::Scenario scenario_of(const store::Store& store, const store::KeptRun& kept) {
  io::Sources sources;
  const std::string document = store.scenario(kept).document;
  const auto source = sources.add(kept.name, document);
  io::Parsed parsed = io::parse(sources, source);
  // It carries the cases that were read from a table; nothing is to be looked up.
  const io::Load nothing = [](const std::string& /*name*/) { return std::optional<std::string>{}; };
  if (parsed.root && parsed.problems.empty()) {
    auto reading = io::read_scenario(
        io::Resolved{.sources = sources, .root = std::move(*parsed.root), .problems = {}}, nothing);
    if (reading.scenario && io::scenario_sha256(*reading.scenario) == kept.scenario_sha256) {
      return std::move(*reading.scenario);
    }
  }
  damaged(store, "the scenario of " + report::harmless(kept.name));
}

}  // namespace

store::KeptRun run_named(const store::Store& store, const std::string& text) {
  std::vector<store::KeptRun> found = store.find(text);
  if (found.size() == 1) return std::move(found.front());
  if (found.empty()) {
    throw UsageError{store.path() + " has no run \"" + text +
                     "\"; give its number or its id as `ficap runs` lists them"};
  }
  std::vector<std::string> numbers;
  numbers.reserve(found.size());
  for (const store::KeptRun& run : found)
    numbers.push_back(std::to_string(run.id));
  throw UsageError{"runs " + report::joined(numbers) + " of " + store.path() + " are called " +
                   text + "; give the number of one"};
}

StoredRun read_run(const store::Store& store, const store::KeptRun& kept) {
  if (kept.version != FICAP_VERSION) {
    throw RefusedOutput{kept.name + " was computed by ficap " + report::harmless(kept.version) +
                        ", and this is " FICAP_VERSION
                        ": use that version. `ficap runs` lists it, and its figures can be read "
                        "from v_measures of the file"};
  }
  models::Scenario scenario = scenario_of(store, kept);
  models::Compiled compiled{scenario};
  const store::Experiment of{
      .scenario_sha256 = kept.scenario_sha256, .seed = kept.seed, .version = kept.version};
  const auto futures = store.futures(of, kept.replications);
  std::vector<models::Outcome> outcomes;
  for (const auto& [number, bytes] : futures) {
    auto outcome = unsealed(of, number, bytes);
    const bool fits =
        outcome && number == outcomes.size() && outcome->values.size() == compiled.layout().size();
    if (!fits) break;
    outcomes.push_back(std::move(*outcome));
  }
  if (outcomes.size() != kept.replications) {
    damaged(store,
            "future " + std::to_string(outcomes.size()) + " of " + report::harmless(kept.name));
  }
  return {.kept = kept,
          .scenario = std::move(scenario),
          .compiled = std::move(compiled),
          .outcomes = std::move(outcomes),
          .findings = store.findings(kept.id).value_or(std::vector<std::string>{})};
}

FinishedRun finished_again(StoredRun& run) {
  FinishedRun finished =
      finished_run(run.scenario,
                   run.compiled,
                   {.seed = run.kept.seed, .replications = run.kept.replications},
                   std::move(run.outcomes));
  finished.warnings = run.findings;
  for (std::string& warning : heaviest_load(run.scenario.planned))
    finished.warnings.push_back(std::move(warning));
  return finished;
}

}  // namespace ficap::cli
