#include "cli/compare_options.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/precision.hpp"
#include "io/read_measure_ref.hpp"
#include "models/counters.hpp"
#include "study/comparison.hpp"

namespace ficap::cli {

namespace po = boost::program_options;

namespace {

std::vector<std::string> texts_of(const po::variables_map& values, const char* option) {
  if (values.count(option) == 0) return {};
  return values[option].as<std::vector<std::string>>();
}

/// Measures in the order in which they come, none twice.
class OnceEach {
 public:
  explicit OnceEach(const models::DimensionIds& ids) : ids_{ids} {}

  void add(const study::MeasureRef& ref) {
    const std::string name = to_string(ref, ids_);
    if (std::find(seen_.begin(), seen_.end(), name) != seen_.end()) return;
    seen_.push_back(name);
    refs_.push_back(ref);
  }
  [[nodiscard]] std::vector<study::MeasureRef> take() { return std::move(refs_); }

 private:
  const models::DimensionIds& ids_;
  std::vector<std::string> seen_;
  std::vector<study::MeasureRef> refs_;
};

}  // namespace

CompareOptions compare_options(const po::variables_map& values) {
  CompareOptions options{.paths = file_arguments(values),
                         .sets = texts_of(values, "set"),
                         .skips_bad_rows = values.count("skip-bad-rows") > 0,
                         .measures = texts_of(values, "measure"),
                         .precision = precision_texts(values),
                         .tables = values.count("tables") > 0,
                         .plan = plan_options(values),
                         .outputs = outputs_of(values, {"comparison.csv", "series.csv"}),
                         .studies = {},
                         .store = text_of(values, "store")};
  options.studies = page_study_options(values, options.outputs, {});
  if (options.paths.size() < 2) {
    throw UsageError{
        "compare what with what? Give a base and at least one option, e.g. "
        "scenarios/west-midlands.json scenarios/early-desk.json. A study names its own: ficap "
        "appraise STUDY.json"};
  }
  if (std::count(options.paths.begin(), options.paths.end(), "-") > 1) {
    throw UsageError{"only one scenario can come from standard input"};
  }
  return options;
}

std::vector<study::PrecisionGoal> goals_of(const CompareOptions& options,
                                           const Compared& compared,
                                           const std::vector<models::Compiled>& scenarios) {
  const models::DimensionIds& ids = scenarios.front().ids();
  const auto goals = precision_goals(options.precision, ids);
  for (const study::PrecisionGoal& goal : goals) {
    if (!goal.measure.cut) continue;
    const auto dimension = static_cast<std::size_t>(goal.measure.cut->dimension);
    const std::string& id = ids.at(dimension).at(goal.measure.cut->id);
    for (std::size_t i = 1; i < scenarios.size(); ++i) {
      const std::vector<std::string>& known = scenarios[i].ids().at(dimension);
      if (std::find(known.begin(), known.end(), id) != known.end()) continue;
      throw UsageError{"--precision " + to_string(goal.measure, ids) + ": " + compared.paths.at(i) +
                       " has no " + std::string{models::dimension_names.at(dimension)} + " \"" +
                       id + "\", so there is no difference to be precise about"};
    }
  }
  return study::for_options(goals, scenarios.size() - 1);
}

std::vector<study::MeasureRef> named_measures(const std::vector<std::string>& texts,
                                              const models::DimensionIds& ids) {
  OnceEach measures{ids};
  for (const std::string& text : texts) {
    const auto read = io::read_measure_ref(text, ids);
    if (const auto* const wrong = std::get_if<io::NoSuchMeasure>(&read)) {
      throw UsageError{"--measure " + text + ": " + wrong->why};
    }
    measures.add(std::get<study::MeasureRef>(read));
  }
  return measures.take();
}

std::vector<study::MeasureRef> measures_of(const CompareOptions& options,
                                           const std::vector<models::Scenario>& scenarios,
                                           const models::DimensionIds& ids,
                                           const std::vector<study::PrecisionGoal>& goals) {
  std::vector<study::MeasureRef> chosen = named_measures(options.measures, ids);
  if (chosen.empty()) {
    chosen = study::decision_measures(scenarios.front().planned);
    for (const study::MeasureRef& ref : study::staffing_measures(scenarios))
      chosen.push_back(ref);
  }
  OnceEach measures{ids};
  for (const study::MeasureRef& ref : chosen)
    measures.add(ref);
  for (const study::PrecisionGoal& goal : goals)
    measures.add(goal.measure);
  return measures.take();
}

study::StudyPlan common_plan(const CompareOptions& options, const Compared& compared) {
  const models::Plan& of_base = compared.scenarios.front().planned.plan;
  const std::size_t scenarios = compared.scenarios.size();
  study::StudyPlan plan = plan_of(options.plan, of_base);
  if (!options.precision.empty()) {
    plan.replications = most_for_precision(options.plan, of_base, scenarios);
  }
  const std::uint64_t most = most_replications / scenarios;
  if (plan.replications > most) {
    throw UsageError{"so many scenarios can be compared in at most " + std::to_string(most) +
                     " futures; ask for fewer --replications"};
  }
  return plan;
}

}  // namespace ficap::cli
