#pragma once

#include <string>
#include <vector>

#include "models/scenario.hpp"
#include "report/workbook/workbook.hpp"
#include "study/appraisal.hpp"
#include "study/study_document.hpp"

namespace ficap::test {

/// A business case small enough to be worked out by hand: two options, two organisations, two
/// roles, three years. The engine's figures are written here as constants, not computed from the
/// volumes; tests/office/worked_case.py works the same case out a second time.
struct WorkedCase {
  study::StudyDocument study;
  std::vector<models::Scenario> scenarios;
  study::Appraisal appraisal;
  models::DimensionIds ids;
  std::string base{"Today's people"};
  std::vector<std::string> options{"Two more investigators", "A forfeiture desk"};
  std::string run_id{"0123abcd"};
  std::string marking{"OFFICIAL"};

  [[nodiscard]] report::workbook::WorkbookFacts facts() const;
};

[[nodiscard]] WorkedCase worked_case();

/// The same with strings that a spreadsheet, XML or a header might take for more than words.
[[nodiscard]] WorkedCase hostile_case();

}  // namespace ficap::test
