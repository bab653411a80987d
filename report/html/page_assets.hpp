#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ficap::report::html {

// What every page carries within itself, made from report/web when the program is built.

/// @returns the script that draws charts: ASCII, and nothing in it ends a script element
[[nodiscard]] std::string page_script();
/// @returns the style sheet, the same
[[nodiscard]] std::string page_style();

/// @returns the SHA-256 of page_script() in base 64, by which a page's policy allows it
[[nodiscard]] std::string_view script_sha256() noexcept;
/// @returns the same of page_style()
[[nodiscard]] std::string_view style_sha256() noexcept;

}  // namespace ficap::report::html
