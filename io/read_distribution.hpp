#pragma once

#include <optional>
#include <string>

#include "io/complaints.hpp"
#include "io/document.hpp"
#include "io/quantity.hpp"
#include "sim/distributions.hpp"
#include "sim/field.hpp"

namespace ficap::io {

/// Reads a member such as "lognormal": {"mean": "14 h", "cv": 0.9}. Parameters in the unit of the
/// variable are quantities of its dimension, in base units afterwards.
///
/// @param member its key is the name of a distribution
/// @param pointer of the member
/// @returns nothing, with complaints, when a parameter or a rule across parameters is broken, or
///          when the distribution reaches beyond the bounds of the variable
[[nodiscard]] std::optional<sim::Distribution> read_distribution(Complaints& complaints,
                                                                 const Member& member,
                                                                 const std::string& pointer,
                                                                 const sim::Field& variable,
                                                                 Dimension dimension);

/// @returns a distribution as a reader sees it: "lognormal, mean 14 h, cv 0.9"
[[nodiscard]] std::string summary(const Member& distribution);

}  // namespace ficap::io
