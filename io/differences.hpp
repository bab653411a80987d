#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/document.hpp"

namespace ficap::io {

/// A value that one of two documents has and the other has not, or has otherwise.
struct ValueDifference {
  std::vector<std::string> path;      ///< keys, and positions in lists from 0
  std::optional<std::string> first;   ///< as describe() shows it; nothing where it is not there
  std::optional<std::string> second;  ///< the same of the other document
  std::size_t line{};  ///< in the first document; of the parent where it is not there
  friend bool operator==(const ValueDifference&, const ValueDifference&) = default;
};

/// @returns what differs in meaning, whatever the layout, in the order of the first document; what
///          only the second has comes after the rest of its object
[[nodiscard]] std::vector<ValueDifference> differences(const Node& first, const Node& second);

/// @returns the number, from 1, of the first line in which two texts differ
/// @pre they differ
[[nodiscard]] std::size_t first_differing_line(std::string_view first, std::string_view second);

}  // namespace ficap::io
