#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "cli/compare_options.hpp"
#include "cli/compared.hpp"
#include "cli/delivery.hpp"
#include "cli/files.hpp"
#include "cli/finished_comparison.hpp"
#include "cli/finished_run.hpp"
#include "cli/foretell.hpp"
#include "cli/journal.hpp"
#include "cli/options.hpp"
#include "cli/outputs.hpp"
#include "cli/pages.hpp"
#include "cli/plan_options.hpp"
#include "cli/precision.hpp"
#include "cli/run_store.hpp"
#include "cli/simulation.hpp"
#include "io/json_text.hpp"
#include "io/write_comparison.hpp"
#include "io/write_demand.hpp"
#include "io/write_precision.hpp"
#include "io/write_scenario.hpp"
#include "report/comparison.hpp"
#include "report/names.hpp"
#include "study/comparison.hpp"
#include "study/precision.hpp"

namespace ficap::cli {

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

void deliver(const FinishedComparison& done,
             const CompareOptions& options,
             Journal& journal,
             const Streams& streams) {
  const study::StudyPlan finished{
      .seed = done.plan.seed,
      .replications = static_cast<std::uint32_t>(done.comparison.replications)};
  const io::ComparisonInfo info = io::comparison_info(done.compared.scenarios,
                                                      done.compared.names,
                                                      done.measures,
                                                      done.ids,
                                                      finished,
                                                      FICAP_VERSION);
  Delivery delivery;
  if (!options.outputs.json.empty()) {
    const std::span<const std::string> names{done.compared.names};
    io::Object more;
    if (done.precision) {
      io::add(more, "precision", io::precision_node(*done.precision, done.ids, names.subspan(1)));
    }
    io::add(more, "demand", io::demand_node(info, done.months, done.demand));
    delivery.document = io::comparison_json(info, done.comparison, done.assets, std::move(more));
  }
  const report::Names names{done.compared.scenarios.front().planned};
  const report::ComparisonFacts facts = facts_of(done, info.id, names);
  if (options.outputs.has_report()) {
    add_report(delivery.others,
               options.outputs,
               page_of_comparison({.comparison = done.comparison,
                                   .facts = facts,
                                   .assets = done.assets,
                                   .elsewhere = done.elsewhere,
                                   .months = done.months,
                                   .scenarios = done.compared.scenarios,
                                   .info = info,
                                   .finished = finished,
                                   .ranking = done.studies.ranking},
                                  options.outputs.marking,
                                  options.plan.threads),
               facts.start);
  }
  if (!options.outputs.csv_folder.empty()) {
    add_tables(delivery,
               options.outputs,
               io::provenance_of(info),
               {io::comparison_csv(info, done.comparison), io::demand_csv(info, done.months)});
  }
  delivery.answer = answer(done, facts, options.plan.quiet, options.tables);
  deliver(std::move(delivery),
          options.outputs,
          options.plan.quiet,
          through(journal, done.complete),
          streams);
}

// Each scenario's run by itself, as `ficap run` would keep it.
void keep(const Compared& compared,
          const std::vector<models::Compiled>& ready,
          study::StudyPlan plan,
          std::vector<std::vector<models::Outcome>> outcomes,
          RunStore& stored) {
  for (std::size_t i = 0; i < ready.size(); ++i) {
    const FinishedRun run =
        finished_run(compared.scenarios[i], ready[i], plan, std::move(outcomes[i]));
    stored.keep(std::array{RunAndFindings{.run = run, .findings = std::nullopt}});
  }
}

ExitCode compare(const po::variables_map& values, const Streams& streams) {
  const CompareOptions options = compare_options(values);
  Journal journal{options.outputs, options.plan, streams.err};
  check_outputs(options.outputs, options.paths, [&](const fs::path& file) {
    return options.plan.force || journal.wrote(file);
  });
  RunStore stored{options.store, options.outputs, options.paths, options.plan.quiet, streams.err};
  const auto compared =
      read_compared(options.paths, options.sets, options.skips_bad_rows, streams.err);
  if (!compared) return ExitCode::bad_scenario;
  if (says_incomparable(*compared, streams.err)) return ExitCode::usage;
  const std::vector<models::Compiled> ready = compiled(compared->scenarios);
  const std::vector<const models::Compiled*> scenarios = pointers(ready);
  const models::DimensionIds& ids = ready.front().ids();
  const auto goals = goals_of(options, *compared, ready);
  const auto measures = measures_of(options, compared->scenarios, ids, goals);
  study::StudyPlan plan = common_plan(options, *compared);
  Simulation simulation{options.plan, streams.err};
  std::vector<std::string> sha256;
  for (const models::Scenario& scenario : compared->scenarios)
    sha256.push_back(io::scenario_sha256(scenario));
  stored.look_up(compared->scenarios, scenarios, plan);
  journal.begin(scenarios, std::move(sha256), plan.seed);
  const study::Archive archive = stored.archive(journal.archive());
  if (goals.empty()) {
    simulation.foretell(
        foretell_comparison(compared->scenarios.front(), scenarios, measures, plan));
  }
  study::SideBySide done = goals.empty()
                               ? simulation.run(scenarios, plan, archive)
                               : run_until_precise(goals, scenarios, plan, simulation, archive);
  if (say_failures(done, plan, streams.err)) return ExitCode::internal;
  if (done.replications() == 0) {
    journal.stop();
    streams.err << "ficap: stopped before the first future was finished for all scenarios; "
                   "nothing is written\n";
    return ExitCode::interrupted;
  }
  const auto side_by_side = study::alternatives(scenarios, done);
  std::optional<study::PrecisionReached> precision;
  if (!goals.empty()) {
    precision = study::precision_reached(goals, plan.replications, side_by_side);
    plan.replications = precision->replications;
  }
  const bool imprecise = precision && !precision->met;
  FinishedComparison finished = finished_comparison(*compared, side_by_side, measures, plan);
  finished.complete = !done.interrupted;
  finished.precision = std::move(precision);
  if (options.outputs.has_report())
    finished.elsewhere = compare_organisations(compared->scenarios, side_by_side);
  finished.studies = page_studies(
      compared->scenarios.front(), plan.seed, options.studies, simulation, streams.err);
  finished.complete = finished.complete && !finished.studies.stopped;
  const bool stopped = !finished.complete;
  const bool failed = finished.studies.failed;
  deliver(finished, options, journal, streams);
  keep(*compared, ready, plan, std::move(done.outcomes), stored);
  if (stopped) return ExitCode::interrupted;
  if (failed) return ExitCode::internal;
  return imprecise ? ExitCode::imprecise : ExitCode::ok;
}

}  // namespace

Command compare_command() {
  Command command{
      .name = "compare",
      .summary = "simulate options in the same futures and say what each changes",
      .usage = "BASE OPTION... [options]",
      .examples =
          "  ficap compare scenarios/west-midlands.json scenarios/early-desk.json\n"
          "  ficap compare scenarios/west-midlands.json scenarios/*-more-investigators.json\n"
          "  ficap compare scenarios/west-midlands.json scenarios/early-desk.json \\\n"
          "      --precision 'unmet_share_of_need[class=discretionary]:0.01'\n"
          "  ficap compare scenarios/west-midlands.json scenarios/early-desk.json --quiet \\\n"
          "      --measure 'wait_days[class=discretionary]' --measure assets_denied\n",
      .notes =
          "A difference is that of the means over the same futures. The intervals of all\n"
          "differences shown hold together in 95 of 100 comparisons: the fewer options and\n"
          "measures are compared, the more can be told.\n"
          "Exit code 4: done, but not as precise as --precision asked for.\n"
          "Ctrl-C ends the comparison and reports the futures that every scenario has finished.\n"
          "With --json, --html or --csv, what is finished is also kept beside them as it goes;\n"
          "after Ctrl-C or a kill the same command with --resume goes on from there.\n",
      .takes_scenario = true,
      .options = po::options_description{"Options", 100},
      .execute = compare};
  add_scenario_options(command.options);
  add_plan_options(command.options);
  command.options.add_options()(
      "measure",
      po::value<std::vector<std::string>>()->value_name("NAME[CUT]"),
      "compare this measure, e.g. served or served[class=statutory]; may be repeated; "
      "eight that planners decide by if absent");
  command.options.add_options()(
      "tables", "show a table for each measure also where there are more than four options");
  add_precision_option(
      command.options, "of every option's difference from the base", "of the base's value");
  add_output_options(command.options,
                     "write every figure, and the scenarios; - is standard output",
                     "write comparison.csv and series.csv there");
  add_store_option(
      command.options,
      "keep each scenario's run in this file, and compute nothing that it has already; "
      "see ficap runs");
  add_page_options(command.options,
                   "write a report with charts, tables and assumptions: one page that opens in any "
                   "browser and prints");
  add_ranking_option(command.options,
                     "with a report: rank the base's numbers of grade C by what they move, from N "
                     "futures at each end of their ranges; not done if absent");
  add_resume_option(command.options);
  add_manner_options(command.options);
  return command;
}

}  // namespace ficap::cli
