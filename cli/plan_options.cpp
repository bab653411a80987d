#include "cli/plan_options.hpp"

#include <string>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/thread_pool.hpp"

namespace ficap::cli {

namespace po = boost::program_options;

namespace {

constexpr std::uint64_t most_seed = (std::uint64_t{1} << 53U) - 1;  // what JSON holds exactly
constexpr std::uint64_t most_threads = 1024;

}  // namespace

void add_plan_options(po::options_description& options) {
  options.add_options()("replications",
                        po::value<std::string>()->value_name("N"),
                        "possible futures to simulate; the scenario's number if absent")(
      "seed",
      po::value<std::string>()->value_name("S"),
      "which set of possible futures; the scenario's if absent")(
      "threads",
      po::value<std::string>()->value_name("T"),
      "threads at work; as many as the machine has if absent");
}

void add_manner_options(po::options_description& options) {
  options.add_options()("force", "overwrite files that exist")(
      "quiet", "say the answer in sentences only, without tables and progress");
}

PlanOptions plan_options(const po::variables_map& values) {
  PlanOptions options{.replications = std::nullopt,
                      .seed = std::nullopt,
                      .threads = hardware_threads(),
                      .force = values.count("force") > 0,
                      .quiet = values.count("quiet") > 0,
                      .resume = values.count("resume") > 0};
  if (values.count("replications") > 0) {
    options.replications = static_cast<std::uint32_t>(whole_number(
        "replications", values["replications"].as<std::string>(), 1, most_replications));
  }
  if (values.count("seed") > 0) {
    options.seed = whole_number("seed", values["seed"].as<std::string>(), 0, most_seed);
  }
  if (values.count("threads") > 0) {
    options.threads = whole_number("threads", values["threads"].as<std::string>(), 1, most_threads);
  }
  return options;
}

std::string text_of(const po::variables_map& values, const char* option) {
  if (values.count(option) == 0) return {};
  std::string text = values[option].as<std::string>();
  if (text.empty())
    throw UsageError{"--" + std::string{option} + " has nothing: give it a value, or leave it out"};
  return text;
}

study::StudyPlan plan_of(const PlanOptions& options, const models::Plan& plan) {
  return {
      .seed = options.seed.value_or(static_cast<std::uint64_t>(plan.seed)),
      .replications = options.replications.value_or(static_cast<std::uint32_t>(plan.replications))};
}

}  // namespace ficap::cli
