#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "study/warm_up.hpp"

namespace ficap::report {

/// What a scenario was watched for, to see how it settles.
struct WarmUpFacts {
  std::string title;
  std::size_t stated_months{};  ///< of warm-up; 0 where there is none
  std::string starts_from{};    ///< in a clause, where there is none
  std::size_t futures{};
  unsigned years{};
};

/// Whether the stated warm-up is long enough.
///
/// @pre series is not empty
[[nodiscard]] std::string warm_up_headline(const WarmUpFacts& facts,
                                           const std::vector<study::Settling>& series,
                                           const std::vector<study::Unsettled>& unsettled);

/// The evidence: a table of the series, and a chart of the one that takes longest, with the cut
/// marked.
///
/// @pre series is not empty
[[nodiscard]] std::string warm_up_evidence(const std::vector<study::Settling>& series);

/// One sentence for the answer of a run; empty where every series has settled.
[[nodiscard]] std::string warm_up_warning(std::size_t stated_months,
                                          const std::vector<study::Unsettled>& unsettled);

/// @returns a line of bars, one a quarter of a year, between the least and the greatest quarter
[[nodiscard]] std::string bars_by_quarter(std::span<const double> monthly);

}  // namespace ficap::report
