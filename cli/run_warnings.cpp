#include "cli/run_warnings.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "cli/warm_up.hpp"
#include "models/simulator.hpp"
#include "report/explain_loads.hpp"
#include "report/warm_up.hpp"
#include "report/words.hpp"
#include "study/initial_trust.hpp"
#include "study/results.hpp"

namespace ficap::cli {

namespace {

// The unmet share of discretionary need had trust begun at `belief`; nothing when interrupted.
std::optional<study::Estimate> unmet_from_trust(const models::Scenario& scenario,
                                                double belief,
                                                study::StudyPlan plan,
                                                Simulation& simulation) {
  const models::Compiled compiled{study::beginning_with_trust(scenario, belief)};
  const study::SideBySide done = simulation.run(std::array{&compiled}, plan);
  if (done.interrupted || !done.failures.empty()) return std::nullopt;
  return study::estimate(compiled.ids(), compiled.layout(), done.outcomes.front())
      .at("unmet_share_of_need")
      .cut(models::Dimension::work_class,
           static_cast<std::size_t>(models::WorkClass::discretionary));
}

// Trust feeds on itself. Where a run that begins with little of it and one that begins with much
// end apart, the answer is about the start, and says so.
std::vector<std::string> dependence_on_trust(const models::Scenario& scenario,
                                             study::StudyPlan plan,
                                             Simulation& simulation) {
  plan.replications = study::replications_for_a_start(plan.replications);
  const auto& requests = scenario.planned.requests;
  const bool anybody_hesitates = std::any_of(requests.begin(), requests.end(), [](const auto& r) {
    return r.second.work_class == models::WorkClass::discretionary;
  });
  if (plan.replications == 0 || !anybody_hesitates) return {};
  const auto little = unmet_from_trust(scenario, study::little_trust, plan, simulation);
  const auto much =
      little ? unmet_from_trust(scenario, study::much_trust, plan, simulation) : std::nullopt;
  if (!much || !study::differ_beyond_intervals(*little, *much)) return {};
  return {"Depends on where trust starts: of every 100 such needs " +
          report::decimal(100.0 * *little->mean, 0) +
          " go unmet where officers begin with little trust, " +
          report::decimal(100.0 * *much->mean, 0) + " where they begin with much."};
}

}  // namespace

std::vector<std::string> heaviest_load(const models::Setting& setting) {
  const std::vector<std::string> warnings = report::load_warnings(setting);
  if (warnings.empty()) return {};
  std::string heaviest = "Before the simulation: " + warnings.front();
  if (warnings.size() > 1) {
    heaviest += " (`ficap explain` tells of " + std::to_string(warnings.size() - 1) + " more.)";
  }
  return {heaviest};
}

std::vector<std::string> findings_of(const models::Scenario& scenario,
                                     study::StudyPlan plan,
                                     Simulation& simulation) {
  std::vector<std::string> findings = dependence_on_trust(scenario, plan, simulation);
  const std::string too_short = report::warm_up_warning(warm_up_months(scenario.before),
                                                        check_warm_up(scenario, plan, simulation));
  if (!too_short.empty()) findings.insert(findings.begin(), too_short);
  return findings;
}

}  // namespace ficap::cli
