#include "report/appraisal_tables.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

#include "report/number_label.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"
#include "study/discounting.hpp"

namespace ficap::report {

namespace {

using study::Verdict;
using study::View;

constexpr std::size_t most_rows_of_sensitivity = 10;

std::string thousands(double pounds) {
  return decimal(pounds / 1000.0, 0);
}

std::string signed_text(double value, std::string text) {
  return value > 0.0 && text != "0" ? "+" + std::move(text) : std::move(text);
}

std::string signed_thousands(double pounds) {
  return signed_text(pounds, thousands(pounds));
}

std::string thousands(const study::Mean& mean) {
  std::string text = signed_thousands(mean.value);
  if (mean.half_width) text += " ± " + thousands(*mean.half_width);
  return text;
}

// Neither impossible nor certain is what happened in some draws and not in others.
std::string chance(std::optional<double> share) {
  if (!share) return std::string{no_number};
  if (*share > 0.0 && *share < 0.005) return "<1 %";
  if (*share < 1.0 && *share >= 0.995) return ">99 %";
  return decimal(*share * 100.0, 0) + " %";
}

// What an interval leaves open is said in words, not in a figure that looks like one.
std::string change(const study::PairedDifference& difference, double scale) {
  if (!difference.value) return std::string{no_number};
  if (difference.verdict == Verdict::same) return "0";
  std::string text =
      signed_text(*difference.value,
                  with_interval({.mean = difference.value, .half_width = difference.half_width},
                                scale,
                                scale < 1.0 ? 1 : 0));
  return difference.verdict == Verdict::cannot_tell ? "(" + text + ")" : text;
}

std::string option_name(const AppraisalFacts& facts, std::size_t option) {
  return facts.titles.at(option + 1);
}

/// A table with a row for each option.
template <class Cells>
TextTable by_option(std::vector<std::string> headings,
                    const study::Appraisal& appraisal,
                    const AppraisalFacts& facts,
                    Cells&& cells) {
  TextTable table{std::move(headings)};
  for (std::size_t i = 0; i < appraisal.options.size(); ++i) {
    const bool is_to_choose = facts.study.options.at(i).kind != study::OptionKind::sensitivity;
    std::vector<std::string> row{option_name(facts, i) + (is_to_choose ? "" : " (a sensitivity)")};
    for (std::string& cell : cells(appraisal.options[i]))
      row.push_back(std::move(cell));
    table.add_row(std::move(row));
  }
  return table;
}

double more_of(const study::Appraisal& appraisal,
               const study::OptionAppraisal& option,
               study::CostKind kind) {
  double sum = 0.0;
  for (std::size_t year = 0; year < appraisal.years.size(); ++year) {
    const auto at = static_cast<std::size_t>(kind);
    sum += option.money.of_year(year).costs[at] - appraisal.base.of_year(year).costs[at];
  }
  return sum;
}

std::string in_its_unit(const models::UncertainNumber& number, double value) {
  switch (number.counts) {
    case models::Counts::share:
      return decimal(value * 100.0, value < 0.1 ? 1 : 0) + " %";
    case models::Counts::pounds:
      return "£" + with_commas(static_cast<std::int64_t>(std::floor(value + 0.5)));
    default:
      return decimal(value, 2);
  }
}

}  // namespace

std::optional<TextTable> present_values_table(const study::Appraisal& appraisal,
                                              const AppraisalFacts& facts) {
  return by_option({"Present values, £k",
                    "to society",
                    "BCR",
                    "above 0,\nluck alone",
                    "prices\ntoo",
                    "public\npurse",
                    "force's\ncash",
                    "above 0,\nprices too",
                    "paid\nback"},
                   appraisal,
                   facts,
                   [&](const study::OptionAppraisal& option) {
                     const study::ViewOfOption& society = option.of(View::society);
                     const study::ViewOfOption& force = option.of(View::force);
                     return std::vector<std::string>{
                         thousands(society.net),
                         society.ratio ? decimal(*society.ratio, 2) : std::string{no_number},
                         chance(society.chance_positive),
                         chance(society.chance_positive_with_ranges),
                         signed_thousands(option.of(View::public_purse).net.value),
                         signed_thousands(force.net.value),
                         chance(force.chance_positive_with_ranges),
                         option.payback_year
                             ? study::financial_year(appraisal.years.at(*option.payback_year - 1))
                             : std::string{no_number}};
                   });
}

std::optional<TextTable> effects_table(const study::Appraisal& appraisal,
                                       const AppraisalFacts& facts) {
  return by_option({"What it buys, all years",
                    "needs met",
                    "recovered, £k",
                    "cost, £k,\nundiscounted",
                    "£ for each\nneed more",
                    "£ for each\n£ more"},
                   appraisal,
                   facts,
                   [&](const study::OptionAppraisal& option) {
                     const bool is_free = costs_next_to_nothing(appraisal, option);
                     const auto ratio = [&](const std::optional<study::Mean>& mean, int decimals) {
                       if (!mean) return std::string{no_number};
                       return is_free ? "about 0" : decimal(mean->value, decimals);
                     };
                     return std::vector<std::string>{change(option.needs_met, 1.0),
                                                     change(option.recovered, 1000.0),
                                                     thousands(option.more_cost),
                                                     ratio(option.cost_per_need, 0),
                                                     ratio(option.cost_per_pound, 2)};
                   });
}

std::optional<TextTable> costs_table(const study::Appraisal& appraisal,
                                     const AppraisalFacts& facts) {
  using Kind = study::CostKind;
  struct Column {
    std::string heading;
    std::vector<Kind> kinds;
  };
  const std::vector<Column> columns{{"pay,\non-costs", {Kind::pay, Kind::on_costs}},
                                    {"supple-\nments", {Kind::supplements}},
                                    {"overtime", {Kind::overtime}},
                                    {"agency", {Kind::agency}},
                                    {"overhead", {Kind::overhead}},
                                    {"hiring,\nequipment", {Kind::recruitment, Kind::equipment}},
                                    {"training", {Kind::training}},
                                    {"cover,\nother", {Kind::cover, Kind::other}}};
  std::vector<std::string> headings{"More cost by kind,\n£k, undiscounted"};
  for (const Column& column : columns)
    headings.push_back(column.heading);
  return by_option(std::move(headings), appraisal, facts, [&](const auto& option) {
    std::vector<std::string> cells;
    for (const Column& column : columns) {
      double sum = 0.0;
      for (const Kind kind : column.kinds)
        sum += more_of(appraisal, option, kind);
      cells.push_back(signed_thousands(sum));
    }
    return cells;
  });
}

std::optional<TextTable> affordability_table(const study::Appraisal& appraisal,
                                             const AppraisalFacts& facts) {
  const bool has_budget = facts.study.terms.budget.has_value();
  std::vector<std::string> headings{"The force's own money, £k in the\nprices of each year"};
  for (const int year : appraisal.years)
    headings.push_back(study::financial_year(year));
  TextTable table{std::move(headings)};
  const auto add = [&](const std::string& title,
                       const std::vector<study::AffordabilityYear>& years) {
    std::vector<std::string> costs{title + ": cost"};
    std::vector<std::string> receipts{"  its share of receipts"};
    std::vector<std::string> left{"  left of the budget"};
    for (const study::AffordabilityYear& year : years) {
      costs.push_back(thousands(year.cost));
      receipts.push_back(thousands(year.receipts));
      left.push_back(year.left() ? thousands(*year.left()) : std::string{no_number});
    }
    table.add_row(std::move(costs));
    table.add_row(std::move(receipts));
    if (has_budget) table.add_row(std::move(left));
  };
  add(facts.titles.front(), appraisal.affordability);
  for (std::size_t i = 0; i < appraisal.options.size(); ++i)
    add(option_name(facts, i), appraisal.options[i].affordability);
  return table;
}

std::optional<TextTable> parties_table(const study::Appraisal& appraisal,
                                       const AppraisalFacts& facts) {
  return by_option({"Who gains and pays,\npresent values, £k",
                    "offenders",
                    "victims",
                    "force:\nreceipts",
                    "other\nforces",
                    "rest of\nstate",
                    "force:\ncosts",
                    "others'\ncosts",
                    "social\nvalue"},
                   appraisal,
                   facts,
                   [](const study::OptionAppraisal& option) {
                     const study::Parties& p = option.parties;
                     std::vector<std::string> cells;
                     for (const double amount : {p.offenders,
                                                 p.victims,
                                                 p.force_receipts,
                                                 p.other_forces_receipts,
                                                 p.rest_of_public_sector,
                                                 p.force_costs,
                                                 p.other_forces_costs,
                                                 p.society})
                       cells.push_back(signed_thousands(amount));
                     return cells;
                   });
}

std::optional<TextTable> switching_table(const study::Appraisal& appraisal,
                                         const AppraisalFacts& facts) {
  const auto times = [](const std::optional<double>& factor) {
    return factor ? decimal(*factor, 2) + " ×" : std::string{no_number};
  };
  const bool has_benefits = facts.study.terms.society.value_of_recovery.value.value > 0.0;
  std::vector<std::string> headings{"What would make it break even",
                                    "recoveries\n(force)",
                                    "costs\n(force)",
                                    "recoveries\n(purse)",
                                    "worth of\n£1 taken"};
  if (has_benefits)
    headings.insert(headings.begin() + 1, {"recoveries\n(society)", "costs\n(society)"});
  return by_option(
      std::move(headings), appraisal, facts, [&](const study::OptionAppraisal& option) {
        std::vector<std::string> cells;
        const auto add = [&](View view, bool costs) {
          const study::ViewOfOption& of = option.of(view);
          cells.push_back(times(of.switching_recoveries));
          if (costs) cells.push_back(times(of.switching_costs));
        };
        if (has_benefits) add(View::society, true);
        add(View::force, true);
        add(View::public_purse, false);
        cells.push_back(option.switching_value_of_recovery
                            ? "£" + decimal(*option.switching_value_of_recovery, 2)
                            : std::string{no_number});
        return cells;
      });
}

std::vector<std::string> switching_sentences(const study::Appraisal& appraisal,
                                             const AppraisalFacts& facts) {
  std::vector<std::string> sentences;
  for (const study::SwitchBetween& between : appraisal.switches) {
    if (!between.recoveries || between.view != View::society) continue;
    const double percent = (*between.recoveries - 1.0) * 100.0;
    sentences.push_back("More recovered must " + std::string{percent < 0.0 ? "fall" : "rise"} +
                        " by " + decimal(std::fabs(percent), 0) + " % for \"" +
                        option_name(facts, between.behind) + "\" to be worth as much as \"" +
                        option_name(facts, between.ahead) + "\" to society.");
  }
  return sentences;
}

std::optional<TextTable> sensitivity_table(const study::Appraisal& appraisal,
                                           const AppraisalFacts& facts) {
  if (appraisal.sensitivity.empty()) return {};
  TextTable table{{"What prices with a range do to the option\nthat each moves most, £k",
                   "low",
                   "high",
                   "society,\nat low",
                   "at high",
                   "force,\nat low",
                   "at high"},
                  44};
  const std::size_t rows = std::min(most_rows_of_sensitivity, appraisal.sensitivity.size());
  for (std::size_t r = 0; r < rows; ++r) {
    const study::SensitivityRow& row = appraisal.sensitivity[r];
    if (row.swing() == 0.0) break;  // they are in order: none of the rest moves anything
    std::size_t most = 0;
    double swing = -1.0;
    for (std::size_t i = 0; i < appraisal.options.size(); ++i) {
      for (const View view : {View::society, View::force}) {
        const auto& nets = row.nets[static_cast<std::size_t>(view)][i];
        const double moved = std::fabs(nets.at_high - nets.at_low);
        if (moved > swing) {
          swing = moved;
          most = i;
        }
      }
    }
    const auto& society = row.nets[static_cast<std::size_t>(View::society)][most];
    const auto& force = row.nets[static_cast<std::size_t>(View::force)][most];
    table.add_row({number_label(row.number, facts.setting) + " (" + option_name(facts, most) + ")",
                   in_its_unit(row.number, row.number.low),
                   in_its_unit(row.number, row.number.high),
                   signed_thousands(society.at_low),
                   signed_thousands(society.at_high),
                   signed_thousands(force.at_low),
                   signed_thousands(force.at_high)});
  }
  return table;
}

std::optional<TextTable> elsewhere_table(const study::Appraisal& appraisal,
                                         const AppraisalFacts& facts) {
  if (appraisal.organisations.size() < 2) return {};
  TextTable table{{"What changes where",
                   "cost, £k,\npresent value",
                   "receipts, £k,\npresent value",
                   "needs met",
                   "unmet, % of\nneed of all kinds"}};
  bool any = false;
  for (std::size_t i = 0; i < appraisal.options.size(); ++i) {
    bool said = false;
    for (const study::OrganisationChange& change_of : appraisal.options[i].organisations) {
      const bool is_moved =
          change_of.costs != 0.0 || (change_of.needs_met.verdict != Verdict::same &&
                                     change_of.needs_met.verdict != Verdict::undefined);
      if (!is_moved) continue;
      if (!said) table.add_group(option_name(facts, i));
      said = any = true;
      table.add_row({"  " + facts.names.of(models::Dimension::organisation, change_of.id),
                     signed_thousands(change_of.costs),
                     signed_thousands(change_of.receipts),
                     change(change_of.needs_met, 1.0),
                     change(change_of.unmet_share, 0.01)});
    }
  }
  return any ? std::optional{table} : std::nullopt;
}

std::vector<TextTable> equal_cost_tables(const study::Appraisal& appraisal,
                                         const AppraisalFacts& facts) {
  std::vector<TextTable> tables;
  for (const study::EqualCost& group : appraisal.equal_cost) {
    TextTable& table = tables.emplace_back(std::vector<std::string>{
        "Meant to cost the same", "more cost, £k", "to society, £k", "needs met"});
    for (const std::size_t option : group.options) {
      const study::OptionAppraisal& appraised = appraisal.options.at(option);
      table.add_row({option_name(facts, option),
                     signed_thousands(appraised.of(View::public_purse).costs),
                     thousands(appraised.of(View::society).net),
                     change(appraised.needs_met, 1.0)});
    }
  }
  return tables;
}

std::vector<std::string> equal_cost_sentences(const study::Appraisal& appraisal) {
  std::vector<std::string> sentences;
  sentences.reserve(appraisal.equal_cost.size());
  for (const study::EqualCost& group : appraisal.equal_cost) {
    std::string sentence =
        "The dearest of them costs " + pounds(group.apart) + " more than the cheapest";
    if (group.spread) sentence += ", " + decimal(*group.spread * 100.0, 0) + " %";
    sentences.push_back(sentence + ".");
  }
  return sentences;
}

}  // namespace ficap::report
