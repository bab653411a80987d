#include "report/workbook/input_rows.hpp"

#include <algorithm>

#include "report/words.hpp"

namespace ficap::report::workbook {

std::string spaced(std::string_view key) {
  std::string text{key};
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string limits(double at_least, double at_most, Shown shown) {
  const bool share = shown == Shown::percent_fine;
  const auto said = [&](double x) { return share ? decimal(100.0 * x, 0) + " %" : decimal(x, 0); };
  return "Between " + said(at_least) + " and " + said(at_most) + ".";
}

void InputRows::section(std::string_view name) {
  for (std::uint16_t column = 0; column <= column_name; ++column)
    sheet_.blank(row_, column, Look::section);
  sheet_.text(row_, column_what, name, Look::section);
  skip();
}

void InputRows::fact(std::string_view what, std::string_view value) {
  sheet_.text(row_, column_what, what, Look::plain, Shown::wrapped);
  sheet_.text(row_, column_value, value);
  skip();
}

Formula InputRows::choice(const std::string& name,
                          const std::string& what,
                          const std::string& value,
                          const std::vector<std::string>& words) {
  const Formula cell = sheet_.text(row_, column_value, value, Look::input);
  const Formula run = sheet_.text(row_, column_as_run, value, Look::run);
  sheet_.allow(
      cell, {.at_least = 0, .at_most = 0, .words = words, .title = spaced(name), .message = what});
  return finish(name, what, "choice", cell, run);
}

std::string InputRows::unique(const std::string& name) const {
  std::string candidate = name;
  for (int number = 2; names_.contains(candidate); ++number)
    candidate = name + "_" + std::to_string(number);
  return candidate;
}

Formula InputRows::finish(const std::string& name,
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

void InputRows::skip() {
  changed_.push_back(Formula::cell({.sheet = sheet_.name(), .row = row_, .column = column_changed},
                                   std::string{}));
  ++row_;
}

void InputRows::source(const std::string& id) {
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
  sheet_.text(row_, column_where, found == nullptr ? "" : found->url, Look::plain, Shown::wrapped);
}

}  // namespace ficap::report::workbook
