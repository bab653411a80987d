#include <algorithm>
#include <array>

#include "report/workbook/sheets.hpp"

namespace ficap::report::workbook {

namespace {

constexpr std::uint32_t headings_row = 3;
constexpr std::uint16_t column_item = 3;
constexpr std::uint16_t column_how = 4;
constexpr std::uint16_t first_year_column = 5;

using study::CostKind;
using study::ReceiptKind;

constexpr std::array<std::string_view, study::cost_kinds> how_costs_arise{
    "(in post - in training x (1 - trainee pay)) x pay x growth",
    "pay x (employer's cost for each pound - 1)",
    "supplements x employer's cost for each pound",
    "overtime x what an employer pays on it x growth",
    "as in the run",
    "in post x overhead",
    "joiners x recruitment",
    "trainings x training",
    "joiners x equipment",
    "as in the run",
    "as the study adds it"};
constexpr std::array<std::string_view, study::receipt_kinds> how_receipts_arise{
    "(paid - to victims) x (1 - top slice) x share x (1 - cap loss)",
    "(paid - to victims) x (1 - top slice) x share x (1 - cap loss)",
    "victims come first",
    "what is left"};

template <class Row>
struct Item {
  std::string_view name;
  double Row::*member{};
  Shown shown{};
};
constexpr std::array<Item<study::RoleYear>, 7> role_items{
    {{"FTE in post", &study::RoleYear::fte, Shown::two_decimals},
     {"FTE in training", &study::RoleYear::training_fte, Shown::two_decimals},
     {"Joiners", &study::RoleYear::joiners, Shown::two_decimals},
     {"Trainings begun", &study::RoleYear::trainees, Shown::two_decimals},
     {"Supplements, before on-costs", &study::RoleYear::supplements, Shown::pounds},
     {"Overtime, before on-costs", &study::RoleYear::overtime, Shown::pounds},
     {"Agency", &study::RoleYear::agency, Shown::pounds}}};
constexpr std::array<Item<study::ReceiptYear>, 5> receipt_items{
    {{"Paid under confiscation orders", &study::ReceiptYear::confiscation, Shown::pounds},
     {"of this, to victims", &study::ReceiptYear::confiscation_to_victims, Shown::pounds},
     {"Forfeited cash and accounts", &study::ReceiptYear::forfeiture, Shown::pounds},
     {"of this, to victims", &study::ReceiptYear::forfeiture_to_victims, Shown::pounds},
     {"Cover at hearings", &study::ReceiptYear::cover, Shown::pounds}}};

// The sum times the factor; nothing where there are no terms.
Formula scaled(const std::vector<Formula>& terms, const Formula& factor) {
  if (terms.empty()) return Formula{0.0};
  return sum(terms) * factor;
}

class Volumes {
 public:
  Volumes(Sheet& sheet, const Case& the_case, const Inputs& inputs)
      : sheet_{sheet}, case_{the_case}, inputs_{inputs} {}

  void write_growth() {
    sheet_.text(row_, column_item, "Number of the year");
    sheet_.text(row_ + 1, column_item, "Growth of pay above prices");
    sheet_.text(row_ + 1, column_how, "(1 + growth) ^ (number - 1)", Look::note);
    for (std::size_t year = 0; year < case_.years(); ++year) {
      const Formula number = sheet_.number(
          row_, column(year), static_cast<double>(year + 1), Shown::count, Look::plain);
      growth_.push_back(sheet_.put(row_ + 1,
                                   column(year),
                                   raised(1.0 + inputs_.real_pay_growth, number - 1.0),
                                   Shown::factor));
    }
    row_ += 2;
  }

  VolumeCells write(std::size_t scenario) {
    VolumeCells cells;
    const study::ScenarioMoney& money = case_.money(scenario);
    for (std::size_t o = 0; o < money.organisations.size(); ++o) {
      scenario_ = case_.name(scenario);
      organisation_ = case_.organisation(o);
      cells.organisations.push_back(organisation(scenario, o, cells.roles));
    }
    return cells;
  }
  [[nodiscard]] std::uint32_t row() const noexcept { return row_; }

 private:
  // Of one role: what it is paid, and the rows of its volumes; those that are 0 are left out.
  struct RoleLines {
    const PayInput* pay{};
    std::array<ByYear, role_items.size()> items;
    [[nodiscard]] const ByYear& fte() const { return items[0]; }
    [[nodiscard]] const ByYear& training() const { return items[1]; }
    [[nodiscard]] const ByYear& joiners() const { return items[2]; }
    [[nodiscard]] const ByYear& trainees() const { return items[3]; }
    [[nodiscard]] const ByYear& supplements() const { return items[4]; }
    [[nodiscard]] const ByYear& overtime() const { return items[5]; }
    [[nodiscard]] const ByYear& agency() const { return items[6]; }
  };

  static std::uint16_t column(std::size_t year) {
    return static_cast<std::uint16_t>(first_year_column + year);
  }

  void label(std::string_view role, std::string_view item, std::string_view how, Look look) {
    sheet_.text(row_, 0, scenario_, look);
    sheet_.text(row_, 1, organisation_, look);
    sheet_.text(row_, 2, role, look);
    sheet_.text(row_, column_item, item, look);
    sheet_.text(row_, column_how, how, Look::note);
  }

  template <class Row>
  ByYear volumes(const std::string& role, const std::vector<Row>& years, const Item<Row>& item) {
    const bool any = std::any_of(
        years.begin(), years.end(), [&](const Row& each) { return each.*item.member != 0.0; });
    if (!any) return {};
    label(role, item.name, "as in the run", Look::plain);
    ByYear cells;
    for (std::size_t year = 0; year < years.size(); ++year)
      cells.push_back(
          sheet_.number(row_, column(year), years[year].*item.member, item.shown, Look::run));
    ++row_;
    return cells;
  }

  template <class Amount>
  ByYear amounts(std::string_view item, std::string_view how, Amount&& amount) {
    label("", item, how, Look::plain);
    ByYear cells;
    for (std::size_t year = 0; year < case_.years(); ++year)
      cells.push_back(sheet_.put(row_, column(year), amount(year), Shown::pounds));
    ++row_;
    return cells;
  }

  OrganisationCells organisation(std::size_t scenario,
                                 std::size_t index,
                                 std::vector<RoleCells>& people) {
    const study::ScenarioMoney& money = case_.money(scenario);
    std::vector<RoleLines> roles;
    for (const study::RoleOf& role : money.roles) {
      if (role.organisation != index) continue;
      RoleLines lines{.pay = &inputs_.paid(role.role, role.pay, role.on_costs), .items = {}};
      for (std::size_t i = 0; i < role_items.size(); ++i)
        lines.items[i] = volumes(case_.role(role.role), role.years, role_items[i]);
      people.push_back({.organisation = index,
                        .role = role.role,
                        .fte = lines.fte(),
                        .joiners = lines.joiners(),
                        .trainees = lines.trainees()});
      roles.push_back(std::move(lines));
    }
    std::array<ByYear, receipt_items.size()> flows;
    for (std::size_t i = 0; i < receipt_items.size(); ++i)
      flows[i] = volumes("", money.receipts.at(index), receipt_items[i]);
    OrganisationCells cells;
    write_costs(cells, scenario, index, roles, flows[4]);
    write_receipts(cells, flows);
    return cells;
  }

  // Of all roles that have such a volume, each made into money.
  template <class Of, class Into>
  static std::vector<Formula> of_roles(const std::vector<RoleLines>& roles,
                                       std::size_t year,
                                       Of&& of,
                                       Into&& into) {
    std::vector<Formula> terms;
    for (const RoleLines& role : roles) {
      const ByYear& cells = (role.*of)();
      if (!cells.empty()) terms.push_back(into(role, cells[year]));
    }
    return terms;
  }

  // Full-time equivalents at full pay.
  [[nodiscard]] Formula paid_fte(const RoleLines& role, std::size_t year) const {
    if (role.training().empty()) return role.fte()[year];
    return role.fte()[year] - role.training()[year] * (1.0 - inputs_.trainee_pay);
  }

  [[nodiscard]] Formula cost(CostKind kind,
                             std::size_t year,
                             const std::vector<RoleLines>& roles) const {
    const auto itself = [](const RoleLines&, const Formula& cell) { return cell; };
    switch (kind) {
      case CostKind::pay:
        return scaled(of_roles(roles,
                               year,
                               &RoleLines::fte,
                               [&](const RoleLines& role, const Formula&) {
                                 return paid_fte(role, year) * role.pay->pay_cell;
                               }),
                      growth_[year]);
      case CostKind::on_costs:
        return scaled(of_roles(roles,
                               year,
                               &RoleLines::fte,
                               [&](const RoleLines& role, const Formula&) {
                                 return paid_fte(role, year) * role.pay->pay_cell *
                                        (role.pay->on_costs_cell - 1.0);
                               }),
                      growth_[year]);
      case CostKind::supplements:
        return sum(of_roles(
            roles, year, &RoleLines::supplements, [](const RoleLines& role, const Formula& cell) {
              return cell * role.pay->on_costs_cell;
            }));
      case CostKind::overtime:
        return scaled(of_roles(roles, year, &RoleLines::overtime, itself),
                      inputs_.overtime_on_costs * growth_[year]);
      case CostKind::agency:
        return sum(of_roles(roles, year, &RoleLines::agency, itself));
      case CostKind::overhead:
        return scaled(of_roles(roles, year, &RoleLines::fte, itself), inputs_.overhead);
      case CostKind::recruitment:
        return scaled(of_roles(roles, year, &RoleLines::joiners, itself), inputs_.recruitment);
      case CostKind::training:
        return scaled(of_roles(roles, year, &RoleLines::trainees, itself), inputs_.training);
      case CostKind::equipment:
        return scaled(of_roles(roles, year, &RoleLines::joiners, itself), inputs_.equipment);
      case CostKind::cover:
      case CostKind::other:
        break;
    }
    return Formula{0.0};
  }

  [[nodiscard]] Formula extra(std::size_t scenario,
                              std::size_t organisation,
                              std::size_t year) const {
    std::vector<Formula> terms;
    if (scenario > 0) {
      for (const ExtraInput& each : inputs_.extra.at(scenario - 1)) {
        if (each.organisation == organisation && year >= each.first_year && year <= each.last_year)
          terms.push_back(each.a_year);
      }
    }
    return sum(terms);
  }

  void write_costs(OrganisationCells& cells,
                   std::size_t scenario,
                   std::size_t index,
                   const std::vector<RoleLines>& roles,
                   const ByYear& cover) {
    for (std::size_t kind = 0; kind < study::cost_kinds; ++kind) {
      const auto which = static_cast<CostKind>(kind);
      cells.costs[kind] =
          amounts(cost_kinds_called()[kind], how_costs_arise[kind], [&](std::size_t year) {
            if (which == CostKind::other) return extra(scenario, index, year);
            if (which == CostKind::cover) return cover.empty() ? Formula{0.0} : cover[year];
            return cost(which, year, roles);
          });
    }
  }

  // What is left once victims have had theirs.
  static Formula after_victims(const ByYear& paid, const ByYear& victims, std::size_t year) {
    if (paid.empty()) return Formula{0.0};
    return victims.empty() ? paid[year] : paid[year] - victims[year];
  }

  void write_receipts(OrganisationCells& cells, const std::array<ByYear, 5>& flows) {
    const Formula left = (1.0 - inputs_.top_slice);
    const Formula uncapped = (1.0 - inputs_.cap_loss);
    const auto put = [&](ReceiptKind kind, auto&& amount) {
      const auto at = static_cast<std::size_t>(kind);
      cells.receipts[at] = amounts(receipt_kinds_called()[at], how_receipts_arise[at], amount);
    };
    put(ReceiptKind::force_from_confiscation, [&](std::size_t year) {
      if (flows[0].empty()) return Formula{0.0};
      return after_victims(flows[0], flows[1], year) * left * inputs_.of_confiscation * uncapped;
    });
    put(ReceiptKind::force_from_forfeiture, [&](std::size_t year) {
      if (flows[2].empty()) return Formula{0.0};
      return after_victims(flows[2], flows[3], year) * left * inputs_.of_forfeiture * uncapped;
    });
    put(ReceiptKind::victims, [&](std::size_t year) {
      std::vector<Formula> terms;
      if (!flows[1].empty()) terms.push_back(flows[1][year]);
      if (!flows[3].empty()) terms.push_back(flows[3][year]);
      return sum(terms);
    });
    put(ReceiptKind::rest_of_public_sector, [&](std::size_t year) {
      std::vector<Formula> terms;
      if (!flows[0].empty()) terms.push_back(after_victims(flows[0], flows[1], year));
      if (!flows[2].empty()) terms.push_back(after_victims(flows[2], flows[3], year));
      return sum(terms) - cells.receipts[0][year] - cells.receipts[1][year];
    });
  }

  Sheet& sheet_;
  const Case& case_;
  const Inputs& inputs_;
  std::uint32_t row_{headings_row + 1};
  ByYear growth_;
  std::string scenario_;
  std::string organisation_;
};

}  // namespace

std::vector<VolumeCells> write_volumes(Sheet& sheet, const Case& the_case, const Inputs& inputs) {
  const auto last = static_cast<std::uint16_t>(first_year_column + the_case.years() - 1);
  sheet.widths({{.first = 0, .last = 1, .width = 26},
                {.first = 2, .last = 2, .width = 24},
                {.first = column_item, .last = column_item, .width = 38},
                {.first = column_how, .last = column_how, .width = 46},
                {.first = first_year_column, .last = last, .width = 14}});
  the_case.head(sheet, "Volumes and rates: what all money follows from", last);
  sheet.across(
      2,
      {.first = 0, .last = last},
      "Figures in italics are the run's, means over its futures; the others are formulas on "
      "them and on the assumptions. Volumes that are 0 in every year are left out.",
      Look::note);
  std::vector<std::string> headings{"Scenario", "Organisation", "Role", "What", "How it arises"};
  for (std::size_t year = 0; year < the_case.years(); ++year)
    headings.push_back(the_case.year(year));
  sheet.headings(headings_row, 0, headings);
  Volumes volumes{sheet, the_case, inputs};
  volumes.write_growth();
  std::vector<VolumeCells> cells;
  for (std::size_t scenario = 0; scenario <= the_case.options(); ++scenario)
    cells.push_back(volumes.write(scenario));
  sheet.filter(headings_row, volumes.row() - 1, column_item);
  sheet.freeze(headings_row + 1, first_year_column);
  sheet.repeat_rows(headings_row, headings_row);
  return cells;
}

}  // namespace ficap::report::workbook
