#pragma once

#include <string>

#include "models/scenario.hpp"

namespace ficap::report {

/// What a planner can know of a scenario before it is simulated: how cases go through each pathway
/// and what they need there, then what each organisation's people are asked for against the hours
/// and slots they have, with a sentence where that is too much. What the plan changes from its
/// start is shown beside what holds now. Of very many organisations the largest are shown.
///
/// @param organisation the id of one organisation, whose people alone are told of, without
///        pathways; empty: everything
/// @returns lines of at most 100 characters, each ending in "\n"
/// @pre models::check(scenario) reports no error
[[nodiscard]] std::string explain(const models::Scenario& scenario,
                                  const std::string& organisation = {});

}  // namespace ficap::report
