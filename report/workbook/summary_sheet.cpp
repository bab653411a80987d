#include <algorithm>
#include <cmath>

#include "report/appraisal.hpp"
#include "report/words.hpp"
#include "report/workbook/sheets.hpp"

namespace ficap::report::workbook {

namespace {

constexpr std::uint16_t last_column = 12;
constexpr Columns whole{.first = 0, .last = last_column};

using study::View;

const ViewCells& of(const OptionCells& option, View view) {
  return option.views[static_cast<std::size_t>(view)];
}

// Whether chance alone could have made it.
std::string told(const study::Mean& net, double next_to_nothing) {
  if (!net.half_width) return "one future: cannot be told";
  if (std::fabs(net.value) <= *net.half_width) return "cannot be told apart from business as usual";
  if (std::fabs(net.value) <= next_to_nothing) return "next to nothing";
  return net.value > 0.0 ? "gains against business as usual" : "loses against business as usual";
}

std::string told(study::Verdict verdict) {
  switch (verdict) {
    case study::Verdict::higher:
      return "more";
    case study::Verdict::lower:
      return "fewer";
    case study::Verdict::same:
      return "the same";
    case study::Verdict::undefined:
      return "not defined";
    case study::Verdict::cannot_tell:
      break;
  }
  return "cannot tell apart";
}

std::optional<double> value_of(const std::optional<study::Mean>& mean) {
  return mean ? std::optional{mean->value} : std::nullopt;
}
std::optional<double> half_width_of(const std::optional<study::Mean>& mean) {
  return mean ? mean->half_width : std::nullopt;
}

class Summary {
 public:
  Summary(Sheet& sheet,
          const Case& the_case,
          const OptionsCells& options,
          const Formula& value_of_recovery)
      : sheet_{sheet}, case_{the_case}, options_{options}, value_of_recovery_{value_of_recovery} {}

  void write(const Agreement& agreement) {
    sheet_.height(2, 2);
    sheet_.across(2, whole, agreement.words, Look::verdict);
    sheet_.warn_unless(agreement.holds, 2, whole);
    sentences();
    views();
    chances();
    effects();
    parties();
    sheet_.page_break_before({row_});
    section("Charts");
    write_summary_charts(sheet_, row_, case_, options_, net_values_, value_of_recovery_);
  }

 private:
  void section(std::string_view name) {
    for (std::uint16_t column = 0; column <= last_column; ++column)
      sheet_.blank(row_, column, Look::section);
    sheet_.text(row_++, 0, name, Look::section);
  }
  [[nodiscard]] const study::OptionAppraisal& engine(std::size_t option) const {
    return case_.appraisal().options.at(option);
  }
  [[nodiscard]] std::string told_of(const study::ViewOfOption& view) const {
    return told(view.net, study::next_to_nothing(case_.appraisal().base));
  }
  [[nodiscard]] bool is_free(std::size_t option) const {
    return costs_next_to_nothing(case_.appraisal(), engine(option));
  }
  [[nodiscard]] std::string note_on(std::size_t option) const {
    switch (case_.facts().study.options.at(option).kind) {
      case study::OptionKind::do_minimum:
        return " (do minimum)";
      case study::OptionKind::sensitivity:
        return " (a sensitivity, not to choose)";
      case study::OptionKind::option:
        break;
    }
    return "";
  }

  void sentences() {
    section("What each option does against " + case_.name(0));
    for (std::size_t i = 0; i < options_.options.size(); ++i) {
      const OptionCells& option = options_.options[i];
      const Formula payback =
          either(is_number(option.payback),
                 said_together({Formula::words(" (paid back in cash by the end of year "),
                                option.payback,
                                Formula::words(")")}),
                 either(of(option, View::force).net > 0.0,
                        Formula::words(""),
                        Formula::words(" (not paid back in cash within these years)")));
      sheet_.across(row_++,
                    whole,
                    said_together({option.scenario.name,
                                   Formula::words(note_on(i) + ": net present social value "),
                                   said_pounds(of(option, View::society).net),
                                   Formula::words("; benefits over costs "),
                                   said_ratio(of(option, View::society).ratio),
                                   Formula::words("; public purse "),
                                   said_pounds(of(option, View::public_purse).net),
                                   Formula::words("; the force that pays "),
                                   said_pounds(of(option, View::force).net),
                                   payback,
                                   Formula::words(".")}),
                    Look::headline);
      sheet_.across(row_++, whole, "In the run: " + said_of_run(i), Look::note);
    }
    sheet_.across(
        row_++,
        whole,
        "Sentences, net values and ratios are formulas on the Assumptions. Figures in "
        "italics, ± (half a 95 % interval), chances, and what can be told, are the run's; no "
        "input moves them. Present values at " +
            decimal(100.0 * case_.terms().discount_rate.value.value, 2) +
            " % in the run, prices of " + case_.terms().price_base + ", Green Book " +
            case_.terms().green_book + ", optimism bias included. " +
            case_.facts().measured_period + ".",
        Look::note);
    ++row_;
  }

  // What chance says, and what each need and pound cost: constants.
  [[nodiscard]] std::string said_of_run(std::size_t option) const {
    const study::OptionAppraisal& run = engine(option);
    const auto each = [&](const std::optional<study::Mean>& cost,
                          const study::PairedDifference& change,
                          const std::string& what) {
      if (change.verdict == study::Verdict::lower) return "fewer " + what + " than before";
      if (!cost) return "whether it brings more of " + what + " cannot be told";
      if (is_free(option)) return "next to nothing for each more of " + what;
      const int decimals = std::fabs(cost->value) < 100.0 ? 2 : 0;
      std::string text =
          (cost->value < 0.0 ? "-£" : "£") + decimal(std::fabs(cost->value), decimals);
      if (cost->half_width) text += " ± " + decimal(*cost->half_width, decimals);
      return text + " for each more of " + what;
    };
    const study::ViewOfOption& society = run.of(View::society);
    return "society: " + told_of(society) +
           "; chance that its net is above 0: " + decimal(100.0 * society.chance_positive, 0) +
           " %; " + each(run.cost_per_need, run.needs_met, "needs met") + "; " +
           each(run.cost_per_pound, run.recovered, "pounds recovered") + ".";
  }

  void views() {
    section("Worth it to whom? Three views, side by side and not to be added");
    sheet_.blank(row_, 0, Look::heading);
    for (std::size_t view = 0; view < study::views; ++view) {
      const auto first = static_cast<std::uint16_t>(1 + (4 * view));
      const std::string who = view == static_cast<std::size_t>(View::force)
                                  ? case_.payer()
                                  : std::string{views_called()[view]};
      net_values_.push_back(
          {.name = sheet_.across(row_,
                                 {.first = first, .last = static_cast<std::uint16_t>(first + 3)},
                                 who,
                                 Look::heading_of_numbers),
           .categories = {},
           .values = {}});
    }
    ++row_;
    sheet_.headings(row_,
                    0,
                    {"Option",
                     "Net present social value",
                     "±",
                     "Benefits over costs",
                     "Chance above 0",
                     "Net present value",
                     "±",
                     "Benefits over costs",
                     "Chance above 0",
                     "Net present value",
                     "±",
                     "Benefits over costs",
                     "Chance above 0"});
    sheet_.height(row_++, 2);
    std::vector<Formula> names;
    for (std::size_t i = 0; i < options_.options.size(); ++i) {
      names.push_back(sheet_.text(row_, 0, case_.name(i + 1), Look::plain, Shown::wrapped));
      for (std::size_t view = 0; view < study::views; ++view) {
        const auto first = static_cast<std::uint16_t>(1 + (4 * view));
        const ViewCells& cells = options_.options[i].views[view];
        const study::ViewOfOption& run = engine(i).by_view[view];
        const Formula net = sheet_.put(row_, first, cells.net, Shown::pounds, Look::key);
        net_values_[view].values.push_back(net);
        sheet_.number(row_, first + 1, run.net.half_width, Shown::pounds);
        sheet_.put(row_, first + 2, cells.ratio, Shown::two_decimals);
        sheet_.number(row_, first + 3, run.chance_positive, Shown::percent);
      }
      ++row_;
    }
    for (Series& series : net_values_)
      series.categories = names;
    ++row_;
  }

  void chances() {
    section("What can be told, in the run");
    sheet_.headings(row_, 0, {"Option"});
    const auto wide = [&](std::uint16_t first, std::string_view words, Look look) {
      sheet_.across(
          row_, {.first = first, .last = static_cast<std::uint16_t>(first + 2)}, words, look);
    };
    wide(1, "Society", Look::heading);
    wide(4, "Public purse", Look::heading);
    wide(7, case_.payer(), Look::heading);
    sheet_.headings(row_,
                    10,
                    {"Society above 0, ranges drawn",
                     "Force above 0, ranges drawn",
                     "May be best for society"});
    sheet_.height(row_++, 3);
    for (std::size_t i = 0; i < options_.options.size(); ++i) {
      const study::OptionAppraisal& run = engine(i);
      sheet_.text(row_, 0, case_.name(i + 1), Look::plain, Shown::wrapped);
      wide(1, told_of(run.of(View::society)), Look::plain);
      wide(4, told_of(run.of(View::public_purse)), Look::plain);
      wide(7, told_of(run.of(View::force)), Look::plain);
      sheet_.number(row_, 10, run.of(View::society).chance_positive_with_ranges, Shown::percent);
      sheet_.number(row_, 11, run.of(View::force).chance_positive_with_ranges, Shown::percent);
      sheet_.text(row_, 12, run.lead.may_be_best ? "yes" : "no", Look::run);
      ++row_;
    }
    ++row_;
  }

  void effects() {
    section(
        "What it costs for what it brings, over the years of the plan, not discounted, before "
        "optimism bias");
    sheet_.headings(row_,
                    0,
                    {"Option",
                     "More cost, all organisations",
                     "±",
                     "More needs met",
                     "±",
                     "More needs met?",
                     "Cost for each more need met",
                     "±",
                     "More recovered",
                     "±",
                     "Cost for each £1 more recovered",
                     "±",
                     "Paid back in cash, year"});
    sheet_.height(row_++, 3);
    for (std::size_t i = 0; i < options_.options.size(); ++i) {
      const study::OptionAppraisal& run = engine(i);
      sheet_.text(row_, 0, case_.name(i + 1), Look::plain, Shown::wrapped);
      sheet_.put(row_, 1, options_.options[i].total_more_cost, Shown::pounds);
      sheet_.number(row_, 2, run.more_cost.half_width, Shown::pounds);
      sheet_.number(row_, 3, run.needs_met.value, Shown::one_decimal);
      sheet_.number(row_, 4, run.needs_met.half_width, Shown::one_decimal);
      sheet_.text(row_, 5, told(run.needs_met.verdict), Look::run, Shown::wrapped);
      const auto priced = [&](const std::optional<study::Mean>& mean) {
        return is_free(i) ? std::nullopt : mean;
      };
      sheet_.number(row_, 6, value_of(priced(run.cost_per_need)), Shown::pounds);
      sheet_.number(row_, 7, half_width_of(priced(run.cost_per_need)), Shown::pounds);
      sheet_.number(row_, 8, run.recovered.value, Shown::pounds);
      sheet_.number(row_, 9, run.recovered.half_width, Shown::pounds);
      sheet_.number(row_, 10, value_of(priced(run.cost_per_pound)), Shown::pounds_and_pence);
      sheet_.number(row_, 11, half_width_of(priced(run.cost_per_pound)), Shown::pounds_and_pence);
      sheet_.put(row_, 12, options_.options[i].payback, Shown::count);
      ++row_;
    }
    ++row_;
  }

  void parties() {
    section(
        "Who pays and who gains: present values before optimism bias. Transfers come to nothing "
        "among the first five");
    sheet_.headings(row_,
                    0,
                    {"Option",
                     "Offenders",
                     "Victims",
                     "Kept by " + case_.payer(),
                     "Kept by other organisations",
                     "Rest of the public sector",
                     "Costs of " + case_.payer(),
                     "Costs of other organisations",
                     "Value to society"});
    for (std::uint16_t column = 9; column <= last_column; ++column)
      sheet_.blank(row_, column, Look::heading);
    sheet_.height(row_++, 3);
    for (std::size_t i = 0; i < options_.options.size(); ++i) {
      const PartyCells& cells = options_.options[i].parties;
      sheet_.text(row_, 0, case_.name(i + 1), Look::plain, Shown::wrapped);
      std::uint16_t column = 1;
      for (const Formula* each : {&cells.offenders,
                                  &cells.victims,
                                  &cells.force_receipts,
                                  &cells.others_receipts,
                                  &cells.rest,
                                  &cells.force_costs,
                                  &cells.others_costs,
                                  &cells.society})
        sheet_.put(row_, column++, *each, Shown::pounds);
      ++row_;
    }
    ++row_;
  }

  Sheet& sheet_;
  const Case& case_;
  const OptionsCells& options_;
  const Formula& value_of_recovery_;
  std::uint32_t row_{4};
  std::vector<Series> net_values_;  ///< by view, of each option
};

}  // namespace

void write_summary(Sheet& sheet,
                   const Case& the_case,
                   const Inputs& inputs,
                   const OptionsCells& options,
                   const Agreement& agreement) {
  sheet.widths(
      {{.first = 0, .last = 0, .width = 42}, {.first = 1, .last = last_column, .width = 13}});
  the_case.head(sheet, the_case.facts().study.title, last_column);
  Summary{sheet, the_case, options, inputs.value_of_recovery}.write(agreement);
  sheet.freeze(3, 1);
  sheet.repeat_rows(0, 2);
}

}  // namespace ficap::report::workbook
