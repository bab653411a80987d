#include "cli/repeat.hpp"

#include <array>
#include <variant>

#include "io/read_precision.hpp"
#include "io/run_info.hpp"
#include "io/write_results.hpp"
#include "models/simulator.hpp"
#include "study/precision.hpp"
#include "study/results.hpp"

namespace ficap::cli {

namespace {

// What the run was asked to be precise about, made again from its futures.
std::optional<study::PrecisionReached> precision_again(const io::Node& document,
                                                       const models::Compiled& compiled,
                                                       const study::SideBySide& done) {
  const auto asked = io::precision_asked(document);
  if (!asked) return std::nullopt;
  std::vector<study::PrecisionGoal> goals;
  for (const std::string& text : asked->texts) {
    const auto read = io::read_precision(text, compiled.ids());
    const auto* const goal = std::get_if<study::PrecisionGoal>(&read);
    if (goal == nullptr) return std::nullopt;
    goals.push_back(*goal);
  }
  return study::precision_reached(goals, asked->most, compiled.layout(), done.outcomes.front());
}

std::optional<std::string> run_again(const Recorded& recorded,
                                     Simulation& simulation,
                                     std::ostream& err) {
  const models::Scenario& scenario = recorded.scenarios.front();
  const io::Manifest& manifest = recorded.document.manifest;
  const study::StudyPlan plan{.seed = manifest.seed, .replications = manifest.replications};
  const models::Compiled compiled{scenario};
  const study::SideBySide done = simulation.run(std::array{&compiled}, plan);
  if (say_failures(done, plan, err) || done.interrupted) return std::nullopt;
  const auto precision = precision_again(recorded.document.root, compiled, done);
  return io::results_json(io::run_info(scenario, plan, manifest.version),
                          study::estimate(compiled.ids(), compiled.layout(), done.outcomes.front()),
                          precision ? &*precision : nullptr);
}

}  // namespace

std::vector<Repeatable> repeatables() {
  return {{.command = "run", .again = run_again}};
}

}  // namespace ficap::cli
