#include "cli/foretell.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "report/foretold.hpp"
#include "report/measure_text.hpp"
#include "report/names.hpp"
#include "study/comparison.hpp"
#include "study/estimate.hpp"
#include "study/power.hpp"

namespace ficap::cli {

namespace {

constexpr double joint_confidence = 0.95;

std::string in_words(const report::Foretold& foretold,
                     const study::MeasureRef& measure,
                     const models::Scenario& scenario,
                     const models::DimensionIds& ids) {
  if (foretold.difference <= 0.0) return {};
  const models::Setting& planned = scenario.planned;
  return report::in_words(foretold,
                          report::called(measure, ids, report::Names{planned}),
                          report::MeasureText{*measure.measure, planned.plan.years});
}

}  // namespace

Foretell foretell_run(const models::Scenario& scenario,
                      const models::Compiled& compiled,
                      study::StudyPlan plan) {
  return [&scenario, &compiled, plan](const study::SideBySide& first) -> std::string {
    const study::MeasureRef measure = study::decision_measures(scenario.planned).front();
    const study::Linearised seen =
        study::linearised(*measure.measure, compiled.layout(), first.outcomes.front(), measure.cut);
    const study::Estimate estimate{.mean = seen.value, .half_width = seen.half_width()};
    const auto difference =
        study::smallest_difference(estimate, first.replications(), plan.replications);
    return in_words({.first = static_cast<std::uint32_t>(first.replications()),
                     .planned = plan.replications,
                     .difference = difference.value_or(0.0)},
                    measure,
                    scenario,
                    compiled.ids());
  };
}

Foretell foretell_comparison(const models::Scenario& base,
                             std::span<const models::Compiled* const> scenarios,
                             const std::vector<study::MeasureRef>& measures,
                             study::StudyPlan plan) {
  return [&base, scenarios, &measures, plan](const study::SideBySide& first) -> std::string {
    const study::MeasureRef& measure = measures.front();
    const auto compared = study::alternatives(scenarios, first);
    const models::DimensionIds& ids = compared.front().ids;
    const study::Linearised of_base = study::quantity_in(compared.front(), measure, ids);
    const double confidence =
        study::one_of_many(joint_confidence, (compared.size() - 1) * measures.size());
    double largest = 0.0;
    for (std::size_t i = 1; i < compared.size(); ++i) {
      const auto apart = study::difference(study::quantity_in(compared[i], measure, ids), of_base);
      const auto smallest = study::smallest_paired_difference(apart, plan.replications, confidence);
      largest = std::max(largest, smallest.value_or(0.0));
    }
    return in_words({.first = static_cast<std::uint32_t>(first.replications()),
                     .planned = plan.replications,
                     .difference = largest,
                     .from_base = true},
                    measure,
                    base,
                    ids);
  };
}

}  // namespace ficap::cli
