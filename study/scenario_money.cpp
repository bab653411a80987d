#include "study/scenario_money.hpp"

#include <cstdint>
#include <map>
#include <numeric>
#include <span>
#include <string>
#include <utility>

#include "models/accounts.hpp"

namespace ficap::study {

namespace {

constexpr double pence_in_a_pound = 100.0;

// The mean of whole pence: their sum is exact.
double mean_pounds(std::int64_t pence, std::size_t futures) {
  return static_cast<double>(pence) / pence_in_a_pound / static_cast<double>(futures);
}

YearMeans means_of(const YearMoney& sum, std::size_t futures) {
  YearMeans means;
  for (std::size_t i = 0; i < cost_kinds; ++i)
    means.costs[i] = mean_pounds(sum.costs[i], futures);
  for (std::size_t i = 0; i < receipt_kinds; ++i)
    means.receipts[i] = mean_pounds(sum.receipts[i], futures);
  return means;
}

MoneyFlows sum_of(const std::vector<MoneyFlows>& flows) {
  MoneyFlows sum{flows.front().organisations(), flows.front().years()};
  for (const MoneyFlows& each : flows)
    sum += each;
  return sum;
}

/// Sums of what accounts hold, over futures.
class Volumes {
 public:
  Volumes(const AppraisedFutures& futures, std::size_t scenario)
      : roll_{futures.roll(scenario)}, futures_{futures.replications()} {
    teams_.resize(roll_.teams.size() * roll_.years());
    organisations_.resize(roll_.organisations * roll_.years());
    for (const models::Outcome& outcome : futures.alternative(scenario).outcomes) {
      add(teams_, outcome.accounts.teams, models::team_columns());
      add(organisations_, outcome.accounts.organisations, models::organisation_columns());
    }
  }

  [[nodiscard]] std::vector<RoleOf> roles() const {
    std::map<std::pair<std::size_t, std::string>, RoleOf> roles;
    for (std::size_t t = 0; t < roll_.teams.size(); ++t) {
      const PayRoll::Team& team = roll_.teams[t];
      RoleOf& role = roles[{team.organisation, team.role}];
      role.organisation = team.organisation;
      role.role = team.role;
      role.pay = team.pay / pence_in_a_pound;
      role.on_costs = team.on_costs;
      role.years.resize(roll_.years());
      for (std::size_t year = 0; year < roll_.years(); ++year)
        add(role.years[year], teams_[(year * roll_.teams.size()) + t], year);
    }
    std::vector<RoleOf> list;
    list.reserve(roles.size());
    for (auto& [key, role] : roles)
      list.push_back(std::move(role));
    return list;
  }

  [[nodiscard]] std::vector<std::vector<ReceiptYear>> receipts(
      std::span<const AddedCost> added) const {
    std::vector<std::vector<ReceiptYear>> all(roll_.organisations);
    for (std::size_t o = 0; o < roll_.organisations; ++o) {
      for (std::size_t year = 0; year < roll_.years(); ++year) {
        const auto& row = organisations_[(year * roll_.organisations) + o];
        all[o].push_back({.confiscation = pounds(row.confiscation_pence),
                          .confiscation_to_victims = pounds(row.confiscation_to_victims_pence),
                          .forfeiture = pounds(row.forfeiture_pence),
                          .forfeiture_to_victims = pounds(row.forfeiture_to_victims_pence),
                          .cover = pounds(row.cover_pence)});
      }
    }
    for (const AddedCost& cost : added) {
      all[cost.organisation][cost.year].other_costs +=
          static_cast<double>(cost.pence) / pence_in_a_pound;
    }
    return all;
  }

 private:
  template <class Row>
  static void add(std::vector<Row>& sums,
                  const std::vector<Row>& rows,
                  std::span<const models::AccountColumn<Row>> columns) {
    for (std::size_t i = 0; i < sums.size(); ++i) {
      for (const auto& column : columns)
        sums[i].*column.member += rows[i].*column.member;
    }
  }
  void add(RoleYear& into, const models::TeamYear& row, std::size_t year) const {
    const auto count = static_cast<double>(futures_);
    const double whole = 1000.0 * static_cast<double>(roll_.year_ms[year]) * count;
    into.fte += static_cast<double>(row.in_post_fte_ms) / whole;
    into.training_fte += static_cast<double>(row.training_fte_ms) / whole;
    into.joiners += static_cast<double>(row.joiners) / count;
    into.trainees += static_cast<double>(row.trainees) / count;
    into.supplements += pounds(row.supplement_pence);
    into.overtime += pounds(row.overtime_pence);
    into.agency += pounds(row.agency_pence);
  }
  [[nodiscard]] double pounds(std::int64_t pence) const { return mean_pounds(pence, futures_); }

  const PayRoll& roll_;
  std::size_t futures_;
  std::vector<models::TeamYear> teams_;
  std::vector<models::OrganisationYear> organisations_;
};

}  // namespace

double YearMeans::cost() const noexcept {
  return std::accumulate(costs.begin(), costs.end(), 0.0);
}

double YearMeans::recovered() const noexcept {
  return std::accumulate(receipts.begin(), receipts.end(), 0.0);
}

double YearMeans::to_force() const noexcept {
  return receipts[static_cast<std::size_t>(ReceiptKind::force_from_confiscation)] +
         receipts[static_cast<std::size_t>(ReceiptKind::force_from_forfeiture)];
}

YearMeans ScenarioMoney::of_year(std::size_t year) const {
  YearMeans sum;
  for (const std::vector<YearMeans>& organisation : organisations) {
    for (std::size_t i = 0; i < cost_kinds; ++i)
      sum.costs[i] += organisation[year].costs[i];
    for (std::size_t i = 0; i < receipt_kinds; ++i)
      sum.receipts[i] += organisation[year].receipts[i];
  }
  return sum;
}

ScenarioMoney money_of(const AppraisedFutures& futures,
                       std::size_t scenario,
                       const std::vector<MoneyFlows>& flows) {
  const MoneyFlows sum = sum_of(flows);
  ScenarioMoney money;
  money.organisations.resize(sum.organisations());
  for (std::size_t o = 0; o < sum.organisations(); ++o) {
    for (std::size_t year = 0; year < sum.years(); ++year)
      money.organisations[o].push_back(means_of(sum.at(o, year), flows.size()));
  }
  const Volumes volumes{futures, scenario};
  money.roles = volumes.roles();
  money.receipts = volumes.receipts(futures.added(scenario, futures.stated()));
  return money;
}

}  // namespace ficap::study
