#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/workbook/formula.hpp"

struct lxw_chart;
struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace ficap::report::workbook {

/// What a cell is, by which it is coloured.
enum class Look : std::uint8_t {
  plain,
  title,     ///< of a sheet
  headline,  ///< a sentence under it
  note,      ///< small print
  heading,   ///< of a column
  heading_of_numbers,
  name,     ///< of what a block of rows is about
  section,  ///< of a block of rows
  first,    ///< row of several that belong together
  subtotal,
  total,
  key,     ///< the figure that a table is about
  input,   ///< a person may change it
  run,     ///< a figure of the run, which no input moves
  verdict  ///< whether all is well
};

/// How a number is written.
enum class Shown : std::uint8_t {
  text,
  indented,  ///< text that may stand beside a number
  wrapped,
  wrapped_indented,
  pounds,
  pounds_and_pence,
  count,
  one_decimal,
  two_decimals,
  factor,  ///< four decimals
  percent,
  percent_fine,
  general,
  truth
};

/// What a sheet is printed on, lying; as wide as its columns.
enum class Paper : std::uint8_t { a4 = 9, a3 = 8 };  // as the file format numbers them

struct Columns {
  std::uint16_t first{};
  std::uint16_t last{};
  double width{};  ///< in characters
};

/// One series of a chart.
struct Series {
  Formula name;
  std::vector<Formula> categories;
  std::vector<Formula> values;
};

struct ChartFacts {
  Formula title;  ///< a cell: its headline follows the figures
  std::string across;
  std::string up;
  std::string alt_text;
  std::vector<Series> series;
  bool lies_down{false};  ///< bars, for categories with long names
  double height{1.0};     ///< in usual ones, each of usual_chart_rows rows
};
inline constexpr double usual_chart_rows = 14.4;

/// What may stand in an input cell.
struct Allowed {
  double at_least{};
  double at_most{};
  std::vector<std::string> words;  ///< one of these instead
  std::string title;
  std::string message;
};

class Spreadsheet;

/// One sheet. Words of scenarios go in as text() and as nothing else.
class Sheet {
 public:
  Sheet(Spreadsheet& book, lxw_worksheet* sheet, std::string name)
      : book_{&book}, sheet_{sheet}, name_{std::move(name)} {}

  [[nodiscard]] const std::string& name() const noexcept { return name_; }

  /// @returns the cell, for formulas
  Formula text(std::uint32_t row,
               std::uint16_t column,
               std::string_view text,
               Look look = Look::plain,
               Shown shown = Shown::text);
  Formula number(
      std::uint32_t row, std::uint16_t column, double number, Shown shown, Look look = Look::run);
  /// "–" where there is none.
  Formula number(std::uint32_t row,
                 std::uint16_t column,
                 const std::optional<double>& number,
                 Shown shown,
                 Look look = Look::run);
  Formula put(std::uint32_t row,
              std::uint16_t column,
              const Formula& formula,
              Shown shown,
              Look look = Look::plain);
  void blank(std::uint32_t row, std::uint16_t column, Look look);
  void headings(std::uint32_t row, std::uint16_t column, const std::vector<std::string>& names);
  /// Words, or a formula that gives words, across several columns.
  Formula across(std::uint32_t row, Columns columns, const Formula& words, Look look);
  Formula across(std::uint32_t row, Columns columns, std::string_view words, Look look);

  /// Comes before the words of a sheet: rows grow with the lines that these take.
  void widths(const std::vector<Columns>& columns);
  /// At least so many lines.
  void height(std::uint32_t row, unsigned lines);
  void allow(const Formula& cell, const Allowed& allowed);
  void filter(std::uint32_t first, std::uint32_t last, std::uint16_t last_column);
  void freeze(std::uint32_t rows, std::uint16_t columns);
  void repeat_rows(std::uint32_t first, std::uint32_t last);
  void page_break_before(std::vector<std::uint32_t> rows);
  void chart(std::uint32_t row, std::uint16_t column, const ChartFacts& facts);
  /// Marks a cell that says FALSE.
  void warn_where_false(const Formula& cell);
  /// Marks words across columns unless `truth`, a cell of any sheet, is TRUE.
  void warn_unless(const Formula& truth, std::uint32_t row, Columns columns);
  void print_setup(std::string_view header, std::string_view footer, Paper paper);

 private:
  [[nodiscard]] lxw_format* format(Look look, Shown shown);
  Formula write(std::uint32_t row, std::uint16_t column, std::string_view text, lxw_format* as);
  void make_room(std::uint32_t row, Columns columns, std::string_view words, Look look);

  Spreadsheet* book_;
  lxw_worksheet* sheet_;
  std::string name_;
  std::map<std::uint16_t, double> widths_;
  std::map<std::uint32_t, unsigned> lines_;
};

/// What a file says of itself.
struct DocumentFacts {
  std::string title;
  std::string subject;
  std::string keywords;
  std::string comments;
  std::string status;
};

/// A workbook in the making. The same calls give the same bytes.
class Spreadsheet {
 public:
  Spreadsheet();
  ~Spreadsheet();
  Spreadsheet(const Spreadsheet&) = delete;
  Spreadsheet& operator=(const Spreadsheet&) = delete;

  /// Sheets stand in the order in which they are added.
  Sheet add(const std::string& name, std::uint32_t tab_colour);
  void describe(const DocumentFacts& facts);
  /// Gives a cell a name.
  void name(const std::string& name, const CellAt& cell);
  /// Ends it; nothing may be added afterwards.
  ///
  /// @returns the file
  /// @throws std::runtime_error where no temporary file can be written
  [[nodiscard]] std::string bytes();

 private:
  friend class Sheet;
  [[nodiscard]] lxw_format* format(Look look, Shown shown);
  [[nodiscard]] lxw_format* warning();
  [[nodiscard]] lxw_chart* new_chart(bool lies_down);

  struct Target;
  std::unique_ptr<Target> target_;
  lxw_workbook* book_{};
  std::map<std::pair<Look, Shown>, lxw_format*> formats_;
  lxw_format* warning_{};
};

}  // namespace ficap::report::workbook
