#include "study/replicate.hpp"

#include <cstddef>
#include <utility>

#include "sim/expects.hpp"

namespace ficap::study {

Replications replicate(const Simulate& simulate,
                       StudyPlan plan,
                       const Executor& executor,
                       const Watch& watch) {
  FICAP_EXPECTS(std::uint64_t{plan.first} + plan.replications <= (1U << 24U));
  const auto number = [&](std::size_t place) {
    return plan.first + static_cast<std::uint32_t>(place);
  };
  Replications result;
  result.outcomes.resize(plan.replications);
  PointsDone done = for_each_point(
      plan.replications,
      [&](std::size_t worker, std::size_t place) {
        result.outcomes[place] = simulate(worker, plan.seed, number(place));
      },
      executor,
      watch);
  result.outcomes.resize(done.finished);
  result.interrupted = done.interrupted;
  for (PointFailure& failure : done.failures)
    result.failures.push_back({number(failure.point), std::move(failure.what)});
  return result;
}

}  // namespace ficap::study
