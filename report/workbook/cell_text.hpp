#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ficap::report::workbook {

// Words of a scenario or study are data: nothing in them may become a formula, a code or a broken
// file. Every string that goes into a workbook comes through one of these.

/// The longest text that a cell holds, in characters.
inline constexpr std::size_t longest_cell = 32'767;

/// What XML can carry and a reader can see: whole characters of UTF-8, tabs and line ends (CR
/// becomes a line end). In place of any other control character, of marks that turn the direction
/// of writing, and of bytes that are no UTF-8 stands U+FFFD.
[[nodiscard]] std::string readable(std::string_view text);

/// The same on one line and of at most `longest` characters, the last of them "…" where it was cut.
[[nodiscard]] std::string one_line(std::string_view text, std::size_t longest);

/// Text for a cell: readable, with "_x0041_" kept from being read as "A", and cut with a note where
/// it is too long.
[[nodiscard]] std::string cell_text(std::string_view text);

/// Text for a header or footer, in which "&" begins a code: on one line, with "&" doubled.
[[nodiscard]] std::string header_text(std::string_view text, std::size_t longest);

/// A name for a cell: letters, digits and "_", at most 60.
///
/// @param prefix begins with a letter and holds "_", so that the name is no address of a cell
[[nodiscard]] std::string cell_name(std::string_view prefix, std::string_view id);

}  // namespace ficap::report::workbook
