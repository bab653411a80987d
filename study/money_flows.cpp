#include "study/money_flows.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include "models/number_values.hpp"
#include "models/plan_end.hpp"
#include "sim/expects.hpp"
#include "sim/time.hpp"

namespace ficap::study {

namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

std::int64_t rounded(double pence) {
  return static_cast<std::int64_t>(std::floor(pence + 0.5));
}

double pence(const models::Sourced<models::Money>& amount) {
  return static_cast<double>(amount.value.pence);
}

// Prices of people in the year `year`, from 0.
class StaffCosts {
 public:
  StaffCosts(const StaffTerms& terms, std::size_t year) : terms_{terms} {
    for (std::size_t i = 0; i < year; ++i)
      growth_ *= 1.0 + terms.real_pay_growth.value.value;
  }

  void add(YearMoney& money,
           const PayRoll::Team& team,
           const models::TeamYear& row,
           std::int64_t year_ms) const {
    const double whole = 1000.0 * static_cast<double>(year_ms);
    const double fte = static_cast<double>(row.in_post_fte_ms) / whole;
    const double training = static_cast<double>(row.training_fte_ms) / whole;
    const double paid = fte - (training * (1.0 - terms_.trainee_pay.value.value));
    const double pay = paid * team.pay * growth_;
    const auto put = [&](CostKind kind, double amount) {
      money.costs[static_cast<std::size_t>(kind)] += rounded(amount);
    };
    put(CostKind::pay, pay);
    put(CostKind::on_costs, pay * (team.on_costs - 1.0));
    put(CostKind::supplements, static_cast<double>(row.supplement_pence) * team.on_costs);
    put(CostKind::overtime,
        static_cast<double>(row.overtime_pence) * terms_.overtime_on_costs.value.value * growth_);
    put(CostKind::agency, static_cast<double>(row.agency_pence));
    put(CostKind::overhead, fte * pence(terms_.overhead));
    put(CostKind::recruitment, static_cast<double>(row.joiners) * pence(terms_.recruitment));
    put(CostKind::training, static_cast<double>(row.trainees) * pence(terms_.training));
    put(CostKind::equipment, static_cast<double>(row.joiners) * pence(terms_.equipment));
  }

 private:
  const StaffTerms& terms_;
  double growth_{1.0};
};

// What of an amount a force keeps once victims have had theirs.
std::int64_t kept(std::int64_t net, const ReceiptTerms& terms, double share) {
  return rounded(static_cast<double>(net) * (1.0 - terms.top_slice.value.value) * share *
                 (1.0 - terms.cap_loss.value.value));
}

void add_receipts(YearMoney& money,
                  const models::OrganisationYear& row,
                  const ReceiptTerms& terms) {
  const auto put = [&](ReceiptKind kind, std::int64_t amount) {
    money.receipts[static_cast<std::size_t>(kind)] += amount;
  };
  const std::int64_t confiscated = row.confiscation_pence - row.confiscation_to_victims_pence;
  const std::int64_t forfeited = row.forfeiture_pence - row.forfeiture_to_victims_pence;
  const std::int64_t of_confiscation = kept(confiscated, terms, terms.of_confiscation.value.value);
  const std::int64_t of_forfeiture = kept(forfeited, terms, terms.of_forfeiture.value.value);
  put(ReceiptKind::force_from_confiscation, of_confiscation);
  put(ReceiptKind::force_from_forfeiture, of_forfeiture);
  put(ReceiptKind::victims, row.confiscation_to_victims_pence + row.forfeiture_to_victims_pence);
  put(ReceiptKind::rest_of_public_sector,
      confiscated + forfeited - of_confiscation - of_forfeiture);
}

}  // namespace

std::int64_t YearMoney::cost() const noexcept {
  return std::accumulate(costs.begin(), costs.end(), std::int64_t{0});
}

std::int64_t YearMoney::recovered() const noexcept {
  return std::accumulate(receipts.begin(), receipts.end(), std::int64_t{0});
}

std::int64_t YearMoney::to_force() const noexcept {
  return at(ReceiptKind::force_from_confiscation) + at(ReceiptKind::force_from_forfeiture);
}

YearMoney& YearMoney::operator+=(const YearMoney& other) noexcept {
  for (std::size_t i = 0; i < cost_kinds; ++i)
    costs[i] += other.costs[i];
  for (std::size_t i = 0; i < receipt_kinds; ++i)
    receipts[i] += other.receipts[i];
  return *this;
}

PayRoll pay_roll(const models::Scenario& scenario, const models::DimensionIds& ids) {
  const models::Plan& plan = scenario.planned.plan;
  const auto& organisations = ids[static_cast<std::size_t>(models::Dimension::organisation)];
  PayRoll roll;
  roll.organisations = organisations.size();
  for (const std::string& id : ids[static_cast<std::size_t>(models::Dimension::team)]) {
    // A team that an option does without is there before the plan, and in no year of it.
    const models::Setting& setting =
        scenario.planned.teams.contains(id) ? scenario.planned : scenario.before;
    const auto team = setting.teams.find(id);
    FICAP_EXPECTS(team != setting.teams.end());
    const auto role = setting.roles.find(team->second.role.id);
    FICAP_EXPECTS(role != setting.roles.end());
    const auto at =
        std::find(organisations.begin(), organisations.end(), team->second.organisation.id);
    FICAP_EXPECTS(at != organisations.end());
    roll.teams.push_back({.organisation = static_cast<std::size_t>(at - organisations.begin()),
                          .role = role->first,
                          .pay = pence(role->second.pay),
                          .on_costs = role->second.on_costs.value.value});
  }
  models::Plan until = plan;
  std::int64_t begin = sim::days_from_civil(until.start);
  for (int year = 1; year <= static_cast<int>(plan.years); ++year) {
    until.years = year;
    const std::int64_t end = sim::days_from_civil(models::plan_end(until));
    roll.year_ms.push_back((end - begin) * ms_per_day);
    begin = end;
  }
  return roll;
}

YearMoney MoneyFlows::of_year(std::size_t year) const {
  YearMoney sum;
  for (std::size_t i = 0; i < organisations(); ++i)
    sum += at(i, year);
  return sum;
}

MoneyFlows& MoneyFlows::operator+=(const MoneyFlows& other) {
  FICAP_EXPECTS(rows_.size() == other.rows_.size() && years_ == other.years_);
  for (std::size_t i = 0; i < rows_.size(); ++i)
    rows_[i] += other.rows_[i];
  return *this;
}

MoneyFlows money_flows(const PayRoll& roll,
                       const models::Accounts& accounts,
                       const AppraisalTerms& terms,
                       std::span<const AddedCost> added) {
  FICAP_EXPECTS(accounts.teams.size() == roll.years() * roll.teams.size() &&
                accounts.organisations.size() == roll.years() * roll.organisations);
  MoneyFlows flows{roll.organisations, roll.years()};
  for (std::size_t year = 0; year < roll.years(); ++year) {
    const StaffCosts staff{terms.staff, year};
    for (std::size_t t = 0; t < roll.teams.size(); ++t) {
      const PayRoll::Team& team = roll.teams[t];
      staff.add(flows.at(team.organisation, year),
                team,
                accounts.teams[(year * roll.teams.size()) + t],
                roll.year_ms[year]);
    }
    for (std::size_t o = 0; o < roll.organisations; ++o) {
      const auto& row = accounts.organisations[(year * roll.organisations) + o];
      YearMoney& money = flows.at(o, year);
      money.costs[static_cast<std::size_t>(CostKind::cover)] += row.cover_pence;
      add_receipts(money, row, terms.receipts);
    }
  }
  for (const AddedCost& cost : added) {
    flows.at(cost.organisation, cost.year).costs[static_cast<std::size_t>(CostKind::other)] +=
        cost.pence;
  }
  return flows;
}

}  // namespace ficap::study
