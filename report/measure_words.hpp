#pragma once

#include <string>

#include "models/outcome.hpp"
#include "report/names.hpp"
#include "study/measure_ref.hpp"

namespace ficap::report {

/// How the figures of one measure are said: totals by the year, shares in per cent, money in the
/// unit that suits it.
struct MeasureWords {
  std::string name;    ///< "unmet need (discretionary)"
  std::string before;  ///< "£" or nothing
  std::string after;   ///< " %", "m", " days" or nothing
  std::string per;     ///< " a year" or nothing
  double worth{1.0};   ///< of one printed unit, in the measure's
};

/// @param names   of the scenario whose ids the cut refers to
/// @param years   length of the period, above 0
/// @param largest value to be printed, in the measure's unit
[[nodiscard]] MeasureWords words_of(const study::MeasureRef& ref,
                                    const models::DimensionIds& ids,
                                    const Names& names,
                                    double years,
                                    double largest);

/// @returns "Unmet need (discretionary), %"
[[nodiscard]] std::string heading_of(const MeasureWords& words);

/// @param value in the measure's unit
/// @returns "£3.9m", "52 %": without `per`
/// @pre 0 <= decimals <= 6
[[nodiscard]] std::string amount(const MeasureWords& words, double value, int decimals);

}  // namespace ficap::report
