#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "models/outcome.hpp"
#include "models/scenario.hpp"
#include "study/appraisal.hpp"
#include "study/study_document.hpp"

namespace ficap::report::workbook {

/// What a workbook is made of. All references outlive the call.
struct WorkbookFacts {
  const study::StudyDocument& study;
  const study::Appraisal& appraisal;
  /// The base first, then one for each option: names of organisations and roles, pay with its
  /// sources, evidence.
  std::span<const models::Scenario> scenarios;
  const models::DimensionIds& ids;   ///< of the base: what cuts of measures refer to
  std::string base;                  ///< what people call business as usual
  std::vector<std::string> options;  ///< likewise, one for each option
  std::string run_id;
  std::vector<std::string> digests;  ///< of the study, then of each scenario
  std::string version;
  std::uint64_t seed{};
  std::string measured_period;  ///< "1 April 2026 to 31 March 2031"
  std::string marking{"OFFICIAL"};
};

/// The business case as a workbook of Excel: a summary, options by year, measures, assumptions with
/// their sources, sensitivity, a reconciliation with the engine, and the figures that all of it
/// follows from. Formulas go all the way from people and receipts to net present values, so that a
/// changed rate, price or share moves them; the value that stands in each cell is what its formula
/// gives.
///
/// @returns the bytes of an .xlsx file, the same for the same facts
/// @throws std::runtime_error where no temporary file can be written
[[nodiscard]] std::string appraisal_workbook(const WorkbookFacts& facts);

}  // namespace ficap::report::workbook
