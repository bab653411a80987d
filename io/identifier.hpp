#pragma once

#include <string>
#include <string_view>

namespace ficap::io {

/// @returns whether `id` may be an id: 1 to 60 small letters, digits, "_" and "-", the first a
///          letter or digit
[[nodiscard]] bool is_id(std::string_view id) noexcept;

/// @returns advice that offers the id that was perhaps meant: small letters, hyphens for blanks;
///          empty when that would be none either
[[nodiscard]] std::string id_help(std::string_view id);

}  // namespace ficap::io
