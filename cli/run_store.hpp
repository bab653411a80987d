#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/program_options/options_description.hpp>

#include "cli/finished_run.hpp"
#include "cli/outputs.hpp"
#include "models/simulator.hpp"
#include "store/store.hpp"
#include "study/simulate.hpp"

namespace ficap::cli {

/// Adds --store.
void add_store_option(boost::program_options::options_description& options, const char* doc);

/// A future as a store keeps it: what io::outcome_bytes() gives, and a digest over that and what it
/// is a future of, so that neither a flipped bit nor a moved row is taken for a result.
[[nodiscard]] std::string sealed(const store::Experiment& of,
                                 std::uint32_t number,
                                 const models::Outcome& outcome);
/// @returns nothing where the bytes are not those of that future
[[nodiscard]] std::optional<models::Outcome> unsealed(const store::Experiment& of,
                                                      std::uint32_t number,
                                                      std::string_view bytes);

/// A run that is to be kept.
struct RunAndFindings {
  const FinishedRun& run;
  std::optional<std::vector<std::string>> findings;  ///< nothing where they are not known
};

/// The store of a command that simulates; without --store it does nothing. The command makes one
/// before it simulates, looks up what is there, asks its archive, and keeps what came of it.
class RunStore {
 public:
  /// @param path empty: no store
  /// @param err  outlives this
  /// @throws UsageError where the file is one that the command reads or writes
  /// @throws store::StoreError where it cannot be used
  RunStore(const std::string& path,
           const Outputs& outputs,
           const std::vector<std::string>& inputs,
           bool quiet,
           std::ostream& err);

  /// Reads what it has of these scenarios' futures, and says so on the side. One of them is
  /// simulated again, since two builds may call themselves one version.
  ///
  /// @param scenarios, compiled one for each
  /// @throws UsageError where another build made them
  /// @throws store::StoreError where they cannot be read
  void look_up(std::span<const models::Scenario> scenarios,
               std::span<const models::Compiled* const> compiled,
               study::StudyPlan plan);

  /// @returns what a study asks and tells: first this, then `beyond`; this outlives it
  [[nodiscard]] study::Archive archive(study::Archive beyond);

  /// @returns what is known of the first scenario's run of so many futures
  [[nodiscard]] std::optional<std::vector<std::string>> findings(std::uint32_t replications) const;

  /// Keeps runs, each whole or not at all, and says so on the side.
  /// @throws store::StoreError
  void keep(std::span<const RunAndFindings> runs);

 private:
  void say_what_is_there(study::StudyPlan plan) const;
  void check_build(std::size_t scenario, const models::Compiled& compiled) const;

  std::ostream& err_;
  bool quiet_;
  std::optional<store::Store> store_;
  std::vector<store::Experiment> experiments_;
  std::vector<std::map<std::uint32_t, std::string>> known_;  ///< of each scenario
};

}  // namespace ficap::cli
