#include "cli/warm_up.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <ostream>
#include <string>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/plan_options.hpp"
#include "cli/scenario_input.hpp"
#include "models/simulator.hpp"
#include "report/warm_up.hpp"

namespace ficap::cli {

namespace po = boost::program_options;

namespace {

constexpr std::uint32_t usual_futures = 40;

ExitCode warm_up(const po::variables_map& values, const Streams& streams) {
  const PlanOptions options = plan_options(values);
  const auto scenario = read_scenario(scenario_argument(values), streams.err);
  if (!scenario) return ExitCode::bad_scenario;
  const models::Plan& stated = scenario->before.plan;
  const unsigned years =
      values.count("years") > 0
          ? static_cast<unsigned>(whole_number("years", values["years"].as<std::string>(), 5, 50))
          : study::years_to_watch(stated);
  study::StudyPlan plan = plan_of(options, stated);
  plan.replications = options.replications.value_or(usual_futures);
  Simulation simulation{options, streams.err};
  const models::Compiled compiled{study::from_empty(*scenario, years)};
  const study::SideBySide done = simulation.run(std::array{&compiled}, plan);
  if (say_failures(done, plan, streams.err)) return ExitCode::internal;
  if (done.replications() == 0) {
    streams.err << "ficap: stopped before the first future was finished\n";
    return ExitCode::interrupted;
  }
  const auto& outcomes = done.outcomes.front();
  const std::size_t months = warm_up_months(stated);
  const auto unsettled =
      months == 0 ? std::vector<study::Unsettled>{} : study::unsettled_after(months, outcomes);
  streams.out << report::warm_up({.title = scenario->before.title,
                                  .stated_months = months,
                                  .futures = outcomes.size(),
                                  .years = years},
                                 study::settling(outcomes),
                                 unsettled);
  return done.interrupted ? ExitCode::interrupted : ExitCode::ok;
}

}  // namespace

std::size_t warm_up_months(const models::Plan& plan) {
  if (plan.initial_state == models::InitialState::empty) return 0;
  constexpr double days_a_month = 365.25 / 12.0;
  return static_cast<std::size_t>(plan.warm_up.days / days_a_month + 0.5);
}

std::vector<study::Unsettled> check_warm_up(const models::Scenario& scenario,
                                            study::StudyPlan plan,
                                            Simulation& simulation) {
  constexpr std::uint32_t fewest_that_tell = 20;
  const std::size_t months = warm_up_months(scenario.before.plan);
  if (months == 0 || plan.replications < fewest_that_tell) return {};
  plan.replications = std::clamp<std::uint32_t>(plan.replications / 20, 5, 20);
  const unsigned years = study::years_to_watch(scenario.before.plan);
  const models::Compiled compiled{study::from_empty(scenario, years)};
  const study::SideBySide done = simulation.run(std::array{&compiled}, plan);
  if (done.interrupted || !done.failures.empty()) return {};
  return study::unsettled_after(months, done.outcomes.front());
}

Command warmup_command() {
  Command command{
      .name = "warmup",
      .summary = "show how long a scenario takes to settle, and whether its warm-up is long enough",
      .usage = "SCENARIO [options]",
      .examples =
          "  ficap warmup scenarios/west-midlands.json\n"
          "  ficap warmup scenarios/west-midlands.json --replications 100 --years 20\n",
      .notes =
          "It begins with nothing in hand and runs what holds before the plan, without growth.\n",
      .takes_scenario = true,
      .options = po::options_description{"Options", 100},
      .execute = warm_up};
  add_set_option(command.options);
  command.options.add_options()("years",
                                po::value<std::string>()->value_name("Y"),
                                "how long to watch; twice the warm-up and two more if absent")(
      "quiet", "no progress");
  add_plan_options(command.options);
  return command;
}

}  // namespace ficap::cli
