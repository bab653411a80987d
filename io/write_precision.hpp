#pragma once

#include <string>

#include "models/outcome.hpp"
#include "study/precision.hpp"

namespace ficap::io {

/// The member "precision" of a results document, indented by two, without a comma: whether the
/// targets were met; by which look, at which confidence, and of how many replications at most; and
/// for each target the measure, what was asked for ("2%" of the estimate, or a half-width in the
/// unit), what that comes to, the half-width reached at that confidence, and whether it is met.
/// What is undefined is null.
[[nodiscard]] std::string precision_member(const study::PrecisionReached& reached,
                                           const models::DimensionIds& ids);

}  // namespace ficap::io
