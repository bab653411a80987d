#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "cli/files.hpp"
#include "cli/journal_file.hpp"
#include "cli/outputs.hpp"
#include "cli/plan_options.hpp"
#include "io/journal.hpp"
#include "models/simulator.hpp"
#include "study/simulate.hpp"

namespace ficap::cli {

/// What a command's futures are futures of.
struct JournalMatter {
  std::vector<std::string> sha256;  ///< of each scenario, with all else that decides its futures
  std::uint64_t seed{};
  /// Simulates one again, so that what another build came to can be told; nothing where it cannot.
  std::function<std::optional<models::Outcome>(std::size_t scenario, std::uint32_t replication)>
      again;
  /// What a journal is of whose digests are others.
  std::string otherwise{"another scenario, or of this one before an edit or with another --set"};
};

/// Adds --resume.
void add_resume_option(boost::program_options::options_description& options);

/// Keeps the futures that a command finishes, in a file beside its results that is called like the
/// first of them with ".unfinished" behind, until all results are written. A run that is killed
/// leaves the file behind, and the same command with --resume goes on from it.
///
/// A command makes one before it looks at its outputs, begins it when it knows what it simulates,
/// hands its archive to the study, and delivers its files through it. Without files there is
/// nothing to keep them beside, and it does nothing.
class Journal {
 public:
  /// Looks whether an earlier run has left anything, and what is to become of that.
  ///
  /// @param err outlives this
  /// @throws UsageError where there is nothing to go on from, or something that must not be lost
  /// @throws std::system_error
  Journal(const Outputs& outputs, const PlanOptions& options, std::ostream& err);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  Journal(Journal&&) = delete;
  Journal& operator=(Journal&&) = delete;

  /// @returns whether the file is as the run wrote it that is gone on with
  [[nodiscard]] bool wrote(const std::filesystem::path& file) const;

  /// Says what will be simulated. From here on futures are kept.
  ///
  /// @param sha256 of each scenario, in the order of `scenarios`; these outlive this
  /// @throws UsageError where what was kept is of something else
  void begin(std::span<const models::Compiled* const> scenarios,
             std::vector<std::string> sha256,
             std::uint64_t seed);
  /// The same for futures that are not simply those of scenarios.
  void begin(const JournalMatter& matter);

  /// @returns how many futures an earlier run had finished
  [[nodiscard]] std::size_t known() const noexcept { return known_.size(); }

  /// @returns what a study asks and tells; this outlives it
  /// @pre the journal has begun
  [[nodiscard]] study::Archive archive();

  /// Writes the results. When they are complete nothing is kept any longer, but for futures beyond
  /// those that were asked for this time, since those would be lost; otherwise says on the side how
  /// to go on.
  ///
  /// @throws std::system_error; what was kept stays then
  void deliver(const std::vector<OutputFile>& files, bool complete);
  /// The same where there is nothing to write.
  void stop() const;

 private:
  using Future = std::pair<std::size_t, std::uint32_t>;

  /// A future that an earlier run had finished.
  struct Known {
    std::string outcome;
    bool asked_for{false};  ///< by this run
  };

  void judge();
  void check_subject(const io::JournalSubject& subject, const std::string& otherwise) const;
  void check_program(const JournalMatter& matter) const;
  void keep(Future future, const models::Outcome& outcome);
  void add(const std::string& piece);
  /// @returns how many futures of a scenario were finished earlier and not asked for
  [[nodiscard]] std::size_t beyond() const;

  PlanOptions options_;
  std::ostream& err_;
  std::filesystem::path path_;  ///< empty: nothing is kept
  std::optional<JournalFile> file_;
  io::JournalReading left_;  ///< by an earlier run
  std::size_t left_bytes_{0};
  std::optional<io::JournalWriter> writer_;
  std::size_t scenarios_{1};
  std::map<Future, Known> known_;

  std::mutex mutex_;     ///< of what follows, of what was asked for, and of adding to the file
  std::size_t kept_{0};  ///< finished futures of a scenario that the file holds
  std::chrono::steady_clock::time_point on_disk_;
  bool failed_{false};  ///< nothing can be added any more, which has been said
};

}  // namespace ficap::cli
