#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace ficap::io {

/// SHA-256 of the bytes of `text`.
/// Source: FIPS 180-4 (2015), section 6.2.
[[nodiscard]] std::array<std::uint8_t, 32> sha256(std::string_view text);

/// @returns the digest as 64 small hexadecimal digits
[[nodiscard]] std::string sha256_hex(std::string_view text);

}  // namespace ficap::io
