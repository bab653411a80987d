#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "report/chart/chart.hpp"
#include "report/citation.hpp"
#include "report/text_table.hpp"

namespace ficap::report::html {

// A page of results is made of sections, and a section of the blocks below. All strings are words
// for people: whoever wrote them, none of them is markup.

/// A heading within a section.
struct Heading {
  std::string words;
};

enum class Tone : std::uint8_t { plain, lead, note };
struct Paragraph {
  std::string words;
  Tone tone{Tone::plain};
};

struct Bullets {
  std::vector<std::string> items;
};

/// Terms and what is said of each.
struct Terms {
  std::vector<std::pair<std::string, std::string>> entries;
};

/// A row of a table: one cell is a group's name, to stand above the rows after it.
struct Row {
  std::vector<std::string> cells;
  bool is_total{false};
};

/// A table: the first column says what each row is of.
struct Table {
  std::string caption;
  std::vector<std::string> columns;
  std::vector<Row> rows;
  /// Of each column, whether its cells are words, not figures; the first always is. May be shorter
  /// than the columns.
  std::vector<bool> in_words{};
  bool to_be_filled_in{false};  ///< by hand: cells are high
};

/// A chart with the table that serves the same purpose; its full figures and its specification can
/// be saved.
struct Figure {
  chart::Chart chart;
  Table table;
};

/// What only some readers want to see, closed at first and not printed: in lines, to be saved as a
/// file.
struct Verbatim {
  std::string summary;
  std::string words;      ///< as they are, in lines
  std::string file_name;  ///< to save them under
  std::string media_type;
};

/// A table that only some readers want to see, closed at first.
struct Closed {
  std::string summary;
  Table table;
};

using Block = std::variant<Heading, Paragraph, Bullets, Terms, Table, Figure, Verbatim, Closed>;

struct Section {
  std::string heading;
  std::vector<Block> blocks;
};

/// Why a page lacks what takes futures of its own.
enum class Unmade : std::uint8_t { not_asked, stopped, failed };

struct Page {
  std::string title;
  std::string about;    ///< one line below the title
  std::string marking;  ///< at the top and bottom, and on every printed page: "OFFICIAL"
  Citation provenance;  ///< what the page and each of its charts are cited by
  std::vector<Section> sections;
};

/// @returns "run FI-7f3a-91c2 · study sha256 0123456789ab… · scenario sha256 0123456789ab… · ficap
///          0.1.0 · seed 1 · 200 futures"; of more than three scenarios the first, and how many
///          more
[[nodiscard]] std::string in_a_line(const Citation& cited);

/// A table of the terminal's as a table of a page: groups, labels that are indented, and words in
/// the last column stay what they are.
///
/// @param caption where empty, the table's title: the heading of its first column
[[nodiscard]] Table table_of(const TextTable& table, std::string caption = {});

/// The page in one file: HTML with all that it needs within itself. A policy in it forbids the
/// network, `eval`, and every script and style but its own. The same page gives the same bytes.
[[nodiscard]] std::string to_html(const Page& page);

}  // namespace ficap::report::html
