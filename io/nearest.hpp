#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ficap::io {

/// Smallest number of insertions, deletions, substitutions and swaps of neighbours that turn one
/// word into the other, no part being edited twice (optimal string alignment), in bytes.
/// Cost: length of `a` times length of `b`.
/// Source: Damerau, "A technique for computer detection and correction of spelling errors",
/// CACM 7(3), 1964.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// @returns the known word that `word` was probably meant to be: the nearest one, if it is at most
///          a third of its length (at least one edit) away, or `word` with other capitals, hyphens
///          for underscores, or an s more or less; the first of several that are equally near.
///          Nothing when `word` itself is known, or when none is near.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 const std::vector<std::string>& known);

/// @returns nearest(), or else the one known word of which `word` is a part
[[nodiscard]] std::optional<std::string> nearest_or_whole(std::string_view word,
                                                          const std::vector<std::string>& known);

}  // namespace ficap::io
