#pragma once

#include <string>

#include "models/expected_flow.hpp"
#include "models/scenario.hpp"

namespace ficap::report {

/// How cases go through a pathway, where they stay how long, and what they need there.
///
/// @param flow of a pathway of the setting
/// @returns lines of at most 100 characters, each ending in "\n"
/// @pre models::check() reports no error about the setting
[[nodiscard]] std::string pathway_text(const models::Setting& setting,
                                       const models::PathwayFlow& flow);

}  // namespace ficap::report
