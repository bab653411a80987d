#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "models/units.hpp"
#include "sim/field.hpp"

namespace ficap::io {

/// What a number in a scenario measures. Its base unit is the one that the models count in.
enum class Dimension : unsigned char {
  number,   ///< pure
  share,    ///< pure, or "85 %"
  effort,   ///< hours of work
  elapsed,  ///< days on the wall clock
  money,    ///< pounds
  rate,     ///< events per year
};

/// Why a text is no quantity: how to mend it; may be empty.
struct Unreadable {
  std::string help;
};

/// Reads a number with its unit, with or without a blank between: "14 h", "30 min", "3 d", "1 wk",
/// "9 mo" (a month is 365.25 / 12 days), "5 y"; "£18.6k", "£55,000", "£1.2m", "£3.50"; "320 /y",
/// "4 /wk"; "85 %". Effort takes hours and minutes only: how long a working day is, the calendar
/// says. Locale-independent.
///
/// @returns the number in the dimension's base unit
[[nodiscard]] std::variant<double, Unreadable> read_quantity(std::string_view text,
                                                             Dimension dimension);

/// Reads an amount without rounding: more than two places after the point of a pound are an error.
[[nodiscard]] std::variant<models::Money, Unreadable> read_money(std::string_view text);

/// @returns a text that read_quantity() turns into exactly `value`; pure numbers as digits
[[nodiscard]] std::string exact_text(double value, Dimension dimension);

/// @returns the amount in pounds, with pence only where there are any: "£18600", "£3.50"
[[nodiscard]] std::string exact_text(models::Money amount);

/// @returns a text for people: "3 d" for 3 days, "2 y" for 730.5, "£55,000", "30 min"
[[nodiscard]] std::string plain_text(double value, Dimension dimension);

/// @returns what may stand in a field of that dimension, in words, with its bounds: `a duration
/// such
///          as "3 d" or "8 h", above 0 d and at most 10 y`
[[nodiscard]] std::string expectation(const sim::Field& bounds, Dimension dimension);

/// @returns the bounds that hold wherever the dimension is used, narrowed by those of `field`:
///          efforts, durations, amounts and rates are not negative, shares lie between 0 and 1
[[nodiscard]] sim::Field bounded(sim::Field field, Dimension dimension) noexcept;

/// @returns a regular expression (ECMA-262) of the texts that read_quantity() accepts; empty for
///          pure numbers
[[nodiscard]] std::string_view text_pattern(Dimension dimension) noexcept;

}  // namespace ficap::io
