#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <boost/program_options/value_semantic.hpp>

#include "cli/attribution_study.hpp"
#include "cli/command.hpp"
#include "cli/compare_options.hpp"
#include "cli/compared.hpp"
#include "cli/delivery.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/outputs.hpp"
#include "cli/plan_options.hpp"
#include "cli/simulation.hpp"
#include "io/write_attribution.hpp"
#include "report/attribution.hpp"
#include "report/names.hpp"
#include "report/starts_from.hpp"
#include "study/attribution.hpp"

namespace ficap::cli {

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

struct AttributeOptions {
  std::vector<std::string> paths;  ///< base and option
  std::vector<std::string> sets;
  bool skips_bad_rows{false};
  std::vector<std::string> measures;  ///< as typed
  bool by_parts{false};
  PlanOptions plan;
  Outputs outputs;
};

std::vector<std::string> texts_of(const po::variables_map& values, const char* option) {
  if (values.count(option) == 0) return {};
  return values[option].as<std::vector<std::string>>();
}

AttributeOptions attribute_options(const po::variables_map& values) {
  AttributeOptions options{.paths = file_arguments(values),
                           .sets = texts_of(values, "set"),
                           .skips_bad_rows = values.count("skip-bad-rows") > 0,
                           .measures = texts_of(values, "measure"),
                           .by_parts = false,
                           .plan = plan_options(values),
                           .outputs = outputs_of(values, {"attribution.csv", "worlds.csv"})};
  if (options.paths.size() != 2) {
    throw UsageError{
        "attribute the difference between what and what? Give a base and one option, e.g. "
        "scenarios/west-midlands.json scenarios/five-more-investigators.json"};
  }
  if (std::count(options.paths.begin(), options.paths.end(), "-") > 1) {
    throw UsageError{"only one scenario can come from standard input"};
  }
  const std::string by = text_of(values, "by");
  if (!by.empty() && by != "mechanisms" && by != "parts") {
    throw UsageError{"--by " + by + R"(: by "mechanisms" or by "parts")"};
  }
  options.by_parts = by == "parts";
  return options;
}

std::vector<study::MeasureRef> measures_to_attribute(const AttributeOptions& options,
                                                     const models::Setting& setting,
                                                     const models::DimensionIds& ids) {
  std::vector<study::MeasureRef> refs = named_measures(options.measures, ids);
  return refs.empty() ? study::attributed_measures(setting) : refs;
}

/// A finished attribution and what it was made of.
struct Finished {
  const Compared& compared;
  const Worlds& worlds;
  std::vector<study::MeasureRef> measures;
  study::StudyPlan plan;  ///< as asked for
  study::Attribution attribution;
};

std::string answer(const Finished& done, const io::AttributionInfo& info, bool quiet) {
  const models::Setting& base = done.compared.scenarios.front().planned;
  const report::Names names{base};
  const std::vector<std::string> titles = done.compared.titles();
  const report::AttributionFacts facts{.base = titles.front(),
                                       .option = titles.back(),
                                       .levers = done.worlds.lever_words(),
                                       .meanings = done.worlds.meanings(),
                                       .ids = done.worlds.ids(),
                                       .names = names,
                                       .start = base.plan.start,
                                       .years = static_cast<std::int64_t>(base.plan.years),
                                       .starts_from = report::starts_from(base),
                                       .seed = done.plan.seed,
                                       .asked_for = done.plan.replications,
                                       .id = info.id,
                                       .warnings = said_twice(done.compared)};
  const std::string headline = report::attribution_headline(done.attribution, facts);
  return quiet ? headline : headline + "\n" + report::attribution_tables(done.attribution, facts);
}

void deliver(const Finished& done, const AttributeOptions& options, const Streams& streams) {
  const study::StudyPlan finished{
      .seed = done.plan.seed,
      .replications = static_cast<std::uint32_t>(done.attribution.replications)};
  const io::AttributionInfo info = io::attribution_info(io::comparison_info(done.compared.scenarios,
                                                                            done.compared.names,
                                                                            done.measures,
                                                                            done.worlds.ids(),
                                                                            finished,
                                                                            FICAP_VERSION),
                                                        done.worlds.among(),
                                                        finished,
                                                        FICAP_VERSION);
  Delivery delivery{.answer = answer(done, info, options.plan.quiet)};
  if (!options.outputs.json.empty())
    delivery.document = io::attribution_json(info, done.attribution);
  if (!options.outputs.csv_folder.empty()) {
    io::CsvProvenance provenance = io::provenance_of(info.scenarios.front().run);
    provenance.run = info.id;
    add_tables(
        delivery,
        options.outputs,
        provenance,
        {io::attribution_csv(info, done.attribution), io::worlds_csv(info, done.attribution)});
  }
  deliver(std::move(delivery), options.outputs, options.plan.quiet, write_files, streams);
}

ExitCode attribute(const po::variables_map& values, const Streams& streams) {
  const AttributeOptions options = attribute_options(values);
  check_outputs(
      options.outputs, options.paths, [&](const fs::path&) { return options.plan.force; });
  const auto compared =
      read_compared(options.paths, options.sets, options.skips_bad_rows, streams.err);
  if (!compared) return ExitCode::bad_scenario;
  if (says_incomparable(*compared, streams.err)) return ExitCode::usage;
  const models::Scenario& base = compared->scenarios.front();
  auto made = options.by_parts ? Worlds::of_parts(base, compared->scenarios.back())
                               : Worlds::of_mechanisms(base, compared->scenarios.back());
  if (const auto* const why_not = std::get_if<std::string>(&made)) {
    streams.err << *why_not;
    return ExitCode::usage;
  }
  const Worlds& worlds = std::get<Worlds>(made);
  auto measures = measures_to_attribute(options, base.planned, worlds.ids());
  const study::StudyPlan plan = plan_of(options.plan, base.planned.plan);
  if (plan.replications > most_replications / worlds.size()) {
    throw UsageError{"so many worlds can be simulated in at most " +
                     std::to_string(most_replications / worlds.size()) +
                     " futures; ask for fewer --replications"};
  }
  Simulation simulation{options.plan, streams.err};
  const study::SideBySide done = worlds.simulate(plan, simulation);
  if (say_failures(done, plan, streams.err)) return ExitCode::internal;
  if (done.replications() == 0) {
    streams.err << "ficap: stopped before the first future was finished in all worlds; nothing is "
                   "written\n";
    return ExitCode::interrupted;
  }
  deliver({.compared = *compared,
           .worlds = worlds,
           .measures = measures,
           .plan = plan,
           .attribution = study::attribute(worlds.alternatives(done), measures)},
          options,
          streams);
  return done.interrupted ? ExitCode::interrupted : ExitCode::ok;
}

}  // namespace

Command attribute_command() {
  Command command{
      .name = "attribute",
      .summary = "share out the difference that an option makes among what it comes with",
      .usage = "BASE OPTION [options]",
      .examples =
          "  ficap attribute scenarios/west-midlands.json scenarios/five-more-investigators.json\n"
          "  ficap attribute scenarios/west-midlands.json scenarios/mandatory-referral.json \\\n"
          "      --measure assets_denied --measure 'served[class=discretionary]'\n"
          "  ficap attribute scenarios/west-midlands.json scenarios/regional-pool.json --by "
          "parts\n",
      .notes =
          "The terms of a measure add up to its difference. They are shares of it by a stated "
          "rule\n"
          "(Shapley: the mean over all orders in which the levers could be switched), not causes.\n"
          "By mechanisms (the usual): people and rules, asking, timing. By parts: the parts of "
          "the\n"
          "scenario in which the two differ (people, rules, trust, work, demand, assets).\n"
          "Ctrl-C ends it and reports the futures that are finished in all worlds.\n",
      .takes_scenario = true,
      .options = po::options_description{"Options", 100},
      .execute = attribute};
  add_scenario_options(command.options);
  add_plan_options(command.options);
  command.options.add_options()(
      "by",
      po::value<std::string>()->value_name("WHAT"),
      "share it out among mechanisms, or parts of the scenario; mechanisms if absent")(
      "measure",
      po::value<std::vector<std::string>>()->value_name("NAME[CUT]"),
      "attribute this measure, e.g. served or served[class=statutory]; may be repeated; assets "
      "collected, unmet need and early engagement if absent");
  add_output_options(command.options,
                     "write every figure, and the scenarios; - is standard output",
                     "write attribution.csv and worlds.csv there");
  add_manner_options(command.options);
  return command;
}

}  // namespace ficap::cli
