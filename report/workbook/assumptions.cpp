#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <type_traits>

#include "report/words.hpp"
#include "report/workbook/cell_text.hpp"
#include "report/workbook/input_rows.hpp"
#include "sim/expects.hpp"

namespace ficap::report::workbook {

namespace {

/// Walks the terms by their list of fields: what a study can state has its row here.
class Terms {
 public:
  explicit Terms(InputRows& rows) : rows_{rows} {}

  template <class Struct>
  void walk(const Struct& part, const std::string& prefix) {
    Struct::fields(part, [&](const models::Field& field, const auto& member) {
      visit(field, member, prefix);
    });
  }
  template <class T>
  [[nodiscard]] const Formula& of(const models::Sourced<T>& member) const {
    return cells_.at(&member);
  }
  [[nodiscard]] const Formula& discounting() const { return discounting_; }

 private:
  template <class T>
  void visit(const models::Field& field,
             const models::Sourced<T>& member,
             const std::string& prefix) {
    const std::string name = prefix + std::string{field.name};
    const std::string what = capitalised(spaced(field.name)) + ": " + std::string{field.doc};
    cells_[&member] = rows_.input(name, what, member, field.at_least, field.at_most);
  }
  template <class T>
  void visit(const models::Field& field,
             const std::optional<models::Sourced<T>>& member,
             const std::string& prefix) {
    if (member) visit(field, *member, prefix);
  }
  void visit(const models::Field& field, const std::string& member, const std::string& /*prefix*/) {
    rows_.fact(capitalised(spaced(field.name)), member);
  }
  void visit(const models::Field& field, study::Discounting member, const std::string& prefix) {
    std::vector<std::string> words;
    std::string value;
    for (const auto& each : enumerators(member)) {
      words.push_back(spaced(each.name));
      if (each.value == member) value = words.back();
    }
    discounting_ = rows_.choice(prefix + std::string{field.name},
                                capitalised(spaced(field.name)) + ": " + std::string{field.doc},
                                value,
                                words);
  }
  template <class Struct>
  std::enable_if_t<std::is_class_v<Struct>> visit(const models::Field& field,
                                                  const Struct& member,
                                                  const std::string& prefix) {
    rows_.section(capitalised(spaced(field.name)) + ": " + std::string{field.doc});
    walk(member, prefix + std::string{field.name} + "_");
  }

  InputRows& rows_;
  std::map<const void*, Formula> cells_;
  Formula discounting_;
};

// The role of some scenario that is paid like this, for its sources.
const models::Role* role_paid(const Case& the_case, const study::RoleOf& paid) {
  for (const models::Scenario& scenario : the_case.facts().scenarios) {
    for (const models::Setting* setting : {&scenario.planned, &scenario.before}) {
      const auto found = setting->roles.find(paid.role);
      if (found == setting->roles.end()) continue;
      if (in_cells(found->second.pay.value) == paid.pay &&
          in_cells(found->second.on_costs.value) == paid.on_costs)
        return &found->second;
    }
  }
  return nullptr;
}

std::vector<PayInput> write_pay(InputRows& rows, const Case& the_case) {
  constexpr double most_pay = 1e6;
  constexpr double most_on_costs = 3.0;
  std::map<std::tuple<std::string, double, double>, std::pair<const study::RoleOf*, std::string>>
      distinct;
  for (std::size_t s = 0; s <= the_case.options(); ++s) {
    for (const study::RoleOf& role : the_case.money(s).roles)
      distinct.try_emplace({role.role, role.pay, role.on_costs}, &role, the_case.name(s));
  }
  std::map<std::string, int> variants;
  for (const auto& [key, first] : distinct)
    ++variants[std::get<0>(key)];
  std::vector<PayInput> pay;
  rows.section(
      "Pay: a year, for each full-time equivalent, and what an employer pays for each pound");
  for (const auto& [key, first] : distinct) {
    const study::RoleOf& paid = *first.first;
    const models::Role* const role = role_paid(the_case, paid);
    const models::Sourced<models::Money> stated_pay{
        models::Money{static_cast<std::int64_t>(std::floor((paid.pay * 100.0) + 0.5))}};
    const models::Sourced<models::Number> stated_on_costs{models::Number{paid.on_costs}};
    std::string who = the_case.role(paid.role);
    if (variants[paid.role] > 1) who += " (first in: " + first.second + ")";
    const std::string id = rows.unique(cell_name("pay_", paid.role));
    PayInput input{paid.role, paid.pay, paid.on_costs, {}, {}};
    input.pay_cell =
        rows.input(id, who + ": pay", role == nullptr ? stated_pay : role->pay, 0.0, most_pay);
    input.on_costs_cell = rows.input(rows.unique(cell_name("on_costs_", paid.role)),
                                     who + ": employer's cost for each pound of pay",
                                     role == nullptr ? stated_on_costs : role->on_costs,
                                     1.0,
                                     most_on_costs);
    pay.push_back(std::move(input));
  }
  return pay;
}

std::vector<std::vector<ExtraInput>> write_extra(InputRows& rows, const Case& the_case) {
  constexpr double most = 1e9;
  std::vector<std::vector<ExtraInput>> all(the_case.options());
  bool begun = false;
  const auto& organisations = the_case.appraisal().organisations;
  for (std::size_t i = 0; i < the_case.options(); ++i) {
    const study::StudyOption& option = the_case.facts().study.options.at(i);
    for (const auto& [id, cost] : option.extra_costs) {
      if (!begun) rows.section("Money that no scenario knows of, in each of its years");
      begun = true;
      const std::string name = rows.unique(cell_name("extra_", option.id + "_" + id));
      const auto last = static_cast<std::size_t>(
          std::min(cost.last_year.value_or(1e9), static_cast<double>(the_case.years())));
      std::size_t paid_by = the_case.appraisal().pays;
      if (cost.paid_by) {
        const auto at = std::find(organisations.begin(), organisations.end(), cost.paid_by->id);
        if (at != organisations.end())
          paid_by = static_cast<std::size_t>(at - organisations.begin());
      }
      const std::string what = the_case.name(i + 1) + ": " + cost.name;
      all[i].push_back({.a_year = rows.input(name, what, cost.a_year, 0.0, most),
                        .first_year = static_cast<std::size_t>(cost.first_year) - 1,
                        .last_year = last - 1,
                        .organisation = paid_by});
    }
  }
  return all;
}

}  // namespace

const PayInput& Inputs::paid(const std::string& role, double rate, double employer) const {
  const auto found = std::find_if(pay.begin(), pay.end(), [&](const PayInput& each) {
    return each.role == role && each.pay == rate && each.on_costs == employer;
  });
  FICAP_EXPECTS(found != pay.end());
  return *found;
}

Inputs write_assumptions(Spreadsheet& book, Sheet& sheet, const Case& the_case) {
  sheet.widths({{.first = column_what, .last = column_what, .width = 44},
                {.first = column_value, .last = column_value, .width = 14},
                {.first = column_unit, .last = column_unit, .width = 9},
                {.first = column_as_run, .last = column_as_run, .width = 14},
                {.first = column_changed, .last = column_changed, .width = 11},
                {.first = column_low, .last = column_high, .width = 12},
                {.first = column_grade, .last = column_grade, .width = 17},
                {.first = column_source, .last = column_source, .width = 30},
                {.first = column_where, .last = column_where, .width = 26},
                {.first = column_note, .last = column_note, .width = 24},
                {.first = column_name, .last = column_name, .width = 28}});
  the_case.head(sheet, "Assumptions", column_name);
  sheet.across(
      2,
      {.first = 0, .last = column_name},
      "Change the coloured cells of column B: every figure that follows from them moves at "
      "once. Column E says what was changed. Grade C is judgement, to be replaced by local "
      "data. Ranges are what is plausible.",
      Look::note);
  sheet.headings(headings_row,
                 0,
                 {"What",
                  "Value",
                  "Unit",
                  "As run",
                  "Changed?",
                  "Low",
                  "High",
                  "Grade",
                  "Source",
                  "Where to read it",
                  "Note",
                  "Name of the cell"});
  InputRows rows{book, sheet, the_case};
  Terms terms{rows};
  const study::AppraisalTerms& stated = the_case.terms();
  rows.section("Time and prices");
  terms.walk(stated, "");
  Inputs inputs{.discount_rate = terms.of(stated.discount_rate),
                .discounting = terms.discounting(),
                .bias_of_costs = terms.of(stated.optimism_bias.costs),
                .bias_of_benefits = terms.of(stated.optimism_bias.benefits),
                .inflation = terms.of(stated.inflation),
                .budget = {},
                .overhead = terms.of(stated.staff.overhead),
                .recruitment = terms.of(stated.staff.recruitment),
                .equipment = terms.of(stated.staff.equipment),
                .training = terms.of(stated.staff.training),
                .trainee_pay = terms.of(stated.staff.trainee_pay),
                .overtime_on_costs = terms.of(stated.staff.overtime_on_costs),
                .real_pay_growth = terms.of(stated.staff.real_pay_growth),
                .of_confiscation = terms.of(stated.receipts.of_confiscation),
                .of_forfeiture = terms.of(stated.receipts.of_forfeiture),
                .top_slice = terms.of(stated.receipts.top_slice),
                .cap_loss = terms.of(stated.receipts.cap_loss),
                .value_of_recovery = terms.of(stated.society.value_of_recovery),
                .pay = {},
                .extra = {},
                .changed = {}};
  if (stated.budget) inputs.budget = terms.of(*stated.budget);
  inputs.pay = write_pay(rows, the_case);
  inputs.extra = write_extra(rows, the_case);
  inputs.changed = rows.changed();
  sheet.freeze(headings_row + 1, 1);
  sheet.repeat_rows(headings_row, headings_row);
  return inputs;
}

}  // namespace ficap::report::workbook
