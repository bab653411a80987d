#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "io/extends.hpp"

namespace ficap::cli {

/// @param path "-" is standard input
/// @returns the text, cut where it is longer than any scenario may be
/// @throws std::system_error where it cannot be read; the message names the path
[[nodiscard]] std::string read_text(const std::string& path);

/// @returns a reader of the scenarios that a scenario extends
[[nodiscard]] io::Load scenario_files();

/// A file to be written.
struct OutputFile {
  std::filesystem::path path;
  std::string content;
};

/// @returns whether the path is a device or a pipe: written to, not replaced
[[nodiscard]] bool is_special(const std::filesystem::path& path);

/// @returns where a write to the path arrives: links are followed, those to nothing yet as well
/// @throws std::system_error where links go round in a circle
[[nodiscard]] std::filesystem::path destination(std::filesystem::path path);

/// @throws RefusedOutput where the last part of the path is a name that something else would take
///         for its own and replace or delete: SQLite, of a store of runs beside it, or a run that
///         keeps what it has finished
void check_name(const std::filesystem::path& path);

/// Finds out before the work is done whether its result can be written.
///
/// @param scenarios files that are never overwritten
/// @param makes_folder whether the path's folder is to be created where it does not exist
/// @throws UsageError where the file exists and may not be overwritten, or is a scenario
/// @throws std::system_error where nothing can be written there
void check_output(const std::filesystem::path& path,
                  const std::vector<std::string>& scenarios,
                  bool makes_folder,
                  bool may_overwrite);

/// Writes files, each whole or not at all: under another name beside it first, then renamed once
/// all are on disk. Folders are created; a link stays, and what it leads to is written. Signals
/// wait.
///
/// @throws std::system_error; nothing half-written is left then
void write_files(const std::vector<OutputFile>& files);

}  // namespace ficap::cli
