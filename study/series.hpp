#pragma once

#include <span>
#include <vector>

#include "models/outcome.hpp"
#include "sim/time.hpp"

namespace ficap::study {

/// One month of the measured period, averaged over futures.
struct MonthMeans {
  sim::Date first_day;
  std::vector<double> values;  ///< in the order and the units of models::month_columns()
  friend bool operator==(const MonthMeans&, const MonthMeans&) = default;
};

/// @returns the day `months` months after another; the last of its month where the day does not
///          exist there
/// @pre is_valid(from)
[[nodiscard]] sim::Date months_later(sim::Date from, unsigned months);

/// @param start first day of the measured period
/// @pre all outcomes have the same number of months, and there is at least one outcome
/// @returns a row for each month
[[nodiscard]] std::vector<MonthMeans> mean_series(sim::Date start,
                                                  std::span<const models::Outcome> outcomes);

}  // namespace ficap::study
