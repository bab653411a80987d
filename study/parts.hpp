#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "models/scenario.hpp"

namespace ficap::study {

/// The parts of a scenario that can be taken from one of two scenarios or from the other.
enum class Part : std::uint8_t { people, rules, trust, work, demand, assets };
inline constexpr std::size_t part_count = 6;

/// @returns "people"
[[nodiscard]] std::string_view name_of(Part part) noexcept;

/// @returns the members of a scenario that a part consists of, e.g. "roles", "teams"
[[nodiscard]] std::vector<std::string_view> sections_of(Part part);

/// @returns the parts in which two scenarios say something else to a simulation, before or from the
///          start of the plan; see models::SameValues
[[nodiscard]] std::vector<Part> differing_parts(const models::Scenario& base,
                                                const models::Scenario& option);

/// @returns the base with these parts of the option, before and from the start of the plan. It may
///          break rules that both keep: check() tells.
[[nodiscard]] models::Scenario mixed(const models::Scenario& base,
                                     const models::Scenario& option,
                                     const std::vector<Part>& taken);

}  // namespace ficap::study
