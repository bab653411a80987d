#include <algorithm>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <boost/program_options/value_semantic.hpp>

#include "cli/cited.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/plan_options.hpp"
#include "cli/repeat.hpp"
#include "cli/simulation.hpp"
#include "io/differences.hpp"
#include "io/read_results.hpp"
#include "io/sources.hpp"
#include "report/citation.hpp"
#include "report/diagnostics.hpp"
#include "report/verification.hpp"

namespace ficap::cli {

namespace po = boost::program_options;

namespace {

report::Verification verification_of(const std::string& file, const Recorded& recorded) {
  const io::Manifest& manifest = recorded.document.manifest;
  report::Verification verification{.file = file,
                                    .id = manifest.id,
                                    .version = manifest.version,
                                    .version_here = FICAP_VERSION,
                                    .study = study_title(recorded.document),
                                    .scenarios = {},
                                    .edited_scenarios = {},
                                    .seed = manifest.seed,
                                    .replications = manifest.replications,
                                    .draws = manifest.draws,
                                    .changed = {},
                                    .differs_from_line = std::nullopt};
  for (std::size_t i = 0; i < recorded.scenarios.size(); ++i) {
    const std::string& title = recorded.scenarios[i].planned.title;
    verification.scenarios.push_back(title);
    if (!recorded.document.scenarios[i].is_as_stated()) {
      verification.edited_scenarios.push_back(title);
    }
  }
  return verification;
}

/// Says what sets a document apart from what the program writes now.
void compare(report::Verification& verification,
             const io::Node& recorded,
             const std::string& text,
             const std::string& again) {
  if (text == again) return;
  verification.differs_from_line = io::first_differing_line(text, again);
  io::Sources sources;
  const io::Parsed computed = io::parse(sources, sources.add("computed", again));
  if (!computed.root) return;
  for (io::ValueDifference& each : io::differences(recorded, *computed.root)) {
    verification.changed.push_back({.path = std::move(each.path),
                                    .recorded = std::move(each.first),
                                    .computed = std::move(each.second),
                                    .line = each.line});
  }
}

/// @returns what became of one measure
report::RepeatedMeasure repeated(const io::ResultsDocument& document,
                                 const io::MeasureFigures& recorded,
                                 const std::string& again) {
  report::RepeatedMeasure repeated{
      .recorded = cited_measure(document, recorded), .computed = std::nullopt, .same = false};
  io::Sources sources;
  const io::Parsed computed = io::parse(sources, sources.add("computed", again));
  if (!computed.root) return repeated;
  const auto now = io::read_figures(*computed.root, recorded.measure);
  if (const auto* const figures = std::get_if<io::MeasureFigures>(&now)) {
    repeated.computed = cited_measure(document, *figures);
    repeated.same = io::same_figures(recorded, *figures);
  }
  return repeated;
}

/// @returns the scenarios that a document carries, or how to end where one of them is wrong
std::variant<std::vector<models::Scenario>, ExitCode> scenarios_of(
    const io::ResultsDocument& document, const std::string& file, std::ostream& err) {
  std::vector<models::Scenario> scenarios;
  for (std::size_t i = 0; i < document.scenarios.size(); ++i) {
    io::ScenarioReading reading = document.scenario(i);
    if (reading.scenario) {
      scenarios.push_back(std::move(*reading.scenario));
      continue;
    }
    err << report::to_text(reading.problems);
    if (!document.scenarios[i].is_as_stated()) {
      err << "ficap: the scenario in " << file
          << " was edited after the run and is none any more: not verified\n";
      return ExitCode::mismatch;
    }
    err << "ficap: ficap " << report::harmless(document.manifest.version)
        << " wrote this scenario, and ficap " FICAP_VERSION " cannot run it: not verified\n";
    return ExitCode::bad_scenario;
  }
  return scenarios;
}

ExitCode verify(const po::variables_map& values, const Streams& streams) {
  const std::string path = file_argument(values, "results file", "results.json");
  const PlanOptions options = plan_options(values);
  const std::string measure = text_of(values, "measure");
  const std::string file = path == "-" ? "standard input" : path;
  const std::string text = read_text(path);
  const io::ResultsReading reading = io::read_results(file, text);
  streams.err << report::to_text(reading.problems);
  if (!reading.document) return ExitCode::bad_scenario;
  const io::Manifest& manifest = reading.document->manifest;
  const std::vector<Repeatable> all = repeatables();
  const auto repeatable = std::find_if(
      all.begin(), all.end(), [&](const Repeatable& r) { return r.command == manifest.command; });
  if (repeatable == all.end()) {
    streams.err << "ficap: `ficap " << report::harmless(manifest.command) << "` of version "
                << report::harmless(manifest.version) << " wrote " << file
                << "; this is version " FICAP_VERSION " and cannot repeat it: not verified\n";
    return ExitCode::bad_scenario;
  }
  std::optional<io::MeasureFigures> cited;
  if (!measure.empty()) cited = figures_named(*reading.document, measure);
  auto scenarios = scenarios_of(*reading.document, file, streams.err);
  if (const auto* const code = std::get_if<ExitCode>(&scenarios)) return *code;
  const Recorded recorded{
      .document = *reading.document,
      .scenarios = std::move(std::get<std::vector<models::Scenario>>(scenarios))};
  Simulation simulation{options, streams.err};
  const Again made = repeatable->again(recorded, simulation, streams.err);
  const auto* const again = std::get_if<std::string>(&made);
  if (again == nullptr) {
    const ExitCode code =
        Simulation::interrupted() ? ExitCode::interrupted : std::get<ExitCode>(made);
    if (code == ExitCode::interrupted)
      streams.err << "ficap: stopped; " << file << " is not verified\n";
    return code;
  }
  report::Verification verification = verification_of(file, recorded);
  compare(verification, reading.document->root, text, *again);
  if (!options.quiet || !verification.matches()) {
    streams.out << report::to_text(verification);
    if (cited) {
      streams.out << "\n" << report::to_text(repeated(*reading.document, *cited, *again));
    }
  }
  return verification.matches() ? ExitCode::ok : ExitCode::mismatch;
}

}  // namespace

Command verify_command() {
  Command command{
      .name = "verify",
      .summary = "repeat a result from its own file and say whether every byte comes out again",
      .usage = "RESULTS.json [options]",
      .examples =
          "  ficap verify results.json\n"
          "  ficap verify results.json --measure 'unmet_share_of_need[class=discretionary]'\n"
          "  ficap run scenarios/west-midlands.json --json - --quiet | ficap verify -\n",
      .notes =
          "A results file carries its scenario, seed and number of futures. Exit code 0: it "
          "matches;\n5: it does not, and the answer says in what and what that means. With "
          "--measure "
          "the last\nsentence is about that number alone; the exit code stays that of the whole "
          "file.\n",
      .takes_results = true,
      .options = po::options_description{"Options", 100},
      .execute = verify};
  command.options.add_options()("measure",
                                po::value<std::string>()->value_name("NAME[CUT]"),
                                "say of this number, too, whether it comes out again")(
      "threads",
      po::value<std::string>()->value_name("T"),
      "threads at work; as many as the machine has if absent")("quiet",
                                                               "say nothing where it matches");
  return command;
}

}  // namespace ficap::cli
