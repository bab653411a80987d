#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/problem.hpp"
#include "io/sources.hpp"

namespace ficap::io {

/// A field of a table: its text without quotes, and without blanks at its ends.
struct CsvField {
  std::string text;
  Place place;
};

/// A record of a table. One in which quotes stand where they may not has a problem, and what its
/// fields are is not known.
struct CsvRecord {
  std::vector<CsvField> fields;
  std::optional<Problem> problem;

  /// @returns whether it says nothing, as the empty lines do that spreadsheets leave behind
  [[nodiscard]] bool is_blank() const noexcept;
};

/// What came of reading a text as a table.
struct CsvText {
  std::vector<CsvRecord> records;  ///< with the header, without those that say nothing
  std::optional<Problem> problem;  ///< of the whole text: nothing of it can be trusted
};

/// Reads a table (RFC 4180): fields between commas, in quotes where they hold commas, quotes (twice
/// each) or line ends; lines end in a line feed, with or without a carriage return before it.
///
/// @param source of `sources`, without a byte order mark
[[nodiscard]] CsvText parse_csv(const Sources& sources, std::uint32_t source);

/// @returns the text without the byte order mark that spreadsheets put first
[[nodiscard]] std::string without_byte_order_mark(std::string text);

/// @returns a cell as a table that we write has it: in quotes where it must be (RFC 4180)
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace ficap::io
