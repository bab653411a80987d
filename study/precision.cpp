#include "study/precision.hpp"

#include <algorithm>
#include <utility>

#include "sim/expects.hpp"

namespace ficap::study {

namespace {

std::vector<Alternative> first_of(std::span<const Alternative> alternatives,
                                  std::uint32_t replications) {
  std::vector<Alternative> all;
  all.reserve(alternatives.size());
  for (const Alternative& each : alternatives) {
    all.push_back(
        {.ids = each.ids, .layout = each.layout, .outcomes = each.outcomes.first(replications)});
  }
  return all;
}

bool are_one_measure(const MeasureRef& a, const MeasureRef& b) {
  return a.measure == b.measure && a.cut == b.cut;
}

}  // namespace

std::vector<PrecisionGoal> for_options(const std::vector<PrecisionGoal>& goals,
                                       std::size_t options) {
  FICAP_EXPECTS(options >= 1);
  std::vector<PrecisionGoal> all;
  for (const PrecisionGoal& goal : goals) {
    for (std::size_t option = 1; option <= options; ++option)
      all.push_back({.measure = goal.measure, .target = goal.target, .option = option});
  }
  return all;
}

SequentialRule rule_for(const std::vector<PrecisionGoal>& goals, std::uint32_t most) {
  std::vector<PrecisionTarget> targets;
  targets.reserve(goals.size());
  for (const PrecisionGoal& goal : goals)
    targets.push_back(goal.target);
  const auto differences = static_cast<std::size_t>(std::count_if(
      goals.begin(), goals.end(), [](const PrecisionGoal& goal) { return goal.option; }));
  return {std::move(targets), most, std::max<std::size_t>(differences, 1)};
}

std::vector<Quantity> quantities_of(const std::vector<PrecisionGoal>& goals,
                                    std::span<const Alternative> alternatives) {
  const Alternative& base = alternatives.front();
  std::vector<Quantity> quantities;
  quantities.reserve(goals.size());
  Linearised of_base;
  for (std::size_t i = 0; i < goals.size(); ++i) {
    const PrecisionGoal& goal = goals[i];
    if (i == 0 || !are_one_measure(goal.measure, goals[i - 1].measure)) {
      of_base = quantity_in(base, goal.measure, base.ids);
    }
    Quantity quantity{.estimate = of_base, .whole = of_base.value};
    if (goal.option) {
      FICAP_EXPECTS(*goal.option < alternatives.size());
      quantity.estimate =
          difference(quantity_in(alternatives[*goal.option], goal.measure, base.ids), of_base);
    }
    quantities.push_back(std::move(quantity));
  }
  return quantities;
}

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

PrecisionReached precision_reached(std::vector<PrecisionGoal> goals,
                                   std::uint32_t most,
                                   std::span<const Alternative> alternatives) {
  SequentialRule rule = rule_for(goals, most);
  const auto known = static_cast<std::uint32_t>(alternatives.front().outcomes.size());
  while (!rule.finished() && rule.replications() <= known)
    rule.look(quantities_of(goals, first_of(alternatives, rule.replications())));
  const bool interrupted = !rule.finished();
  if (interrupted) rule.stop(quantities_of(goals, alternatives), known);
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

}  // namespace ficap::study
