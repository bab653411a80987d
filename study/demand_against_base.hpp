#pragma once

#include <optional>
#include <span>
#include <vector>

#include "models/scenario.hpp"
#include "study/comparison.hpp"
#include "study/estimate.hpp"

namespace ficap::study {

/// What an option does to the requests for discretionary work, beside the need itself.
struct DemandAgainstBase {
  Estimate requests_change{};  ///< 0.05: a twentieth more than in the base, over the period
  Estimate need_change{};
  Estimate requests_beyond_need{};  ///< the first less the second, paired within each future
  Estimate belief_change{};         ///< of the mean over teams and months' ends, less the base's
  bool same_need{false};            ///< equal in every future
  /// Requests more than in the base, month by month; each interval is for itself, at 95 %.
  std::vector<Estimate> requests_more{};
};

/// The least difference of requests beyond that of the need that is worth a word. All meet the same
/// futures, so less shows than from year to year.
inline constexpr double least_difference_told = 0.03;

/// @returns whether requests differ from the base's beyond the need by at least
///          least_difference_told, and the same way as they do alone, beyond chance
[[nodiscard]] bool asks_otherwise(const DemandAgainstBase& demand) noexcept;

/// One for each option, its intervals holding together with those of all options' requests beyond
/// need and belief with the stated confidence (Bonferroni).
///
/// @param alternatives the base first
/// @returns nothing for an option where no discretionary need arises or is asked for in the base
/// @pre at least two alternatives with as many outcomes each, 0 < confidence < 1
[[nodiscard]] std::vector<std::optional<DemandAgainstBase>> demand_against_base(
    std::span<const Alternative> alternatives, double confidence = 0.95);

/// @returns whether belief alone decides in both whether help is asked for, by one rule: the same
///          floor and ceiling, and no mandatory referral
[[nodiscard]] bool ask_by_belief_alike(const models::Setting& a, const models::Setting& b);

}  // namespace ficap::study
