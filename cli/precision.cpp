#include "cli/precision.hpp"

#include <algorithm>
#include <array>
#include <variant>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "io/read_precision.hpp"

namespace ficap::cli {

namespace po = boost::program_options;

namespace {

constexpr double times_the_scenarios = 10.0;

}  // namespace

void add_precision_option(po::options_description& options) {
  options.add_options()(
      "precision",
      po::value<std::vector<std::string>>()->value_name("MEASURE:WIDTH"),
      "go on until the 95 % interval of a measure reaches no further than ± WIDTH, in its unit or "
      "in % of the estimate; --replications is the most then; may be repeated");
}

std::vector<std::string> precision_texts(const po::variables_map& values) {
  if (values.count("precision") == 0) return {};
  return values["precision"].as<std::vector<std::string>>();
}

std::vector<study::PrecisionGoal> precision_goals(const std::vector<std::string>& texts,
                                                  const models::DimensionIds& ids) {
  std::vector<study::PrecisionGoal> goals;
  for (const std::string& text : texts) {
    const auto read = io::read_precision(text, ids);
    if (const auto* problem = std::get_if<io::NoSuchPrecision>(&read))
      throw UsageError{"--precision: " + problem->why};
    goals.push_back(std::get<study::PrecisionGoal>(read));
  }
  return goals;
}

std::uint32_t most_for_precision(const PlanOptions& options, const models::Plan& plan) {
  if (options.replications) return *options.replications;
  return static_cast<std::uint32_t>(
      std::min(static_cast<double>(most_replications), times_the_scenarios * plan.replications));
}

study::SideBySide run_until_precise(const std::vector<study::PrecisionGoal>& goals,
                                    const models::Compiled& compiled,
                                    study::StudyPlan plan,
                                    Simulation& simulation,
                                    const study::Archive& archive) {
  study::SequentialRule rule{study::targets_of(goals), plan.replications};
  const auto simulate = [&](study::StudyPlan part) {
    simulation.expect(
        static_cast<std::uint32_t>(std::min<std::uint64_t>(rule.expected(), plan.replications)));
    return simulation.run(std::array{&compiled}, part, archive);
  };
  const auto quantities = [&](const study::SideBySide& so_far) {
    return study::quantities_of(goals, compiled.layout(), so_far.outcomes.front());
  };
  study::SideBySide done = study::simulate_until(rule, plan.seed, simulate, quantities);
  simulation.expect(0);
  return done;
}

}  // namespace ficap::cli
