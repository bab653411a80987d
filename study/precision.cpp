#include "study/precision.hpp"

#include <utility>

namespace ficap::study {

SideBySide simulate_until(SequentialRule& rule,
                          std::uint64_t seed,
                          const SimulatePart& simulate_part,
                          const QuantitiesOf& quantities) {
  SideBySide all;
  while (!rule.finished()) {
    const auto done = static_cast<std::uint32_t>(all.replications());
    append(
        all,
        simulate_part({.seed = seed, .replications = rule.replications() - done, .first = done}));
    if (all.interrupted || !all.failures.empty()) break;
    rule.look(quantities(all));
  }
  return all;
}

std::vector<Linearised> quantities_of(const std::vector<PrecisionGoal>& goals,
                                      const models::Layout& layout,
                                      std::span<const models::Outcome> outcomes) {
  std::vector<Linearised> quantities;
  quantities.reserve(goals.size());
  for (const PrecisionGoal& goal : goals)
    quantities.push_back(linearised(*goal.measure.measure, layout, outcomes, goal.measure.cut));
  return quantities;
}

std::vector<PrecisionTarget> targets_of(const std::vector<PrecisionGoal>& goals) {
  std::vector<PrecisionTarget> targets;
  targets.reserve(goals.size());
  for (const PrecisionGoal& goal : goals)
    targets.push_back(goal.target);
  return targets;
}

PrecisionReached precision_reached(std::vector<PrecisionGoal> goals,
                                   std::uint32_t most,
                                   std::uint32_t replications,
                                   const Quantities& quantities,
                                   std::size_t family) {
  SequentialRule rule{targets_of(goals), most, family};
  while (!rule.finished() && rule.replications() <= replications)
    rule.look(quantities(rule.replications()));
  const bool interrupted = !rule.finished();
  if (interrupted) rule.stop(quantities(replications), replications);
  return {.goals = std::move(goals),
          .seen = rule.seen(),
          .met = rule.met(),
          .interrupted = interrupted,
          .look = rule.look_number(),
          .replications = rule.replications(),
          .most = most,
          .error = rule.error(),
          .expected = rule.expected()};
}

PrecisionReached precision_reached(std::vector<PrecisionGoal> goals,
                                   std::uint32_t most,
                                   const models::Layout& layout,
                                   std::span<const models::Outcome> outcomes) {
  const auto quantities = [goals, &layout, outcomes](std::size_t replications) {
    return quantities_of(goals, layout, outcomes.first(replications));
  };
  const auto known = static_cast<std::uint32_t>(outcomes.size());
  return precision_reached(std::move(goals), most, known, quantities);
}

}  // namespace ficap::study
