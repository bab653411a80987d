#include "cli/repeat.hpp"

#include <array>
#include <span>
#include <utility>
#include <variant>

#include "cli/attribution_study.hpp"
#include "cli/compared.hpp"
#include "cli/uncertainty_study.hpp"
#include "cli/warm_up.hpp"
#include "io/json_text.hpp"
#include "io/read_measure_ref.hpp"
#include "io/read_precision.hpp"
#include "io/read_study.hpp"
#include "io/run_info.hpp"
#include "io/write_appraisal.hpp"
#include "io/write_attribution.hpp"
#include "io/write_comparison.hpp"
#include "io/write_demand.hpp"
#include "io/write_precision.hpp"
#include "io/write_results.hpp"
#include "io/write_uncertainty.hpp"
#include "models/simulator.hpp"
#include "report/diagnostics.hpp"
#include "report/words.hpp"
#include "study/appraisal.hpp"
#include "study/attribution.hpp"
#include "study/check_study.hpp"
#include "study/comparison.hpp"
#include "study/demand.hpp"
#include "study/demand_against_base.hpp"
#include "study/precision.hpp"
#include "study/results.hpp"

namespace ficap::cli {

namespace {

// How to end where not all futures were simulated, which is said.
std::optional<ExitCode> unfinished(const study::SideBySide& done,
                                   study::StudyPlan plan,
                                   std::ostream& err) {
  if (say_failures(done, plan, err)) return ExitCode::internal;
  if (done.interrupted) return ExitCode::interrupted;
  return std::nullopt;
}

// What the command was asked to be precise about, made again from its futures. A comparison was
// asked about the difference of each of its options.
std::optional<study::PrecisionReached> precision_again(
    const io::Node& document, const std::vector<study::Alternative>& alternatives) {
  const auto asked = io::precision_asked(document);
  if (!asked) return std::nullopt;
  std::vector<study::PrecisionGoal> goals;
  for (const std::string& text : asked->texts) {
    const auto read = io::read_precision(text, alternatives.front().ids);
    const auto* const goal = std::get_if<study::PrecisionGoal>(&read);
    if (goal == nullptr) return std::nullopt;
    goals.push_back(*goal);
  }
  if (alternatives.size() > 1) goals = study::for_options(goals, alternatives.size() - 1);
  return study::precision_reached(goals, asked->most, alternatives);
}

Again run_again(const Recorded& recorded, Simulation& simulation, std::ostream& err) {
  const models::Scenario& scenario = recorded.scenarios.front();
  const io::Manifest& manifest = recorded.document.manifest;
  const study::StudyPlan plan{.seed = manifest.seed, .replications = manifest.replications};
  const models::Compiled compiled{scenario};
  const std::array scenarios{&compiled};
  const study::SideBySide done = simulation.run(scenarios, plan);
  if (const auto code = unfinished(done, plan, err)) return *code;
  const auto precision =
      precision_again(recorded.document.root, study::alternatives(scenarios, done));
  const auto demand = study::demand_over_time(done.outcomes.front());
  return io::results_json(io::run_info(scenario, plan, manifest.version),
                          study::estimate(compiled.ids(), compiled.layout(), done.outcomes.front()),
                          precision ? &*precision : nullptr,
                          demand ? &*demand : nullptr);
}

// The texts of a list that a document has among what it says of how it was made.
std::vector<std::string> recorded_texts(const io::ResultsDocument& document, const char* key) {
  std::vector<std::string> texts;
  const io::Object* const run = document.root.object()->find("run")->object();
  const io::Node* const list = run == nullptr ? nullptr : run->find(key);
  if (list == nullptr || list->array() == nullptr) return texts;
  for (const io::Node& each : *list->array()) {
    if (each.string() != nullptr) texts.push_back(*each.string());
  }
  return texts;
}

// What a document says of how it was made under a key; empty where it does not.
std::string recorded_text(const io::ResultsDocument& document, const char* key) {
  const io::Object* const run = document.root.object()->find("run")->object();
  const io::Node* const node = run == nullptr ? nullptr : run->find(key);
  return node == nullptr || node->string() == nullptr ? std::string{} : *node->string();
}

// The measures that a comparison says it compares. What it should not say is left out, and the
// document then differs from the one that is made again.
std::vector<study::MeasureRef> recorded_measures(const io::ResultsDocument& document,
                                                 const models::DimensionIds& ids) {
  std::vector<study::MeasureRef> refs;
  for (const std::string& text : recorded_texts(document, "measures")) {
    const auto read = io::read_measure_ref(text, ids);
    if (const auto* const ref = std::get_if<study::MeasureRef>(&read)) refs.push_back(*ref);
  }
  return refs;
}

Again compare_again(const Recorded& recorded, Simulation& simulation, std::ostream& err) {
  const io::Manifest& manifest = recorded.document.manifest;
  const study::StudyPlan plan{.seed = manifest.seed, .replications = manifest.replications};
  if (recorded.scenarios.size() < 2 ||
      plan.replications > most_replications / recorded.scenarios.size()) {
    err << "ficap: so many scenarios in so many futures were never compared\n";
    return ExitCode::bad_scenario;
  }
  const std::vector<models::Compiled> ready = compiled(recorded.scenarios);
  const models::DimensionIds& ids = ready.front().ids();
  std::vector<study::MeasureRef> measures = recorded_measures(recorded.document, ids);
  if (measures.empty()) {
    measures = study::decision_measures(recorded.scenarios.front().planned);
  }
  const study::SideBySide done = simulation.run(pointers(ready), plan);
  if (const auto code = unfinished(done, plan, err)) return *code;
  const auto compared = study::alternatives(pointers(ready), done);
  const auto precision = precision_again(recorded.document.root, compared);
  std::vector<std::string> names;
  for (const io::CarriedScenario& scenario : recorded.document.scenarios)
    names.push_back(scenario.name);
  const io::ComparisonInfo info =
      io::comparison_info(recorded.scenarios, names, measures, ids, plan, manifest.version);
  io::Object more;
  if (precision)
    io::add(more, "precision", io::precision_node(*precision, ids, std::span{names}.subspan(1)));
  io::add(more,
          "demand",
          io::demand_node(info,
                          demand_months(recorded.scenarios.front(), compared),
                          study::demand_against_base(compared)));
  return io::comparison_json(
      info, study::compare(compared, measures), study::split_assets(compared), std::move(more));
}

Again attribute_again(const Recorded& recorded, Simulation& simulation, std::ostream& err) {
  const io::Manifest& manifest = recorded.document.manifest;
  const study::StudyPlan plan{.seed = manifest.seed, .replications = manifest.replications};
  if (recorded.scenarios.size() != 2) {
    err << "ficap: an attribution is of two scenarios\n";
    return ExitCode::bad_scenario;
  }
  const models::Scenario& base = recorded.scenarios.front();
  const bool by_parts = recorded_text(recorded.document, "by") == "parts";
  auto made = by_parts ? Worlds::of_parts(base, recorded.scenarios.back())
                       : Worlds::of_mechanisms(base, recorded.scenarios.back());
  const auto* const worlds = std::get_if<Worlds>(&made);
  if (worlds == nullptr || plan.replications > most_replications / worlds->size()) {
    err << (worlds == nullptr ? std::get<std::string>(made)
                              : "ficap: so many futures were never attributed\n");
    return ExitCode::bad_scenario;
  }
  std::vector<study::MeasureRef> measures = recorded_measures(recorded.document, worlds->ids());
  if (measures.empty()) measures = study::attributed_measures(base.planned);
  const study::SideBySide done = worlds->simulate(plan, simulation);
  if (const auto code = unfinished(done, plan, err)) return *code;
  std::vector<std::string> names;
  for (const io::CarriedScenario& scenario : recorded.document.scenarios)
    names.push_back(scenario.name);
  auto comparison = io::comparison_info(
      recorded.scenarios, names, measures, worlds->ids(), plan, manifest.version);
  return io::attribution_json(
      io::attribution_info(std::move(comparison), worlds->among(), plan, manifest.version),
      study::attribute(worlds->alternatives(done), measures));
}

Again warm_up_again(const Recorded& recorded, Simulation& simulation, std::ostream& err) {
  const io::Manifest& manifest = recorded.document.manifest;
  const io::Object* const run = recorded.document.root.object()->find("run")->object();
  const io::Node* const years = run == nullptr ? nullptr : run->find("years");
  const double watched =
      years == nullptr || years->number() == nullptr ? 0.0 : years->number()->value;
  if (!(watched >= 1.0 && watched <= 50.0)) {
    err << "ficap: it does not say how many years were watched, 1 to 50\n";
    return ExitCode::bad_scenario;
  }
  const auto study = watch_settling(recorded.scenarios.front(),
                                    {.seed = manifest.seed, .replications = manifest.replications},
                                    static_cast<unsigned>(watched),
                                    manifest.version,
                                    simulation,
                                    err);
  if (!study) return Simulation::interrupted() ? ExitCode::interrupted : ExitCode::internal;
  if (study->run.replications < manifest.replications) return ExitCode::interrupted;
  return io::warm_up_json(*study);
}

// A whole number that a study states of itself; nothing where it does not.
std::optional<std::uint32_t> stated(const io::ResultsDocument& document, const char* key) {
  constexpr double most = 4294967295.0;
  const io::Object* const run = document.root.object()->find("run")->object();
  const io::Node* const node = run == nullptr ? nullptr : run->find(key);
  const io::Number* const number = node == nullptr ? nullptr : node->number();
  if (number == nullptr || !(number->value >= 0.0 && number->value <= most)) return std::nullopt;
  return static_cast<std::uint32_t>(number->value);
}

// What a study was asked to do and, where it was stopped, did. What it should not say of itself is
// left at what the command does, and the document then differs from the one that is made again.
UncertaintyPlan recorded_plan(const io::ResultsDocument& document,
                              const models::DimensionIds& ids) {
  UncertaintyPlan plan;
  plan.seed = document.manifest.seed;
  plan.nested.futures = document.manifest.replications;
  plan.nested.draws = stated(document, "draws_asked_for").value_or(plan.nested.draws);
  plan.nested.only_first = document.manifest.draws;
  const auto trajectories = stated(document, "trajectories");
  const auto rows = stated(document, "rows");
  plan.ranks = trajectories.has_value();
  plan.weighs = rows.has_value();
  plan.ranking.trajectories = trajectories.value_or(plan.ranking.trajectories);
  plan.ranking.rows = rows.value_or(plan.ranking.rows);
  for (const std::string& text : recorded_texts(document, "rank_measures")) {
    if (std::holds_alternative<study::MeasureRef>(io::read_measure_ref(text, ids)))
      plan.rank_measures.push_back(text);
  }
  return plan;
}

Again uncertainty_again(const Recorded& recorded, Simulation& simulation, std::ostream& err) {
  const models::Scenario& scenario = recorded.scenarios.front();
  const UncertaintyPlan plan = recorded_plan(recorded.document, models::Compiled{scenario}.ids());
  if (!is_possible(plan)) {
    err << "ficap: no study of uncertainty was ever of such a size\n";
    return ExitCode::bad_scenario;
  }
  const auto done = study_uncertainty(scenario, plan, simulation, err);
  const auto* const study = std::get_if<study::UncertaintyStudy>(&done);
  if (study == nullptr) return std::get<ExitCode>(done);
  if (Simulation::interrupted()) return ExitCode::interrupted;
  return io::uncertainty_json(scenario, *study, recorded.document.manifest.version);
}

void say_of_study(std::vector<models::LocatedDiagnostic> problems, std::ostream& err) {
  for (models::LocatedDiagnostic& problem : problems)
    problem.what.pointer = "/study" + problem.what.pointer;
  err << report::to_text(problems);
}

// The study that an appraisal carries; nothing, and why, where it cannot be of its scenarios.
std::optional<study::StudyDocument> recorded_study(const Recorded& recorded, std::ostream& err) {
  const io::Node* const node = recorded.document.root.object()->find("study");
  if (node == nullptr) {
    err << "ficap: it has no \"study\", which says what its options are and what they cost: "
           "not verified\n";
    return std::nullopt;
  }
  io::StudyReading reading = io::read_study(recorded.document.sources, *node);
  if (!reading.text) {
    say_of_study(std::move(reading.problems), err);
    err << "ficap: its \"study\" is none that can be appraised: not verified\n";
    return std::nullopt;
  }
  const study::StudyDocument& study = reading.text->study;
  if (recorded.scenarios.size() != study.options.size() + 1) {
    err << "ficap: its study has "
        << report::counted(static_cast<std::int64_t>(study.options.size()), "option", "options")
        << " beside business as usual, but it carries "
        << report::counted(
               static_cast<std::int64_t>(recorded.scenarios.size()), "scenario", "scenarios")
        << ": one is wanted for each: not verified\n";
    return std::nullopt;
  }
  auto found = study::check_study(study, recorded.scenarios);
  if (!found.empty()) {
    say_of_study(reading.text->located(std::move(found)), err);
    err << "ficap: its study is not of the scenarios that it carries: not verified\n";
    return std::nullopt;
  }
  return study;
}

Again appraise_again(const Recorded& recorded, Simulation& simulation, std::ostream& err) {
  const io::Manifest& manifest = recorded.document.manifest;
  const study::StudyPlan plan{.seed = manifest.seed, .replications = manifest.replications};
  const auto study = recorded_study(recorded, err);
  if (!study) return ExitCode::bad_scenario;
  if (plan.replications > most_replications / recorded.scenarios.size()) {
    err << "ficap: so many futures were never appraised\n";
    return ExitCode::bad_scenario;
  }
  const std::vector<models::Compiled> ready = compiled(recorded.scenarios);
  const study::SideBySide done = simulation.run(pointers(ready), plan);
  if (const auto code = unfinished(done, plan, err)) return *code;
  const auto alternatives = study::alternatives(pointers(ready), done);
  const auto precision = precision_again(recorded.document.root, alternatives);
  io::Object more;
  if (precision) {
    std::vector<std::string> names;
    for (const study::StudyOption& option : study->options)
      names.push_back(option.id);
    io::add(more, "precision", io::precision_node(*precision, ready.front().ids(), names));
  }
  return io::appraisal_json(
      io::appraisal_info(*study, recorded.scenarios, ready.front().ids(), plan, manifest.version),
      *study,
      study::appraise(*study, recorded.scenarios, alternatives, plan.seed),
      std::move(more));
}

}  // namespace

std::vector<Repeatable> repeatables() {
  return {{.command = "run", .again = run_again},
          {.command = "compare", .again = compare_again},
          {.command = "appraise", .again = appraise_again},
          {.command = "attribute", .again = attribute_again},
          {.command = "warmup", .again = warm_up_again},
          {.command = "uncertainty", .again = uncertainty_again}};
}

}  // namespace ficap::cli
