#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "cli/compared.hpp"
#include "cli/delivery.hpp"
#include "cli/files.hpp"
#include "cli/joining_worlds.hpp"
#include "cli/journal.hpp"
#include "cli/options.hpp"
#include "cli/outputs.hpp"
#include "cli/plan_options.hpp"
#include "cli/scenario_input.hpp"
#include "cli/simulation.hpp"
#include "io/json_text.hpp"
#include "io/write_comparison.hpp"
#include "io/write_demand.hpp"
#include "io/write_scenario.hpp"
#include "report/joining.hpp"
#include "study/asset_split.hpp"
#include "study/comparison.hpp"
#include "study/demand.hpp"
#include "study/demand_against_base.hpp"

namespace ficap::cli {

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

/// Whole numbers, divided by commas.
std::vector<double> days_of(const po::variables_map& values) {
  if (values.count("days") == 0) return usual_days_to_join();
  std::vector<double> days;
  std::istringstream list{text_of(values, "days")};
  std::string one;
  while (std::getline(list, one, ','))
    days.push_back(static_cast<double>(whole_number("days", one, 0, 36525)));
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

struct Finished {
  const JoiningWorlds& worlds;
  const models::DimensionIds& ids;
  std::vector<study::MeasureRef> measures;
  study::StudyPlan plan;  ///< as asked for
  bool complete{false};
  study::Comparison curve;
  study::AssetSplit assets;
  std::vector<std::vector<study::DemandMonth>> months;          ///< of each world
  std::vector<std::optional<study::DemandAgainstBase>> demand;  ///< of each but the first
};

std::string answer(const Finished& done, const io::ComparisonInfo& info, bool quiet) {
  const report::Names names{done.worlds.as_simulated().planned};
  const report::JoiningFacts facts =
      joining_facts(done.worlds, done.ids, names, done.plan.seed, info.id);
  std::string text = report::joining_headline(done.curve, facts);
  if (!quiet) text += "\n" + report::joining_tables(done.curve, facts);
  return text;
}

void deliver(const Finished& done,
             const PlanOptions& options,
             const Outputs& outputs,
             Journal& journal,
             const Streams& streams) {
  const study::StudyPlan finished{
      .seed = done.plan.seed, .replications = static_cast<std::uint32_t>(done.curve.replications)};
  const Compared& compared = done.worlds.compared;
  const io::ComparisonInfo info = io::comparison_info(
      compared.scenarios, compared.names, done.measures, done.ids, finished, FICAP_VERSION);
  Delivery delivery{.answer = answer(done, info, options.quiet)};
  if (!outputs.json.empty()) {
    io::Object more;
    io::add(more, "demand", io::demand_node(info, done.months, done.demand));
    delivery.document = io::comparison_json(info, done.curve, done.assets, std::move(more));
  }
  if (!outputs.csv_folder.empty()) {
    add_tables(delivery, outputs, io::provenance_of(info), {io::comparison_csv(info, done.curve)});
  }
  deliver(std::move(delivery), outputs, options.quiet, through(journal, done.complete), streams);
}

ExitCode engage(const po::variables_map& values, const Streams& streams) {
  const PlanOptions options = plan_options(values);
  const Outputs outputs = outputs_of(values, {"engagement.csv"});
  const ScenarioArgument argument = scenario_argument(values);
  const std::vector<double> days = days_of(values);
  Journal journal{outputs, options, streams.err};
  check_outputs(outputs, {argument.path}, [&](const fs::path& file) {
    return options.force || journal.wrote(file);
  });
  const auto scenario = read_scenario(argument, streams.err);
  if (!scenario) return ExitCode::bad_scenario;
  const JoiningWorlds worlds = joining_worlds(*scenario, argument.path, days);
  if (worlds.pathways.empty()) {
    streams.err << "ficap: no pathway has an early stage, so the unit cannot join earlier or "
                   "later; expected a stage with \"phase\": \"early\" under /pathways\n";
    return ExitCode::bad_scenario;
  }
  const std::vector<models::Compiled> ready = compiled(worlds.compared.scenarios);
  const std::vector<const models::Compiled*> scenarios = pointers(ready);
  const study::StudyPlan plan = plan_of(options, scenario->planned.plan);
  if (plan.replications > most_replications / scenarios.size()) {
    throw UsageError{"so many moments can be compared in at most " +
                     std::to_string(most_replications / scenarios.size()) +
                     " futures; ask for fewer --replications"};
  }
  Simulation simulation{options, streams.err};
  std::vector<std::string> sha256;
  sha256.reserve(scenarios.size());
  for (const models::Scenario& world : worlds.compared.scenarios)
    sha256.push_back(io::scenario_sha256(world));
  journal.begin(scenarios, std::move(sha256), plan.seed);
  const study::SideBySide done = simulation.run(scenarios, plan, journal.archive());
  if (say_failures(done, plan, streams.err)) return ExitCode::internal;
  if (done.replications() == 0) {
    journal.stop();
    streams.err << "ficap: stopped before the first future was finished for all moments; nothing "
                   "is written\n";
    return ExitCode::interrupted;
  }
  const models::DimensionIds& ids = ready.front().ids();
  std::vector<study::MeasureRef> measures = report::measures_of_joining(ids);
  const auto side_by_side = study::alternatives(scenarios, done);
  study::Comparison curve = study::compare(side_by_side, measures);
  deliver({.worlds = worlds,
           .ids = ids,
           .measures = std::move(measures),
           .plan = plan,
           .complete = !done.interrupted,
           .curve = std::move(curve),
           .assets = study::split_assets(side_by_side),
           .months = demand_months(worlds.compared.scenarios.front(), side_by_side),
           .demand = study::demand_against_base(side_by_side)},
          options,
          outputs,
          journal,
          streams);
  return done.interrupted ? ExitCode::interrupted : ExitCode::ok;
}

}  // namespace

Command engage_command() {
  Command command{
      .name = "engage",
      .summary = "say what the same cases would have yielded, had the unit joined at each stage",
      .usage = "SCENARIO [options]",
      .examples =
          "  ficap engage scenarios/west-midlands.json\n"
          "  ficap engage scenarios/west-midlands.json --replications 40 --days 0,60,120\n"
          "  ficap engage scenarios/west-midlands.json --json curve.json --csv curve\n",
      .notes =
          "Each world has the same cases, and people enough that nobody waits; they differ only "
          "in\n"
          "when the unit joins: as a case comes to a stage, or so many days after it opens. Cases "
          "of\n"
          "pathways without an early stage are no part of it.\n"
          "Ctrl-C ends it and reports the futures that every world has finished; with --json FILE "
          "or\n"
          "--csv FOLDER the same command with --resume goes on from there.\n",
      .takes_scenario = true,
      .options = po::options_description{"Options", 100},
      .execute = engage};
  add_scenario_options(command.options);
  add_plan_options(command.options);
  command.options.add_options()(
      "days",
      po::value<std::string>()->value_name("D,D,..."),
      "also join so many days after a case opens; 0,30,90,180,365 if absent");
  add_output_options(command.options,
                     "write every figure, and the worlds as scenarios; - is standard output",
                     "write engagement.csv there");
  add_resume_option(command.options);
  add_manner_options(command.options);
  return command;
}

}  // namespace ficap::cli
