#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "models/outcome.hpp"
#include "models/scenario.hpp"

namespace ficap::study {

/// The scenario as it is before its plan, begun with nothing in hand and let run: no warm-up, no
/// growth, none of the changes under "from_start".
///
/// @pre 1 <= years <= 50
[[nodiscard]] models::Scenario from_empty(const models::Scenario& scenario, unsigned years);

/// How long to watch a scenario from empty: twice the stated warm-up and two years more, so that
/// cuts a year beyond it are in the first half; at least 12 years, at most 50.
[[nodiscard]] unsigned years_to_watch(const models::Plan& plan);

/// How one monthly series settles.
struct Settling {
  std::string_view name;
  std::vector<double> monthly;  ///< pooled over futures, the turn of the seasons taken out
  /// Months to leave out, by MSER-5; nothing where the series is too short to tell.
  std::optional<std::size_t> cut{};
  double before{};  ///< mean of the months that are left out; 0 where none is
  double after{};   ///< mean of the rest; where the cut is unknown, of the second half
};

/// How each of the monthly series settles: needs, requests, help started, requests waiting, trust,
/// and money from confiscation, which takes longest because a case has to go its whole way.
///
/// @param outcomes of a scenario from_empty()
/// @pre at least one outcome; all have the same whole years of months
[[nodiscard]] std::vector<Settling> settling(std::span<const models::Outcome> outcomes);

/// A series that still moves after the stated warm-up.
struct Unsettled {
  std::string_view name;
  std::optional<std::size_t> cut{};  ///< months that MSER-5 suggests; nothing where it cannot tell
  double between{};                  ///< mean from the stated warm-up to the cut
  double after{};                    ///< mean from the cut on
  friend bool operator==(const Unsettled&, const Unsettled&) = default;
};

/// The series for which a warm-up is too short: MSER-5 cuts later (or finds no cut), and the mean
/// between the stated warm-up and that cut (or half the series) differs from the mean after it,
/// future by future, beyond Student's interval. The intervals of all series hold together in 99 of
/// 100 runs, so a warm-up that is long enough is seldom called short.
///
/// @param months of the stated warm-up
/// @pre as settling()
[[nodiscard]] std::vector<Unsettled> unsettled_after(std::size_t months,
                                                     std::span<const models::Outcome> outcomes);

}  // namespace ficap::study
