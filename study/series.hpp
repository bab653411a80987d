#pragma once

#include <span>
#include <vector>

#include "models/outcome.hpp"
#include "sim/time.hpp"

namespace ficap::study {

/// One month of the measured period, averaged over futures.
struct MonthMeans {
  sim::Date first_day;
  double needs{};
  double asked{};
  double served{};
  double backlog{};            ///< requests waiting for a start at the month's end
  double belief{};             ///< at the month's end, in [0, 1]
  double cash_confiscation{};  ///< pounds received
  double cash_forfeiture{};    ///< pounds received
  double people{};             ///< in post at the month's end
  double fte_productive{};     ///< at the month's end, as the measure of that name
  double leavers{};
  double recruits_accredited{};
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
