#include "study/experiment.hpp"

#include <optional>
#include <utility>

#include "study/observe.hpp"
#include "study/plausible.hpp"

namespace ficap::study {

Experiment::Experiment(const models::Scenario& scenario,
                       std::vector<MeasureRef> measures,
                       std::uint64_t seed,
                       Archive archive)
    : numbers_{scenario},
      ids_{ids_of(numbers_.all())},
      measures_{std::move(measures)},
      seed_{seed},
      archive_{std::move(archive)} {}

std::vector<SeenMeasure> Experiment::at(std::span<const double> places,
                                        FuturesOfPoint futures,
                                        const std::function<bool()>& stop) const {
  return at_values(plausible_values(numbers_.all(), places), futures, stop);
}

std::vector<SeenMeasure> Experiment::at_values(std::span<const double> values,
                                               FuturesOfPoint futures,
                                               const std::function<bool()>& stop) const {
  const models::Compiled compiled{numbers_.with(values)};
  std::optional<models::Simulator> simulator;
  std::vector<models::Outcome> outcomes;
  outcomes.reserve(futures.count);
  for (std::uint32_t i = 0; i < futures.count; ++i)
    outcomes.push_back(
        outcome(compiled, simulator, futures.first + i, futures.simulation + i, stop));
  return seen(compiled, outcomes);
}

StatedValues Experiment::as_stated(FuturesOfPoint futures,
                                   const Executor& executor,
                                   const Watch& watch) const {
  std::vector<double> own;
  for (const models::UncertainNumber& number : numbers_.all())
    own.push_back(number.value);
  const models::Compiled compiled{numbers_.with(own)};
  std::vector<std::optional<models::Simulator>> simulators(executor.workers);
  std::vector<models::Outcome> outcomes(futures.count);
  StatedValues stated;
  stated.done = for_each_point(
      futures.count,
      [&](std::size_t worker, std::size_t point) {
        const auto i = static_cast<std::uint32_t>(point);
        outcomes[point] = outcome(compiled,
                                  simulators.at(worker),
                                  futures.first + i,
                                  futures.simulation + i,
                                  watch.should_stop);
      },
      executor,
      watch);
  if (stated.done.finished < futures.count) return stated;
  for (const SeenMeasure& each : seen(compiled, outcomes))
    stated.values.push_back(each.over_futures.value);
  return stated;
}

models::Outcome Experiment::outcome(const models::Compiled& compiled,
                                    std::optional<models::Simulator>& simulator,
                                    std::uint32_t future,
                                    std::uint32_t simulation,
                                    const std::function<bool()>& stop) const {
  if (archive_.find) {
    auto known = archive_.find(0, simulation);
    if (known) return std::move(*known);
  }
  if (!simulator) {
    simulator.emplace(compiled);
    simulator->stop_when(stop);
  }
  models::Outcome outcome = simulator->run(seed_, future);
  if (archive_.keep) archive_.keep(0, simulation, outcome);
  return outcome;
}

std::vector<SeenMeasure> Experiment::seen(const models::Compiled& compiled,
                                          std::span<const models::Outcome> outcomes) const {
  std::vector<SeenMeasure> seen;
  seen.reserve(measures_.size());
  for (const MeasureRef& ref : measures_) {
    const models::Measure& measure = *ref.measure;
    SeenMeasure& each = seen.emplace_back();
    each.over_futures = linearised(measure, compiled.layout(), outcomes, ref.cut);
    for (const models::Outcome& outcome : outcomes) {
      each.singles.push_back(
          value_of(measure, observe(measure, compiled.layout(), outcome, ref.cut)));
    }
  }
  return seen;
}

}  // namespace ficap::study
