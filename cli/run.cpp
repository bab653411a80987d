#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/foretell.hpp"
#include "cli/journal.hpp"
#include "cli/options.hpp"
#include "cli/outputs.hpp"
#include "cli/plan_options.hpp"
#include "cli/precision.hpp"
#include "cli/scenario_input.hpp"
#include "cli/simulation.hpp"
#include "cli/warm_up.hpp"
#include "io/run_info.hpp"
#include "io/write_results.hpp"
#include "io/write_scenario.hpp"
#include "models/simulator.hpp"
#include "models/uncertain_numbers.hpp"
#include "report/explain_loads.hpp"
#include "report/headline.hpp"
#include "report/names.hpp"
#include "report/next_steps.hpp"
#include "report/precision.hpp"
#include "report/size_warning.hpp"
#include "report/starts_from.hpp"
#include "report/summary.hpp"
#include "report/warm_up.hpp"
#include "report/words.hpp"
#include "study/demand.hpp"
#include "study/initial_trust.hpp"
#include "study/precision.hpp"
#include "study/results.hpp"

namespace ficap::cli {

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

struct RunOptions {
  ScenarioArgument scenario;
  PlanOptions plan;
  std::vector<std::string> precision;  ///< as typed; empty: none is asked for
  Outputs outputs;
};

RunOptions run_options(const po::variables_map& values) {
  return {.scenario = scenario_argument(values),
          .plan = plan_options(values),
          .precision = precision_texts(values),
          .outputs = outputs_of(values, {"replications.csv", "series.csv"})};
}

/// A finished run and what it was made of.
struct Finished {
  const models::Scenario& scenario;
  const models::Compiled& compiled;
  study::StudyPlan plan;  ///< as asked for
  bool complete{false};   ///< nothing stopped it
  std::vector<models::Outcome> outcomes;
  std::optional<study::PrecisionReached> precision;  ///< where it was asked for
  std::optional<study::DemandOverTime> demand;       ///< where it can be followed
  std::vector<std::string> warnings;                 ///< for the reader of the answer
};

std::int64_t warm_up_days(const models::Setting& setting) {
  const bool warms_up = setting.start.state == models::InitialState::warm_up;
  return warms_up ? static_cast<std::int64_t>(setting.plan.warm_up.days) : 0;
}

// The example of an option, where it lies beside the scenario and begins with it.
std::string option_beside(const std::string& scenario) {
  const fs::path path{scenario};
  const fs::path option = path.parent_path() / "five-more-investigators.json";
  std::error_code ignored;
  if (scenario == "-" || !fs::is_regular_file(option, ignored)) return {};
  const std::string text = scenario_files()(option.string()).value_or("");
  const std::string quoted_name = '"' + path.filename().string() + '"';
  return text.find(quoted_name) == std::string::npos ? std::string{} : option.string();
}

// Of the organisations with more work than hours the answer names the most loaded one.
std::vector<std::string> heaviest_load(const models::Setting& setting) {
  const std::vector<std::string> warnings = report::load_warnings(setting);
  if (warnings.empty()) return {};
  std::string heaviest = "Before the simulation: " + warnings.front();
  if (warnings.size() > 1) {
    heaviest += " (`ficap explain` tells of " + std::to_string(warnings.size() - 1) + " more.)";
  }
  return {heaviest};
}

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

std::string answer(const Finished& run,
                   const io::RunInfo& info,
                   const study::Results& results,
                   const RunOptions& options) {
  const models::Setting& planned = run.scenario.planned;
  const report::RunFacts facts{.title = planned.title,
                               .start = planned.plan.start,
                               .years = static_cast<std::int64_t>(planned.plan.years),
                               .seed = run.plan.seed,
                               .asked_for = run.plan.replications,
                               .finished = info.replications,
                               .id = info.id,
                               .starts_from = report::starts_from(planned),
                               .warm_up_days = warm_up_days(run.scenario.before),
                               .demand = run.demand,
                               .warnings = run.warnings};
  std::string text = report::headline(results, facts);
  if (options.plan.quiet) return text;
  text += "\n" + report::summary(results, facts, report::Names{planned});
  return text + "\n" +
         report::next_steps({.scenario = options.scenario.path,
                             .json = options.outputs.has_json_file() ? options.outputs.json : "",
                             .csv_folder = options.outputs.csv_folder,
                             .option = option_beside(options.scenario.path),
                             .ranges = models::UncertainNumbers{run.scenario}.all().size()});
}

void deliver(const Finished& run,
             const RunOptions& options,
             Journal& journal,
             const Streams& streams) {
  const study::Results results =
      study::estimate(run.compiled.ids(), run.compiled.layout(), run.outcomes);
  const study::StudyPlan done{.seed = run.plan.seed,
                              .replications = static_cast<std::uint32_t>(run.outcomes.size())};
  const io::RunInfo info = io::run_info(run.scenario, done);
  std::vector<OutputFile> files;
  std::string json;
  if (!options.outputs.json.empty()) {
    json = io::results_json(info,
                            results,
                            run.precision ? &*run.precision : nullptr,
                            run.demand ? &*run.demand : nullptr);
    if (options.outputs.has_json_file()) {
      files.push_back({.path = options.outputs.json, .content = json});
    }
  }
  const auto csv = options.outputs.csv_files();
  if (!csv.empty()) {
    files.push_back(
        {.path = csv[0], .content = io::replications_csv(run.compiled.layout(), run.outcomes)});
    files.push_back(
        {.path = csv[1], .content = io::series_csv(run.scenario.planned.plan.start, run.outcomes)});
  }
  journal.deliver(files, run.complete);
  // With --quiet nothing else names the files.
  if (options.plan.quiet) {
    for (const OutputFile& file : files)
      streams.err << "wrote " << file.path.string() << "\n";
  }
  if (options.outputs.json == "-") {
    streams.out << json;
    if (!options.plan.quiet) streams.err << answer(run, info, results, options);
  } else {
    streams.out << answer(run, info, results, options);
  }
}

ExitCode run(const po::variables_map& values, const Streams& streams) {
  const RunOptions options = run_options(values);
  Journal journal{options.outputs, options.plan, streams.err};
  check_outputs(options.outputs, {options.scenario.path}, [&](const fs::path& file) {
    return options.plan.force || journal.wrote(file);
  });
  const auto scenario = read_scenario(options.scenario, streams.err);
  if (!scenario) return ExitCode::bad_scenario;
  study::StudyPlan plan = plan_of(options.plan, scenario->planned.plan);
  const models::Compiled compiled{*scenario};
  const auto goals = precision_goals(options.precision, compiled.ids());
  if (!goals.empty()) plan.replications = most_for_precision(options.plan, scenario->planned.plan);
  streams.err << report::size_warning(*scenario);
  Simulation simulation{options.plan, streams.err};
  const std::array scenarios{&compiled};
  journal.begin(scenarios, {io::scenario_sha256(*scenario)}, plan.seed);
  if (goals.empty()) simulation.foretell(foretell_run(*scenario, compiled, plan));
  study::SideBySide done =
      goals.empty() ? simulation.run(scenarios, plan, journal.archive())
                    : run_until_precise(goals, scenarios, plan, simulation, journal.archive());
  if (say_failures(done, plan, streams.err)) return ExitCode::internal;
  if (done.replications() == 0) {
    journal.stop();
    streams.err << "ficap: stopped before the first future was finished; nothing is written\n";
    return ExitCode::interrupted;
  }
  std::vector<std::string> warnings = heaviest_load(scenario->planned);
  std::optional<study::PrecisionReached> precision;
  if (!goals.empty()) {
    precision =
        study::precision_reached(goals, plan.replications, study::alternatives(scenarios, done));
    warnings.insert(warnings.begin(), report::precision_sentences(*precision, compiled.ids()));
    plan.replications = precision->replications;
  }
  if (!done.interrupted) {
    std::vector<std::string> trust = dependence_on_trust(*scenario, plan, simulation);
    warnings.insert(warnings.begin(), trust.begin(), trust.end());
    const std::string too_short = report::warm_up_warning(
        warm_up_months(scenario->before), check_warm_up(*scenario, plan, simulation));
    if (!too_short.empty()) warnings.insert(warnings.begin(), too_short);
  }
  const auto demand = study::demand_over_time(done.outcomes.front());
  deliver({.scenario = *scenario,
           .compiled = compiled,
           .plan = plan,
           .complete = !done.interrupted,
           .outcomes = std::move(done.outcomes.front()),
           .precision = precision,
           .demand = demand,
           .warnings = std::move(warnings)},
          options,
          journal,
          streams);
  if (done.interrupted) return ExitCode::interrupted;
  return precision && !precision->met ? ExitCode::imprecise : ExitCode::ok;
}

}  // namespace

Command run_command() {
  Command command{
      .name = "run",
      .summary = "simulate a scenario many times over and say what comes of it",
      .usage = "SCENARIO [options]",
      .examples =
          "  ficap run scenarios/west-midlands.json\n"
          "  ficap run scenarios/west-midlands.json --replications 1000 --seed 2\n"
          "  ficap run scenarios/west-midlands.json --precision assets_collected:2%\n"
          "  ficap run scenarios/west-midlands.json --json results.json --csv results\n"
          "  ficap run scenarios/west-midlands.json --set /asking/ceiling=1 --json - | jq .\n",
      .notes =
          "Exit code 4: done, but not as precise as --precision asked for.\n"
          "Ctrl-C ends the run and reports the futures that are finished; again, it ends without\n"
          "a report. While a run with --json FILE or --csv FOLDER is under way, each finished "
          "future is kept beside them in FILE.unfinished, so that not even a\n"
          "kill loses it: the same command with --resume goes on, and comes to the same bytes.\n"
          "The results do not depend on the number of threads.\n",
      .takes_scenario = true,
      .options = po::options_description{"Options", 100},
      .execute = run};
  add_scenario_options(command.options);
  add_plan_options(command.options);
  add_precision_option(command.options, "of a measure", "of the estimate");
  add_output_options(command.options,
                     "write every measure with its interval; - is standard output",
                     "write replications.csv and series.csv there");
  add_resume_option(command.options);
  add_manner_options(command.options);
  return command;
}

}  // namespace ficap::cli
