#include "study/experiment.hpp"

#include <utility>

#include "models/simulator.hpp"
#include "study/observe.hpp"
#include "study/plausible.hpp"

namespace ficap::study {

Experiment::Experiment(const models::Scenario& scenario,
                       std::vector<MeasureRef> measures,
                       std::uint64_t seed)
    : numbers_{scenario},
      ids_{ids_of(numbers_.all())},
      measures_{std::move(measures)},
      seed_{seed} {}

std::vector<Seen> Experiment::at(std::span<const double> places,
                                 std::uint32_t first,
                                 std::uint32_t count) const {
  const models::Compiled compiled{numbers_.with(plausible_values(numbers_.all(), places))};
  models::Simulator simulator{compiled};
  std::vector<models::Outcome> outcomes;
  outcomes.reserve(count);
  for (std::uint32_t future = 0; future < count; ++future)
    outcomes.push_back(simulator.run(seed_, first + future));

  std::vector<Seen> seen;
  seen.reserve(measures_.size());
  for (const MeasureRef& ref : measures_) {
    const models::Measure& measure = *ref.measure;
    Seen& each = seen.emplace_back();
    each.over_futures = linearised(measure, compiled.layout(), outcomes, ref.cut);
    for (const models::Outcome& outcome : outcomes) {
      each.singles.push_back(
          value_of(measure, observe(measure, compiled.layout(), outcome, ref.cut)));
    }
  }
  return seen;
}

}  // namespace ficap::study
