#pragma once

#include <vector>

#include "models/scenario.hpp"
#include "report/html/option_changes.hpp"

namespace ficap::cli {

/// @returns what an option's scenario says otherwise than the base's from the start of the plan on,
///          in the order of its sections: numbers with their range, grade and source, and the
///          rules, dates and names beside them; of new entries what they say at all. Titles,
///          descriptions and evidence are left out
[[nodiscard]] std::vector<report::html::OptionChange> changes_of_option(
    const models::Scenario& base, const models::Scenario& option);

}  // namespace ficap::cli
