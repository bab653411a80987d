#pragma once

#include <cstdint>

#include "models/scenario.hpp"
#include "study/estimate.hpp"

namespace ficap::study {

/// Beliefs from which a scenario is started to see whether the start matters.
inline constexpr double little_trust = 0.05;
inline constexpr double much_trust = 0.95;

/// The scenario as it would be had every team begun the run with this belief.
///
/// @pre 0 <= belief <= 1
[[nodiscard]] models::Scenario beginning_with_trust(models::Scenario scenario, double belief);

/// How many futures to spend on each of two starts beside a run of `replications`: a tenth, at
/// least 5, at most 20; none where the run has fewer than 10, which could not tell them apart.
[[nodiscard]] std::uint32_t replications_for_a_start(std::uint32_t replications) noexcept;

/// @returns whether two estimates lie further apart than their intervals reach; never where one of
///          them is undefined
[[nodiscard]] bool differ_beyond_intervals(const Estimate& a, const Estimate& b) noexcept;

}  // namespace ficap::study
