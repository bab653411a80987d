#include "cli/warm_up.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "cli/delivery.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/outputs.hpp"
#include "cli/plan_options.hpp"
#include "cli/scenario_input.hpp"
#include "models/simulator.hpp"
#include "report/starts_from.hpp"
#include "report/warm_up.hpp"

namespace ficap::cli {

namespace po = boost::program_options;

namespace {

constexpr std::uint32_t usual_futures = 40;

std::string answer(const io::WarmUpStudy& study, const models::Setting& setting, bool quiet) {
  const bool starts_otherwise = setting.start.state != models::InitialState::warm_up;
  const std::string headline =
      report::warm_up_headline({.title = setting.title,
                                .stated_months = study.stated_months,
                                .starts_from = starts_otherwise ? report::starts_from(setting) : "",
                                .futures = study.run.replications,
                                .years = study.years},
                               study.series,
                               study.unsettled);
  return quiet ? headline : headline + "\n" + report::warm_up_evidence(study.series);
}

void deliver(const io::WarmUpStudy& study,
             std::string said,
             const Outputs& outputs,
             bool quiet,
             const Streams& streams) {
  Delivery delivery{.answer = std::move(said)};
  if (!outputs.json.empty()) delivery.document = io::warm_up_json(study);
  if (!outputs.csv_folder.empty()) {
    add_tables(delivery,
               outputs,
               io::provenance_of(study.run),
               {io::settling_csv(study), io::monthly_csv(study)});
  }
  deliver(std::move(delivery), outputs, quiet, write_files, streams);
}

ExitCode warm_up(const po::variables_map& values, const Streams& streams) {
  const PlanOptions options = plan_options(values);
  const Outputs outputs = outputs_of(values, {"settling.csv", "monthly.csv"});
  const ScenarioArgument argument = scenario_argument(values);
  check_outputs(
      outputs, {argument.path}, [&](const std::filesystem::path&) { return options.force; });
  const auto scenario = read_scenario(argument, streams.err);
  if (!scenario) return ExitCode::bad_scenario;
  const models::Plan& stated = scenario->before.plan;
  const unsigned years =
      values.count("years") > 0
          ? static_cast<unsigned>(whole_number("years", values["years"].as<std::string>(), 5, 50))
          : study::years_to_watch(stated);
  study::StudyPlan plan = plan_of(options, stated);
  plan.replications = options.replications.value_or(usual_futures);
  Simulation simulation{options, streams.err};
  const auto study = watch_settling(*scenario, plan, years, FICAP_VERSION, simulation, streams.err);
  if (!study && !Simulation::interrupted()) return ExitCode::internal;
  if (!study) {
    streams.err << "ficap: stopped before the first future was finished; nothing is written\n";
    return ExitCode::interrupted;
  }
  deliver(*study, answer(*study, scenario->before, options.quiet), outputs, options.quiet, streams);
  return study->run.replications < plan.replications ? ExitCode::interrupted : ExitCode::ok;
}

}  // namespace

std::size_t warm_up_months(const models::Setting& setting) {
  if (setting.start.state != models::InitialState::warm_up) return 0;
  constexpr double days_a_month = 365.25 / 12.0;
  return static_cast<std::size_t>(setting.plan.warm_up.days / days_a_month + 0.5);
}

std::optional<io::WarmUpStudy> watch_settling(const models::Scenario& scenario,
                                              study::StudyPlan plan,
                                              unsigned years,
                                              std::string_view version,
                                              Simulation& simulation,
                                              std::ostream& err) {
  const models::Compiled compiled{study::from_empty(scenario, years)};
  const study::SideBySide done = simulation.run(std::array{&compiled}, plan);
  if (say_failures(done, plan, err) || done.replications() == 0) return std::nullopt;
  const std::vector<models::Outcome>& outcomes = done.outcomes.front();
  plan.replications = static_cast<std::uint32_t>(outcomes.size());
  io::WarmUpStudy study{.run = io::warm_up_info(scenario, plan, years, version),
                        .years = years,
                        .stated_months = warm_up_months(scenario.before),
                        .series = study::settling(outcomes),
                        .unsettled = {}};
  if (study.stated_months > 0) {
    study.unsettled = study::unsettled_after(study.stated_months, outcomes);
  }
  return study;
}

std::vector<study::Unsettled> check_warm_up(const models::Scenario& scenario,
                                            study::StudyPlan plan,
                                            Simulation& simulation) {
  constexpr std::uint32_t fewest_that_tell = 20;
  const std::size_t months = warm_up_months(scenario.before);
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
          "  ficap warmup scenarios/west-midlands.json --replications 100 --years 20\n"
          "  ficap warmup scenarios/west-midlands.json --json settling.json --csv settling\n",
      .notes =
          "It begins with nothing in hand and runs what holds before the plan, without growth.\n",
      .takes_scenario = true,
      .options = po::options_description{"Options", 100},
      .execute = warm_up};
  add_scenario_options(command.options);
  command.options.add_options()("years",
                                po::value<std::string>()->value_name("Y"),
                                "how long to watch; twice the warm-up and two more if absent");
  add_plan_options(command.options);
  add_output_options(command.options,
                     "write every figure and the months; - is standard output",
                     "write settling.csv and monthly.csv there");
  add_manner_options(command.options);
  return command;
}

}  // namespace ficap::cli
