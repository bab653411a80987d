#include "io/run_info.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "io/json_text.hpp"
#include "io/sha256.hpp"
#include "io/write_scenario.hpp"
#include "study/series.hpp"

namespace ficap::io {

RunInfo run_info(const models::Scenario& scenario, study::StudyPlan plan) {
  return run_info(scenario, plan, FICAP_VERSION);
}

RunInfo run_info(const models::Scenario& scenario,
                 study::StudyPlan plan,
                 std::string_view version) {
  const models::Plan& period = scenario.planned.plan;
  Node resolved = write_scenario(scenario);
  RunInfo info{.id = {},
               .scenario = scenario.planned.title,
               .scenario_sha256 = sha256_hex(canonical(resolved)),
               .seed = plan.seed,
               .replications = plan.replications,
               .start = period.start,
               .end = study::months_later(period.start, 12U * static_cast<unsigned>(period.years)),
               .version = std::string{version},
               .resolved = {}};
  info.resolved = std::move(resolved);
  info.id = run_id(info.scenario_sha256, plan, version);
  return info;
}

std::string run_id(std::string_view what, study::StudyPlan plan, std::string_view version) {
  const std::string digest =
      sha256_hex(std::string{what} + " " + std::to_string(plan.seed) + " " +
                 std::to_string(plan.replications) + " " + std::string{version});
  return "FI-" + digest.substr(0, 4) + "-" + digest.substr(4, 4);
}

}  // namespace ficap::io
