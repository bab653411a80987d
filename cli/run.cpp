#include <array>
#include <filesystem>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/delivery.hpp"
#include "cli/files.hpp"
#include "cli/finished_run.hpp"
#include "cli/foretell.hpp"
#include "cli/journal.hpp"
#include "cli/options.hpp"
#include "cli/outputs.hpp"
#include "cli/page_studies.hpp"
#include "cli/plan_options.hpp"
#include "cli/precision.hpp"
#include "cli/run_store.hpp"
#include "cli/run_warnings.hpp"
#include "cli/scenario_input.hpp"
#include "cli/simulation.hpp"
#include "io/write_scenario.hpp"
#include "models/simulator.hpp"
#include "report/precision.hpp"
#include "report/size_warning.hpp"
#include "study/comparison.hpp"
#include "study/precision.hpp"

namespace ficap::cli {

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

struct RunOptions {
  ScenarioArgument scenario;
  PlanOptions plan;
  std::vector<std::string> precision;  ///< as typed; empty: none is asked for
  Outputs outputs;
  PageStudyOptions studies;
  std::string store;  ///< empty: none
};

RunOptions run_options(const po::variables_map& values) {
  const Outputs outputs = outputs_of(values, {"replications.csv", "series.csv"});
  return {.scenario = scenario_argument(values),
          .plan = plan_options(values),
          .precision = precision_texts(values),
          .outputs = outputs,
          .studies = page_study_options(values, outputs, {}),
          .store = text_of(values, "store")};
}

ExitCode run(const po::variables_map& values, const Streams& streams) {
  const RunOptions options = run_options(values);
  Journal journal{options.outputs, options.plan, streams.err};
  check_outputs(options.outputs, {options.scenario.path}, [&](const fs::path& file) {
    return options.plan.force || journal.wrote(file);
  });
  RunStore stored{
      options.store, options.outputs, {options.scenario.path}, options.plan.quiet, streams.err};
  const auto scenario = read_scenario(options.scenario, streams.err);
  if (!scenario) return ExitCode::bad_scenario;
  study::StudyPlan plan = plan_of(options.plan, scenario->planned.plan);
  const models::Compiled compiled{*scenario};
  const auto goals = precision_goals(options.precision, compiled.ids());
  if (!goals.empty()) plan.replications = most_for_precision(options.plan, scenario->planned.plan);
  streams.err << report::size_warning(*scenario);
  Simulation simulation{options.plan, streams.err};
  const std::array scenarios{&compiled};
  stored.look_up(std::span{&*scenario, 1}, scenarios, plan);
  journal.begin(scenarios, {io::scenario_sha256(*scenario)}, plan.seed);
  const study::Archive archive = stored.archive(journal.archive());
  if (goals.empty()) simulation.foretell(foretell_run(*scenario, compiled, plan));
  study::SideBySide done = goals.empty()
                               ? simulation.run(scenarios, plan, archive)
                               : run_until_precise(goals, scenarios, plan, simulation, archive);
  if (say_failures(done, plan, streams.err)) return ExitCode::internal;
  if (done.replications() == 0) {
    journal.stop();
    streams.err << "ficap: stopped before the first future was finished; nothing is written\n";
    return ExitCode::interrupted;
  }
  FinishedRun finished = finished_run(*scenario, compiled, plan, std::move(done.outcomes.front()));
  finished.warnings = heaviest_load(scenario->planned);
  if (!goals.empty()) {
    finished.precision = study::precision_reached(
        goals,
        plan.replications,
        std::array{
            study::Alternative{compiled.ids(), compiled.layout(), std::span{finished.outcomes}}});
    finished.warnings.insert(finished.warnings.begin(),
                             report::precision_sentences(*finished.precision, compiled.ids()));
    finished.plan.replications = finished.precision->replications;
  }
  std::optional<std::vector<std::string>> findings;
  if (!done.interrupted) {
    findings = stored.findings(finished.info.replications);
    if (!findings) findings = findings_of(*scenario, finished.plan, simulation);
    finished.warnings.insert(finished.warnings.begin(), findings->begin(), findings->end());
  }
  finished.studies = page_studies(*scenario, plan.seed, options.studies, simulation, streams.err);
  const bool stopped = done.interrupted || finished.studies.stopped;
  deliver(delivery_of(finished,
                      {.scenario = options.scenario.path,
                       .outputs = options.outputs,
                       .quiet = options.plan.quiet,
                       .threads = options.plan.threads}),
          options.outputs,
          options.plan.quiet,
          through(journal, !stopped),
          streams);
  if (Simulation::interrupted()) findings.reset();
  stored.keep(std::array{RunAndFindings{.run = finished, .findings = findings}});
  if (stopped) return ExitCode::interrupted;
  if (finished.studies.failed) return ExitCode::internal;
  return finished.precision && !finished.precision->met ? ExitCode::imprecise : ExitCode::ok;
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
          "  ficap run scenarios/west-midlands.json --html report.html\n"
          "  ficap run scenarios/west-midlands.json --set /asking/ceiling=1 --json - | jq .\n",
      .notes =
          "Exit code 4: done, but not as precise as --precision asked for.\n"
          "Ctrl-C ends the run and reports the futures that are finished; again, it ends without\n"
          "a report. While a run with --json, --html or --csv is under way, each finished "
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
  add_store_option(command.options,
                   "keep the run in this file, and compute nothing that it has already; see ficap "
                   "runs");
  add_page_options(command.options,
                   "write a report with charts, tables and assumptions: one page that opens in any "
                   "browser and prints");
  add_ranking_option(
      command.options,
      "with a report: rank the scenario's numbers of grade C by what they move, from "
      "N futures at each end of their ranges; not done if absent");
  add_engagement_option(command.options,
                        "with a report: show what the same cases would have yielded had the unit "
                        "joined at each stage, from N futures; not done if absent");
  add_resume_option(command.options);
  add_manner_options(command.options);
  return command;
}

}  // namespace ficap::cli
