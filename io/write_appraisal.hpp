#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/document.hpp"
#include "io/write_comparison.hpp"
#include "models/scenario.hpp"
#include "study/appraisal.hpp"
#include "study/plan.hpp"
#include "study/study_document.hpp"

namespace ficap::io {

/// All that is needed to make an appraisal again, and the name to cite it by.
struct AppraisalInfo {
  std::string id;  ///< follows from the study, its scenarios, seed, replications and version
  std::string study_sha256;
  ComparisonInfo comparison;  ///< of the same scenarios; its names are "base" and the options' ids
};

/// @param scenarios the base first
/// @param plan      seed and finished replications
/// @param version   of the program
[[nodiscard]] AppraisalInfo appraisal_info(const study::StudyDocument& study,
                                           const std::vector<models::Scenario>& scenarios,
                                           const models::DimensionIds& ids_of_base,
                                           study::StudyPlan plan,
                                           std::string_view version);

/// One JSON document: `run`, which says how the appraisal was made; `years`, each with what a pound
/// of it is worth and its prices; `base` and `options`, with money in pounds by organisation and
/// year, what it was made of, and for options views, effects, parties, affordability and switching
/// values; `sensitivity`, `switching` between options, `equal_cost`; `measures` as a comparison has
/// them; the `study`, and the `scenarios`. What is undefined is null.
///
/// @param more what else stands in it, after `run`: `precision`
[[nodiscard]] std::string appraisal_json(const AppraisalInfo& info,
                                         const study::StudyDocument& study,
                                         const study::Appraisal& appraisal,
                                         Object more = {});

/// Tidy CSV: a row for each scenario, organisation, year and kind of cost or receipt, in pounds.
[[nodiscard]] std::string appraisal_csv(const AppraisalInfo& info,
                                        const study::Appraisal& appraisal);

}  // namespace ficap::io
