#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "cli/files.hpp"
#include "cli/outputs.hpp"
#include "cli/page_studies.hpp"
#include "io/run_info.hpp"
#include "io/write_appraisal.hpp"
#include "io/write_comparison.hpp"
#include "models/outcome.hpp"
#include "models/scenario.hpp"
#include "report/appraisal.hpp"
#include "report/comparison.hpp"
#include "report/facts.hpp"
#include "report/html/page.hpp"
#include "report/html/ranking.hpp"
#include "study/appraisal.hpp"
#include "study/appraised_volumes.hpp"
#include "study/asset_split.hpp"
#include "study/comparison.hpp"
#include "study/demand.hpp"
#include "study/plan.hpp"
#include "study/results.hpp"

namespace ficap::cli {

/// Adds the files of a report to those that a command writes: the page, the Word document, or both.
///
/// @pre outputs.has_report()
/// @param start first day of the measured period, by which the document is dated
/// @throws std::runtime_error where pandoc fails
void add_report(std::vector<OutputFile>& files,
                const Outputs& outputs,
                const report::html::Page& page,
                sim::Date start);

/// @param threads for the program's test of itself, which the page shows
/// @returns the page about a run
/// @throws std::runtime_error where the program's test of itself cannot be made
[[nodiscard]] report::html::Page page_of_run(const study::Results& results,
                                             const report::RunFacts& facts,
                                             const models::Scenario& scenario,
                                             const std::vector<models::Outcome>& outcomes,
                                             const io::RunInfo& info,
                                             const PageStudies& studies,
                                             const std::string& marking,
                                             std::size_t threads);

/// A finished comparison, as a page needs it. All are referred to.
struct ComparedForPage {
  const study::Comparison& comparison;
  const report::ComparisonFacts& facts;
  const study::AssetSplit& assets;
  const study::Comparison& elsewhere;  ///< as compare_organisations() gives it
  const std::vector<std::vector<study::DemandMonth>>& months;
  const std::vector<models::Scenario>& scenarios;
  const io::ComparisonInfo& info;
  study::StudyPlan finished;
  const report::html::Ranking& ranking;  ///< of the base's numbers
};

/// @returns the page about a comparison, the same
[[nodiscard]] report::html::Page page_of_comparison(const ComparedForPage& compared,
                                                    const std::string& marking,
                                                    std::size_t threads);

/// A finished appraisal, as a page needs it. All are referred to.
struct AppraisedForPage {
  const study::Appraisal& appraisal;
  const report::AppraisalFacts& facts;
  const std::vector<models::Scenario>& scenarios;
  const study::AppraisedVolumes& volumes;
  const io::AppraisalInfo& info;
  const PageStudies& studies;  ///< of business as usual
};

/// @returns the page about an appraisal, the same
[[nodiscard]] report::html::Page page_of_appraisal(const AppraisedForPage& appraised,
                                                   const std::string& marking,
                                                   std::size_t threads);

/// @returns what each option does to the need of each organisation of the base and, where anybody
///          works for others, to the hours that it gives and gets; no measures where there is one
///          organisation
[[nodiscard]] study::Comparison compare_organisations(
    std::span<const models::Scenario> scenarios, std::span<const study::Alternative> alternatives);

}  // namespace ficap::cli
