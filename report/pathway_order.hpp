#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/pathway.hpp"

namespace ficap::report {

/// @returns the ids of the stages in the order in which cases come to them, as far as there is
///          one: a stage stands after all that lead to it, loops left out
[[nodiscard]] std::vector<std::string> in_order_of_travel(const models::Pathway& pathway);

/// @returns what people call the stage
[[nodiscard]] std::string stage_name(const models::Pathway& pathway, const std::string& id);

/// @returns "60 %", "2.5 %", "0.04 %": as many decimals as a share needs, at most two
[[nodiscard]] std::string percent(double share);

/// @returns an enumerator's name in words
template <class Enum>
[[nodiscard]] std::string_view name_of(Enum value) {
  for (const auto& e : enumerators(value)) {
    if (e.value == value) return e.name;
  }
  return {};
}

}  // namespace ficap::report
