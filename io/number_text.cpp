#include "io/number_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "sim/expects.hpp"

namespace ficap::io {

namespace {

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

/// 0.d1d2d3... times ten to the `point`.
struct Decimal {
  std::string digits;  // no zero at either end
  int point{};
};

/// @pre `text` is a positive number as nlohmann/json prints it
Decimal decimal(std::string_view text) {
  Decimal result;
  const std::size_t exponent_at = std::min(text.find('e'), text.size());
  const std::string_view mantissa = text.substr(0, exponent_at);
  for (const char c : mantissa) {
    if (c != '.') result.digits += c;
  }
  result.point = static_cast<int>(std::min(mantissa.find('.'), mantissa.size()));
  if (exponent_at < text.size()) {
    result.point += std::atoi(std::string{text.substr(exponent_at + 1)}.c_str());
  }
  const std::size_t zeros = result.digits.find_first_not_of('0');
  result.digits.erase(0, zeros);
  result.point -= static_cast<int>(zeros);
  result.digits.erase(result.digits.find_last_not_of('0') + 1);
  return result;
}

/// strtod minds the locale's decimal point, so it is given none.
double value_of(const Decimal& decimal) {
  const int exponent = decimal.point - static_cast<int>(decimal.digits.size());
  return std::strtod((decimal.digits + "e" + std::to_string(exponent)).c_str(), nullptr);
}

/// @returns `decimal` with one digit less, rounded down or up
Decimal shortened(const Decimal& decimal, bool up) {
  Decimal result = decimal;
  result.digits.pop_back();
  if (up) {
    std::size_t at = result.digits.size();
    while (at > 0 && result.digits[at - 1] == '9')
      result.digits[--at] = '0';
    if (at > 0) {
      ++result.digits[at - 1];
    } else {
      result.digits.insert(0, 1, '1');
      ++result.point;
    }
  }
  result.digits.erase(result.digits.find_last_not_of('0') + 1);
  return result;
}

/// The printer of nlohmann/json (Grisu2) always reads back, but once in a thousand numbers it
/// gives a digit more than is needed.
Decimal shortest_decimal(double value) {
  Decimal best = decimal(nlohmann::json(value).dump());
  while (best.digits.size() > 1) {
    const bool nearer_up = best.digits.back() >= '5';
    const Decimal nearer = shortened(best, nearer_up);
    const Decimal farther = shortened(best, !nearer_up);
    if (!nearer.digits.empty() && value_of(nearer) == value) {
      best = nearer;
    } else if (!farther.digits.empty() && value_of(farther) == value) {
      best = farther;
    } else {
      break;
    }
  }
  return best;
}

}  // namespace

std::string shortest(double value) {
  FICAP_EXPECTS(value - value == 0.0);
  if (value == 0.0) return "0";
  if (value < 0.0) return "-" + shortest(-value);
  const Decimal decimal = shortest_decimal(value);
  const std::string& digits = decimal.digits;
  const int length = static_cast<int>(digits.size());
  const int point = decimal.point;
  const auto zeros = [](int count) { return std::string(static_cast<std::size_t>(count), '0'); };
  if (length <= point && point <= 21) return digits + zeros(point - length);
  if (0 < point && point <= 21) {
    const auto whole = static_cast<std::size_t>(point);
    return digits.substr(0, whole) + "." + digits.substr(whole);
  }
  if (-6 < point && point <= 0) return "0." + zeros(-point) + digits;
  const int exponent = point - 1;
  return digits.substr(0, 1) + (length > 1 ? "." + digits.substr(1) : "") +
         (exponent < 0 ? "e-" : "e+") + std::to_string(exponent < 0 ? -exponent : exponent);
}

std::optional<double> read_decimal(std::string_view text) {
  std::string digits;
  long after_point = 0;
  bool point = false;
  std::size_t at = text.starts_with('-') ? 1 : 0;
  for (; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !point)); ++at) {
    if (text[at] == '.') {
      point = true;
    } else {
      digits += text[at];
      if (point) ++after_point;
    }
  }
  if (digits.empty()) return std::nullopt;
  long exponent = 0;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    const bool negative = at < text.size() && text[at] == '-';
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    const std::size_t begin = at;
    for (; at < text.size() && is_digit(text[at]); ++at) {
      exponent = std::min(exponent * 10 + (text[at] - '0'), 100'000L);
    }
    if (at == begin) return std::nullopt;
    if (negative) exponent = -exponent;
  }
  if (at != text.size()) return std::nullopt;
  const double value =
      std::strtod((digits + "e" + std::to_string(exponent - after_point)).c_str(), nullptr);
  if (value - value != 0.0) return std::nullopt;
  return text.starts_with('-') ? -value : value;
}

}  // namespace ficap::io
