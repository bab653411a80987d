#pragma once

#include <string>
#include <vector>

#include "models/scenario.hpp"

namespace ficap::report {

/// What a planner can know of a scenario before it is simulated: how cases go through each pathway
/// and what they need there, then what each organisation's people are asked for against the hours
/// and slots they have, with a sentence where that is too much. What the plan changes from its
/// start is shown beside what holds now.
///
/// @returns lines of at most 100 characters, each ending in "\n"
/// @pre models::check(scenario) reports no error
[[nodiscard]] std::string explain(const models::Scenario& scenario);

/// @returns a sentence or two for each organisation whose people are offered more than they can do,
///          or nearly so, that with most work against its hours first
/// @pre models::check() reports no error about it
[[nodiscard]] std::vector<std::string> load_warnings(const models::Setting& setting);

}  // namespace ficap::report
