#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "report/workbook/formula.hpp"

namespace ficap::report::workbook {

/// Money of an option that no scenario knows of, as a cell.
struct ExtraInput {
  Formula a_year;
  std::size_t first_year{};  ///< from 0
  std::size_t last_year{};
  std::size_t organisation{};
};

/// What a full-time equivalent of a role is paid.
struct PayInput {
  std::string role;
  double pay{};
  double on_costs{};
  Formula pay_cell;
  Formula on_costs_cell;
};

/// The cells that a person may change, by what they state.
struct Inputs {
  Formula discount_rate;
  Formula discounting;  ///< words
  Formula bias_of_costs;
  Formula bias_of_benefits;
  Formula inflation;
  std::optional<Formula> budget;
  Formula overhead;
  Formula recruitment;
  Formula equipment;
  Formula training;
  Formula trainee_pay;
  Formula overtime_on_costs;
  Formula real_pay_growth;
  Formula of_confiscation;
  Formula of_forfeiture;
  Formula top_slice;
  Formula cap_loss;
  Formula value_of_recovery;
  std::vector<PayInput> pay;
  std::vector<std::vector<ExtraInput>> extra;  ///< by option
  Formula changed;                             ///< how many are not as in the run

  /// @pre one of `pay`
  [[nodiscard]] const PayInput& paid(const std::string& role, double rate, double employer) const;
};

}  // namespace ficap::report::workbook
