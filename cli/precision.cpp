#include "cli/precision.hpp"

#include <algorithm>
#include <variant>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "io/read_precision.hpp"
#include "study/comparison.hpp"

namespace ficap::cli {

namespace po = boost::program_options;

namespace {

constexpr double times_the_scenarios = 10.0;

}  // namespace

void add_precision_option(po::options_description& options,
                          const std::string& of,
                          const std::string& whole) {
  const std::string doc = "go on until the 95 % interval " + of +
                          " reaches no further than ± WIDTH, in the measure's unit or in % " +
                          whole + "; --replications is the most then; may be repeated";
  options.add_options()(
      "precision", po::value<std::vector<std::string>>()->value_name("MEASURE:WIDTH"), doc.c_str());
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

std::uint32_t most_for_precision(const PlanOptions& options,
                                 const models::Plan& plan,
                                 std::size_t scenarios) {
  if (options.replications) return *options.replications;
  const std::size_t most = most_replications / scenarios;  // whole futures of every scenario
  return static_cast<std::uint32_t>(
      std::min(static_cast<double>(most), times_the_scenarios * plan.replications));
}

study::SideBySide run_until_precise(const std::vector<study::PrecisionGoal>& goals,
                                    std::span<const models::Compiled* const> scenarios,
                                    study::StudyPlan plan,
                                    Simulation& simulation,
                                    const study::Archive& archive) {
  study::SequentialRule rule = study::rule_for(goals, plan.replications);
  const auto simulate = [&](study::StudyPlan part) {
    simulation.expect(
        static_cast<std::uint32_t>(std::min<std::uint64_t>(rule.expected(), plan.replications)));
    return simulation.run(scenarios, part, archive);
  };
  const auto quantities = [&](const study::SideBySide& so_far) {
    return study::quantities_of(goals, study::alternatives(scenarios, so_far));
  };
  study::SideBySide done = study::simulate_until(rule, plan.seed, simulate, quantities);
  simulation.expect(0);
  return done;
}

}  // namespace ficap::cli
