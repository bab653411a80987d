#include "report/workbook/formula.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <functional>

#include "report/words.hpp"
#include "sim/expects.hpp"

namespace ficap::report::workbook {

namespace {

// A reference carries the sheet's name between these, until it is known in which sheet it stands.
constexpr char sheet_begins = '\x01';
constexpr char sheet_ends = '\x02';
constexpr std::size_t most_arguments = 250;  // Excel takes 255

std::string shortest(double x) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), x);
  return {text.data(), end.ptr};
}

std::string column_name(std::uint32_t column) {
  std::string name;
  for (std::uint32_t left = column + 1; left > 0; left = (left - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + ((left - 1) % 26)));
  return name;
}

std::string cell_name(const CellAt& at) {
  return column_name(at.column) + std::to_string(at.row + 1);
}

std::string marked(const std::string& sheet) {
  return sheet_begins + sheet + sheet_ends;
}

// "D5:H5" where the cells stand side by side or below one another.
std::optional<std::string> range_of(const std::vector<Formula>& cells) {
  if (cells.size() < 2) return std::nullopt;
  const auto& first = cells.front().at();
  if (!first) return std::nullopt;
  bool in_row = true;
  bool in_column = true;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto& at = cells[i].at();
    if (!at || at->sheet != first->sheet) return std::nullopt;
    in_row = in_row && at->row == first->row && at->column == first->column + i;
    in_column = in_column && at->column == first->column && at->row == first->row + i;
  }
  if (!in_row && !in_column) return std::nullopt;
  return marked(first->sheet) + cell_name(*first) + ":" + cell_name(*cells.back().at());
}

std::string listed(const std::vector<Formula>& terms) {
  std::string text;
  for (const Formula& term : terms)
    text += (text.empty() ? "" : ",") + term.text();
  return text;
}

std::string arguments(const std::vector<Formula>& terms) {
  const auto range = range_of(terms);
  return range ? *range : listed(terms);
}

Formula with(const Formula& a,
             const char* sign,
             const Formula& b,
             Formula::Binds binds,
             Formula::Value value) {
  return {a.within(binds) + sign + b.within(binds, true), std::move(value), binds};
}

}  // namespace

Formula::Formula(double constant)
    : text_{shortest(constant)},
      value_{constant},
      binds_{constant < 0.0 ? Binds::adds : Binds::whole} {}

Formula Formula::cell(CellAt at, Value value) {
  Formula formula{marked(at.sheet) + cell_name(at), std::move(value)};
  formula.at_ = std::move(at);
  return formula;
}

Formula Formula::words(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text)
    quoted += c == '"' ? std::string{"\"\""} : std::string{c};
  return {quoted + "\"", std::string{text}};
}

std::string Formula::text_in(std::string_view sheet) const {
  std::string text;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] != sheet_begins) {
      text += text_[i];
      continue;
    }
    const std::size_t end = text_.find(sheet_ends, i);
    const std::string name = text_.substr(i + 1, end - i - 1);
    if (name != sheet) text += "'" + name + "'!";
    i = end;
  }
  return text;
}

double Formula::number() const {
  if (const auto* number = std::get_if<double>(&value_)) return *number;
  if (const auto* truth = std::get_if<bool>(&value_)) return *truth ? 1.0 : 0.0;
  return 0.0;
}

std::string Formula::said() const {
  if (const auto* text = std::get_if<std::string>(&value_)) return *text;
  if (const auto* truth = std::get_if<bool>(&value_)) return *truth ? "TRUE" : "FALSE";
  return shortest(number());
}

std::string Formula::within(Binds outer, bool on_the_right) const {
  const bool loose = binds_ < outer || (on_the_right && binds_ == outer);
  return loose ? "(" + text_ + ")" : text_;
}

Formula operator+(const Formula& a, const Formula& b) {
  // Additions may be taken in any order: no brackets on the right.
  return {a.within(Formula::Binds::adds) + "+" + b.within(Formula::Binds::adds),
          a.number() + b.number(),
          Formula::Binds::adds};
}
Formula operator-(const Formula& a, const Formula& b) {
  return with(a, "-", b, Formula::Binds::adds, a.number() - b.number());
}
Formula operator*(const Formula& a, const Formula& b) {
  return with(a, "*", b, Formula::Binds::multiplies, a.number() * b.number());
}
Formula operator/(const Formula& a, const Formula& b) {
  const double value = b.number() == 0.0 ? 0.0 : a.number() / b.number();
  return with(a, "/", b, Formula::Binds::multiplies, value);
}
Formula operator-(const Formula& a) {
  return Formula{0.0} - a;
}
Formula raised(const Formula& base, const Formula& power) {
  return with(base, "^", power, Formula::Binds::raises, std::pow(base.number(), power.number()));
}
Formula operator<=(const Formula& a, const Formula& b) {
  return with(a, "<=", b, Formula::Binds::compares, a.number() <= b.number());
}
Formula operator<(const Formula& a, const Formula& b) {
  return with(a, "<", b, Formula::Binds::compares, a.number() < b.number());
}
Formula operator>(const Formula& a, const Formula& b) {
  return with(a, ">", b, Formula::Binds::compares, a.number() > b.number());
}
Formula operator>=(const Formula& a, const Formula& b) {
  return with(a, ">=", b, Formula::Binds::compares, a.number() >= b.number());
}
Formula equals(const Formula& a, const Formula& b) {
  return with(a, "=", b, Formula::Binds::compares, a.value() == b.value());
}

Formula either(const Formula& condition, const Formula& then, const Formula& other) {
  return {"IF(" + condition.text() + "," + then.text() + "," + other.text() + ")",
          condition.is_true() ? then.value() : other.value()};
}

Formula all_of(const std::vector<Formula>& conditions) {
  FICAP_EXPECTS(!conditions.empty());
  const bool all = std::all_of(
      conditions.begin(), conditions.end(), [](const Formula& each) { return each.is_true(); });
  return {"AND(" + arguments(conditions) + ")", all};
}

Formula magnitude(const Formula& a) {
  return {"ABS(" + a.text() + ")", std::fabs(a.number())};
}

Formula to_the_penny(const Formula& a) {
  const double pence = std::floor((std::fabs(a.number()) * 100.0) + 0.5);
  return {"ROUND(" + a.text() + ",2)", a.number() < 0.0 ? 0.0 - (pence / 100.0) : pence / 100.0};
}

Formula sum(const std::vector<Formula>& terms) {
  if (terms.empty()) return Formula{0.0};
  if (terms.size() == 1) return terms.front();
  if (terms.size() > most_arguments && !range_of(terms)) {
    std::vector<Formula> parts;
    for (std::size_t i = 0; i < terms.size(); i += most_arguments) {
      const auto from = terms.begin() + static_cast<std::ptrdiff_t>(i);
      const auto left = static_cast<std::size_t>(terms.end() - from);
      parts.push_back(
          sum({from, from + static_cast<std::ptrdiff_t>(std::min(left, most_arguments))}));
    }
    return sum(parts);
  }
  double total = 0.0;
  for (const Formula& term : terms)
    total += term.number();
  return {"SUM(" + arguments(terms) + ")", total};
}

Formula greatest(const std::vector<Formula>& terms) {
  FICAP_EXPECTS(!terms.empty() && (terms.size() <= most_arguments || range_of(terms)));
  double most = terms.front().number();
  for (const Formula& term : terms)
    most = std::max(most, term.number());
  return {"MAX(" + arguments(terms) + ")", most};
}

Formula sum_of_products(const std::vector<Formula>& a, const std::vector<Formula>& b) {
  FICAP_EXPECTS(a.size() == b.size() && !a.empty());
  if (a.size() == 1) return a.front() * b.front();
  const auto first = range_of(a);
  const auto second = range_of(b);
  FICAP_EXPECTS(first && second);
  double total = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i)
    total += a[i].number() * b[i].number();
  return {"SUMPRODUCT(" + *first + "," + *second + ")", total};
}

Formula count_of(const std::vector<Formula>& cells, std::string_view words) {
  FICAP_EXPECTS(!cells.empty());
  const auto count = std::count_if(
      cells.begin(), cells.end(), [&](const Formula& cell) { return cell.said() == words; });
  return {"COUNTIF(" + arguments(cells) + "," + Formula::words(words).text() + ")",
          static_cast<double>(count)};
}

Formula said_together(const std::vector<Formula>& parts) {
  std::string text;
  std::string value;
  for (const Formula& part : parts) {
    text += (text.empty() ? "" : "&") + part.within(Formula::Binds::joins, true);
    value += part.said();
  }
  return {text, value, Formula::Binds::joins};
}

Formula said_pounds(const Formula& amount) {
  const double whole = std::floor(std::fabs(amount.number()) + 0.5);
  const std::string digits = "£" + with_commas(static_cast<std::int64_t>(whole));
  const bool minus = amount.number() < 0.0 && whole > 0.0;
  return {"TEXT(" + amount.text() + ",\"£#,##0;-£#,##0;£0\")", (minus ? "-" : "") + digits};
}

Formula said_percent(const Formula& share) {
  return {"TEXT(" + share.text() + ",\"#,##0%\")", decimal(100.0 * share.number(), 0) + "%"};
}

Formula is_number(const Formula& a) {
  return {"ISNUMBER(" + a.text() + ")", a.is_number()};
}

Formula said_ratio(const Formula& ratio) {
  const Formula digits{"TEXT(" + ratio.text() + ",\"#,##0.00\")", decimal(ratio.number(), 2)};
  return either(is_number(ratio), digits, Formula::words("not defined"));
}

}  // namespace ficap::report::workbook
