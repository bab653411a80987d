#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/scenario.hpp"
#include "report/html/page.hpp"

namespace ficap::report::html {

/// What a study of uncertainty found an uncertain number to do.
struct NumberEffect {
  std::size_t number{};  ///< its place among models::UncertainNumbers::all()
  std::string moves;     ///< what it moves and by how much: "unmet need: +12 points"
};

/// What is assumed: every number of grade C that carries a range, with what the scenario says,
/// where that stands and where it is from.
///
/// @param effects of those that matter, those that matter most first; empty: not known, and said
[[nodiscard]] std::vector<Block> assumptions(const models::Scenario& scenario,
                                             const std::vector<NumberEffect>& effects = {});

}  // namespace ficap::report::html
