#pragma once

#include <string>
#include <vector>

namespace ficap::report::html {

/// Counts of less than this a year are not published.
inline constexpr double least_count_shown = 5.0;

/// Which rows of a breakdown are withheld, so that nobody can be told apart in them: those whose
/// count is below least_count_shown, and where that is a single row, the next smallest as well,
/// because the total less the others would give it away. Rows of nothing are not rows.
///
/// @param counts a year
[[nodiscard]] std::vector<bool> withheld(const std::vector<double>& counts);

/// The rule in a sentence.
[[nodiscard]] std::string rule_of_suppression();

}  // namespace ficap::report::html
