#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <boost/program_options/value_semantic.hpp>

#include "cli/appraisal_study.hpp"
#include "cli/command.hpp"
#include "cli/compared.hpp"
#include "cli/delivery.hpp"
#include "cli/files.hpp"
#include "cli/journal.hpp"
#include "cli/options.hpp"
#include "cli/outputs.hpp"
#include "cli/page_studies.hpp"
#include "cli/pages.hpp"
#include "cli/plan_options.hpp"
#include "cli/precision.hpp"
#include "cli/simulation.hpp"
#include "io/json_text.hpp"
#include "io/write_appraisal.hpp"
#include "io/write_precision.hpp"
#include "io/write_scenario.hpp"
#include "models/plan_end.hpp"
#include "report/appraisal.hpp"
#include "report/names.hpp"
#include "report/precision.hpp"
#include "report/words.hpp"
#include "report/workbook/workbook.hpp"
#include "sim/time.hpp"
#include "study/appraisal.hpp"
#include "study/appraised_volumes.hpp"
#include "study/comparison.hpp"
#include "study/precision.hpp"

namespace ficap::cli {

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

// What the report of a business case shows of business as usual where nobody says otherwise.
constexpr PageStudyOptions usual_studies{.ranking = 10, .engagement = 20};

struct Finished {
  const StudyInput& input;
  const models::DimensionIds& ids;  ///< of the base
  study::StudyPlan plan;            ///< seed, and the futures that were finished
  /// Futures of the plan where it was stopped before all were finished.
  std::optional<std::uint32_t> stopped_of;
  bool complete{false};  ///< nor was what a page shows beside
  study::Appraisal appraisal;
  std::optional<study::AppraisedVolumes> volumes;  ///< for a report
  std::optional<study::PrecisionReached> precision;
  PageStudies studies{};
};

std::string answer(const Finished& done, const report::AppraisalFacts& facts, bool quiet) {
  std::string text = report::appraisal_headline(done.appraisal, facts);
  if (done.precision)
    text += report::precision_sentences(*done.precision, done.ids, facts.titles) + "\n";
  if (!quiet) text += "\n" + report::appraisal_tables(done.appraisal, facts);
  return text;
}

// "1 April 2026 to 31 March 2031"
std::string years_of(const models::Plan& plan) {
  const std::int64_t end = sim::days_from_civil(models::plan_end(plan));
  return report::in_words(plan.start) + " to " + report::in_words(sim::civil_from_days(end - 1));
}

std::string workbook_of(const Finished& done,
                        const io::AppraisalInfo& info,
                        const std::string& marking) {
  const std::vector<std::string> titles = done.input.titles();
  const std::vector<models::Scenario>& scenarios = done.input.scenarios;
  std::vector<std::string> digests{info.study_sha256};
  for (const models::Scenario& scenario : scenarios)
    digests.push_back(io::scenario_sha256(scenario));
  return report::workbook::appraisal_workbook(
      {.study = done.input.study(),
       .appraisal = done.appraisal,
       .scenarios = scenarios,
       .ids = done.ids,
       .base = titles.front(),
       .options = {titles.begin() + 1, titles.end()},
       .run_id = info.id,
       .digests = std::move(digests),
       .version = FICAP_VERSION,
       .seed = done.plan.seed,
       .measured_period = years_of(scenarios.front().planned.plan),
       .marking = marking});
}

void deliver(const Finished& done,
             const PlanOptions& options,
             const Outputs& outputs,
             Journal& journal,
             const Streams& streams) {
  const study::StudyDocument& study = done.input.study();
  const io::AppraisalInfo info =
      io::appraisal_info(study, done.input.scenarios, done.ids, done.plan, FICAP_VERSION);
  Delivery delivery;
  if (!outputs.json.empty()) {
    io::Object more;
    if (done.precision) {
      std::vector<std::string> names;
      for (const study::StudyOption& option : study.options)
        names.push_back(option.id);
      io::add(more, "precision", io::precision_node(*done.precision, done.ids, names));
    }
    delivery.document = io::appraisal_json(info, study, done.appraisal, std::move(more));
  }
  const models::Setting& setting = done.input.scenarios.front().planned;
  const report::Names names{setting};
  const report::AppraisalFacts facts{.study = study,
                                     .titles = done.input.titles(),
                                     .setting = setting,
                                     .names = names,
                                     .seed = done.plan.seed,
                                     .id = info.id,
                                     .stopped_of = done.stopped_of};
  if (done.volumes) {
    add_report(delivery.others,
               outputs,
               page_of_appraisal({.appraisal = done.appraisal,
                                  .facts = facts,
                                  .scenarios = done.input.scenarios,
                                  .volumes = *done.volumes,
                                  .info = info,
                                  .studies = done.studies},
                                 outputs.marking,
                                 options.threads),
               setting.plan.start);
  }
  if (!outputs.xlsx.empty()) {
    delivery.others.push_back(
        {.path = outputs.xlsx, .content = workbook_of(done, info, outputs.marking)});
  }
  if (!outputs.csv_folder.empty()) {
    io::CsvProvenance provenance = io::provenance_of(info.comparison.scenarios.front().run);
    provenance.run = info.id;
    provenance.sha256 = info.study_sha256;
    add_tables(delivery, outputs, provenance, {io::appraisal_csv(info, done.appraisal)});
  }
  delivery.answer = answer(done, facts, options.quiet);
  deliver(std::move(delivery), outputs, options.quiet, through(journal, done.complete), streams);
}

ExitCode appraise(const po::variables_map& values, const Streams& streams) {
  const std::string path = file_argument(values, "study", "study.json");
  const PlanOptions options = plan_options(values);
  const Outputs outputs = outputs_of(values, {"appraisal.csv"});
  const PageStudyOptions for_page = page_study_options(values, outputs, usual_studies);
  Journal journal{outputs, options, streams.err};
  const auto input = read_study(path, streams.err);
  if (!input) return ExitCode::bad_scenario;
  check_outputs(outputs, input->paths, [&](const fs::path& file) {
    return options.force || journal.wrote(file);
  });
  const std::vector<models::Compiled> ready = compiled(input->scenarios);
  const std::vector<const models::Compiled*> scenarios = pointers(ready);
  const models::DimensionIds& ids = ready.front().ids();
  const models::Plan& of_base = input->scenarios.front().planned.plan;
  const auto goals =
      study::for_options(precision_goals(input->study().plan.precision, ids), scenarios.size() - 1);
  study::StudyPlan plan = plan_of(options, of_base);
  if (!goals.empty()) plan.replications = most_for_precision(options, of_base, scenarios.size());
  if (plan.replications > most_replications / scenarios.size()) {
    throw UsageError{"so many options can be appraised in at most " +
                     std::to_string(most_replications / scenarios.size()) +
                     " futures; ask for fewer --replications"};
  }
  Simulation simulation{options, streams.err};
  std::vector<std::string> sha256;
  sha256.reserve(input->scenarios.size());
  for (const models::Scenario& scenario : input->scenarios)
    sha256.push_back(io::scenario_sha256(scenario));
  journal.begin(scenarios, std::move(sha256), plan.seed);
  const study::SideBySide done =
      goals.empty() ? simulation.run(scenarios, plan, journal.archive())
                    : run_until_precise(goals, scenarios, plan, simulation, journal.archive());
  if (say_failures(done, plan, streams.err)) return ExitCode::internal;
  if (done.replications() == 0) {
    journal.stop();
    streams.err << "ficap: stopped before the first future was finished for all scenarios; "
                   "nothing is written\n";
    return ExitCode::interrupted;
  }
  const std::vector<study::Alternative> alternatives = study::alternatives(scenarios, done);
  std::optional<study::PrecisionReached> precision;
  if (!goals.empty()) precision = study::precision_reached(goals, plan.replications, alternatives);
  const auto stopped_of = done.interrupted ? std::optional{plan.replications} : std::nullopt;
  plan.replications = static_cast<std::uint32_t>(done.replications());
  const bool imprecise = precision && !precision->met;
  PageStudies studies =
      page_studies(input->scenarios.front(), plan.seed, for_page, simulation, streams.err);
  const bool stopped = done.interrupted || studies.stopped;
  const bool failed = studies.failed;
  study::Appraisal appraisal =
      study::appraise(input->study(), input->scenarios, alternatives, plan.seed);
  std::optional<study::AppraisedVolumes> volumes;
  if (outputs.has_report())
    volumes = study::appraised_volumes(input->scenarios, alternatives, appraisal.pays);
  deliver({.input = *input,
           .ids = ids,
           .plan = plan,
           .stopped_of = stopped_of,
           .complete = !stopped,
           .appraisal = std::move(appraisal),
           .volumes = std::move(volumes),
           .precision = std::move(precision),
           .studies = std::move(studies)},
          options,
          outputs,
          journal,
          streams);
  if (stopped) return ExitCode::interrupted;
  if (failed) return ExitCode::internal;
  return imprecise ? ExitCode::imprecise : ExitCode::ok;
}

}  // namespace

Command appraise_command() {
  Command command{
      .name = "appraise",
      .summary = "say what options cost and are worth, to society and in the force's own cash",
      .usage = "STUDY.json [options]",
      .examples =
          "  ficap appraise scenarios/studies/west-midlands.json\n"
          "  ficap appraise scenarios/studies/west-midlands.json --html case.html --xlsx "
          "case.xlsx\n"
          "  ficap appraise scenarios/studies/west-midlands.json --json case.json --csv money\n",
      .notes =
          "A study names business as usual and its options, the years, whose money it is about,\n"
          "and prices, shares and rates with their sources. All scenarios go through the same\n"
          "futures. The three views (society, public purse, the force's cash) are never added.\n"
          "Exit code 4: done, but not as precise as the study asks for.\n"
          "Ctrl-C ends it and appraises the futures that every scenario has finished; with --json\n"
          "FILE or --csv FOLDER the same command with --resume goes on from there.\n",
      .takes_scenario = true,
      .options = po::options_description{"Options", 100},
      .execute = appraise};
  add_plan_options(command.options);
  add_output_options(command.options,
                     "write every figure, the study and its scenarios; - is standard output",
                     "write appraisal.csv there");
  add_page_options(command.options,
                   "write a report with charts, tables and assumptions: one page that opens in any "
                   "browser and prints");
  add_ranking_option(command.options,
                     "with a report: rank the numbers of grade C of business as usual by what they "
                     "move, from N futures at each end of their ranges; 10 if absent, 0: do not");
  add_engagement_option(command.options,
                        "with a report: show what the same cases would have yielded had the unit "
                        "joined at each stage, from N futures; 20 if absent, 0: do not");
  add_workbook_options(command.options,
                       "write a workbook whose formulas follow its rates and prices");
  add_resume_option(command.options);
  add_manner_options(command.options);
  return command;
}

}  // namespace ficap::cli
