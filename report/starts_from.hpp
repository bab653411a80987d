#pragma once

#include <string>

#include "models/scenario.hpp"

namespace ficap::report {

/// What a run of the scenario starts from, in a clause: "starts from 41 open cases and 63 open
/// requests of open.csv", "starts after 6 years of warm-up", "starts from nothing: no open cases
/// and no requests". Rows of the table that were left out are counted and named by their lines.
[[nodiscard]] std::string starts_from(const models::Setting& setting);

/// @returns the clause as a title's line goes on with it: " · starts from ..."; empty without one
[[nodiscard]] std::string said_start(const std::string& starts_from);

}  // namespace ficap::report
