#include "study/appraisal.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "models/measures.hpp"
#include "study/appraisal_risk.hpp"
#include "study/appraised_futures.hpp"
#include "study/discounting.hpp"
#include "study/scenario_money.hpp"

namespace ficap::study {

namespace {

constexpr double confidence = 0.95;
constexpr double pence_in_a_pound = 100.0;

Mean mean_of(const Linearised& quantity) {
  return {.value = quantity.value.value_or(0.0), .half_width = quantity.half_width(confidence)};
}

double mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// One option beside business as usual, future by future.
class OptionBesideBase {
 public:
  OptionBesideBase(const AppraisedFutures& futures,
                   const std::vector<MoneyFlows>& base,
                   const std::vector<MoneyFlows>& option,
                   std::span<const double> factors)
      : futures_{futures}, base_{base}, option_{option}, factors_{factors} {}

  /// @param nets its net in each future, with bias
  ViewOfOption view(View view, std::vector<double>& nets) const {
    std::vector<double> costs;
    std::vector<double> benefits;
    double recovered = 0.0;
    for (std::size_t f = 0; f < base_.size(); ++f) {
      const Increment more = increment(view, f);
      recovered += present_value(more.recovered, factors_);
      costs.push_back(present_value(more.costs, factors_));
      benefits.push_back(present_value(more.benefits, factors_));
    }
    const double cost = mean(costs);
    const double benefit = mean(benefits);
    const bool spends_more = cost >= 0.0;
    // By what this view gets: victims, or other forces, may get more of less. Where it gets
    // nothing yet (no social value is stated), by what a value would be of.
    const bool brings_more = benefit != 0.0 ? benefit > 0.0 : recovered >= 0.0;
    const BiasFactors bias =
        bias_factors(futures_.stated().terms.optimism_bias, spends_more, brings_more);
    nets.clear();
    for (std::size_t f = 0; f < costs.size(); ++f)
      nets.push_back((bias.benefits * benefits[f]) - (bias.costs * costs[f]));
    ViewOfOption result{.costs = bias.costs * cost,
                        .benefits = bias.benefits * benefit,
                        .net = mean_of(linearised_mean(nets)),
                        .net_without_bias = benefit - cost,
                        .spends_more = spends_more,
                        .brings_more = brings_more,
                        .ratio = {},
                        .chance_positive = share_above_0(nets),
                        .chance_positive_with_ranges = {},
                        .twentieths_with_ranges = {},
                        .switching_recoveries = {},
                        .switching_costs = {}};
    if (result.costs * result.benefits > 0.0) {  // where it saves and loses, too
      result.switching_recoveries = result.costs / result.benefits;
      result.switching_costs = result.benefits / result.costs;
      if (result.costs > 0.0) result.ratio = result.switching_costs;
    }
    return result;
  }

  /// Additional money of the force, year by year, mean and without bias.
  [[nodiscard]] std::vector<double> force_net() const {
    std::vector<double> net(futures_.years());
    for (std::size_t f = 0; f < base_.size(); ++f) {
      const Increment more = increment(View::force, f);
      for (std::size_t year = 0; year < net.size(); ++year)
        net[year] += (more.benefits[year] - more.costs[year]) / static_cast<double>(base_.size());
    }
    return net;
  }

  /// Undiscounted, of all organisations over all years, in each future.
  [[nodiscard]] std::vector<double> more_cost() const {
    return each([](const YearMoney& money) { return money.cost(); });
  }
  [[nodiscard]] std::vector<double> more_recovered() const {
    return each([](const YearMoney& money) { return money.recovered(); });
  }

 private:
  [[nodiscard]] Increment increment(View view, std::size_t future) const {
    return futures_.increment(view, option_[future], base_[future], futures_.stated());
  }
  static double share_above_0(const std::vector<double>& nets) {
    const auto above =
        std::count_if(nets.begin(), nets.end(), [](double net) { return net > 0.0; });
    return static_cast<double>(above) / static_cast<double>(nets.size());
  }
  template <class Amount>
  [[nodiscard]] std::vector<double> each(Amount&& amount) const {
    std::vector<double> values;
    for (std::size_t f = 0; f < base_.size(); ++f) {
      std::int64_t pence = 0;
      for (std::size_t year = 0; year < futures_.years(); ++year)
        pence += amount(option_[f].of_year(year)) - amount(base_[f].of_year(year));
      values.push_back(static_cast<double>(pence) / pence_in_a_pound);
    }
    return values;
  }

  const AppraisedFutures& futures_;
  const std::vector<MoneyFlows>& base_;
  const std::vector<MoneyFlows>& option_;
  std::span<const double> factors_;
};

// Present value of what a kind of money is more than in business as usual.
template <class Amount>
double more(const std::vector<YearMeans>& option,
            const std::vector<YearMeans>& base,
            std::span<const double> factors,
            Amount&& amount) {
  double sum = 0.0;
  for (std::size_t year = 0; year < factors.size(); ++year)
    sum += (amount(option[year]) - amount(base[year])) * factors[year];
  return sum;
}

Parties parties_of(const ScenarioMoney& option,
                   const ScenarioMoney& base,
                   std::span<const double> factors,
                   std::size_t pays,
                   double value_of_recovery) {
  Parties parties;
  double recovered = 0.0;
  for (std::size_t o = 0; o < option.organisations.size(); ++o) {
    const auto of = [&](auto&& amount) {
      return more(option.organisations[o], base.organisations[o], factors, amount);
    };
    const double receipts = of([](const YearMeans& year) { return year.to_force(); });
    const double costs = of([](const YearMeans& year) { return year.cost(); });
    (o == pays ? parties.force_receipts : parties.other_forces_receipts) += receipts;
    (o == pays ? parties.force_costs : parties.other_forces_costs) -= costs;
    recovered += of([](const YearMeans& year) { return year.recovered(); });
    parties.victims += of([](const YearMeans& year) {
      return year.receipts[static_cast<std::size_t>(ReceiptKind::victims)];
    });
    parties.rest_of_public_sector += of([](const YearMeans& year) {
      return year.receipts[static_cast<std::size_t>(ReceiptKind::rest_of_public_sector)];
    });
  }
  parties.offenders = -recovered;
  parties.society = value_of_recovery * recovered;
  return parties;
}

std::vector<AffordabilityYear> affordability_of(const ScenarioMoney& money,
                                                std::span<const double> prices,
                                                const AppraisalTerms& terms,
                                                std::size_t pays) {
  std::vector<AffordabilityYear> years;
  for (std::size_t year = 0; year < prices.size(); ++year) {
    const YearMeans& means = money.organisations[pays][year];
    AffordabilityYear row{.cost = means.cost() * prices[year],
                          .receipts = means.to_force() * prices[year],
                          .budget = {}};
    if (terms.budget) {
      row.budget = static_cast<double>(terms.budget->value.pence) / pence_in_a_pound * prices[year];
    }
    years.push_back(row);
  }
  return years;
}

// What an option changes in a measure of one organisation, or of all.
PairedDifference change_of(std::string_view name,
                           const Alternative& option,
                           const Alternative& base,
                           std::optional<Cut> cut) {
  const MeasureRef ref{.measure = models::find_measure(name), .cut = cut};
  return paired_difference(
      quantity_in(option, ref, base.ids), quantity_in(base, ref, base.ids), confidence);
}

std::vector<double> served_in(const Alternative& alternative) {
  const std::size_t at = alternative.layout.total(models::Counter::served);
  std::vector<double> values;
  for (const models::Outcome& outcome : alternative.outcomes)
    values.push_back(static_cast<double>(outcome.values[at]));
  return values;
}

std::vector<double> less(std::vector<double> a, const std::vector<double>& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    a[i] -= b[i];
  return a;
}

std::optional<Mean> cost_for_each(const std::vector<double>& cost,
                                  const std::vector<double>& effect,
                                  const PairedDifference& change) {
  if (change.verdict != Verdict::higher) return std::nullopt;
  return mean_of(linearised_ratio(cost, effect));
}

PairedDifference against_nothing(const std::vector<double>& values) {
  const std::vector<double> nothing(values.size(), 0.0);
  return paired_difference(linearised_mean(values), linearised_mean(nothing), confidence);
}

void set_effects(OptionAppraisal& option,
                 const OptionBesideBase& beside,
                 const Alternative& with,
                 const Alternative& without) {
  const std::vector<double> cost = beside.more_cost();
  const std::vector<double> recovered = beside.more_recovered();
  option.more_cost = mean_of(linearised_mean(cost));
  option.needs_met = change_of("served", with, without, std::nullopt);
  option.recovered = against_nothing(recovered);
  option.cost_per_need =
      cost_for_each(cost, less(served_in(with), served_in(without)), option.needs_met);
  option.cost_per_pound = cost_for_each(cost, recovered, option.recovered);
}

void set_organisations(OptionAppraisal& option,
                       const ScenarioMoney& base,
                       const Appraisal& appraisal,
                       const Alternative& with,
                       const Alternative& without) {
  for (std::size_t o = 0; o < appraisal.organisations.size(); ++o) {
    const auto of = [&](auto&& amount) {
      return more(option.money.organisations[o], base.organisations[o], appraisal.factors, amount);
    };
    const Cut cut{models::Dimension::organisation, o};
    option.organisations.push_back(
        {.id = appraisal.organisations[o],
         .costs = of([](const YearMeans& year) { return year.cost(); }),
         .receipts = of([](const YearMeans& year) { return year.to_force(); }),
         .needs_met = change_of("served", with, without, cut),
         .unmet_share = change_of("unmet_share_of_need", with, without, cut)});
  }
}

void set_leads(Appraisal& appraisal,
               const StudyDocument& study,
               const std::vector<std::vector<double>>& nets_of_society) {
  std::vector<std::size_t> among;
  std::vector<Linearised> nets{linearised_mean(std::vector<double>(appraisal.replications, 0.0))};
  for (std::size_t i = 0; i < study.options.size(); ++i) {
    if (study.options[i].kind == OptionKind::sensitivity) continue;
    among.push_back(i);
    nets.push_back(linearised_mean(nets_of_society[i]));
  }
  const std::vector<AgainstBest> leads = against_best(nets, models::Better::higher, confidence);
  for (std::size_t i = 0; i < among.size(); ++i)
    appraisal.options[among[i]].lead = leads[i + 1];
}

}  // namespace

double next_to_nothing(const ScenarioMoney& base) {
  constexpr double share = 0.001;
  double cost = 0.0;
  for (std::size_t year = 0; year < base.organisations.front().size(); ++year)
    cost += base.of_year(year).cost();
  return share * cost;
}

Appraisal appraise(const StudyDocument& study,
                   std::span<const models::Scenario> scenarios,
                   std::span<const Alternative> alternatives,
                   std::uint64_t seed) {
  const AppraisedFutures futures{study, scenarios, alternatives};
  const AppraisalTerms& terms = study.terms;
  Appraisal appraisal;
  appraisal.replications = futures.replications();
  appraisal.organisations =
      alternatives.front().ids[static_cast<std::size_t>(models::Dimension::organisation)];
  appraisal.pays = futures.pays();
  const int first = scenarios.front().planned.plan.start.year;
  for (std::size_t year = 0; year < futures.years(); ++year)
    appraisal.years.push_back(first + static_cast<int>(year));
  appraisal.price_base = financial_year_in(terms.price_base).value();
  appraisal.prices =
      prices_since(appraisal.price_base, first, futures.years(), terms.inflation.value.value);
  appraisal.factors =
      discount_factors(terms.discount_rate.value.value, futures.years(), terms.discounting);

  const std::vector<MoneyFlows> base = futures.flows(0, futures.stated());
  appraisal.base = money_of(futures, 0, base);
  appraisal.affordability =
      affordability_of(appraisal.base, appraisal.prices, terms, appraisal.pays);
  std::vector<std::vector<double>> nets_of_society(study.options.size());
  for (std::size_t i = 0; i < study.options.size(); ++i) {
    const std::vector<MoneyFlows> flows = futures.flows(i + 1, futures.stated());
    const OptionBesideBase beside{futures, base, flows, appraisal.factors};
    OptionAppraisal option;
    std::vector<double> nets;
    for (const View view : {View::society, View::public_purse, View::force}) {
      ViewOfOption& of = option.by_view[static_cast<std::size_t>(view)];
      of = beside.view(view, nets);
      if (std::fabs(of.costs) <= next_to_nothing(appraisal.base)) {
        of.ratio.reset();
        of.switching_recoveries.reset();
        of.switching_costs.reset();
      }
      if (view == View::society) nets_of_society[i] = nets;
    }
    option.money = money_of(futures, i + 1, flows);
    set_effects(option, beside, alternatives[i + 1], alternatives.front());
    const bool is_free = std::fabs(option.more_cost.value) <= next_to_nothing(appraisal.base);
    if (!is_free) option.payback_year = payback_year(beside.force_net());
    option.affordability = affordability_of(option.money, appraisal.prices, terms, appraisal.pays);
    option.parties = parties_of(option.money,
                                appraisal.base,
                                appraisal.factors,
                                appraisal.pays,
                                terms.society.value_of_recovery.value.value);
    const ViewOfOption& society = option.of(View::society);
    const double recovered = -option.parties.offenders;
    const double benefits_bias = bias_factors(terms.optimism_bias, true, recovered >= 0.0).benefits;
    const bool recovers_more = option.recovered.verdict == Verdict::higher;
    if (!is_free && society.costs > 0.0 && recovers_more && recovered > 0.0 && benefits_bias > 0.0)
      option.switching_value_of_recovery = society.costs / (benefits_bias * recovered);
    set_organisations(option, appraisal.base, appraisal, alternatives[i + 1], alternatives.front());
    appraisal.options.push_back(std::move(option));
  }
  set_leads(appraisal, study, nets_of_society);
  set_risks(appraisal, study, futures, seed);
  appraisal.measures = compare(alternatives, decision_measures(scenarios.front().planned));
  return appraisal;
}

}  // namespace ficap::study
