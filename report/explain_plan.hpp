#pragma once

#include <string>
#include <vector>

#include "models/scenario.hpp"

namespace ficap::report {

/// What a staffing plan changes, in the order of its dates: one line for each entry, so that
/// whoever wrote it sees what was understood.
///
/// @returns lines of at most 100 characters, each ending in "\n"; empty without a plan
/// @pre models::check(scenario) reports no error
[[nodiscard]] std::string explain_plan(const models::Setting& planned);

/// @returns the same, a sentence for each entry; empty without a plan
[[nodiscard]] std::vector<std::string> plan_sentences(const models::Setting& planned);

}  // namespace ficap::report
