#pragma once

#include <string>
#include <string_view>

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

/// @param extends what the base's file is called beside the option's
/// @returns a scenario that extends `base` and says what `option` says: no more than what it
/// changes
[[nodiscard]] Node write_option(const models::Scenario& base,
                                const models::Scenario& option,
                                std::string_view extends);

/// SHA-256 over the canonical JSON of write_scenario(): the same for scenarios that mean the same,
/// however they were written or put together.
[[nodiscard]] std::string scenario_sha256(const models::Scenario& scenario);

}  // namespace ficap::io
