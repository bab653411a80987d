#include "io/quantity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "io/nearest.hpp"
#include "io/number_text.hpp"

namespace ficap::io {

namespace {

/// A unit and what one of it is in the base unit: over / under, so that "8 h" is 8 / 24 days.
struct UnitOf {
  std::string_view symbol;
  double over{1.0};
  double under{1.0};
  std::string_view other_names;  // that people write, each between blanks
};

constexpr std::array<UnitOf, 2> effort_units{
    {{"h", 1.0, 1.0, " hr hrs hour hours "}, {"min", 1.0, 60.0, " m mins minute minutes "}}};

constexpr std::array<UnitOf, 6> elapsed_units{
    {{"min", 1.0, 1440.0, " mins minute minutes "},
     {"h", 1.0, 24.0, " hr hrs hour hours "},
     {"d", 1.0, 1.0, " day days "},
     {"wk", 7.0, 1.0, " w week weeks wks "},
     {"mo", models::days_per_month, 1.0, " month months mon m "},
     {"y", models::days_per_year, 1.0, " yr yrs year years a "}}};

constexpr std::array<UnitOf, 5> rate_units{
    {{"/y", 1.0, 1.0, " /yr /year per_year pa p.a. "},
     {"/mo", 12.0, 1.0, " /month /m per_month "},
     {"/wk", models::days_per_year, 7.0, " /w /week per_week "},
     {"/d", models::days_per_year, 1.0, " /day per_day "},
     {"/h", models::days_per_year * 24.0, 1.0, " /hr /hour per_hour "}}};

constexpr std::array<UnitOf, 1> share_units{{{"%", 1.0, 100.0, " percent per_cent pct "}}};

std::span<const UnitOf> units_of(Dimension dimension) noexcept {
  switch (dimension) {
    case Dimension::effort:
      return effort_units;
    case Dimension::elapsed:
      return elapsed_units;
    case Dimension::rate:
      return rate_units;
    case Dimension::share:
      return share_units;
    case Dimension::number:
    case Dimension::money:
      break;
  }
  return {};
}

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text) noexcept {
  while (!text.empty() && text.front() == ' ')
    text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ')
    text.remove_suffix(1);
  return text;
}

/// @returns how much of the beginning of `text` is a number; an "e" counts only before digits, so
///          that no unit is taken for an exponent
std::size_t number_length(std::string_view text) noexcept {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  while (at < text.size() && (is_digit(text[at]) || text[at] == '.' || text[at] == ','))
    ++at;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t exponent = at + 1;
    if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
    const std::size_t digits = exponent;
    while (exponent < text.size() && is_digit(text[exponent]))
      ++exponent;
    if (exponent > digits) at = exponent;
  }
  return at;
}

std::string quoted(std::string_view text) {
  return '"' + std::string{text} + '"';
}

std::string list_of_units(Dimension dimension) {
  std::string list;
  const std::span<const UnitOf> units = units_of(dimension);
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (i > 0) list += i + 1 == units.size() ? " or " : ", ";
    list += units[i].symbol;
  }
  return list;
}

Unreadable no_unit(std::string_view number, Dimension dimension) {
  const std::string bare{number};
  switch (dimension) {
    case Dimension::effort:
      return {"a bare " + bare + " has no unit: write " + quoted(bare + " h") +
              " for hours of work"};
    case Dimension::elapsed:
      return {"a bare " + bare + " has no unit: write " + quoted(bare + " d") + " for days, " +
              quoted(bare + " h") + " for hours"};
    case Dimension::rate:
      return {"a bare " + bare + " has no unit: write " + quoted(bare + " /y") +
              " for so many a year"};
    case Dimension::money:
      return {"a bare " + bare + " has no unit: write " + quoted("£" + bare)};
    case Dimension::share:
    case Dimension::number:
      break;
  }
  return {"a pure number stands without quotes: " + bare};
}

Unreadable wrong_unit(std::string_view number, std::string_view unit, Dimension dimension) {
  std::string plain = " " + std::string{unit} + " ";
  std::replace(plain.begin() + 1, plain.end() - 1, ' ', '_');
  for (const UnitOf& known : units_of(dimension)) {
    if (known.other_names.find(plain) != std::string_view::npos) {
      return {"write " + quoted(std::string{number} + " " + std::string{known.symbol})};
    }
  }
  const bool is_duration =
      std::any_of(elapsed_units.begin(), elapsed_units.end(), [&](const UnitOf& known) {
        return known.symbol == unit || known.other_names.find(plain) != std::string_view::npos;
      });
  if (dimension == Dimension::effort && is_duration) {
    return {"effort is counted in hours of work, because working days differ: write the hours"};
  }
  return {"the unit " + quoted(unit) + " is not known here: use " + list_of_units(dimension)};
}

/// Digits of an amount, with the power of ten of its suffix.
struct Amount {
  std::string digits;  // with "-" and "." as written, without commas
  int power{};         // of k, m, bn
};

std::variant<Amount, Unreadable> split_amount(std::string_view text) {
  std::string_view rest = trimmed(text);
  Amount amount;
  if (rest.starts_with('-')) {
    amount.digits = "-";
    rest.remove_prefix(1);
  }
  static constexpr std::string_view pound = "£";
  const bool has_sign = rest.starts_with(pound);
  if (has_sign) rest.remove_prefix(pound.size());
  const std::size_t length = number_length(rest);
  const std::string_view number = rest.substr(0, length);
  const std::string_view suffix = trimmed(rest.substr(length));
  if (number.empty() || !is_digit(number.front())) return Unreadable{};
  if (!has_sign && suffix.empty()) return no_unit(number, Dimension::money);
  if (!has_sign) return Unreadable{"an amount begins with a pound sign"};
  if (suffix == "k") {
    amount.power = 3;
  } else if (suffix == "m") {
    amount.power = 6;
  } else if (suffix == "bn") {
    amount.power = 9;
  } else if (!suffix.empty()) {
    return Unreadable{"after the digits may stand k, m or bn, not " + quoted(suffix)};
  }
  const std::size_t whole = std::min(number.find_first_of(".eE"), number.size());
  const std::size_t first_comma = number.substr(0, whole).find(',');
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (number[i] != ',') {
      amount.digits += number[i];
      continue;
    }
    const bool in_group = i < whole && first_comma <= 3 && (whole - i) % 4 == 0;
    if (!in_group) return Unreadable{"commas part the pounds into groups of three digits"};
  }
  const bool grouped = first_comma == std::string_view::npos || (whole - first_comma) % 4 == 0;
  const auto commas = std::count(number.begin(), number.end(), ',');
  const bool all_groups =
      commas == 0 || static_cast<std::size_t>(commas) == (whole - first_comma) / 4;
  if (!grouped || !all_groups) {
    return Unreadable{"commas part the pounds into groups of three digits"};
  }
  return amount;
}

std::variant<double, Unreadable> read_pounds(std::string_view text) {
  const auto split = split_amount(text);
  if (const auto* unreadable = std::get_if<Unreadable>(&split)) return *unreadable;
  const auto& amount = std::get<Amount>(split);
  std::optional<double> value;
  if (amount.digits.find_first_of("eE") == std::string::npos) {
    value = read_decimal(amount.digits + "e" + std::to_string(amount.power));
  } else if (amount.power == 0) {
    value = read_decimal(amount.digits);
  }
  if (!value) return Unreadable{};
  return *value;
}

/// @returns `digits` in groups of three
std::string grouped(std::string digits) {
  const std::size_t begin = digits.starts_with('-') ? 1 : 0;
  const std::size_t end = std::min(digits.find('.'), digits.size());
  for (std::size_t at = end; at > begin + 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

bool is_whole(double value) noexcept {
  return std::floor(value) == value;
}

std::string_view kind(Dimension dimension) noexcept {
  switch (dimension) {
    case Dimension::number:
      return "a number";
    case Dimension::share:
      return "a share";
    case Dimension::effort:
      return R"(hours of work such as "14 h" or "30 min")";
    case Dimension::elapsed:
      return R"(a duration such as "3 d" or "8 h")";
    case Dimension::money:
      return R"(an amount such as "£5,000" or "£1.2m")";
    case Dimension::rate:
      return "a rate such as \"320 /y\"";
  }
  return "";
}

}  // namespace

std::variant<double, Unreadable> read_quantity(std::string_view text, Dimension dimension) {
  if (dimension == Dimension::money) return read_pounds(text);
  const std::string_view whole = trimmed(text);
  const std::size_t length = number_length(whole);
  const std::string_view number = whole.substr(0, length);
  const std::string_view unit = trimmed(whole.substr(length));
  const std::optional<double> value = read_decimal(number);
  if (!value) {
    return Unreadable{
        number.find(',') != std::string_view::npos ? "a number stands without commas here" : ""};
  }
  if (unit.empty()) {
    // A pure number in quotes is a mistake for a share and for a number alike.
    return no_unit(number, dimension);
  }
  for (const UnitOf& known : units_of(dimension)) {
    if (known.symbol != unit) continue;
    // A percentage is a decimal shifted by two places, not a quotient: "14 %" is 0.14.
    if (dimension == Dimension::share && number.find_first_of("eE") == std::string_view::npos) {
      return *read_decimal(std::string{number} + "e-2");
    }
    return *value * known.over / known.under;
  }
  if (dimension == Dimension::number) return Unreadable{"a pure number has no unit"};
  return wrong_unit(number, unit, dimension);
}

std::variant<models::Money, Unreadable> read_money(std::string_view text) {
  const auto split = split_amount(text);
  if (const auto* unreadable = std::get_if<Unreadable>(&split)) return *unreadable;
  const auto& amount = std::get<Amount>(split);
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 10 - 10;
  std::int64_t pence = 0;
  int places = amount.power + 2;  // still to be multiplied by
  bool after_point = false;
  for (const char c : amount.digits) {
    if (c == '-') continue;
    if (c == '.' && !after_point) {
      after_point = true;
      continue;
    }
    if (!is_digit(c)) return Unreadable{};
    if (after_point && places == 0) {
      if (c != '0') return Unreadable{"amounts are whole pence"};
      continue;
    }
    if (pence > most) return Unreadable{"the amount is too large"};
    pence = pence * 10 + (c - '0');
    if (after_point) --places;
  }
  for (; places > 0; --places) {
    if (pence > most) return Unreadable{"the amount is too large"};
    pence *= 10;
  }
  return models::Money{amount.digits.starts_with('-') ? -pence : pence};
}

std::string exact_text(double value, Dimension dimension) {
  switch (dimension) {
    case Dimension::number:
    case Dimension::share:
      return shortest(value);
    case Dimension::effort:
      return shortest(value) + " h";
    case Dimension::elapsed:
      return shortest(value) + " d";
    case Dimension::money:
      return value < 0.0 ? "-£" + shortest(-value) : "£" + shortest(value);
    case Dimension::rate:
      return shortest(value) + " /y";
  }
  return {};
}

std::string exact_text(models::Money amount) {
  const std::int64_t pence = amount.pence < 0 ? -amount.pence : amount.pence;
  std::string text = (amount.pence < 0 ? "-£" : "£") + std::to_string(pence / 100);
  if (pence % 100 != 0) {
    text += '.';
    text += static_cast<char>('0' + pence % 100 / 10);
    text += static_cast<char>('0' + pence % 10);
  }
  return text;
}

std::string plain_text(double value, Dimension dimension) {
  if (dimension == Dimension::money) {
    return value < 0.0 ? "-£" + grouped(shortest(-value)) : "£" + grouped(shortest(value));
  }
  if (dimension == Dimension::elapsed && value != 0.0) {
    static constexpr std::array<std::string_view, 5> from_largest{"y", "mo", "d", "h", "min"};
    for (const std::string_view symbol : from_largest) {
      const auto* const unit =
          std::find_if(elapsed_units.begin(), elapsed_units.end(), [&](const UnitOf& known) {
            return known.symbol == symbol;
          });
      const double count = value * unit->under / unit->over;
      if (is_whole(count)) return shortest(count) + " " + std::string{symbol};
    }
  }
  if (dimension == Dimension::effort && value != 0.0 && !is_whole(value) &&
      is_whole(value * 60.0)) {
    return shortest(value * 60.0) + " min";
  }
  if (dimension == Dimension::number && is_whole(value)) return grouped(shortest(value));
  if (dimension == Dimension::rate && is_whole(value)) return grouped(shortest(value)) + " /y";
  return exact_text(value, dimension);
}

sim::Field bounded(sim::Field field, Dimension dimension) noexcept {
  if (dimension == Dimension::number) return field;
  if (field.at_least < 0.0) {
    field.at_least = 0.0;
    field.above = false;
  }
  if (dimension == Dimension::share && field.at_most > 1.0) {
    field.at_most = 1.0;
    field.below = false;
  }
  return field;
}

std::string expectation(const sim::Field& bounds, Dimension dimension) {
  const sim::Field field = bounded(bounds, dimension);
  constexpr double infinity = std::numeric_limits<double>::infinity();
  std::string text{kind(dimension)};
  const bool pure = dimension == Dimension::number || dimension == Dimension::share;
  const std::string_view comma = pure ? " " : ", ";
  const bool low = field.at_least > -infinity;
  const bool high = field.at_most < infinity;
  const std::string lower = low ? plain_text(field.at_least, dimension) : "";
  const std::string upper = high ? plain_text(field.at_most, dimension) : "";
  if (low && high && !field.above && !field.below) {
    return text.append(comma) + "between " + lower + " and " + upper;
  }
  if (low) text.append(comma).append(field.above ? "above " : "at least ").append(lower);
  if (low && high) text += " and ";
  if (!low && high) text.append(comma);
  if (high) text.append(field.below ? "below " : "at most ").append(upper);
  return text;
}

std::string_view text_pattern(Dimension dimension) noexcept {
  switch (dimension) {
    case Dimension::share:
      return R"(^ *[0-9]+(\.[0-9]+)? *% *$)";
    case Dimension::effort:
      return R"(^ *[0-9]+(\.[0-9]+)? *(h|min) *$)";
    case Dimension::elapsed:
      return R"(^ *[0-9]+(\.[0-9]+)? *(min|h|d|wk|mo|y) *$)";
    case Dimension::money:
      return R"(^ *£[0-9]+(,[0-9]{3})*(\.[0-9]+)? *(k|m|bn)? *$)";
    case Dimension::rate:
      return R"(^ *[0-9]+(\.[0-9]+)? */(y|mo|wk|d|h) *$)";
    case Dimension::number:
      break;
  }
  return {};
}

}  // namespace ficap::io
