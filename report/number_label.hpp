#pragma once

#include <string>

#include "models/scenario.hpp"
#include "models/uncertain_numbers.hpp"

namespace ficap::report {

/// @returns what a planner calls an uncertain number: the thing that it is a number of, as the
///          scenario names it, and what is counted, e.g. "Confiscation, Statement of information:
///          hours of work"
[[nodiscard]] std::string number_label(const models::UncertainNumber& number,
                                       const models::Setting& setting);

}  // namespace ficap::report
