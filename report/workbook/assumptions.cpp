#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <type_traits>

#include "report/words.hpp"
#include "report/workbook/cell_text.hpp"
#include "report/workbook/sheets.hpp"
#include "sim/expects.hpp"

namespace ficap::report::workbook {

namespace {

constexpr std::uint32_t headings_row = 3;
constexpr std::uint16_t column_what = 0;
constexpr std::uint16_t column_value = 1;
constexpr std::uint16_t column_unit = 2;
constexpr std::uint16_t column_as_run = 3;
constexpr std::uint16_t column_changed = 4;
constexpr std::uint16_t column_low = 5;
constexpr std::uint16_t column_high = 6;
constexpr std::uint16_t column_grade = 7;
constexpr std::uint16_t column_source = 8;
constexpr std::uint16_t column_where = 9;
constexpr std::uint16_t column_note = 10;
constexpr std::uint16_t column_name = 11;

double in_cells(models::Money money) {
  return static_cast<double>(money.pence) / 100.0;
}
double in_cells(models::Share share) {
  return share.value;
}
double in_cells(models::Number number) {
  return number.value;
}
template <class T>
std::optional<double> in_cells(const std::optional<T>& bound) {
  return bound ? std::optional{in_cells(*bound)} : std::nullopt;
}

Shown shown_as(models::Money) {
  return Shown::pounds_and_pence;
}
Shown shown_as(models::Share) {
  return Shown::percent_fine;
}
Shown shown_as(models::Number) {
  return Shown::factor;
}

std::string unit_of(models::Money) {
  return "£";
}
std::string unit_of(models::Share) {
  return "share";
}
std::string unit_of(models::Number) {
  return "number";
}

std::string spaced(std::string_view key) {
  std::string text{key};
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string opened(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

// What may be typed, in words.
std::string limits(double at_least, double at_most, Shown shown) {
  const bool share = shown == Shown::percent_fine;
  const auto said = [&](double x) { return share ? decimal(100.0 * x, 0) + " %" : decimal(x, 0); };
  return "Between " + said(at_least) + " and " + said(at_most) + ".";
}

/// Writes one row for each number, and keeps where it stands.
class Rows {
 public:
  Rows(Spreadsheet& book, Sheet& sheet, const Case& the_case)
      : book_{book}, sheet_{sheet}, case_{the_case} {}

  void section(std::string_view name) {
    for (std::uint16_t column = 0; column <= column_name; ++column)
      sheet_.blank(row_, column, Look::section);
    sheet_.text(row_, column_what, name, Look::section);
    skip();
  }

  void fact(std::string_view what, std::string_view value) {
    sheet_.text(row_, column_what, what, Look::plain, Shown::wrapped);
    sheet_.text(row_, column_value, value);
    skip();
  }

  template <class T>
  Formula input(const std::string& name,
                const std::string& what,
                const models::Sourced<T>& number,
                double at_least,
                double at_most) {
    const Shown shown = shown_as(number.value);
    const double value = in_cells(number.value);
    const Formula cell = sheet_.number(row_, column_value, value, shown, Look::input);
    const Formula run = sheet_.number(row_, column_as_run, value, shown);
    sheet_.number(row_, column_low, in_cells(number.low), shown, Look::plain);
    sheet_.number(row_, column_high, in_cells(number.high), shown, Look::plain);
    sheet_.text(row_, column_grade, grade_in_words(number.grade), Look::plain, Shown::wrapped);
    source(number.source);
    sheet_.text(row_, column_note, number.note, Look::plain, Shown::wrapped);
    sheet_.allow(cell,
                 {.at_least = at_least,
                  .at_most = at_most,
                  .words = {},
                  .title = spaced(name),
                  .message = what + ". " + limits(at_least, at_most, shown)});
    return finish(name, what, unit_of(number.value), cell, run);
  }

  Formula choice(const std::string& name,
                 const std::string& what,
                 const std::string& value,
                 const std::vector<std::string>& words) {
    const Formula cell = sheet_.text(row_, column_value, value, Look::input);
    const Formula run = sheet_.text(row_, column_as_run, value, Look::run);
    sheet_.allow(
        cell,
        {.at_least = 0, .at_most = 0, .words = words, .title = spaced(name), .message = what});
    return finish(name, what, "choice", cell, run);
  }

  [[nodiscard]] std::string unique(const std::string& name) const {
    std::string candidate = name;
    for (int number = 2; names_.contains(candidate); ++number)
      candidate = name + "_" + std::to_string(number);
    return candidate;
  }

  [[nodiscard]] Formula changed() const { return count_of(changed_, "changed"); }
  [[nodiscard]] std::uint32_t row() const noexcept { return row_; }

 private:
  Formula finish(const std::string& name,
                 const std::string& what,
                 const std::string& unit,
                 const Formula& cell,
                 const Formula& run) {
    sheet_.text(row_, column_what, what, Look::plain, Shown::wrapped);
    sheet_.text(row_, column_unit, unit);
    sheet_.text(row_, column_name, name, Look::note);
    changed_.push_back(
        sheet_.put(row_,
                   column_changed,
                   either(equals(cell, run), Formula::words(""), Formula::words("changed")),
                   Shown::text));
    book_.name(name, *cell.at());
    names_.insert(name);
    ++row_;
    return Formula::named(name, cell.value());
  }

  void skip() {
    changed_.push_back(Formula::cell(
        {.sheet = sheet_.name(), .row = row_, .column = column_changed}, std::string{}));
    ++row_;
  }

  void source(const std::string& id) {
    const models::Evidence* found = nullptr;
    const auto look_in = [&](const models::Named<models::Evidence>& evidence) {
      const auto at = evidence.find(id);
      if (found == nullptr && at != evidence.end()) found = &at->second;
    };
    look_in(case_.facts().study.evidence);
    for (const models::Scenario& scenario : case_.facts().scenarios)
      look_in(scenario.planned.evidence);
    const std::string title = id.empty()         ? "no source stated"
                              : found == nullptr ? id
                                                 : id + ": " + found->title;
    sheet_.text(row_, column_source, title, Look::plain, Shown::wrapped);
    // A plain text, no link: where a study would send its reader is for the reader to judge.
    sheet_.text(
        row_, column_where, found == nullptr ? "" : found->url, Look::plain, Shown::wrapped);
  }

  Spreadsheet& book_;
  Sheet& sheet_;
  const Case& case_;
  std::uint32_t row_{headings_row + 1};
  std::vector<Formula> changed_;
  std::set<std::string> names_;
};

/// Walks the terms by their list of fields: what a study can state has its row here.
class Terms {
 public:
  explicit Terms(Rows& rows) : rows_{rows} {}

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
    const std::string what = opened(spaced(field.name)) + ": " + std::string{field.doc};
    cells_[&member] = rows_.input(name, what, member, field.at_least, field.at_most);
  }
  template <class T>
  void visit(const models::Field& field,
             const std::optional<models::Sourced<T>>& member,
             const std::string& prefix) {
    if (member) visit(field, *member, prefix);
  }
  void visit(const models::Field& field, const std::string& member, const std::string& /*prefix*/) {
    rows_.fact(opened(spaced(field.name)), member);
  }
  void visit(const models::Field& field, study::Discounting member, const std::string& prefix) {
    std::vector<std::string> words;
    std::string value;
    for (const auto& each : enumerators(member)) {
      words.push_back(spaced(each.name));
      if (each.value == member) value = words.back();
    }
    discounting_ = rows_.choice(prefix + std::string{field.name},
                                opened(spaced(field.name)) + ": " + std::string{field.doc},
                                value,
                                words);
  }
  template <class Struct>
  std::enable_if_t<std::is_class_v<Struct>> visit(const models::Field& field,
                                                  const Struct& member,
                                                  const std::string& prefix) {
    rows_.section(opened(spaced(field.name)) + ": " + std::string{field.doc});
    walk(member, prefix + std::string{field.name} + "_");
  }

  Rows& rows_;
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

std::vector<PayInput> write_pay(Rows& rows, const Case& the_case) {
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

std::vector<std::vector<ExtraInput>> write_extra(Rows& rows, const Case& the_case) {
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
  Rows rows{book, sheet, the_case};
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
