#pragma once

#include <span>
#include <string>

#include "io/document.hpp"
#include "models/outcome.hpp"
#include "study/precision.hpp"

namespace ficap::io {

/// The member "precision" of a results document: whether the targets were met; by which look, at
/// which confidence, and of how many replications at most; and for each target the measure, what
/// was asked for ("2%", or a half-width in the unit), and what was reached at that confidence: the
/// estimate, its half-width, what that was to be at most, and whether it is met. For a comparison
/// that stands under `options`, for the difference of each. What is undefined is null.
///
/// @param ids     of the scenario, or of the base
/// @param options names of the scenarios beside the base, in their order; empty unless the goals
///                are for differences
[[nodiscard]] Node precision_node(const study::PrecisionReached& reached,
                                  const models::DimensionIds& ids,
                                  std::span<const std::string> options = {});

}  // namespace ficap::io
