#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/delivery.hpp"
#include "cli/outputs.hpp"
#include "cli/page_studies.hpp"
#include "io/run_info.hpp"
#include "models/simulator.hpp"
#include "study/demand.hpp"
#include "study/plan.hpp"
#include "study/precision.hpp"
#include "study/results.hpp"

namespace ficap::cli {

/// A run that is over, and what it was made of.
struct FinishedRun {
  const models::Scenario& scenario;
  const models::Compiled& compiled;
  study::StudyPlan plan;  ///< as asked for
  std::vector<models::Outcome> outcomes;
  io::RunInfo info;  ///< of the futures that are finished
  study::Results results;
  std::optional<study::PrecisionReached> precision;  ///< where it was asked for
  std::optional<study::DemandOverTime> demand;       ///< where it can be followed
  std::vector<std::string> warnings;                 ///< for the reader of the answer
  PageStudies studies{};                             ///< for a page
};

/// @param plan  as asked for
/// @param outcomes of the futures that are finished; at least one
/// @returns the run with what follows from its outcomes; it refers to scenario and compiled
[[nodiscard]] FinishedRun finished_run(const models::Scenario& scenario,
                                       const models::Compiled& compiled,
                                       study::StudyPlan plan,
                                       std::vector<models::Outcome> outcomes);

/// How the answer to a run is given.
struct RunManner {
  std::string scenario;  ///< its file, for what to do next; empty: nothing is said of that
  Outputs outputs;
  bool quiet{false};
  std::size_t threads{1};
};

/// @returns the answer in words and tables
[[nodiscard]] std::string answer(const FinishedRun& run, const RunManner& manner);

/// @returns the answer, and what a run writes for --json, --html, --docx and --csv
/// @throws std::runtime_error where a page cannot be made
[[nodiscard]] Delivery delivery_of(const FinishedRun& run, const RunManner& manner);

}  // namespace ficap::cli
