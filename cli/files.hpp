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

/// Finds out before the work is done whether its result can be written.
///
/// @param makes_folder whether the path's folder is to be created where it does not exist
/// @throws UsageError where the file exists and may not be overwritten, or is the scenario itself
/// @throws std::system_error where nothing can be written there
void check_output(const std::filesystem::path& path,
                  const std::string& scenario,
                  bool makes_folder,
                  bool may_overwrite);

/// Writes files, each whole or not at all: under another name beside it first, then renamed once
/// all are on disk. Folders are created. Signals wait.
///
/// @throws std::system_error; nothing half-written is left then
void write_files(const std::vector<OutputFile>& files);

}  // namespace ficap::cli
