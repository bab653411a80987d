#include <algorithm>
#include <map>

#include "report/workbook/sheets.hpp"

namespace ficap::report::workbook {

namespace {

constexpr std::uint32_t headings_row = 3;
constexpr std::uint16_t column_total = 1;
constexpr std::uint16_t column_present = 2;
constexpr std::uint16_t first_year_column = 3;
constexpr std::uint16_t least_columns = 8;  ///< of the table of views

using study::ReceiptKind;
using study::View;

/// A row of money: each year, all of them, and what that is worth today.
struct Line {
  ByYear years;
  Formula total;
  Formula present;
};

/// What a scenario costs and brings, before anything is compared.
struct Lines {
  Line cost;
  Line force_cost;
  Line recovered;
  Line victims;
  Line rest;
  Line force_receipts;
  Line others_receipts;
};

class Options {
 public:
  Options(Sheet& sheet, const Case& the_case, const Inputs& inputs)
      : sheet_{sheet}, case_{the_case}, inputs_{inputs} {}

  void write_factors() {
    const std::uint32_t first = row_;
    sheet_.text(first, 0, "Number of the year");
    sheet_.text(first + 1, 0, "Discount factor");
    sheet_.text(first + 2, 0, "Prices, those of " + case_.terms().price_base + " being 1");
    const int since = case_.facts().appraisal.years.front() - case_.facts().appraisal.price_base;
    const Formula half = either(
        equals(inputs_.discounting, Formula::words("middle of year")), Formula{0.5}, Formula{0.0});
    for (std::size_t year = 0; year < case_.years(); ++year) {
      const Formula number = sheet_.number(
          first, column(year), static_cast<double>(year + 1), Shown::count, Look::plain);
      numbers_.push_back(number);
      factors_.push_back(sheet_.put(first + 1,
                                    column(year),
                                    1.0 / raised(1.0 + inputs_.discount_rate, number - 1.0 + half),
                                    Shown::factor));
      prices_.push_back(
          sheet_.put(first + 2,
                     column(year),
                     raised(1.0 + inputs_.inflation, number - 1.0 + static_cast<double>(since)),
                     Shown::factor));
    }
    row_ = first + 4;
  }

  ScenarioCells write_base(const VolumeCells& volumes) {
    base_ = scenario(0, volumes, base_cells_);
    affordability(base_cells_);
    row_ += 2;
    return base_cells_;
  }

  OptionCells write_option(std::size_t option, const VolumeCells& volumes) {
    breaks_.push_back(row_);
    OptionCells cells;
    const Lines lines = scenario(option + 1, volumes, cells.scenario);
    affordability(cells.scenario);
    increments(cells, lines);
    views(cells);
    row_ += 2;
    return cells;
  }

  /// study::next_to_nothing()
  [[nodiscard]] Formula next_to_nothing() const { return 0.001 * sum(base_.cost.years); }

  [[nodiscard]] const std::vector<std::uint32_t>& breaks() const noexcept { return breaks_; }

 private:
  static std::uint16_t column(std::size_t year) {
    return static_cast<std::uint16_t>(first_year_column + year);
  }
  [[nodiscard]] std::uint16_t last_column() const {
    return std::max<std::uint16_t>(column(case_.years() - 1), least_columns - 1);
  }

  void section(std::string_view name) {
    for (std::uint16_t each = 0; each <= last_column(); ++each)
      sheet_.blank(row_, each, Look::section);
    sheet_.text(row_++, 0, name, Look::section);
  }

  template <class Amount>
  ByYear years(std::string_view label, Shown shown, Look look, Amount&& amount) {
    sheet_.text(row_, 0, label, look);
    ByYear cells;
    for (std::size_t year = 0; year < case_.years(); ++year)
      cells.push_back(sheet_.put(row_, column(year), amount(year), shown, look));
    return cells;
  }

  // Money: with its sum, and its present value where that is asked for.
  template <class Amount>
  Line money(std::string_view label, Amount&& amount, Look look = Look::plain) {
    Line line;
    line.years = years(label, Shown::pounds, look, amount);
    line.total = sheet_.put(row_, column_total, sum(line.years), Shown::pounds, look);
    line.present = sheet_.put(
        row_, column_present, sum_of_products(line.years, factors_), Shown::pounds, look);
    ++row_;
    return line;
  }

  void people(const VolumeCells& volumes) {
    std::map<std::string, std::vector<const RoleCells*>> by_role;
    for (const RoleCells& role : volumes.roles)
      by_role[role.role].push_back(&role);
    const auto of_all = [&](const std::string& label, ByYear RoleCells::*member, auto&& chosen) {
      std::vector<const RoleCells*> with;
      for (const RoleCells& role : volumes.roles) {
        if (chosen(role) && !(role.*member).empty()) with.push_back(&role);
      }
      if (with.empty()) return;
      years(label, Shown::one_decimal, Look::plain, [&](std::size_t year) {
        std::vector<Formula> terms;
        terms.reserve(with.size());
        for (const RoleCells* role : with)
          terms.push_back((role->*member)[year]);
        return sum(terms);
      });
      for (const std::uint16_t each : {column_total, column_present})
        sheet_.blank(row_, each, Look::plain);
      ++row_;
    };
    const auto any = [](const RoleCells&) { return true; };
    for (const auto& [id, roles] : by_role) {
      of_all(case_.role(id) + ": full-time equivalents in post",
             &RoleCells::fte,
             [&id = id](const RoleCells& role) { return role.role == id; });
    }
    of_all("Joiners, all roles", &RoleCells::joiners, any);
    of_all("Trainings begun, all roles", &RoleCells::trainees, any);
  }

  // The lines of some kinds of money for some of the organisations.
  template <class Kinds>
  std::vector<Line> by_kind(const VolumeCells& volumes,
                            Kinds OrganisationCells::*kinds,
                            const std::vector<std::size_t>& organisations,
                            const auto& names) {
    std::vector<Line> lines;
    for (std::size_t kind = 0; kind < names.size(); ++kind) {
      lines.push_back(money("   " + std::string{names[kind]}, [&](std::size_t year) {
        std::vector<Formula> terms;
        terms.reserve(organisations.size());
        for (const std::size_t o : organisations)
          terms.push_back((volumes.organisations.at(o).*kinds)[kind][year]);
        return sum(terms);
      }));
    }
    return lines;
  }

  Line total(std::string_view label, const std::vector<const Line*>& lines, Look look) {
    return money(
        label,
        [&](std::size_t year) {
          std::vector<Formula> terms;
          terms.reserve(lines.size());
          for (const Line* line : lines)
            terms.push_back(line->years[year]);
          return sum(terms);
        },
        look);
  }
  static std::vector<const Line*> all(const std::vector<Line>& lines) {
    std::vector<const Line*> list;
    list.reserve(lines.size());
    for (const Line& line : lines)
      list.push_back(&line);
    return list;
  }

  Lines scenario(std::size_t index, const VolumeCells& volumes, ScenarioCells& cells) {
    for (std::uint16_t each = 0; each <= last_column(); ++each)
      sheet_.blank(row_, each, Look::name);
    sheet_.height(row_, 2);
    cells.name = sheet_.text(row_++, 0, case_.name(index), Look::name);
    section("People, all organisations");
    people(volumes);

    std::vector<std::size_t> others;
    for (std::size_t o = 0; o < volumes.organisations.size(); ++o) {
      if (o != case_.appraisal().pays) others.push_back(o);
    }
    Lines lines;
    const std::string payer = case_.payer();
    section("Costs of " + payer);
    const auto ours =
        by_kind(volumes, &OrganisationCells::costs, {case_.appraisal().pays}, cost_kinds_called());
    lines.force_cost = total("All costs of " + payer, all(ours), Look::subtotal);
    lines.cost = lines.force_cost;
    if (!others.empty()) {
      section("Costs of other organisations");
      const auto theirs = by_kind(volumes, &OrganisationCells::costs, others, cost_kinds_called());
      const Line sum_of_theirs =
          total("All costs of other organisations", all(theirs), Look::subtotal);
      lines.cost =
          total("Costs of all organisations", {&lines.force_cost, &sum_of_theirs}, Look::total);
    }
    receipts(volumes, others, lines);
    cells.cost = lines.cost.years;
    cells.recovered = lines.recovered.years;
    cells.victims = lines.victims.years;
    cells.rest = lines.rest.years;
    cells.force_cost = lines.force_cost.years;
    cells.force_receipts = lines.force_receipts.years;
    cells.others_receipts = lines.others_receipts.years;
    current_ = lines;
    return lines;
  }

  void receipts(const VolumeCells& volumes, const std::vector<std::size_t>& others, Lines& lines) {
    section("What offenders pay, and who gets it");
    std::vector<std::size_t> everyone{case_.appraisal().pays};
    everyone.insert(everyone.end(), others.begin(), others.end());
    const auto sum_of = [&](const std::vector<std::size_t>& organisations,
                            std::initializer_list<ReceiptKind> kinds) {
      return [&volumes, organisations, kinds = std::vector<ReceiptKind>{kinds}](std::size_t year) {
        std::vector<Formula> terms;
        for (const std::size_t o : organisations) {
          for (const ReceiptKind kind : kinds)
            terms.push_back(
                volumes.organisations.at(o).receipts[static_cast<std::size_t>(kind)][year]);
        }
        return sum(terms);
      };
    };
    const std::initializer_list<ReceiptKind> kept{ReceiptKind::force_from_confiscation,
                                                  ReceiptKind::force_from_forfeiture};
    lines.force_receipts = money("   Kept by " + case_.payer(), sum_of({everyone.front()}, kept));
    if (!others.empty())
      lines.others_receipts = money("   Kept by other organisations", sum_of(others, kept));
    lines.victims = money("   Compensation to victims", sum_of(everyone, {ReceiptKind::victims}));
    lines.rest = money("   Rest of the public sector",
                       sum_of(everyone, {ReceiptKind::rest_of_public_sector}));
    std::vector<const Line*> parts{&lines.force_receipts, &lines.victims, &lines.rest};
    if (!others.empty()) parts.insert(parts.begin() + 1, &lines.others_receipts);
    lines.recovered = total("Recovered from offenders", parts, Look::total);
  }

  void affordability(ScenarioCells& cells) {
    section("Affordability for " + case_.payer() + ", in the money of each year");
    const auto in_money = [&](const ByYear& real) {
      return [&](std::size_t year) { return real[year] * prices_[year]; };
    };
    const auto row = [&](std::string_view label, Look look, auto&& amount) {
      ByYear made = years(label, Shown::pounds, look, amount);
      sheet_.put(row_, column_total, sum(made), Shown::pounds, look);
      if (look != Look::plain) sheet_.blank(row_, column_present, look);
      ++row_;
      return made;
    };
    cells.cash_cost =
        row("   Cost of all its teams", Look::plain, in_money(current_.force_cost.years));
    cells.cash_receipts = row("   Its share of what is recovered (not counted on)",
                              Look::plain,
                              in_money(current_.force_receipts.years));
    if (!inputs_.budget) return;
    const ByYear budget = row("   Budget", Look::plain, [&](std::size_t year) {
      return *inputs_.budget * prices_[year];
    });
    row("Left of the budget", Look::subtotal, [&](std::size_t year) {
      return budget[year] - cells.cash_cost[year];
    });
  }

  Line more(std::string_view label, const Line& option, const Line& base, Look look = Look::plain) {
    return money(
        label, [&](std::size_t year) { return option.years[year] - base.years[year]; }, look);
  }

  void increments(OptionCells& cells, const Lines& lines) {
    breaks_.push_back(row_);
    section("More than in business as usual, before optimism bias");
    more_.cost = more("   Costs of all organisations", lines.cost, base_.cost);
    more_.force_cost = more("   Costs of " + case_.payer(), lines.force_cost, base_.force_cost);
    more_.recovered = more("   Recovered from offenders", lines.recovered, base_.recovered);
    more_.victims = more("   Compensation to victims", lines.victims, base_.victims);
    more_.rest = more("   Rest of the public sector", lines.rest, base_.rest);
    more_.force_receipts =
        more("   Kept by " + case_.payer(), lines.force_receipts, base_.force_receipts);
    if (case_.has_others())
      more_.others_receipts =
          more("   Kept by other organisations", lines.others_receipts, base_.others_receipts);
    const Line net = money(
        "Net cash of " + case_.payer(),
        [&](std::size_t year) {
          return more_.force_receipts.years[year] - more_.force_cost.years[year];
        },
        Look::subtotal);
    cells.payback = payback(net);
    cells.more_cost = more_.cost.years;
    cells.more_force_receipts = more_.force_receipts.years;
    cells.total_more_cost = more_.cost.total;
    cells.parties = {
        .offenders = -more_.recovered.present,
        .victims = more_.victims.present,
        .force_receipts = more_.force_receipts.present,
        .others_receipts = case_.has_others() ? more_.others_receipts.present : Formula{0.0},
        .rest = more_.rest.present,
        .force_costs = -more_.force_cost.present,
        .others_costs = to_the_penny(more_.force_cost.present - more_.cost.present),
        .society = inputs_.value_of_recovery * more_.recovered.present};
  }

  // The first year at whose end all so far comes to at least 0, and stays so.
  Formula payback(const Line& net) {
    const auto so_far =
        years("   added up, not discounted", Shown::pounds, Look::plain, [&](std::size_t year) {
          const ByYear& each = net.years;
          return sum({each.begin(), each.begin() + static_cast<std::ptrdiff_t>(year + 1)});
        });
    ++row_;
    const auto below = years(
        "   number of the year while that is below 0",
        Shown::count,
        Look::plain,
        [&](std::size_t year) { return either(so_far[year] < 0.0, numbers_[year], Formula{0.0}); });
    ++row_;
    const Formula last = greatest(below);
    const Formula never = Formula::words("–");
    const Formula is_free = magnitude(sum(more_.cost.years)) <= next_to_nothing();
    const Formula not_within =
        either(equals(last, numbers_.back()), never, either(is_free, never, last + 1.0));
    sheet_.text(row_, 0, "Paid back in cash at the end of year", Look::subtotal);
    Formula cell = sheet_.put(row_, column_total, not_within, Shown::count, Look::subtotal);
    ++row_;
    return cell;
  }

  void views(OptionCells& cells) {
    section("Present values in three views, which must not be mixed");
    sheet_.headings(row_,
                    0,
                    {"View",
                     "More costs",
                     "More benefits",
                     "Costs with optimism bias",
                     "Benefits with optimism bias",
                     "Net present value",
                     "Benefits over costs",
                     "Net without bias"});
    sheet_.height(row_++, 2);
    const auto view = [&](View which,
                          std::string_view label,
                          const Formula& more_costs,
                          const Formula& more_benefits) {
      sheet_.text(row_, 0, label);
      const Formula costs = sheet_.put(row_, 1, more_costs, Shown::pounds);
      const Formula benefits = sheet_.put(row_, 2, more_benefits, Shown::pounds);
      ViewCells& out = cells.views[static_cast<std::size_t>(which)];
      const Formula& bias = inputs_.bias_of_costs;
      const Formula& loss = inputs_.bias_of_benefits;
      out.costs =
          sheet_.put(row_, 3, costs * either(costs >= 0.0, 1.0 + bias, 1.0 - bias), Shown::pounds);
      out.benefits = sheet_.put(
          row_, 4, benefits * either(benefits >= 0.0, 1.0 - loss, 1.0 + loss), Shown::pounds);
      out.net = sheet_.put(row_, 5, out.benefits - out.costs, Shown::pounds, Look::key);
      out.ratio = sheet_.put(row_,
                             6,
                             either(all_of({out.costs > next_to_nothing(), out.benefits > 0.0}),
                                    out.benefits / out.costs,
                                    Formula::words("–")),
                             Shown::two_decimals);
      sheet_.put(row_, 7, benefits - costs, Shown::pounds);
      ++row_;
    };
    view(View::society,
         "Society: value of what is taken from offenders, all costs",
         more_.cost.present,
         inputs_.value_of_recovery * more_.recovered.present);
    view(View::public_purse,
         "Public purse: recovered less victims', all costs",
         more_.cost.present,
         more_.recovered.present - more_.victims.present);
    view(View::force,
         case_.payer() + ": its share, its costs",
         more_.force_cost.present,
         more_.force_receipts.present);
  }

  Sheet& sheet_;
  const Case& case_;
  const Inputs& inputs_;
  std::uint32_t row_{headings_row + 1};
  ByYear numbers_;
  ByYear factors_;
  ByYear prices_;
  Lines base_;
  Lines current_;
  Lines more_;
  ScenarioCells base_cells_;
  std::vector<std::uint32_t> breaks_;
};

}  // namespace

OptionsCells write_options(Sheet& sheet,
                           const Case& the_case,
                           const Inputs& inputs,
                           const std::vector<VolumeCells>& volumes) {
  const auto last = static_cast<std::uint16_t>(
      std::max<std::size_t>(first_year_column + the_case.years(), least_columns) - 1);
  sheet.widths({{.first = 0, .last = 0, .width = 54}, {.first = 1, .last = last, .width = 15}});
  the_case.head(sheet, "Options by year", last);
  sheet.across(2,
               {.first = 0, .last = last},
               "Means over the run's futures, in prices of " + the_case.terms().price_base +
                   "; present values by the discount factors below. Measured: " +
                   the_case.facts().measured_period + ".",
               Look::note);
  sheet.headings(headings_row, 0, {"", "All years", "Present value"});
  OptionsCells cells;
  for (std::size_t year = 0; year < the_case.years(); ++year)
    cells.years.push_back(sheet.text(headings_row,
                                     static_cast<std::uint16_t>(first_year_column + year),
                                     the_case.year(year),
                                     Look::heading_of_numbers));
  for (std::size_t each = first_year_column + the_case.years(); each < least_columns; ++each)
    sheet.blank(headings_row, static_cast<std::uint16_t>(each), Look::heading);
  Options options{sheet, the_case, inputs};
  options.write_factors();
  cells.base = options.write_base(volumes.front());
  cells.next_to_nothing = options.next_to_nothing();
  for (std::size_t option = 0; option < the_case.options(); ++option)
    cells.options.push_back(options.write_option(option, volumes.at(option + 1)));
  sheet.freeze(headings_row + 1, 1);
  sheet.repeat_rows(headings_row, headings_row);
  sheet.page_break_before(options.breaks());
  return cells;
}

}  // namespace ficap::report::workbook
