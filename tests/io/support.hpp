#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "io/document.hpp"
#include "io/extends.hpp"
#include "io/sources.hpp"

namespace ficap::test {

/// @returns the bytes of a file, nothing when it cannot be opened
inline std::optional<std::string> bytes_of(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) return std::nullopt;
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// Loads scenarios by their names in `folder`.
inline io::Load load_from(std::filesystem::path folder) {
  return [folder = std::move(folder)](const std::string& name) { return bytes_of(folder / name); };
}

/// Loads nothing.
inline std::optional<std::string> load_nothing(const std::string& /*name*/) {
  return std::nullopt;
}

/// @returns every scenario that is shipped; a study, which is none, is left out
inline std::vector<std::filesystem::path> shipped_scenarios(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
    const std::filesystem::path& path = entry.path();
    if (path.extension() == ".json" && path.parent_path().filename() != "studies")
      files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// A text and what became of it.
struct Text {
  explicit Text(std::string text) : source{sources.add("t.json", std::move(text))} {
    parsed = io::parse(sources, source);
  }
  io::Sources sources;
  std::uint32_t source;
  io::Parsed parsed;
};

/// @returns "3:5" for line 3, column 5
inline std::string spot(const io::Place& place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

/// @returns the problem of a text as "line:column found | expected | help"; empty without one
inline std::string problem_of(const std::string& text) {
  const Text read{text};
  if (read.parsed.problems.empty()) return "";
  const io::Problem& problem = read.parsed.problems.front();
  return spot(problem.at) + " " + problem.what.found + " | " + problem.what.expected + " | " +
         problem.what.help;
}

}  // namespace ficap::test
