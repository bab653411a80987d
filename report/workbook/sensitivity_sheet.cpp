#include <algorithm>

#include "report/measure_text.hpp"
#include "report/number_label.hpp"
#include "report/words.hpp"
#include "report/workbook/sheets.hpp"

namespace ficap::report::workbook {

namespace {

constexpr std::uint16_t last_column = 12;

using study::View;

class Sensitivity {
 public:
  Sensitivity(Sheet& sheet, const Case& the_case, const Inputs& inputs, const OptionsCells& options)
      : sheet_{sheet}, case_{the_case}, inputs_{inputs}, options_{options} {}

  void write() {
    switching();
    between();
    equal_cost();
    numbers();
  }

 private:
  void section(std::string_view name, std::string_view what) {
    for (std::uint16_t column = 0; column <= last_column; ++column)
      sheet_.blank(row_, column, Look::section);
    sheet_.text(row_++, 0, name, Look::section);
    sheet_.across(row_++, {.first = 0, .last = last_column}, what, Look::note);
  }

  void switching() {
    section("Switching values: what must become of one thing for the net to be 0",
            "Formulas. All recoveries beyond those of business as usual, or all additional costs, "
            "are multiplied by the factor. \"–\": no factor does it, or costs are next to "
            "nothing (a thousandth of business as usual's).");
    sheet_.headings(row_,
                    0,
                    {"Option",
                     "View",
                     "Net present value",
                     "Recoveries times",
                     "Costs times",
                     "Social value of £1",
                     "In words"});
    for (std::uint16_t column = 7; column <= last_column; ++column)
      sheet_.blank(row_, column, Look::heading);
    sheet_.height(row_++, 2);
    const Formula none = Formula::words("–");
    for (std::size_t i = 0; i < options_.options.size(); ++i) {
      const OptionCells& option = options_.options[i];
      for (std::size_t view = 0; view < study::views; ++view) {
        const ViewCells& cells = option.views[view];
        sheet_.put(row_, 0, option.scenario.name, Shown::text);
        sheet_.text(row_, 1, views_called()[view]);
        sheet_.put(row_, 2, cells.net, Shown::pounds);
        const Formula condition = all_of({cells.costs * cells.benefits > 0.0,
                                          magnitude(cells.costs) > options_.next_to_nothing});
        const Formula factor = sheet_.put(
            row_, 3, either(condition, cells.costs / cells.benefits, none), Shown::two_decimals);
        sheet_.put(
            row_, 4, either(condition, cells.benefits / cells.costs, none), Shown::two_decimals);
        if (view == static_cast<std::size_t>(View::society)) social_value(i);
        const Formula falls =
            said_together({Formula::words("recoveries may fall by "), said_percent(1.0 - factor)});
        const Formula rises =
            said_together({Formula::words("recoveries must rise by "), said_percent(factor - 1.0)});
        const Formula grows = said_together(
            {Formula::words("what it recovers less may grow by "), said_percent(factor - 1.0)});
        const Formula shrinks = said_together(
            {Formula::words("what it recovers less must shrink by "), said_percent(1.0 - factor)});
        const Formula words = either(cells.costs > 0.0,
                                     either(factor <= 1.0, falls, rises),
                                     either(factor <= 1.0, shrinks, grows));
        sheet_.put(row_, 6, either(is_number(factor), words, none), Shown::indented);
        ++row_;
      }
    }
    ++row_;
  }

  // The least that a pound taken from offenders must be worth to society. Whether an option
  // recovers more is for the run to tell.
  void social_value(std::size_t index) {
    if (case_.appraisal().options[index].recovered.verdict != study::Verdict::higher) {
      sheet_.text(row_, 5, "–");
      return;
    }
    const OptionCells& option = options_.options[index];
    const Formula& costs = option.views[static_cast<std::size_t>(View::society)].costs;
    const Formula recovered = -option.parties.offenders;
    const Formula can =
        all_of({costs > options_.next_to_nothing, recovered > 0.0, inputs_.bias_of_benefits < 1.0});
    sheet_.put(
        row_,
        5,
        either(can, costs / (recovered * (1.0 - inputs_.bias_of_benefits)), Formula::words("–")),
        Shown::two_decimals);
  }

  void between() {
    const auto& switches = case_.appraisal().switches;
    if (switches.empty()) return;
    section("When does another option come out ahead?",
            "Figures of the run; inputs do not move them. All recoveries beyond business as usual "
            "are multiplied by the factor for the two to be equal. \"–\": no factor from 0 to 10 "
            "does it.");
    sheet_.headings(row_, 0, {"Ahead", "View", "Recoveries times", "Behind"});
    for (std::uint16_t column = 4; column <= last_column; ++column)
      sheet_.blank(row_, column, Look::heading);
    ++row_;
    for (const study::SwitchBetween& each : switches) {
      sheet_.text(row_, 0, case_.name(each.ahead + 1));
      sheet_.text(row_, 1, views_called()[static_cast<std::size_t>(each.view)]);
      sheet_.number(row_, 2, each.recoveries, Shown::two_decimals);
      sheet_.text(row_, 3, case_.name(each.behind + 1));
      ++row_;
    }
    ++row_;
  }

  void equal_cost() {
    const auto& equal = case_.appraisal().equal_cost;
    if (equal.empty()) return;
    section(
        "Options that are meant to cost the same",
        "Figures of the run: the greatest additional cost over the least, less 1; present values "
        "of the public purse.");
    for (const study::EqualCost& each : equal) {
      std::vector<std::string> names;
      for (const std::size_t option : each.options)
        names.push_back(case_.name(option + 1));
      if (each.spread) {
        sheet_.number(row_, 1, *each.spread, Shown::percent);
      } else {
        sheet_.text(row_, 1, "–");
      }
      sheet_.text(row_, 0, "Spread of their costs");
      sheet_.text(row_++, 2, joined(names));
    }
    ++row_;
  }

  void numbers() {
    section("Which numbers matter: net present value at the low and at the high end of each",
            "Figures of the run; inputs do not move them. One number at a time, the others as "
            "stated; those that move the result most come first.");
    sheet_.headings(row_,
                    0,
                    {"Number",
                     "Grade",
                     "Low",
                     "As stated",
                     "High",
                     "Option",
                     "Society, at low",
                     "Society, at high",
                     "Public purse, at low",
                     "Public purse, at high",
                     "Force, at low",
                     "Force, at high",
                     "Place"});
    sheet_.height(row_++, 2);
    for (const study::SensitivityRow& each : case_.appraisal().sensitivity) {
      const models::UncertainNumber& number = each.number;
      const Shown shown = shown_of(number.counts);
      const std::string called_so = label_of(number);
      for (std::size_t option = 0; option < case_.options(); ++option) {
        const Look look = option == 0 ? Look::first : Look::plain;
        sheet_.text(row_, 0, called_so, look, Shown::wrapped);
        sheet_.text(row_, 1, grade_in_words(number.grade), look, Shown::wrapped);
        sheet_.number(row_, 2, number.low, shown, look);
        sheet_.number(row_, 3, number.value, shown, look);
        sheet_.number(row_, 4, number.high, shown, look);
        sheet_.text(row_, 5, case_.name(option + 1), look, Shown::wrapped);
        for (std::size_t view = 0; view < study::views; ++view) {
          const study::SensitivityRow::Nets& nets = each.nets[view].at(option);
          const auto column = static_cast<std::uint16_t>(6 + (2 * view));
          sheet_.number(row_, column, nets.at_low, Shown::pounds, look);
          sheet_.number(row_, column + 1, nets.at_high, Shown::pounds, look);
        }
        sheet_.text(row_, last_column, number.pointer, look, Shown::wrapped);
        ++row_;
      }
    }
    if (case_.appraisal().sensitivity.empty())
      sheet_.text(row_++, 0, "No price, share or rate of this study has a range.");
  }

  // "Top slice: share of receipts taken first", "Financial investigator: pay"
  [[nodiscard]] std::string label_of(const models::UncertainNumber& number) const {
    if (!number.pointer.starts_with("/terms/"))
      return number_label(number, case_.facts().scenarios.front().planned);
    std::string key = number.pointer.substr(number.pointer.rfind('/') + 1);
    std::replace(key.begin(), key.end(), '_', ' ');
    return heading_of(key, "") + ": " +
           number.meaning.substr(0, number.meaning.find_first_of(",;:"));
  }

  static Shown shown_of(models::Counts counts) {
    switch (counts) {
      case models::Counts::share:
        return Shown::percent_fine;
      case models::Counts::pounds:
        return Shown::pounds;
      default:
        return Shown::two_decimals;
    }
  }

  Sheet& sheet_;
  const Case& case_;
  const Inputs& inputs_;
  const OptionsCells& options_;
  std::uint32_t row_{2};
};

}  // namespace

void write_sensitivity(Sheet& sheet,
                       const Case& the_case,
                       const Inputs& inputs,
                       const OptionsCells& options) {
  sheet.widths({{.first = 0, .last = 0, .width = 38},
                {.first = 1, .last = 1, .width = 18},
                {.first = 2, .last = 4, .width = 13},
                {.first = 5, .last = 5, .width = 24},
                {.first = 6, .last = 11, .width = 13},
                {.first = 12, .last = 12, .width = 26}});
  the_case.head(sheet, "Sensitivity and switching values", last_column);
  Sensitivity{sheet, the_case, inputs, options}.write();
  sheet.freeze(2, 1);
  sheet.repeat_rows(0, 1);
}

}  // namespace ficap::report::workbook
