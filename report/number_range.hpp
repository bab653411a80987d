#pragma once

#include <string>

#include "models/uncertain_numbers.hpp"

namespace ficap::report {

/// @returns what the scenario says, in the unit of its range: "28 days", "60 %"
[[nodiscard]] std::string value_text(const models::UncertainNumber& number);

/// @returns the low or high of its range, in the same unit: "20 days", "45 days"
[[nodiscard]] std::string low_text(const models::UncertainNumber& number);
[[nodiscard]] std::string high_text(const models::UncertainNumber& number);

/// @returns "20 to 45 days"; where it holds only nine tenths of what is plausible, it says so
[[nodiscard]] std::string range_text(const models::UncertainNumber& number);

/// @returns "A", "B" or "C"; "–" where none is given
[[nodiscard]] std::string grade_of(const models::UncertainNumber& number);

}  // namespace ficap::report
