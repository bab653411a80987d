#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// Runs that are stopped, killed and gone on with, as real processes on a small scenario.

namespace ficap::test {

using Words = std::vector<std::string>;

[[nodiscard]] Words operator+(Words a, const Words& b);

/// The scenario that they simulate.
[[nodiscard]] const std::string& scenario_to_stop();

/// A run whose files stand in a folder of their own.
struct StoppedRun {
  const TemporaryFolder& folder;
  std::string json = folder / "r.json";
  std::string journal = folder / "r.json.unfinished";

  [[nodiscard]] Words of(const char* many) const;
  [[nodiscard]] Words command() const { return of("60"); }
  [[nodiscard]] Words resume() const { return command() + Words{"--resume"}; }
  /// It would take many minutes, so that it cannot end before it is stopped.
  [[nodiscard]] Words endless() const { return of("200000"); }
  /// @returns whether more than that many bytes are kept
  [[nodiscard]] std::function<bool()> has_kept(std::size_t bytes) const;
  /// All that was written, in one text.
  [[nodiscard]] std::string results() const;
};

/// @returns whether a run that went on has left its journal behind just where that holds futures
///          which it was not asked for, and has said so
[[nodiscard]] bool keeps_only_what_is_beyond(const Ended& ended, const std::string& journal);

/// @returns what command() comes to when nothing stops it
[[nodiscard]] const std::string& results_of_whole_run();

/// @returns the journal of a run that was killed after some futures
[[nodiscard]] const std::string& left_by_a_kill();

}  // namespace ficap::test
