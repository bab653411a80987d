#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/workbook/inputs.hpp"
#include "report/workbook/money_sheets.hpp"
#include "report/workbook/spreadsheet.hpp"
#include "report/workbook/workbook.hpp"

namespace ficap::report::workbook {

// The sheets of a business case, each written by one function. Those that come first for a reader
// are written last: their formulas refer to the others.

/// What all sheets are told.
class Case {
 public:
  explicit Case(const WorkbookFacts& facts) : facts_{facts} {}
  [[nodiscard]] const WorkbookFacts& facts() const noexcept { return facts_; }
  [[nodiscard]] const study::Appraisal& appraisal() const noexcept { return facts_.appraisal; }
  [[nodiscard]] const study::AppraisalTerms& terms() const noexcept { return facts_.study.terms; }
  [[nodiscard]] std::size_t years() const noexcept { return facts_.appraisal.years.size(); }
  [[nodiscard]] std::size_t options() const noexcept { return facts_.appraisal.options.size(); }
  /// @param scenario 0: the base
  [[nodiscard]] const std::string& name(std::size_t scenario) const {
    return scenario == 0 ? facts_.base : facts_.options.at(scenario - 1);
  }
  [[nodiscard]] const study::ScenarioMoney& money(std::size_t scenario) const {
    return scenario == 0 ? appraisal().base : appraisal().options.at(scenario - 1).money;
  }
  [[nodiscard]] std::string organisation(std::size_t index) const;
  [[nodiscard]] std::string payer() const { return organisation(appraisal().pays); }
  [[nodiscard]] bool has_others() const { return appraisal().organisations.size() > 1; }
  [[nodiscard]] std::string role(const std::string& id) const;
  [[nodiscard]] std::string year(std::size_t index) const;  ///< "2026-27"
  /// "run 3f2a9c · ..." in one line.
  [[nodiscard]] std::string identity() const;

  /// The first two rows of a sheet: its title, and the marking with the identity.
  void head(Sheet& sheet, const std::string& title, std::uint16_t last_column) const;

 private:
  const WorkbookFacts& facts_;
};

/// What each kind is called, in the order of its enumeration.
[[nodiscard]] const std::array<std::string_view, study::cost_kinds>& cost_kinds_called() noexcept;
[[nodiscard]] const std::array<std::string_view, study::receipt_kinds>&
receipt_kinds_called() noexcept;
[[nodiscard]] const std::array<std::string_view, study::views>& views_called() noexcept;

/// "A: published or measured", "none stated"
[[nodiscard]] std::string grade_in_words(const std::optional<models::Grade>& grade);

[[nodiscard]] Inputs write_assumptions(Spreadsheet& book, Sheet& sheet, const Case& the_case);
/// @returns cells of each scenario, the base first
[[nodiscard]] std::vector<VolumeCells> write_volumes(Sheet& sheet,
                                                     const Case& the_case,
                                                     const Inputs& inputs);
[[nodiscard]] OptionsCells write_options(Sheet& sheet,
                                         const Case& the_case,
                                         const Inputs& inputs,
                                         const std::vector<VolumeCells>& volumes);
void write_measures(Sheet& sheet, const Case& the_case);
void write_sensitivity(Sheet& sheet,
                       const Case& the_case,
                       const Inputs& inputs,
                       const OptionsCells& options);
/// @returns the cell that says whether all agrees
[[nodiscard]] Agreement write_reconciliation(Sheet& sheet,
                                             const Case& the_case,
                                             const Inputs& inputs,
                                             const OptionsCells& options);
void write_summary(Sheet& sheet,
                   const Case& the_case,
                   const Inputs& inputs,
                   const OptionsCells& options,
                   const Agreement& agreement);
/// The charts below it, from `row` on.
///
/// @param net_values by view, of each option
void write_summary_charts(Sheet& sheet,
                          std::uint32_t row,
                          const Case& the_case,
                          const OptionsCells& options,
                          const std::vector<Series>& net_values,
                          const Formula& value_of_recovery);
void write_about(Sheet& sheet, const Case& the_case);

}  // namespace ficap::report::workbook
