#include "study/appraised_futures.hpp"

#include <algorithm>
#include <cstdint>

#include "sim/expects.hpp"

namespace ficap::study {

namespace {

constexpr double pence_in_a_pound = 100.0;

double pounds(std::int64_t pence) {
  return static_cast<double>(pence) / pence_in_a_pound;
}

std::size_t place_of(const std::vector<std::string>& ids, const std::string& id) {
  const auto found = std::find(ids.begin(), ids.end(), id);
  FICAP_EXPECTS(found != ids.end());
  return static_cast<std::size_t>(found - ids.begin());
}

const std::vector<std::string>& organisations_of(const Alternative& alternative) {
  return alternative.ids[static_cast<std::size_t>(models::Dimension::organisation)];
}

}  // namespace

BiasFactors bias_factors(const OptimismBias& bias, bool spends_more, bool brings_more) {
  const double of_costs = bias.costs.value.value;
  const double of_benefits = bias.benefits.value.value;
  return {.costs = spends_more ? 1.0 + of_costs : 1.0 - of_costs,
          .benefits = brings_more ? 1.0 - of_benefits : 1.0 + of_benefits};
}

AppraisedFutures::AppraisedFutures(const StudyDocument& study,
                                   std::span<const models::Scenario> scenarios,
                                   std::span<const Alternative> alternatives)
    : alternatives_{alternatives}, stated_{prices_of(study, scenarios)} {
  FICAP_EXPECTS(scenarios.size() == study.options.size() + 1 &&
                scenarios.size() == alternatives.size());
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    FICAP_EXPECTS(organisations_of(alternatives[i]) == organisations_of(alternatives.front()));
    rolls_.push_back(pay_roll(scenarios[i], alternatives[i].ids));
  }
  pays_ = place_of(organisations_of(alternatives.front()), study.pays.id);
}

std::vector<AddedCost> AppraisedFutures::added(std::size_t scenario, const Prices& prices) const {
  std::vector<AddedCost> costs;
  if (scenario == 0) return costs;
  for (const auto& [id, cost] : prices.options.at(scenario - 1).extra_costs) {
    const std::size_t organisation =
        cost.paid_by ? place_of(organisations_of(alternatives_.front()), cost.paid_by->id) : pays_;
    const auto first = static_cast<std::size_t>(cost.first_year) - 1;
    const std::size_t end =
        cost.last_year ? std::min(years(), static_cast<std::size_t>(*cost.last_year)) : years();
    for (std::size_t year = first; year < end; ++year)
      costs.push_back({organisation, year, cost.a_year.value.pence});
  }
  return costs;
}

std::vector<MoneyFlows> AppraisedFutures::flows(std::size_t scenario, const Prices& prices) const {
  const PayRoll roll = repriced(rolls_.at(scenario), stated_, prices);
  const std::vector<AddedCost> costs = added(scenario, prices);
  std::vector<MoneyFlows> all;
  all.reserve(replications());
  for (const models::Outcome& outcome : alternatives_[scenario].outcomes)
    all.push_back(money_flows(roll, outcome.accounts, prices.terms, costs));
  return all;
}

MoneyFlows AppraisedFutures::flows(std::size_t scenario,
                                   std::size_t future,
                                   const Prices& prices) const {
  return money_flows(repriced(rolls_.at(scenario), stated_, prices),
                     alternatives_[scenario].outcomes[future].accounts,
                     prices.terms,
                     added(scenario, prices));
}

Increment AppraisedFutures::increment(View view,
                                      const MoneyFlows& option,
                                      const MoneyFlows& base,
                                      const Prices& prices) const {
  Increment increment;
  for (std::size_t year = 0; year < years(); ++year) {
    const bool alone = view == View::force;
    const YearMoney with = alone ? option.at(pays_, year) : option.of_year(year);
    const YearMoney without = alone ? base.at(pays_, year) : base.of_year(year);
    increment.costs.push_back(pounds(with.cost() - without.cost()));
    const std::int64_t recovered = with.recovered() - without.recovered();
    increment.recovered.push_back(pounds(recovered));
    const std::int64_t to_victims =
        with.at(ReceiptKind::victims) - without.at(ReceiptKind::victims);
    switch (view) {
      case View::society:
        increment.benefits.push_back(prices.terms.society.value_of_recovery.value.value *
                                     pounds(recovered));
        break;
      case View::public_purse:
        increment.benefits.push_back(pounds(recovered - to_victims));
        break;
      case View::force:
        increment.benefits.push_back(pounds(with.to_force() - without.to_force()));
        break;
    }
  }
  return increment;
}

}  // namespace ficap::study
