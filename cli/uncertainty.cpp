#include "report/uncertainty.hpp"

#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "cli/delivery.hpp"
#include "cli/files.hpp"
#include "cli/journal.hpp"
#include "cli/options.hpp"
#include "cli/outputs.hpp"
#include "cli/plan_options.hpp"
#include "cli/scenario_input.hpp"
#include "cli/uncertainty_study.hpp"
#include "io/write_scenario.hpp"
#include "io/write_uncertainty.hpp"
#include "report/starts_from.hpp"

namespace ficap::cli {

namespace po = boost::program_options;

namespace {

struct UncertaintyOptions {
  ScenarioArgument scenario;
  PlanOptions plan;
  UncertaintyPlan what;
  Outputs outputs;
};

std::uint32_t size_of(const po::variables_map& values,
                      const char* option,
                      std::uint64_t at_least,
                      std::uint32_t otherwise) {
  if (values.count(option) == 0) return otherwise;
  return static_cast<std::uint32_t>(
      whole_number(option, text_of(values, option), at_least, most_of_a_design));
}

UncertaintyOptions options_of(const po::variables_map& values) {
  UncertaintyOptions options;
  options.scenario = scenario_argument(values);
  options.plan = plan_options(values);
  options.what.nested.draws = size_of(values, "draws", 2, options.what.nested.draws);
  options.what.nested.futures = size_of(values, "replications", 2, options.what.nested.futures);
  options.what.ranking.trajectories =
      size_of(values, "trajectories", 2, options.what.ranking.trajectories);
  options.what.ranking.rows = size_of(values, "rows", 2, options.what.ranking.rows);
  options.what.ranks = values.count("no-ranking") == 0;
  if (values.count("rank-measure") > 0)
    options.what.rank_measures = values["rank-measure"].as<std::vector<std::string>>();
  options.outputs = outputs_of(values, {"draws.csv", "s_curve.csv"});
  if (!is_possible(options.what)) {
    throw UsageError{"--draws times --replications may be " +
                     std::to_string(most_replications / 2) + " at most"};
  }
  return options;
}

std::string answer(const models::Scenario& scenario,
                   const study::UncertaintyStudy& study,
                   const UncertaintyOptions& options) {
  const models::Setting& planned = scenario.planned;
  report::RunFacts facts;
  facts.title = planned.title;
  facts.start = planned.plan.start;
  facts.years = static_cast<std::int64_t>(planned.plan.years);
  facts.seed = study.seed;
  facts.asked_for = study.plan.draws;
  facts.finished = static_cast<std::uint32_t>(study.draws.seen.size());
  facts.starts_from = report::starts_from(planned);
  facts.id = io::uncertainty_id(scenario, study);
  if (study.ranks && !study.was_screened)
    facts.warnings.emplace_back(
        "Stopped before the numbers were screened: which of them matter is not known.");
  if (study.was_screened && study.went_on.empty() && Simulation::interrupted())
    facts.warnings.emplace_back(
        "Stopped before the numbers that matter were weighed against each other.");
  std::string text = report::uncertainty_headline(study, facts, planned);
  if (options.plan.quiet) return text;
  text += "\n" + report::uncertainty_table(study, facts) + "\n" +
          report::uncertain_inputs(study, facts, planned);
  return text + "Study " + facts.id +
         ": the same scenario, seed and sizes give these figures again.\n";
}

void deliver(const models::Scenario& scenario,
             const study::UncertaintyStudy& study,
             const UncertaintyOptions& options,
             Journal& journal,
             const Streams& streams) {
  Delivery delivery{.answer = answer(scenario, study, options)};
  if (!options.outputs.json.empty()) delivery.document = io::uncertainty_json(scenario, study);
  if (!options.outputs.csv_folder.empty()) {
    add_tables(delivery,
               options.outputs,
               {.run = io::uncertainty_id(scenario, study),
                .sha256 = io::scenario_sha256(scenario),
                .version = FICAP_VERSION,
                .seed = study.seed},
               {io::draws_csv(study), io::s_curve_csv(study)});
  }
  deliver(std::move(delivery),
          options.outputs,
          options.plan.quiet,
          through(journal, !Simulation::interrupted()),
          streams);
}

ExitCode uncertainty(const po::variables_map& values, const Streams& streams) {
  UncertaintyOptions options = options_of(values);
  Journal journal{options.outputs, options.plan, streams.err};
  check_outputs(options.outputs, {options.scenario.path}, [&](const std::filesystem::path& file) {
    return options.plan.force || journal.wrote(file);
  });
  const auto scenario = read_scenario(options.scenario, streams.err);
  if (!scenario) return ExitCode::bad_scenario;
  options.what.seed = plan_of(options.plan, scenario->planned.plan).seed;
  Simulation simulation{options.plan, streams.err};
  journal.begin(matter_of(*scenario, options.what));
  const Kept kept{.archive = journal.archive(), .simulations = journal.known()};
  const auto done = study_uncertainty(*scenario, options.what, simulation, streams.err, kept);
  if (const auto* code = std::get_if<ExitCode>(&done)) {
    if (*code == ExitCode::interrupted) journal.stop();
    return *code;
  }
  deliver(*scenario, std::get<study::UncertaintyStudy>(done), options, journal, streams);
  return Simulation::interrupted() ? ExitCode::interrupted : ExitCode::ok;
}

}  // namespace

Command uncertainty_command() {
  Command command{
      .name = "uncertainty",
      .summary =
          "say how much of the answer is luck, how much nobody has measured, and what matters",
      .usage = "SCENARIO [options]",
      .examples =
          "  ficap uncertainty scenarios/west-midlands.json\n"
          "  ficap uncertainty scenarios/west-midlands.json --no-ranking --draws 200\n"
          "  ficap uncertainty scenarios/west-midlands.json --rank-measure wait_days\n"
          "  ficap uncertainty scenarios/west-midlands.json --json uncertain.json --csv "
          "uncertain\n",
      .notes =
          "Every number with a low and a high is drawn from its plausible range, many times over, "
          "and\neach draw is simulated in futures of its own.\n"
          "Ctrl-C ends the study and reports the draws that are finished; again, it ends at once.\n"
          "With --json FILE or --csv FOLDER every finished future is kept in FILE.unfinished, so\n"
          "that the same command with --resume goes on, and comes to the same bytes.\n"
          "The results do not depend on the number of threads.\n",
      .takes_scenario = true,
      .options = po::options_description{"Options", 100},
      .execute = uncertainty};
  add_scenario_options(command.options);
  const study::NestedPlan nested;
  const study::RankingPlan ranking;
  const auto otherwise = [](std::uint32_t size) {
    return "; " + std::to_string(size) + " if absent";
  };
  const auto number = [](const char* name) { return po::value<std::string>()->value_name(name); };
  const std::string draws = "draws of the uncertain numbers" + otherwise(nested.draws);
  const std::string futures = "possible futures of each draw" + otherwise(nested.futures);
  const std::string trajectories =
      "times that every number is moved to screen it" + otherwise(ranking.trajectories);
  const std::string rows =
      "rows of the design that weighs those that matter" + otherwise(ranking.rows);
  command.options.add_options()("draws", number("D"), draws.c_str())(
      "replications", number("N"), futures.c_str())(
      "seed", number("S"), "which set of possible futures and draws; the scenario's if absent")(
      "threads", number("T"), "threads at work; as many as the machine has if absent")(
      "no-ranking", "do not find out which numbers matter, which takes most of the time")(
      "rank-measure",
      po::value<std::vector<std::string>>()->value_name("NAME"),
      "find out what matters to this measure; may be given again; the unmet share of need that is "
      "free to be asked, and assets_collected, if absent")(
      "trajectories", number("R"), trajectories.c_str())("rows", number("K"), rows.c_str());
  add_output_options(command.options,
                     "write everything, S-curves included; - is standard output",
                     "write draws.csv and s_curve.csv there");
  add_resume_option(command.options);
  add_manner_options(command.options);
  return command;
}

}  // namespace ficap::cli
