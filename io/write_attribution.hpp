#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/write_comparison.hpp"
#include "models/outcome.hpp"
#include "models/scenario.hpp"
#include "study/attribution.hpp"
#include "study/measure_ref.hpp"
#include "study/plan.hpp"

namespace ficap::io {

/// Among what a difference is shared out.
struct LeverSet {
  std::string by;                   ///< "mechanisms" or "parts"
  std::vector<std::string> levers;  ///< in the order of their terms
};

/// All that is needed to make an attribution again, and the name to cite it by.
struct AttributionInfo {
  std::string id;                           ///< follows from the fields below
  std::vector<ComparedScenario> scenarios;  ///< the base, then the option
  LeverSet among;
  std::vector<std::string> measures;  ///< as read_measure_ref() takes them
};

/// @param comparison of the same scenarios, measures, plan and version, as comparison_info() gives
///                   it
[[nodiscard]] AttributionInfo attribution_info(ComparisonInfo comparison,
                                               LeverSet among,
                                               study::StudyPlan plan,
                                               std::string_view version);

/// One JSON document: `run`, which says how the attribution was made; `rule`, by which the
/// difference was shared out; `measures`: for each its unit, the `total`, a term for each lever in
/// `terms` (mean; half_width, all terms and totals together; verdict "lower", "higher", "cannot
/// tell apart", "exactly the same" or "undefined", of term against nothing), which add up to the
/// total in their order, and the mean and half_width (95 %, for itself alone) in each of the
/// `worlds`, which names the levers that are as in the option; and `scenarios`, of which
/// read_results() makes those that were simulated. What is undefined is null.
///
/// @pre made from as many levers and measures as info has
[[nodiscard]] std::string attribution_json(const AttributionInfo& info,
                                           const study::Attribution& attribution);

/// Tidy CSV (RFC 4180, lines end in a line feed): a row for each measure and lever, and one for
/// each measure's total.
[[nodiscard]] std::string attribution_csv(const AttributionInfo& info,
                                          const study::Attribution& attribution);

/// Tidy CSV: a row for each measure and world, with a column for each lever that says "base" or
/// "option".
[[nodiscard]] std::string worlds_csv(const AttributionInfo& info,
                                     const study::Attribution& attribution);

}  // namespace ficap::io
