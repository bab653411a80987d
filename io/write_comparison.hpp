#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/document.hpp"
#include "io/run_info.hpp"
#include "models/scenario.hpp"
#include "study/asset_split.hpp"
#include "study/comparison.hpp"
#include "study/measure_ref.hpp"
#include "study/plan.hpp"

namespace ficap::io {

/// One scenario of a comparison as a result names it.
struct ComparedScenario {
  std::string name;  ///< short, and no other's
  RunInfo run;       ///< as if it had been simulated alone
};

/// All that is needed to make a comparison again, and the name to cite it by.
struct ComparisonInfo {
  std::string id;                           ///< follows from the fields below
  std::vector<ComparedScenario> scenarios;  ///< the base first
  std::vector<std::string> measures;        ///< as read_measure_ref() takes them
};

/// @param scenarios the base first
/// @param names     one for each
/// @param measures  as compared, their cuts as in the base
/// @param ids       of the base
/// @param plan      seed and finished replications
/// @param version   of the program
[[nodiscard]] ComparisonInfo comparison_info(const std::vector<models::Scenario>& scenarios,
                                             const std::vector<std::string>& names,
                                             const std::vector<study::MeasureRef>& measures,
                                             const models::DimensionIds& ids,
                                             study::StudyPlan plan,
                                             std::string_view version);

/// @returns the scenario as a document carries it among several, for read_results()
[[nodiscard]] Node carried_node(const ComparedScenario& scenario);

/// @returns the member `measures` of the document below
/// @pre made from as many scenarios and measures as info has
[[nodiscard]] Node measures_node(const ComparisonInfo& info, const study::Comparison& comparison);
/// @returns its member `scenarios`
[[nodiscard]] Node scenarios_node(const std::vector<ComparedScenario>& all);

/// One JSON document: `run`, which says how the comparison was made; `measures`: for each its unit,
/// which way is better (or null), the names of those that may be best, and for each scenario its
/// mean and half_width (95 %, for itself alone), its `difference` from the base (half_width
/// simultaneous; verdict "lower", "higher", "cannot tell apart", "exactly the same" or "undefined";
/// variance_reduction; futures_to_tell) and its `lead` over the best of the others;
/// `variance_reduction`, the least, middle and most of them; and `scenarios`, of which
/// read_results() makes those that were simulated. `assets` says where every pound went in each
/// scenario, as shares that add up to 1: `of_realisable`, and `of_benefit` with the part that was
/// gone when the case opened; each part with mean, half_width and difference as above. What is
/// undefined is null.
///
/// @param more what else stands in it, after `run`: `precision`, what came of it where a comparison
///             was asked to be precise; `demand`, need and requests of discretionary work month by
///             month, as demand_node() makes it
/// @pre made from as many scenarios and measures as info has
[[nodiscard]] std::string comparison_json(const ComparisonInfo& info,
                                          const study::Comparison& comparison,
                                          const study::AssetSplit& assets,
                                          Object more = {});

/// Tidy CSV (RFC 4180, lines end in a line feed): a row for each measure and scenario, with the
/// figures of the document above; what is undefined, and the base's difference, is empty.
///
/// @pre made from as many scenarios and measures as info has
[[nodiscard]] std::string comparison_csv(const ComparisonInfo& info,
                                         const study::Comparison& comparison);

}  // namespace ficap::io
