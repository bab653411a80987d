#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ficap::report::workbook {

/// Where a cell stands.
struct CellAt {
  std::string sheet;
  std::uint32_t row{};     ///< from 0
  std::uint16_t column{};  ///< from 0
};

/// A formula of a spreadsheet together with what it comes to. One expression of the source makes
/// both, so that the value that stands in a cell before anything is recalculated is what its
/// formula gives.
class Formula {
 public:
  using Value = std::variant<double, bool, std::string>;
  /// How tightly the outermost operator binds.
  enum class Binds : std::uint8_t { compares, joins, adds, multiplies, raises, whole };

  Formula() : Formula{0.0} {}
  /// A constant.
  Formula(double constant);  // NOLINT(google-explicit-constructor): formulas read as arithmetic
  Formula(std::string text, Value value, Binds binds = Binds::whole)
      : text_{std::move(text)}, value_{std::move(value)}, binds_{binds} {}

  /// A cell that holds `value`.
  [[nodiscard]] static Formula cell(CellAt at, Value value);
  /// A cell that has a name.
  [[nodiscard]] static Formula named(std::string name, Value value) {
    return {std::move(name), std::move(value)};
  }
  /// Words of this program. Those of others stand in cells, and formulas refer to these.
  [[nodiscard]] static Formula words(std::string_view text);

  /// The formula as it stands in a cell of `sheet`, without "=".
  [[nodiscard]] std::string text_in(std::string_view sheet) const;
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] const Value& value() const noexcept { return value_; }
  [[nodiscard]] const std::optional<CellAt>& at() const noexcept { return at_; }
  /// @returns the number; 0 of words, 1 of TRUE
  [[nodiscard]] double number() const;
  [[nodiscard]] bool is_number() const { return std::holds_alternative<double>(value_); }
  [[nodiscard]] bool is_true() const { return number() != 0.0; }
  /// What joining it to other words gives.
  [[nodiscard]] std::string said() const;
  /// The text, in brackets where it binds less than what it becomes part of.
  [[nodiscard]] std::string within(Binds outer, bool on_the_right = false) const;

 private:
  std::string text_;
  Value value_;
  Binds binds_{Binds::whole};
  std::optional<CellAt> at_;
};

[[nodiscard]] Formula operator+(const Formula& a, const Formula& b);
[[nodiscard]] Formula operator-(const Formula& a, const Formula& b);
[[nodiscard]] Formula operator*(const Formula& a, const Formula& b);
[[nodiscard]] Formula operator/(const Formula& a, const Formula& b);
/// Less than nothing of it: 0 - a.
[[nodiscard]] Formula operator-(const Formula& a);
[[nodiscard]] Formula raised(const Formula& base, const Formula& power);
[[nodiscard]] Formula operator<=(const Formula& a, const Formula& b);
[[nodiscard]] Formula operator<(const Formula& a, const Formula& b);
[[nodiscard]] Formula operator>(const Formula& a, const Formula& b);
[[nodiscard]] Formula operator>=(const Formula& a, const Formula& b);
[[nodiscard]] Formula equals(const Formula& a, const Formula& b);

/// @returns one of two
[[nodiscard]] Formula either(const Formula& condition, const Formula& then, const Formula& other);
[[nodiscard]] Formula all_of(const std::vector<Formula>& conditions);
[[nodiscard]] Formula magnitude(const Formula& a);
[[nodiscard]] Formula to_the_penny(const Formula& a);
/// The sum; of no terms 0.
[[nodiscard]] Formula sum(const std::vector<Formula>& terms);
[[nodiscard]] Formula greatest(const std::vector<Formula>& terms);
/// Products of pairs of cells, summed.
///
/// @pre as many of each, both in one row or column without a gap
[[nodiscard]] Formula sum_of_products(const std::vector<Formula>& a, const std::vector<Formula>& b);
/// How many of a row or column of cells hold these words of this program.
[[nodiscard]] Formula count_of(const std::vector<Formula>& cells, std::string_view words);

/// Words one after the other.
[[nodiscard]] Formula said_together(const std::vector<Formula>& parts);
/// "£1,234", "-£1,234"
[[nodiscard]] Formula said_pounds(const Formula& amount);
/// "38%"
[[nodiscard]] Formula said_percent(const Formula& share);
/// "1.23", or what stands there where it is no number
[[nodiscard]] Formula said_ratio(const Formula& ratio);
[[nodiscard]] Formula is_number(const Formula& a);

}  // namespace ficap::report::workbook
