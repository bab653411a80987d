#include "report/workbook/sheets.hpp"

namespace ficap::report::workbook {

namespace {

constexpr std::uint32_t headings_row = 5;
constexpr std::uint16_t last_column = 5;
constexpr double tolerance = 1.0;  ///< pounds: the engine rounds each amount to the penny

/// Rows of checks, each the workbook's figure beside the engine's.
class Checks {
 public:
  explicit Checks(Sheet& sheet) : sheet_{sheet} {}

  void row(const Formula& scenario,
           std::string_view figure,
           const Formula& workbook,
           double engine,
           std::string_view label = {}) {
    if (label.empty()) {
      sheet_.put(row_, 0, scenario, Shown::text);
    } else {
      sheet_.text(row_, 0, label);
    }
    sheet_.text(row_, 1, figure);
    const Formula ours = sheet_.put(row_, 2, workbook, Shown::pounds_and_pence);
    const Formula theirs = sheet_.number(row_, 3, engine, Shown::pounds_and_pence, Look::run);
    const Formula apart = sheet_.put(row_, 4, to_the_penny(ours - theirs), Shown::pounds_and_pence);
    agrees_.push_back(sheet_.put(row_, last_column, magnitude(apart) <= tolerance, Shown::truth));
    sheet_.warn_where_false(agrees_.back());
    ++row_;
  }

  [[nodiscard]] const std::vector<Formula>& agrees() const noexcept { return agrees_; }

 private:
  Sheet& sheet_;
  std::uint32_t row_{headings_row + 1};
  std::vector<Formula> agrees_;
};

void check_scenario(Checks& checks,
                    const Case& the_case,
                    std::size_t index,
                    const ScenarioCells& cells) {
  const study::Appraisal& appraisal = the_case.appraisal();
  const std::vector<study::AffordabilityYear>& cash =
      index == 0 ? appraisal.affordability : appraisal.options[index - 1].affordability;
  const study::ScenarioMoney& money = the_case.money(index);
  const auto& force = money.organisations.at(appraisal.pays);
  for (std::size_t year = 0; year < the_case.years(); ++year) {
    const study::YearMeans all = money.of_year(year);
    const std::string in = ", " + the_case.year(year);
    checks.row(cells.name, "Costs, all organisations" + in, cells.cost[year], all.cost());
    checks.row(cells.name, "Recovered from offenders" + in, cells.recovered[year], all.recovered());
    checks.row(
        cells.name, "Costs of whoever pays" + in, cells.force_cost[year], force[year].cost());
    checks.row(cells.name,
               "Kept by whoever pays" + in,
               cells.force_receipts[year],
               force[year].to_force());
    const std::string in_money = ", in the money of " + the_case.year(year);
    checks.row(
        cells.name, "Costs of whoever pays" + in_money, cells.cash_cost[year], cash[year].cost);
    checks.row(cells.name,
               "Kept by whoever pays" + in_money,
               cells.cash_receipts[year],
               cash[year].receipts);
  }
}

void check_option(Checks& checks, const OptionCells& cells, const study::OptionAppraisal& engine) {
  for (std::size_t view = 0; view < study::views; ++view) {
    const std::string which = std::string{views_called()[view]} + ": ";
    const study::ViewOfOption& theirs = engine.by_view[view];
    const ViewCells& ours = cells.views[view];
    checks.row(cells.scenario.name, which + "net present value", ours.net, theirs.net.value);
    checks.row(cells.scenario.name, which + "costs with optimism bias", ours.costs, theirs.costs);
    checks.row(
        cells.scenario.name, which + "benefits with optimism bias", ours.benefits, theirs.benefits);
  }
  checks.row(cells.scenario.name,
             "More costs, all organisations, not discounted",
             cells.total_more_cost,
             engine.more_cost.value);
  const PartyCells& parties = cells.parties;
  checks.row(cells.scenario.name,
             "Transfers among all parties come to nothing",
             sum({parties.offenders,
                  parties.victims,
                  parties.force_receipts,
                  parties.others_receipts,
                  parties.rest}),
             0.0);
}

}  // namespace

Agreement write_reconciliation(Sheet& sheet,
                               const Case& the_case,
                               const Inputs& inputs,
                               const OptionsCells& options) {
  sheet.widths({{.first = 0, .last = 0, .width = 44},
                {.first = 1, .last = 1, .width = 50},
                {.first = 2, .last = 4, .width = 18},
                {.first = last_column, .last = last_column, .width = 11}});
  the_case.head(sheet, "Reconciliation: does this workbook agree with the engine?", last_column);
  sheet.across(2,
               {.first = 0, .last = last_column},
               "The engine's figures are constants of the run. The workbook's follow from volumes, "
               "rates and shares by its own formulas. They agree where they are at most £1 apart: "
               "the engine rounds each amount to the penny where it arises.",
               Look::note);
  sheet.headings(
      headings_row, 0, {"Scenario", "Figure", "This workbook", "Engine", "Difference", "Agrees"});
  Checks checks{sheet};
  for (std::size_t i = 0; i < options.options.size(); ++i)
    check_option(checks, options.options[i], the_case.appraisal().options[i]);
  check_scenario(checks, the_case, 0, options.base);
  for (std::size_t i = 0; i < options.options.size(); ++i)
    check_scenario(checks, the_case, i + 1, options.options[i].scenario);

  sheet.text(3, 0, "Inputs that are not as in the run", Look::subtotal);
  const Formula changed = sheet.put(3, 1, inputs.changed, Shown::count, Look::subtotal);
  sheet.text(4, 0, "All checks below agree", Look::subtotal);
  const Formula agrees = sheet.put(4, 1, all_of(checks.agrees()), Shown::truth, Look::subtotal);
  const Formula verdict = either(
      changed > 0.0,
      said_together({Formula::words("Inputs were changed ("),
                     changed,
                     Formula::words("; see Assumptions): figures here are no longer those of the "
                                    "run")}),
      either(agrees,
             Formula::words("This workbook agrees with the engine"),
             Formula::words("This workbook does NOT agree with the engine: do not use it, "
                            "and report it (see Reconciliation)")));
  const Columns beside{.first = 2, .last = last_column};
  Formula words = sheet.across(3, beside, verdict, Look::verdict);
  sheet.warn_unless(agrees, 3, beside);
  sheet.freeze(headings_row + 1, 0);
  sheet.repeat_rows(headings_row, headings_row);
  return {.holds = agrees, .words = std::move(words)};
}

}  // namespace ficap::report::workbook
