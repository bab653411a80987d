#pragma once

#include <string>
#include <vector>

#include "models/offered_load.hpp"
#include "models/scenario.hpp"

namespace ficap::report {

/// What an organisation's people are asked for against the hours and slots they have, by skill,
/// with a sentence where that is too much.
///
/// @param load of an organisation of the setting
/// @returns lines of at most 100 characters, each ending in "\n"
/// @pre models::check() reports no error about the setting
[[nodiscard]] std::string load_text(const models::Setting& setting,
                                    const models::OrganisationLoad& load);

/// @returns a sentence or two for each organisation whose people are offered more than they can do,
///          or nearly so, that with most work against its hours first
/// @pre models::check() reports no error about it
[[nodiscard]] std::vector<std::string> load_warnings(const models::Setting& setting);

}  // namespace ficap::report
