#pragma once

#include "models/scenario.hpp"

namespace ficap::models {

/// Walks the field lists of a setting and reports every reference to something that does not
/// exist and every value outside its own plausible range.
/// The targets of a pathway's `entry` and `next` are left to check_pathway.
[[nodiscard]] Diagnostics check_references(const Setting& setting);

}  // namespace ficap::models
