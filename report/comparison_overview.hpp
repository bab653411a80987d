#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/compared_measure.hpp"

namespace ficap::report {

/// Which scenarios may be best in one measure.
struct Leaders {
  std::vector<std::size_t> scenarios;  ///< their numbers; empty where the measure ranks nothing
  std::size_t running{};               ///< how many were ranked
  double risk{};      ///< by how much the wrong one of them may be worse than the best, at most
  bool known{false};  ///< whether there are intervals: with one future anything may be best
};

[[nodiscard]] Leaders leaders_of(const ComparedMeasure& measured);

/// Many options at one glance: a row for each, the base first, and a column for each measure that
/// has a better direction (for the first ones where none has), with the value and a sign of what
/// the verdict means; then what the signs mean, which measures are left out, and for each column
/// with which scenarios it is lowest or highest, in the better direction: not which is best, since
/// some scenarios are there to explain and not to be bought.
///
/// @param measures of one comparison, at least one
/// @param titles   of the scenarios, the base first
/// @returns lines of at most 100 characters, each ending in "\n"
[[nodiscard]] std::string comparison_overview(const std::vector<ComparedMeasure>& measures,
                                              const std::vector<std::string>& titles);

}  // namespace ficap::report
