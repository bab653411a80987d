#pragma once

#include <optional>
#include <string>

#include "io/complaints.hpp"
#include "io/document.hpp"
#include "io/quantity.hpp"
#include "models/units.hpp"
#include "sim/field.hpp"

namespace ficap::io {

/// @returns the number in the dimension's base unit; nothing, with a complaint, when it is none or
///          outside the bounds. Pure numbers stand without quotes; shares may be percentages; all
///          else needs its unit.
[[nodiscard]] std::optional<double> read_number(Complaints& complaints,
                                                const Node& node,
                                                const std::string& pointer,
                                                const sim::Field& bounds,
                                                Dimension dimension);

/// The same for an amount in whole pence; bounds are in pounds.
[[nodiscard]] std::optional<models::Money> read_amount(Complaints& complaints,
                                                       const Node& node,
                                                       const std::string& pointer,
                                                       const sim::Field& bounds);

}  // namespace ficap::io
