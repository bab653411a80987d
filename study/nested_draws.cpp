#include "study/nested_draws.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "sim/expects.hpp"
#include "study/estimate.hpp"
#include "study/latin_hypercube.hpp"
#include "study/plausible.hpp"

namespace ficap::study {

namespace {

constexpr std::uint32_t this_design = 0;  // of latin_hypercube()

Percentiles percentiles_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  Percentiles all{};
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = quantile(values, static_cast<double>(i + 1) / 100.0);
  return all;
}

MeasureUncertainty uncertainty_of(const MeasureRef& ref,
                                  std::size_t place,
                                  const NestedDraws& draws) {
  MeasureUncertainty result{.measure = ref};
  std::vector<double> means;
  std::vector<double> variances;
  std::vector<double> singles;
  for (const std::vector<SeenMeasure>& draw : draws.seen) {
    const SeenMeasure& seen = draw[place];
    const std::optional<double> variance = seen.over_futures.variance();
    if (!seen.over_futures.value || !variance) continue;
    means.push_back(*seen.over_futures.value);
    variances.push_back(*variance);
    for (const std::optional<double>& single : seen.singles) {
      if (single) singles.push_back(*single);
    }
  }
  result.draws = means.size();
  if (means.size() < 2) return result;
  const VarianceSplit split = split_variance(means, variances, draws.futures);
  for (double& mean : means)
    mean = split.mean + split.shrinkage * (mean - split.mean);
  result.split = split;
  result.expected = percentiles_of(std::move(means));
  result.single = percentiles_of(std::move(singles));
  return result;
}

}  // namespace

NestedDraws draw_nested(const Experiment& experiment,
                        const NestedPlan& plan,
                        const Executor& executor,
                        const Watch& watch) {
  FICAP_EXPECTS(plan.draws >= 2 && plan.futures >= 2);
  const std::size_t inputs = experiment.numbers().size();
  const std::vector<double> cube =
      latin_hypercube(experiment.seed(), this_design, experiment.ids(), plan.draws);
  const auto places = [&](std::size_t draw) {
    return std::span<const double>{cube}.subspan(draw * inputs, inputs);
  };
  NestedDraws result;
  result.futures = plan.futures;
  const std::uint32_t simulated = plan.only_first.value_or(plan.draws);
  FICAP_EXPECTS(simulated <= plan.draws);
  result.seen.resize(simulated);
  PointsDone done = for_each_point(
      simulated,
      [&](std::size_t /*worker*/, std::size_t draw) {
        const auto first = static_cast<std::uint32_t>(draw * plan.futures);
        result.seen[draw] =
            experiment.at(places(draw),
                          {.first = first, .count = plan.futures, .simulation = first},
                          watch.should_stop);
      },
      executor,
      watch);
  result.seen.resize(done.finished);
  for (std::size_t draw = 0; draw < done.finished; ++draw)
    result.values.push_back(plausible_values(experiment.numbers(), places(draw)));
  result.interrupted = done.interrupted;
  result.failures = std::move(done.failures);
  return result;
}

std::vector<MeasureUncertainty> uncertainty_of(const Experiment& experiment,
                                               const NestedDraws& draws) {
  std::vector<MeasureUncertainty> all;
  all.reserve(experiment.measures().size());
  for (std::size_t place = 0; place < experiment.measures().size(); ++place)
    all.push_back(uncertainty_of(experiment.measures()[place], place, draws));
  return all;
}

}  // namespace ficap::study
