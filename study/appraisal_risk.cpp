#include "study/appraisal_risk.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "study/discounting.hpp"
#include "study/latin_hypercube.hpp"
#include "study/plausible.hpp"

namespace ficap::study {

namespace {

// Designs of one study are told apart by number; uncertainty has those below.
constexpr std::uint32_t design_of_prices = 0xA99;
constexpr double largest_switch = 10.0;
constexpr std::array all_views{View::society, View::public_purse, View::force};

std::size_t place(View view) {
  return static_cast<std::size_t>(view);
}

/// Nets of options at other prices than those stated. Which way bias goes is settled by what the
/// option is expected to cost and bring at the prices stated.
class Nets {
 public:
  Nets(const AppraisedFutures& futures, const StudyDocument& study, const Appraisal& appraisal)
      : futures_{futures}, discounting_{study.terms.discounting}, appraisal_{appraisal} {}

  /// @returns the net of each option in each view, one future
  [[nodiscard]] std::array<std::vector<double>, views> in_future(const Prices& prices,
                                                                 std::size_t future) const {
    std::array<std::vector<double>, views> nets;
    const auto factors = factors_at(prices);
    const MoneyFlows base = futures_.flows(0, future, prices);
    for (std::size_t i = 1; i < futures_.scenarios(); ++i) {
      const MoneyFlows option = futures_.flows(i, future, prices);
      for (const View view : all_views)
        nets[place(view)].push_back(net(view, i - 1, option, base, prices, factors));
    }
    return nets;
  }

  /// @returns the same, mean over all futures
  [[nodiscard]] std::array<std::vector<double>, views> mean(const Prices& prices) const {
    std::array<std::vector<double>, views> sums;
    for (std::vector<double>& sum : sums)
      sum.resize(futures_.scenarios() - 1);
    const auto factors = factors_at(prices);
    const std::vector<MoneyFlows> base = futures_.flows(0, prices);
    for (std::size_t i = 1; i < futures_.scenarios(); ++i) {
      const std::vector<MoneyFlows> option = futures_.flows(i, prices);
      for (std::size_t f = 0; f < base.size(); ++f) {
        for (const View view : all_views) {
          sums[place(view)][i - 1] += net(view, i - 1, option[f], base[f], prices, factors) /
                                      static_cast<double>(base.size());
        }
      }
    }
    return sums;
  }

 private:
  [[nodiscard]] std::vector<double> factors_at(const Prices& prices) const {
    return discount_factors(prices.terms.discount_rate.value.value, futures_.years(), discounting_);
  }
  [[nodiscard]] double net(View view,
                           std::size_t option,
                           const MoneyFlows& with,
                           const MoneyFlows& without,
                           const Prices& prices,
                           const std::vector<double>& factors) const {
    const Increment more = futures_.increment(view, with, without, prices);
    const ViewOfOption& stated = appraisal_.options[option].of(view);
    const BiasFactors bias =
        bias_factors(prices.terms.optimism_bias, stated.spends_more, stated.brings_more);
    return (bias.benefits * present_value(more.benefits, factors)) -
           (bias.costs * present_value(more.costs, factors));
  }

  const AppraisedFutures& futures_;
  Discounting discounting_;
  const Appraisal& appraisal_;
};

std::vector<double> stated_values(std::span<const models::UncertainNumber> numbers) {
  std::vector<double> values;
  values.reserve(numbers.size());
  for (const models::UncertainNumber& number : numbers)
    values.push_back(number.value);
  return values;
}

void set_sensitivity(Appraisal& appraisal, const PriceNumbers& numbers, const Nets& nets) {
  for (std::size_t n = 0; n < numbers.all().size(); ++n) {
    SensitivityRow row{.number = numbers.all()[n], .nets = {}};
    std::vector<double> values = stated_values(numbers.all());
    values[n] = row.number.low;
    const auto low = nets.mean(numbers.with(values));
    values[n] = row.number.high;
    const auto high = nets.mean(numbers.with(values));
    for (std::size_t v = 0; v < views; ++v) {
      for (std::size_t i = 0; i < low[v].size(); ++i)
        row.nets[v].push_back({.at_low = low[v][i], .at_high = high[v][i]});
    }
    appraisal.sensitivity.push_back(std::move(row));
  }
  std::stable_sort(
      appraisal.sensitivity.begin(),
      appraisal.sensitivity.end(),
      [](const SensitivityRow& a, const SensitivityRow& b) { return a.swing() > b.swing(); });
}

void describe(ViewOfOption& view, std::vector<double> nets) {
  std::sort(nets.begin(), nets.end());
  const auto first_above = std::upper_bound(nets.begin(), nets.end(), 0.0);
  view.chance_positive_with_ranges =
      static_cast<double>(nets.end() - first_above) / static_cast<double>(nets.size());
  for (std::size_t twentieth = 1; twentieth < 20; ++twentieth)
    view.twentieths_with_ranges.push_back(nets[(nets.size() * twentieth) / 20]);
}

void set_chances(Appraisal& appraisal,
                 const PriceNumbers& numbers,
                 const Nets& nets,
                 std::uint64_t seed) {
  if (numbers.all().empty()) return;
  appraisal.draws = draws_of_prices;
  const std::vector<double> places =
      latin_hypercube(seed, design_of_prices, ids_of(numbers.all()), draws_of_prices);
  // By view and option, the net in each draw.
  std::array<std::vector<std::vector<double>>, views> drawn;
  for (auto& of_view : drawn)
    of_view.resize(appraisal.options.size());
  const std::size_t width = numbers.all().size();
  for (std::size_t draw = 0; draw < draws_of_prices; ++draw) {
    const Prices prices = numbers.with(
        plausible_values(numbers.all(), std::span{places}.subspan(draw * width, width)));
    const auto at = nets.in_future(prices, draw % appraisal.replications);
    for (std::size_t v = 0; v < views; ++v) {
      for (std::size_t i = 0; i < at[v].size(); ++i)
        drawn[v][i].push_back(at[v][i]);
    }
  }
  for (std::size_t i = 0; i < appraisal.options.size(); ++i) {
    for (std::size_t v = 0; v < views; ++v)
      describe(appraisal.options[i].by_view[v], std::move(drawn[v][i]));
  }
}

// Neighbours in the order of their nets; what is there for sensitivity is not to be chosen.
void set_switches(Appraisal& appraisal, const StudyDocument& study) {
  std::vector<std::size_t> options;
  for (std::size_t i = 0; i < study.options.size(); ++i) {
    if (study.options[i].kind != OptionKind::sensitivity) options.push_back(i);
  }
  for (const View view : {View::society, View::force}) {
    const auto of = [&](std::size_t i) -> const ViewOfOption& {
      return appraisal.options[i].of(view);
    };
    std::stable_sort(options.begin(), options.end(), [&](std::size_t a, std::size_t b) {
      return of(a).net.value > of(b).net.value;
    });
    for (std::size_t i = 1; i < options.size(); ++i) {
      SwitchBetween between{
          .ahead = options[i - 1], .behind = options[i], .view = view, .recoveries = {}};
      const double costs = of(between.ahead).costs - of(between.behind).costs;
      const double benefits = of(between.ahead).benefits - of(between.behind).benefits;
      if (benefits != 0.0) {
        const double factor = costs / benefits;
        if (factor >= 0.0 && factor <= largest_switch) between.recoveries = factor;
      }
      appraisal.switches.push_back(between);
    }
  }
}

void set_equal_cost(Appraisal& appraisal, const StudyDocument& study) {
  for (const auto& ids : study.equal_cost) {
    EqualCost group;
    double least = 0.0;
    double most = 0.0;
    for (std::size_t i = 0; i < study.options.size(); ++i) {
      if (std::find(ids.begin(), ids.end(), study.options[i].id) == ids.end()) continue;
      const double cost = appraisal.options[i].of(View::public_purse).costs;
      least = group.options.empty() ? cost : std::min(least, cost);
      most = group.options.empty() ? cost : std::max(most, cost);
      group.options.push_back(i);
    }
    group.apart = most - least;
    if (least > 0.0) group.spread = (most / least) - 1.0;
    appraisal.equal_cost.push_back(std::move(group));
  }
}

}  // namespace

double SensitivityRow::swing() const {
  double most = 0.0;
  for (const View view : {View::society, View::force}) {
    for (const Nets& option : nets[static_cast<std::size_t>(view)])
      most = std::max(most, std::fabs(option.at_high - option.at_low));
  }
  return most;
}

void set_risks(Appraisal& appraisal,
               const StudyDocument& study,
               const AppraisedFutures& futures,
               std::uint64_t seed) {
  const PriceNumbers numbers{futures.stated()};
  const Nets nets{futures, study, appraisal};
  set_sensitivity(appraisal, numbers, nets);
  set_chances(appraisal, numbers, nets, seed);
  set_switches(appraisal, study);
  set_equal_cost(appraisal, study);
}

}  // namespace ficap::study
