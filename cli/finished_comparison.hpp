#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/compared.hpp"
#include "cli/page_studies.hpp"
#include "models/simulator.hpp"
#include "report/comparison.hpp"
#include "report/names.hpp"
#include "study/asset_split.hpp"
#include "study/comparison.hpp"
#include "study/demand.hpp"
#include "study/demand_against_base.hpp"
#include "study/measure_ref.hpp"
#include "study/plan.hpp"
#include "study/precision.hpp"

namespace ficap::cli {

/// A finished comparison and what it was made of.
struct FinishedComparison {
  const Compared& compared;
  const models::DimensionIds& ids;  ///< of the base
  std::vector<study::MeasureRef> measures;
  study::StudyPlan plan;  ///< as asked for
  bool complete{false};   ///< nothing stopped it
  study::Comparison comparison;
  study::AssetSplit assets;
  study::Comparison elsewhere;  ///< by organisation, for a page; else of nothing
  std::optional<study::PrecisionReached> precision;             ///< where it was asked for
  std::vector<std::vector<study::DemandMonth>> months;          ///< of each scenario
  std::vector<std::optional<study::DemandAgainstBase>> demand;  ///< of each option
  PageStudies studies{};                                        ///< of the base, for a page
};

/// @param alternatives the scenarios compared, with their outcomes, in their order
/// @param plan         as asked for
/// @returns what follows from the outcomes; it refers to `compared` and to the base's ids
[[nodiscard]] FinishedComparison finished_comparison(
    const Compared& compared,
    std::span<const study::Alternative> alternatives,
    std::vector<study::MeasureRef> measures,
    study::StudyPlan plan);

/// @param id    to cite it by
/// @param names of the base; outlive the result, as `done` does
[[nodiscard]] report::ComparisonFacts facts_of(const FinishedComparison& done,
                                               const std::string& id,
                                               const report::Names& names);

/// @param quiet  in sentences only
/// @param tables a table for each measure, however many options there are
/// @returns the answer in words and tables
[[nodiscard]] std::string answer(const FinishedComparison& done,
                                 const report::ComparisonFacts& facts,
                                 bool quiet,
                                 bool tables);

}  // namespace ficap::cli
