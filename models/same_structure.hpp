#pragma once

#include "models/scenario.hpp"

namespace ficap::models {

/// An option may change numbers and people from the start of the plan, not what things there are:
/// reports every organisation, area, threat, pathway, stage, need, stream, skill, request, task and
/// induced work that only one of the two settings has. Pointers begin with "/from_start".
[[nodiscard]] Diagnostics check_same_structure(const Scenario& scenario);

}  // namespace ficap::models
