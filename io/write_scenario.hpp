#pragma once

#include <string>

#include "io/document.hpp"
#include "models/scenario.hpp"

namespace ficap::io {

/// @returns the setting with every field written out, initial values included, each quantity in
///          its base unit. read_setting() makes the same setting of it.
[[nodiscard]] Node write_setting(const models::Setting& setting);

/// @returns the scenario as one object: the setting before the plan, and under "from_start" the
///          merge patch that makes the planned one of it, where they differ
[[nodiscard]] Node write_scenario(const models::Scenario& scenario);

/// @returns the smallest JSON Merge Patch (RFC 7386) that turns `from` into `to`
/// @pre neither holds a null
[[nodiscard]] Node difference(const Node& from, const Node& to);

/// SHA-256 over the canonical JSON of write_scenario(): the same for scenarios that mean the same,
/// however they were written or put together.
[[nodiscard]] std::string scenario_sha256(const models::Scenario& scenario);

}  // namespace ficap::io
