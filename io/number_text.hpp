#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ficap::io {

/// @returns the shortest decimal that reads back as exactly `value`, laid out as ECMAScript does
///          ("0.1", "1e+21", "100"): the same bytes from every compiler and in every locale
/// @pre `value` is finite; minus zero is written "0"
/// Source: RFC 8785 section 3.2.2.3, ECMA-262 Number::toString.
[[nodiscard]] std::string shortest(double value);

/// @param text digits with at most one point among or beside them, and an optional "e" exponent;
///             an optional "-" before
/// @returns the nearest double; nothing when `text` is no such number, or too large for one.
///          Independent of the locale.
[[nodiscard]] std::optional<double> read_decimal(std::string_view text);

}  // namespace ficap::io
