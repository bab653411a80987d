#pragma once

#include <vector>

#include "models/scenario.hpp"
#include "models/uncertain_numbers.hpp"
#include "report/html/page.hpp"
#include "report/html/ranking.hpp"

namespace ficap::report::html {

/// What is assumed: every number of grade C that carries a range, with what the scenario says,
/// where that stands and where it is from; ranked by what it moves where that was found out, and in
/// the scenario's order where it was not, which is said.
[[nodiscard]] std::vector<Block> assumptions(const models::Scenario& scenario,
                                             const Ranking& ranking);

}  // namespace ficap::report::html
