#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "cli/compared.hpp"
#include "cli/files.hpp"
#include "cli/journal.hpp"
#include "cli/options.hpp"
#include "cli/outputs.hpp"
#include "cli/plan_options.hpp"
#include "cli/simulation.hpp"
#include "io/read_measure_ref.hpp"
#include "io/write_comparison.hpp"
#include "io/write_scenario.hpp"
#include "report/comparison.hpp"
#include "report/names.hpp"

namespace ficap::cli {

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

struct CompareOptions {
  std::vector<std::string> paths;  ///< the base first
  std::vector<std::string> sets;
  std::vector<std::string> measures;  ///< as they were typed; empty: those that planners decide by
  PlanOptions plan;
  Outputs outputs;
};

std::vector<std::string> texts_of(const po::variables_map& values, const char* option) {
  if (values.count(option) == 0) return {};
  return values[option].as<std::vector<std::string>>();
}

CompareOptions compare_options(const po::variables_map& values) {
  CompareOptions options{.paths = file_arguments(values),
                         .sets = texts_of(values, "set"),
                         .measures = texts_of(values, "measure"),
                         .plan = plan_options(values),
                         .outputs = outputs_of(values, {"comparison.csv"})};
  if (options.paths.size() < 2) {
    throw UsageError{
        "compare what with what? Give a base and at least one option, e.g. "
        "scenarios/west-midlands.json scenarios/early-desk.json"};
  }
  if (std::count(options.paths.begin(), options.paths.end(), "-") > 1) {
    throw UsageError{"only one scenario can come from standard input"};
  }
  return options;
}

/// @throws UsageError where one of them points at no measure of the base
std::vector<study::MeasureRef> measures_of(const CompareOptions& options,
                                           const models::Scenario& base,
                                           const models::DimensionIds& ids) {
  if (options.measures.empty()) return study::decision_measures(base.planned);
  std::vector<study::MeasureRef> refs;
  std::vector<std::string> seen;
  for (const std::string& text : options.measures) {
    const auto read = io::read_measure_ref(text, ids);
    if (const auto* const wrong = std::get_if<io::NoSuchMeasure>(&read)) {
      throw UsageError{"--measure " + text + ": " + wrong->why};
    }
    const auto& ref = std::get<study::MeasureRef>(read);
    const std::string name = to_string(ref, ids);
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
    seen.push_back(name);
    refs.push_back(ref);
  }
  return refs;
}

/// @throws UsageError where there are more simulations than can be numbered
study::StudyPlan common_plan(const CompareOptions& options, const Compared& compared) {
  const study::StudyPlan plan = plan_of(options.plan, compared.scenarios.front().planned.plan);
  const std::uint64_t most = most_replications / compared.scenarios.size();
  if (plan.replications > most) {
    throw UsageError{"so many scenarios can be compared in at most " + std::to_string(most) +
                     " futures; ask for fewer --replications"};
  }
  return plan;
}

/// A finished comparison and what it was made of.
struct Finished {
  const Compared& compared;
  const models::DimensionIds& ids;  ///< of the base
  std::vector<study::MeasureRef> measures;
  study::StudyPlan plan;  ///< as asked for
  bool complete{false};   ///< nothing stopped it
  study::Comparison comparison;
};

std::string answer(const Finished& done,
                   const io::ComparisonInfo& info,
                   const CompareOptions& options) {
  const models::Setting& base = done.compared.scenarios.front().planned;
  const report::Names names{base};
  const report::ComparisonFacts facts{.titles = done.compared.titles(),
                                      .ids = done.ids,
                                      .names = names,
                                      .start = base.plan.start,
                                      .years = static_cast<std::int64_t>(base.plan.years),
                                      .seed = done.plan.seed,
                                      .asked_for = done.plan.replications,
                                      .id = info.id,
                                      .warnings = said_twice(done.compared)};
  std::string text = report::comparison_headline(done.comparison, facts);
  if (!options.plan.quiet) text += "\n" + report::comparison_tables(done.comparison, facts);
  return text;
}

void deliver(const Finished& done,
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
  std::vector<OutputFile> files;
  std::string json;
  if (!options.outputs.json.empty()) json = io::comparison_json(info, done.comparison);
  if (options.outputs.has_json_file()) {
    files.push_back({.path = options.outputs.json, .content = json});
  }
  for (const fs::path& path : options.outputs.csv_files())
    files.push_back({.path = path, .content = io::comparison_csv(info, done.comparison)});
  journal.deliver(files, done.complete);
  std::string said = answer(done, info, options);
  for (const OutputFile& file : files) {
    const std::string line = "wrote " + file.path.string() + "\n";
    if (options.plan.quiet) {
      streams.err << line;
    } else {
      said += line;
    }
  }
  if (options.outputs.json == "-") {
    streams.out << json;
    if (!options.plan.quiet) streams.err << said;
  } else {
    streams.out << said;
  }
}

ExitCode compare(const po::variables_map& values, const Streams& streams) {
  const CompareOptions options = compare_options(values);
  Journal journal{options.outputs, options.plan, streams.err};
  check_outputs(options.outputs, options.paths, [&](const fs::path& file) {
    return options.plan.force || journal.wrote(file);
  });
  const auto compared = read_compared(options.paths, options.sets, streams.err);
  if (!compared) return ExitCode::bad_scenario;
  const auto reasons = incomparable(*compared);
  if (!reasons.empty()) {
    streams.err << "ficap: these cannot be compared in the same futures\n";
    for (const std::string& reason : reasons)
      streams.err << "  " << reason << "\n";
    streams.err << "--set changes all of them at once, e.g. --set /plan/years=5\n";
    return ExitCode::usage;
  }
  const std::vector<models::Compiled> ready = compiled(compared->scenarios);
  const models::DimensionIds& ids = ready.front().ids();
  const auto measures = measures_of(options, compared->scenarios.front(), ids);
  const study::StudyPlan plan = common_plan(options, *compared);
  Simulation simulation{options.plan, streams.err};
  std::vector<std::string> sha256;
  for (const models::Scenario& scenario : compared->scenarios)
    sha256.push_back(io::scenario_sha256(scenario));
  journal.begin(pointers(ready), std::move(sha256), plan.seed);
  const study::SideBySide done = simulation.run(pointers(ready), plan, journal.archive());
  if (say_failures(done, plan, streams.err)) return ExitCode::internal;
  if (done.replications() == 0) {
    journal.stop();
    streams.err << "ficap: stopped before the first future was finished for all scenarios; "
                   "nothing is written\n";
    return ExitCode::interrupted;
  }
  deliver({.compared = *compared,
           .ids = ids,
           .measures = measures,
           .plan = plan,
           .complete = !done.interrupted,
           .comparison = study::compare(alternatives(ready, done.outcomes), measures)},
          options,
          journal,
          streams);
  return done.interrupted ? ExitCode::interrupted : ExitCode::ok;
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
          "  ficap compare scenarios/west-midlands.json scenarios/early-desk.json --quiet \\\n"
          "      --measure 'wait_days[class=discretionary]' --measure assets_denied\n",
      .notes =
          "A difference is that of the means over the same futures. The intervals of all\n"
          "differences shown hold together in 95 of 100 comparisons: the fewer options and\n"
          "measures are compared, the more can be told.\n"
          "Ctrl-C ends the comparison and reports the futures that every scenario has finished.\n"
          "With --json FILE or --csv FOLDER, what is finished is also kept beside them as it "
          "goes;\n"
          "after Ctrl-C or a kill the same command with --resume goes on from there.\n",
      .takes_scenario = true,
      .options = po::options_description{"Options", 100},
      .execute = compare};
  add_set_option(command.options);
  add_plan_options(command.options);
  command.options.add_options()(
      "measure",
      po::value<std::vector<std::string>>()->value_name("NAME[CUT]"),
      "compare this measure, e.g. served or served[class=statutory]; may be repeated; "
      "eight that planners decide by if absent");
  add_output_options(command.options,
                     "write every figure, and the scenarios; - is standard output",
                     "write comparison.csv there");
  add_resume_option(command.options);
  add_manner_options(command.options);
  return command;
}

}  // namespace ficap::cli
