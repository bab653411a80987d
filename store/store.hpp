#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.hpp"
#include "store/records.hpp"

namespace ficap::store {

/// Runs, with their scenarios, measures, series and replications, in one SQLite file that other
/// programs can read: v_runs, v_measures, v_series and v_replications are for people.
///
/// Any number of programs may use a file at once; each waits a minute for the others. A run is in
/// it whole or not at all, whatever kills the program.
class Store {
 public:
  /// @throws StoreError where there is none to read, the file is no store, of a newer version,
  ///         damaged or, to be written, cannot be
  Store(std::string path, Access access);

  [[nodiscard]] const std::string& path() const noexcept { return database_.path(); }

  /// Keeps a run, its futures and what it says of itself, in one transaction. What is there is left
  /// as it is; findings are added where they were not known.
  ///
  /// @returns whether the run was not there before
  /// @throws StoreError; nothing has changed then. other_build where one of its futures is there
  /// and
  ///         came out otherwise
  bool keep(const RunToKeep& run);

  /// @returns the kept outcomes of the first `most` futures, by their numbers
  [[nodiscard]] std::map<std::uint32_t, std::string> futures(const Experiment& experiment,
                                                             std::uint32_t most) const;

  /// @returns all runs in the order in which they came
  [[nodiscard]] std::vector<KeptRun> runs() const;
  /// @param text its number in this store, or its name
  /// @returns the runs that are meant; several may have one name
  [[nodiscard]] std::vector<KeptRun> find(std::string_view text) const;
  /// @returns the run of so many futures
  [[nodiscard]] std::optional<KeptRun> find(const Experiment& experiment,
                                            std::uint32_t replications) const;

  /// @pre the store has the run
  [[nodiscard]] ScenarioRecord scenario(const KeptRun& run) const;
  /// @returns nothing where they are not known
  [[nodiscard]] std::optional<std::vector<std::string>> findings(std::int64_t run) const;
  /// @param dimension, part a cut, e.g. "class" and "discretionary"; empty for the whole
  /// @returns its mean and half-width; nothing where the run has no such measure
  [[nodiscard]] std::optional<study::Estimate> estimate(std::int64_t run,
                                                        std::string_view measure,
                                                        std::string_view dimension = "",
                                                        std::string_view part = "") const;

 private:
  std::int64_t scenario_key(const ScenarioRecord& scenario);
  std::int64_t experiment_key(std::int64_t scenario,
                              std::uint64_t seed,
                              const std::string& version);
  std::vector<std::int64_t> measure_keys();
  void keep_futures(std::int64_t experiment, const RunToKeep& run);
  void keep_estimates(std::int64_t key, const RunToKeep& run);
  void keep_series(std::int64_t key, const RunToKeep& run);
  void keep_findings(std::int64_t key, const RunToKeep& run);

  Database database_;
};

}  // namespace ficap::store
