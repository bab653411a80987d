#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/outcome.hpp"
#include "sim/time.hpp"
#include "study/estimate.hpp"

namespace ficap::study {

// Discretionary work over time: the need, what is asked of it, and what a record of requests shows
// beside what is there. All dated: a need when it arises, a request when it is made, an end when it
// comes. Statutory work is always asked for, so it is left out.

/// One month of the measured period, over futures.
struct DemandMonth {
  sim::Date first_day;
  double needs{};   ///< that arose, mean over futures
  double asked{};   ///< requests made
  double served{};  ///< work begun
  /// Of the requests whose end came in the month, those that were turned down or too late: what a
  /// record shows. Absent where none ended.
  std::optional<double> unmet_share_of_requests{};
  /// The same of all needs, those included that nobody ever asked for.
  std::optional<double> unmet_share_of_need{};
  double belief{};  ///< of the teams at the month's end, mean over futures
};

/// @param start first day of the measured period
/// @pre all outcomes have the same number of months, and there is at least one outcome
[[nodiscard]] std::vector<DemandMonth> demand_by_month(sim::Date start,
                                                       std::span<const models::Outcome> outcomes);

/// A share of needs in a year, and in a later one.
struct ShareThenAndNow {
  Estimate then{};
  Estimate now{};
  Estimate change{};  ///< now less then, paired within each future
};

/// From one year to a later one.
struct DemandOverTime {
  /// Whether it begins with the twelve months before the plan; otherwise with its first twelve.
  bool from_year_before{false};
  Estimate requests_change{};  ///< 0.05: a twentieth more in the last twelve months of the plan
  Estimate need_change{};
  Estimate requests_beyond_need{};  ///< the first less the second, paired within each future
  ShareThenAndNow unmet_share_of_need{};
  ShareThenAndNow unmet_share_of_requests{};
};

/// What the last twelve months of the plan have against the twelve before it, or its first twelve
/// where the run was not under way long enough by then. Sums over the futures, with Student's
/// intervals for changes within each future.
///
/// @returns nothing where the years overlap, or no discretionary need arises or is asked for in the
///          first, or no discretionary need comes to an end in one of them
/// @pre all outcomes have the same number of months, and there is at least one outcome
[[nodiscard]] std::optional<DemandOverTime> demand_over_time(
    std::span<const models::Outcome> outcomes);

/// What a record of requests would tell a planner about the need.
enum class RecordTells : std::uint8_t {
  nothing_else,   ///< it moves with the need, or too little to matter
  growing_need,   ///< requests grew, the need did not as much, and less of it goes unmet
  shrinking_need  ///< requests fell, the need did not as much, and more of it goes unmet
};

/// The least change of requests beyond that of the need that is worth a word. A warm-up that is
/// long enough may leave half as much.
inline constexpr double least_change_told = 0.05;

/// How many halves of its 95 % interval a change must be from 0: three standard errors. Nobody has
/// asked for the sentence, and it is looked for in every run, so chance must hardly ever make it.
inline constexpr double half_widths_to_be_told = 1.5;

/// @returns growing_need or shrinking_need where requests changed beyond the need by at least
///          least_change_told, the unmet share of need went the other way, and these and the
///          requests' own change are half_widths_to_be_told of their intervals away from 0
[[nodiscard]] RecordTells what_a_record_tells(const DemandOverTime& demand) noexcept;

}  // namespace ficap::study
