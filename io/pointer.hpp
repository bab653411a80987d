#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/document.hpp"

namespace ficap::io {

/// @returns one reference token of a JSON pointer, escaped: "~" as "~0", "/" as "~1" (RFC 6901)
[[nodiscard]] std::string pointer_token(std::string_view key);

/// @returns the reference tokens of a JSON pointer, unescaped; nothing when it is none: it must be
///          empty or start with "/", and "~" must be followed by 0 or 1
[[nodiscard]] std::optional<std::vector<std::string>> pointer_tokens(std::string_view pointer);

/// @returns the member or item of `from` that one token names; nullptr where there is none. An item
///          of a list is named by its index, without sign or leading zero.
[[nodiscard]] const Node* step(const Node& from, std::string_view token);

/// @returns the place of the value that `pointer` names. Where the value is missing, the place of
///          the `null` that took it away, or else of the nearest parent that is there.
[[nodiscard]] Place place_of(const Node& root, std::string_view pointer);

}  // namespace ficap::io
