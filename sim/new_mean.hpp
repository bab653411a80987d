#pragma once

#include "sim/distributions.hpp"

/// Distributions that keep their shape and take another mean: what is asked of them when the mean
/// itself is not known for certain.
namespace ficap::sim {

/// The distribution of k times the variable, k > 0: every parameter in the variable's unit times k.
/// A beta, which has none, comes back as it is.
[[nodiscard]] Distribution scaled(Distribution d, double factor);

/// The same shape, stretched from 0 so that the mean is `new_mean`: the coefficient of variation
/// stays. A fixed value is replaced.
///
/// @pre d is Fixed, or mean(d) > 0 and new_mean > 0; d is not a beta (share_with_mean)
/// @returns d itself, to the last bit, where new_mean is mean(d)
[[nodiscard]] Distribution with_mean(const Distribution& d, double new_mean);

/// The same for a share. A beta keeps alpha + beta, the weight of what is behind it, where both
/// can stay at least 0.05. What else lies within [0, 1] is stretched from 0 to a smaller mean and
/// from 1 to a larger one, so that it stays within.
///
/// @pre 0 < new_mean < 1; d is Fixed, or 0 < mean(d) < 1
/// @returns d itself, to the last bit, where new_mean is mean(d)
[[nodiscard]] Distribution share_with_mean(const Distribution& d, double new_mean);

}  // namespace ficap::sim
