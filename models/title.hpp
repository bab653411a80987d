#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace ficap::models {

/// A title stands in headings, tables and file names: one line.
inline constexpr std::size_t longest_title = 200;  // characters

/// @returns "10000 characters", as a diagnostic says it was found; empty where it is not
///          too long. Characters of UTF-8, not bytes.
[[nodiscard]] inline std::string too_long(std::string_view title) {
  const auto characters = std::count_if(title.begin(), title.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  });
  if (static_cast<std::size_t>(characters) <= longest_title) return {};
  return std::to_string(characters) + " characters";
}

/// @returns what may stand there instead
[[nodiscard]] inline std::string short_title() {
  return "at most " + std::to_string(longest_title) + " characters";
}

}  // namespace ficap::models
