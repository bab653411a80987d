#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <ostream>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "cli/compared.hpp"
#include "cli/delivery.hpp"
#include "cli/files.hpp"
#include "cli/finished_comparison.hpp"
#include "cli/finished_run.hpp"
#include "cli/options.hpp"
#include "cli/outputs.hpp"
#include "cli/plan_options.hpp"
#include "cli/run_store.hpp"
#include "cli/stored_run.hpp"
#include "io/nearest.hpp"
#include "io/write_comparison.hpp"
#include "report/run_list.hpp"
#include "report/words.hpp"
#include "store/store.hpp"
#include "study/comparison.hpp"

namespace ficap::cli {

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

/// What is asked of a store.
struct Question {
  std::vector<std::string> runs;  ///< that it is about, as typed
  std::string store;
  Outputs outputs;
  bool force{false};
  bool quiet{false};
};

ExitCode list(const store::Store& store, const Question& /*asked*/, const Streams& streams) {
  std::vector<report::ListedRun> rows;
  const auto figure = [&](std::int64_t run, const char* measure, const char* part) {
    return store.estimate(run, measure, *part == '\0' ? "" : "class", part)
        .value_or(study::Estimate{});
  };
  for (const store::KeptRun& run : store.runs()) {
    rows.push_back({.number = run.id,
                    .id = run.name,
                    .title = run.title,
                    .seed = run.seed,
                    .replications = run.replications,
                    .start = run.start,
                    .end = run.end,
                    .unmet = figure(run.id, "unmet_share_of_need", "discretionary"),
                    .early = figure(run.id, "early_engagement_share", ""),
                    .collected = figure(run.id, "assets_collected", "")});
  }
  streams.out << report::run_list(rows);
  return ExitCode::ok;
}

ExitCode show(const store::Store& store, const Question& asked, const Streams& streams) {
  StoredRun run = read_run(store, run_named(store, asked.runs.front()));
  streams.out << answer(finished_again(run), {.scenario = {}, .outputs = {}, .quiet = asked.quiet});
  return ExitCode::ok;
}

bool writes(const Outputs& outputs) {
  return outputs.json == "-" || !outputs.files().empty();
}

ExitCode give_out(const store::Store& store, const Question& asked, const Streams& streams) {
  if (!writes(asked.outputs)) {
    throw UsageError{"export it to what? Give --json FILE, --json -, --html FILE or --csv FOLDER"};
  }
  for (const fs::path& file : asked.outputs.files()) {
    if (is_one_file(file, asked.store)) throw RefusedOutput{asked.store + " is the store itself"};
  }
  check_outputs(asked.outputs, {}, [&](const fs::path& /*file*/) { return asked.force; });
  StoredRun run = read_run(store, run_named(store, asked.runs.front()));
  Delivery delivery =
      delivery_of(finished_again(run), {.scenario = {}, .outputs = asked.outputs, .quiet = true});
  delivery.answer.clear();
  deliver(std::move(delivery), asked.outputs, true, write_files, streams);
  return ExitCode::ok;
}

// The futures that both have, which are the same where their seed is.
ExitCode compare(const store::Store& store, const Question& asked, const Streams& streams) {
  std::vector<StoredRun> runs;
  for (const std::string& text : asked.runs)
    runs.push_back(read_run(store, run_named(store, text)));
  const store::KeptRun& base = runs.front().kept;
  const store::KeptRun& option = runs.back().kept;
  if (base.seed != option.seed) {
    throw RefusedOutput{base.name + " is of seed " + std::to_string(base.seed) + " and " +
                        option.name + " of seed " + std::to_string(option.seed) +
                        ": their futures are not the same. Run one of them again with the other's "
                        "--seed"};
  }
  const std::uint32_t common = std::min(base.replications, option.replications);
  Compared compared;
  std::vector<study::Alternative> alternatives;
  for (StoredRun& run : runs) {
    compared.paths.push_back(run.kept.name);
    compared.names.push_back(run.kept.name);
    compared.scenarios.push_back(run.scenario);
    alternatives.push_back({run.compiled.ids(),
                            run.compiled.layout(),
                            std::span{std::as_const(run.outcomes)}.first(common)});
  }
  if (says_incomparable(compared, streams.err)) return ExitCode::usage;
  const auto measures = study::decision_measures(compared.scenarios.front().planned);
  const study::StudyPlan plan{.seed = base.seed, .replications = common};
  const io::ComparisonInfo info = io::comparison_info(
      compared.scenarios, compared.names, measures, alternatives.front().ids, plan, FICAP_VERSION);
  const report::Names names{compared.scenarios.front().planned};
  const FinishedComparison finished = finished_comparison(compared, alternatives, measures, plan);
  streams.out << answer(finished, facts_of(finished, info.id, names), asked.quiet, false);
  return ExitCode::ok;
}

/// What can be asked, by its word.
struct Verb {
  std::string word;
  std::size_t runs;  ///< how many runs it is about
  std::function<ExitCode(const store::Store&, const Question&, const Streams&)> answer;
};

std::vector<Verb> verbs() {
  return {{.word = "list", .runs = 0, .answer = list},
          {.word = "show", .runs = 1, .answer = show},
          {.word = "compare", .runs = 2, .answer = compare},
          {.word = "export", .runs = 1, .answer = give_out}};
}

const Verb& verb_named(const std::vector<Verb>& all, const std::string& word) {
  std::vector<std::string> words;
  for (const Verb& verb : all) {
    if (verb.word == word) return verb;
    words.push_back(verb.word);
  }
  const auto meant = io::nearest(word, words);
  throw UsageError{
      "ficap runs does not know \"" + word + "\"" +
      (meant ? "; did you mean \"" + *meant + "\"?" : "; it can " + report::joined(words))};
}

ExitCode runs(const po::variables_map& values, const Streams& streams) {
  std::vector<std::string> words = file_arguments(values);
  const std::string word = words.empty() ? "list" : words.front();
  if (!words.empty()) words.erase(words.begin());
  const std::vector<Verb> all = verbs();
  const Verb& verb = verb_named(all, word);
  if (words.size() != verb.runs) {
    throw UsageError{"ficap runs " + word + " takes " +
                     (verb.runs == 0   ? "no run"
                      : verb.runs == 1 ? "one run, by its number or id, e.g. FI-7f3a-91c2"
                                       : "two runs, by their numbers or ids, the base first")};
  }
  const Question asked{.runs = words,
                       .store = text_of(values, "store"),
                       .outputs = outputs_of(values, {"replications.csv", "series.csv"}),
                       .force = values.count("force") > 0,
                       .quiet = values.count("quiet") > 0};
  if (asked.store.empty()) {
    throw UsageError{"whose runs? Give the file in which they are kept, with --store FILE"};
  }
  if (word != "export" && writes(asked.outputs)) {
    throw UsageError{"--json, --html and --csv are for `ficap runs export`"};
  }
  const store::Store store{asked.store, store::Access::read};
  return verb.answer(store, asked, streams);
}

}  // namespace

Command runs_command() {
  Command command{
      .name = "runs",
      .summary = "list the runs that are kept in a store; show, compare and export them",
      .usage = "[list | show RUN | compare BASE OPTION | export RUN] --store FILE [options]",
      .examples =
          "  ficap runs --store runs.sqlite\n"
          "  ficap runs show FI-7f3a-91c2 --store runs.sqlite\n"
          "  ficap runs compare 1 2 --store runs.sqlite\n"
          "  ficap runs export 1 --store runs.sqlite --json results.json --html report.html\n",
      .notes =
          "Nothing is simulated: the answers are those that the runs gave, and an export has "
          "their\n"
          "bytes. RUN is a number of the list or an id. Runs are compared in the futures that both "
          "have.\n"
          "The file is an SQLite data base: v_runs, v_measures, v_series and v_replications are "
          "for "
          "people.\n",
      .takes_results = true,
      .options = po::options_description{"Options", 100},
      .execute = runs};
  add_store_option(command.options, "the file in which `ficap run --store FILE` has kept them");
  add_output_options(command.options,
                     "export: write every measure with its interval; - is standard output",
                     "export: write replications.csv and series.csv there");
  add_page_options(command.options, "export: write a report with charts, tables and assumptions");
  command.options.add_options()("force", "overwrite files that exist")(
      "quiet", "say the answer in sentences only, without tables");
  return command;
}

}  // namespace ficap::cli
