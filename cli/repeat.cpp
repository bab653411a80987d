#include "cli/repeat.hpp"

#include <array>

#include "io/run_info.hpp"
#include "io/write_results.hpp"
#include "models/simulator.hpp"
#include "study/results.hpp"

namespace ficap::cli {

namespace {

std::optional<std::string> run_again(const Recorded& recorded,
                                     Simulation& simulation,
                                     std::ostream& err) {
  const models::Scenario& scenario = recorded.scenarios.front();
  const io::Manifest& manifest = recorded.document.manifest;
  const study::StudyPlan plan{.seed = manifest.seed, .replications = manifest.replications};
  const models::Compiled compiled{scenario};
  const study::SideBySide done = simulation.run(std::array{&compiled}, plan);
  if (say_failures(done, plan, err) || done.interrupted) return std::nullopt;
  return io::results_json(
      io::run_info(scenario, plan, manifest.version),
      study::estimate(compiled.ids(), compiled.layout(), done.outcomes.front()));
}

}  // namespace

std::vector<Repeatable> repeatables() {
  return {{.command = "run", .again = run_again}};
}

}  // namespace ficap::cli
