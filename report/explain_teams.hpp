#pragma once

#include <string>

#include "models/scenario.hpp"
#include "study/expected_people.hpp"

namespace ficap::report {

/// Who is there over the years of the plan, team by team: posts, people, vacancies, the hours they
/// are employed for and where these go, and the work offered for each hour. Of very many
/// organisations the largest are shown; of many years, some.
///
/// People share skills, so a team's load is that of all its skills over the productive hours of all
/// teams of its organisation that have any of them.
///
/// @param people of the scenario
/// @param organisation the id of the only organisation to tell of; empty: all of them
/// @returns lines of at most 100 characters, each ending in "\n"
/// @pre models::check(scenario) reports no error
[[nodiscard]] std::string explain_teams(const models::Scenario& scenario,
                                        const study::ExpectedPeople& people,
                                        const std::string& organisation = {});

}  // namespace ficap::report
