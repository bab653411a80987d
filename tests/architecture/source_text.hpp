#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ficap::test {

/// One source, three times, each as long as the original and with its line breaks: what is
/// left out is blanks, so an offset means the same place in all three.
struct SourceText {
  std::string code;      ///< without comments and without the contents of literals
  std::string includes;  ///< without comments, literals kept
  std::string prose;     ///< comments and the contents of literals
};

/// Knows line and block comments, string, character and raw string literals, and digit
/// separators; does not run the preprocessor.
[[nodiscard]] SourceText split_source(std::string_view text);

/// @returns the line of `offset`, from 1
[[nodiscard]] int line_of(std::string_view text, std::size_t offset);

/// @throws std::runtime_error if the file cannot be read
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// @returns the .hpp and .cpp files below `folder`, sorted; none if there is no such folder
[[nodiscard]] std::vector<std::filesystem::path> sources_below(const std::filesystem::path& folder);

}  // namespace ficap::test
