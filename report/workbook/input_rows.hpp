#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/sourced.hpp"
#include "report/workbook/sheets.hpp"

namespace ficap::report::workbook {

// The sheet of assumptions: its headings, and its columns.
inline constexpr std::uint32_t headings_row = 3;
inline constexpr std::uint16_t column_what = 0;
inline constexpr std::uint16_t column_value = 1;
inline constexpr std::uint16_t column_unit = 2;
inline constexpr std::uint16_t column_as_run = 3;
inline constexpr std::uint16_t column_changed = 4;
inline constexpr std::uint16_t column_low = 5;
inline constexpr std::uint16_t column_high = 6;
inline constexpr std::uint16_t column_grade = 7;
inline constexpr std::uint16_t column_source = 8;
inline constexpr std::uint16_t column_where = 9;
inline constexpr std::uint16_t column_note = 10;
inline constexpr std::uint16_t column_name = 11;

[[nodiscard]] inline double in_cells(models::Money money) {
  return static_cast<double>(money.pence) / 100.0;
}
[[nodiscard]] inline double in_cells(models::Share share) {
  return share.value;
}
[[nodiscard]] inline double in_cells(models::Number number) {
  return number.value;
}
template <class T>
[[nodiscard]] std::optional<double> in_cells(const std::optional<T>& bound) {
  return bound ? std::optional{in_cells(*bound)} : std::nullopt;
}

[[nodiscard]] inline Shown shown_as(models::Money) {
  return Shown::pounds_and_pence;
}
[[nodiscard]] inline Shown shown_as(models::Share) {
  return Shown::percent_fine;
}
[[nodiscard]] inline Shown shown_as(models::Number) {
  return Shown::factor;
}

[[nodiscard]] inline std::string unit_of(models::Money) {
  return "£";
}
[[nodiscard]] inline std::string unit_of(models::Share) {
  return "share";
}
[[nodiscard]] inline std::string unit_of(models::Number) {
  return "number";
}

/// @returns the words of a key
[[nodiscard]] std::string spaced(std::string_view key);
/// @returns what may be typed, in words
[[nodiscard]] std::string limits(double at_least, double at_most, Shown shown);

/// Writes one row for each number, and keeps where it stands.
class InputRows {
 public:
  InputRows(Spreadsheet& book, Sheet& sheet, const Case& the_case)
      : book_{book}, sheet_{sheet}, case_{the_case} {}

  void section(std::string_view name);
  /// What is stated and no input.
  void fact(std::string_view what, std::string_view value);

  /// @returns the cell, by its name
  template <class T>
  Formula input(const std::string& name,
                const std::string& what,
                const models::Sourced<T>& number,
                double at_least,
                double at_most) {
    const Shown shown = shown_as(number.value);
    const double value = in_cells(number.value);
    const Formula cell = sheet_.number(row_, column_value, value, shown, Look::input);
    const Formula run = sheet_.number(row_, column_as_run, value, shown);
    sheet_.number(row_, column_low, in_cells(number.low), shown, Look::plain);
    sheet_.number(row_, column_high, in_cells(number.high), shown, Look::plain);
    sheet_.text(row_, column_grade, grade_in_words(number.grade), Look::plain, Shown::wrapped);
    source(number.source);
    sheet_.text(row_, column_note, number.note, Look::plain, Shown::wrapped);
    sheet_.allow(cell,
                 {.at_least = at_least,
                  .at_most = at_most,
                  .words = {},
                  .title = spaced(name),
                  .message = what + ". " + limits(at_least, at_most, shown)});
    return finish(name, what, unit_of(number.value), cell, run);
  }

  /// An input that is one of these words.
  Formula choice(const std::string& name,
                 const std::string& what,
                 const std::string& value,
                 const std::vector<std::string>& words);
  /// @returns the name, with a number where another cell has it already
  [[nodiscard]] std::string unique(const std::string& name) const;
  /// @returns how many inputs are not as in the run
  [[nodiscard]] Formula changed() const { return count_of(changed_, "changed"); }
  [[nodiscard]] std::uint32_t row() const noexcept { return row_; }

 private:
  Formula finish(const std::string& name,
                 const std::string& what,
                 const std::string& unit,
                 const Formula& cell,
                 const Formula& run);
  void skip();
  void source(const std::string& id);

  Spreadsheet& book_;
  Sheet& sheet_;
  const Case& case_;
  std::uint32_t row_{headings_row + 1};
  std::vector<Formula> changed_;
  std::set<std::string> names_;
};

}  // namespace ficap::report::workbook
