#pragma once

#include <cstddef>
#include <optional>

#include "study/estimate.hpp"
#include "study/linearised.hpp"

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

/// The same for two options that share their futures: the smallest true difference that `planned`
/// futures will show, where paired differences have the spread of these.
///
/// @param apart      a difference of two quantities over the same futures
/// @param confidence of the interval that is to leave out 0, e.g. one of a family
/// @returns in the unit of the difference; absent with fewer than two futures
/// @pre planned >= 2, 0 < confidence < 1
/// Source: as futures_to_tell(), solved for the difference.
[[nodiscard]] std::optional<double> smallest_paired_difference(const Linearised& apart,
                                                               std::size_t planned,
                                                               double confidence);

}  // namespace ficap::study
