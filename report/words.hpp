#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/time.hpp"
#include "study/estimate.hpp"

namespace ficap::report {

/// What stands where there is no number.
inline constexpr std::string_view no_number = "–";

/// @returns "1,234" or "-1,234"
[[nodiscard]] std::string with_commas(std::int64_t whole);

/// @param decimals at most 6
/// @returns "1,234.5", rounded half away from zero; never "-0"
/// @pre |x| < 9e12
[[nodiscard]] std::string decimal(double x, int decimals);

/// How many decimals a number deserves whose half-width is this: one that shows at least one digit
/// of the half-width, at most `most`.
[[nodiscard]] int decimals_for(double half_width, int most);

/// @param scale what one printed unit is worth, e.g. 0.01 to print a share in per cent
/// @param most_decimals used where there is no half-width, or a very small one
/// @returns "47 ± 2" with digits that follow the half-width, "47" where it would show as 0
///          or there is none, "–" without a mean
[[nodiscard]] std::string with_interval(const study::Estimate& estimate,
                                        double scale = 1.0,
                                        int most_decimals = 1);

/// A change with its sign: "+12 ± 1", "-0.4", "0.0".
///
/// @param half_width left out where it would show as 0
/// @param decimals   at least so many; more, up to 4, where an interval that leaves out 0 would not
///                   look like one
[[nodiscard]] std::string change_with_interval(double change,
                                               const std::optional<double>& half_width,
                                               int decimals,
                                               bool leaves_out_0);

/// Parts of a printed whole, as they stand beside with_interval(whole, scale, most_decimals): with
/// its decimals, and adding up to it.
///
/// @param parts in any unit; none is negative
/// @returns one text for each part: "18"; "<1" or "<0.1" where something would show as nothing;
///          "–" without a whole
[[nodiscard]] std::vector<std::string> in_parts(const study::Estimate& whole,
                                                const std::vector<double>& parts,
                                                double scale,
                                                int most_decimals);

/// A unit in which an amount of money is short.
struct MoneyUnit {
  double worth;             ///< in pounds
  std::string_view suffix;  ///< "bn", "m", "k" or nothing
};
[[nodiscard]] MoneyUnit money_unit(double amount);

/// @returns "a, b, and c"
[[nodiscard]] std::string joined(const std::vector<std::string>& items);

/// @returns "£3.9m", "£18.6k", "£512": three digits at most that mean something
[[nodiscard]] std::string pounds(double amount);

/// @returns "£3.94m ± 0.12m" in the unit that suits the mean, with digits that follow the
/// half-width;
///          "£3.9m" where there is none to show, "–" without a mean
[[nodiscard]] std::string pounds_with_interval(const study::Estimate& estimate);

/// A column of amounts that add up to their total: all of them in the total's unit, with one
/// decimal from thousands on, and with the half-width where it shows.
///
/// @pre no part is negative
/// @returns the parts' texts, then the total's; "<£0.1m" where something would show as nothing
[[nodiscard]] std::vector<std::string> pounds_in_parts(const study::Estimate& total,
                                                       const std::vector<study::Estimate>& parts);

/// @returns the words with a capital at their beginning
[[nodiscard]] std::string capitalised(std::string words);

/// @returns "1 April 2026"
/// @pre is_valid(date)
[[nodiscard]] std::string in_words(sim::Date date);

/// @returns "1 year", "5 years"
[[nodiscard]] std::string counted(std::int64_t count, std::string_view one, std::string_view many);

/// Divides a whole among parts in proportion, so that the printed parts add up to what is printed:
/// each gets its share rounded down, and what is left goes to the largest remainders (the first
/// of equals).
///
/// @pre no part is negative
/// @returns one number for each part; all 0 where all parts are 0
[[nodiscard]] std::vector<std::int64_t> apportion(std::int64_t whole,
                                                  const std::vector<double>& parts);

/// @returns characters, not bytes, of UTF-8 text
[[nodiscard]] std::size_t width_of(std::string_view text);

/// @returns the text in lines of at most `width` characters, broken at spaces, each ending in "\n"
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width);

}  // namespace ficap::report
