#pragma once

#include <cstddef>
#include <optional>

#include "study/estimate.hpp"

namespace ficap::study {

/// How often a difference that is there is to be seen.
inline constexpr double usual_power = 0.8;

/// The smallest true difference between two options that `planned` futures of each will show, at
/// the two-sided level of 5 %, in 80 of 100 studies, where each option has the spread of this
/// estimate and futures of its own. Options that share their futures show smaller ones.
///
/// @param replications on which the estimate rests
/// @returns in the unit of the estimate; absent without a half-width
/// @pre planned >= 2
/// Source: (t(0.975) + t(0.8)) x sqrt(2 variance / n), t with 2n - 2 degrees of freedom;
/// Montgomery, Design and Analysis of Experiments, 8th ed. (2012), 2.4.
[[nodiscard]] std::optional<double> smallest_difference(const Estimate& estimate,
                                                        std::size_t replications,
                                                        std::size_t planned);

}  // namespace ficap::study
