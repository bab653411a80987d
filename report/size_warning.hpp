#pragma once

#include <string>

#include "models/scenario.hpp"

namespace ficap::report {

/// A word before a run that may take longer, and more memory, than anybody means it to: where its
/// cases are expected to go through more than ten million stages in one future (the baseline: some
/// forty thousand), at the rates of the plan's first year.
///
/// @returns lines, each ending in "\n"; empty where the size is nothing unusual
/// @pre models::check(scenario) reports no error
[[nodiscard]] std::string size_warning(const models::Scenario& scenario);

}  // namespace ficap::report
