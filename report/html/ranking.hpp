#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/scenario.hpp"
#include "report/html/page.hpp"
#include "study/one_at_a_time.hpp"

namespace ficap::report::html {

/// Which numbers matter, where that was found out.
struct Ranking {
  std::optional<study::OneAtATime> made{};
  std::vector<std::string> measures{};  ///< of `made`, as study::to_string() says them
  Unmade why_not{Unmade::not_asked};    ///< where it is not made
};

/// The cells that every table of numbers begins with: what it is, what the scenario says, what is
/// plausible, and where that is from.
[[nodiscard]] std::vector<std::string> cells_of(const models::UncertainNumber& number,
                                                const models::Setting& setting);
[[nodiscard]] std::vector<std::string> columns_of_numbers();

/// The ranking of a scenario's numbers: how it was made; for each measure a tornado of those that
/// move it most, with its table; the numbers that matter most to either, in a table; and all of
/// them, closed.
///
/// @pre ranking.made, of this scenario
[[nodiscard]] std::vector<Block> ranked_numbers(const models::Scenario& scenario,
                                                const Ranking& ranking);

}  // namespace ficap::report::html
