#pragma once

#include <string>
#include <vector>

#include <boost/program_options/variables_map.hpp>

#include "cli/compared.hpp"
#include "cli/outputs.hpp"
#include "cli/page_studies.hpp"
#include "cli/plan_options.hpp"
#include "models/outcome.hpp"
#include "models/simulator.hpp"
#include "study/measure_ref.hpp"
#include "study/plan.hpp"
#include "study/precision.hpp"

namespace ficap::cli {

/// What `ficap compare` was asked for.
struct CompareOptions {
  std::vector<std::string> paths;  ///< the base first
  std::vector<std::string> sets;
  bool skips_bad_rows{false};          ///< of the tables of open cases that they start from
  std::vector<std::string> measures;   ///< as typed; empty: those that planners decide by
  std::vector<std::string> precision;  ///< as typed; empty: none is asked for
  bool tables{false};                  ///< a table for each measure, however many options
  PlanOptions plan;
  Outputs outputs;
  PageStudyOptions studies;
  std::string store;  ///< empty: none
};

/// @throws UsageError where there is nothing to compare
[[nodiscard]] CompareOptions compare_options(const boost::program_options::variables_map& values);

/// @returns what the difference of every option is to be precise about, measure by measure
/// @throws UsageError where a text asks for no precision, or an option lacks what its cut is of
[[nodiscard]] std::vector<study::PrecisionGoal> goals_of(
    const CompareOptions& options,
    const Compared& compared,
    const std::vector<models::Compiled>& scenarios);

/// @param texts as typed after --measure
/// @returns the measures, each once, in order
/// @throws UsageError where a text points at no measure
[[nodiscard]] std::vector<study::MeasureRef> named_measures(const std::vector<std::string>& texts,
                                                            const models::DimensionIds& ids);

/// @param goals whose measures are shown as well
/// @throws UsageError where a text points at no measure of the base
[[nodiscard]] std::vector<study::MeasureRef> measures_of(
    const CompareOptions& options,
    const std::vector<models::Scenario>& scenarios,
    const models::DimensionIds& ids,
    const std::vector<study::PrecisionGoal>& goals);

/// @throws UsageError where there are more simulations than can be numbered
[[nodiscard]] study::StudyPlan common_plan(const CompareOptions& options, const Compared& compared);

}  // namespace ficap::cli
