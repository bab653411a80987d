#include "report/size_warning.hpp"

#include <algorithm>

#include "models/expected_flow.hpp"
#include "report/words.hpp"

namespace ficap::report {

std::string size_warning(const models::Scenario& scenario) {
  constexpr std::size_t line_width = 100;
  constexpr double unusual = 1e7;
  constexpr double printable = 1e12;
  const models::Plan& plan = scenario.planned.plan;
  const bool warms_up = scenario.planned.start.state == models::InitialState::warm_up;
  const double years = plan.years + (((warms_up ? plan.warm_up.days : 0.0) + plan.run_on.days) /
                                     models::days_per_year);
  double stages = 0.0;
  double most = 0.0;
  std::string busiest;
  for (const models::PathwayFlow& flow : models::pathway_flows(scenario.planned)) {
    double visits = 0.0;
    for (const models::StageFlow& stage : flow.stages)
      visits += stage.visits;
    const double all = flow.rate.per_year * visits * years;
    stages += all;
    if (all <= most) continue;
    most = all;
    busiest = flow.id;
  }
  if (stages <= unusual) return {};
  return wrapped("ficap: this is very large: in one future cases are expected to go through " +
                     (stages > printable ? "more than " : std::string{}) +
                     decimal(std::min(stages, printable), 0) +
                     " stages, most of them of pathway \"" + busiest +
                     "\". It may take long and much memory; Ctrl-C ends it. `ficap explain` shows "
                     "the cases a year, and how often they come back to a stage.",
                 line_width);
}

}  // namespace ficap::report
