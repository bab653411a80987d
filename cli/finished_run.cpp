#include "cli/finished_run.hpp"

#include <cstdint>
#include <filesystem>
#include <ostream>
#include <system_error>
#include <utility>

#include "cli/pages.hpp"
#include "io/write_results.hpp"
#include "models/uncertain_numbers.hpp"
#include "report/headline.hpp"
#include "report/names.hpp"
#include "report/next_steps.hpp"
#include "report/starts_from.hpp"
#include "report/summary.hpp"

namespace ficap::cli {

namespace fs = std::filesystem;

namespace {

std::int64_t warm_up_days(const models::Setting& setting) {
  const bool warms_up = setting.start.state == models::InitialState::warm_up;
  return warms_up ? static_cast<std::int64_t>(setting.plan.warm_up.days) : 0;
}

// The example of an option, where it lies beside the scenario and begins with it.
std::string option_beside(const std::string& scenario) {
  const fs::path path{scenario};
  const fs::path option = path.parent_path() / "five-more-investigators.json";
  std::error_code ignored;
  if (scenario == "-" || !fs::is_regular_file(option, ignored)) return {};
  const std::string text = scenario_files()(option.string()).value_or("");
  const std::string quoted_name = '"' + path.filename().string() + '"';
  return text.find(quoted_name) == std::string::npos ? std::string{} : option.string();
}

report::RunFacts facts_of(const FinishedRun& run) {
  const models::Setting& planned = run.scenario.planned;
  return {.title = planned.title,
          .start = planned.plan.start,
          .years = static_cast<std::int64_t>(planned.plan.years),
          .seed = run.plan.seed,
          .asked_for = run.plan.replications,
          .finished = run.info.replications,
          .id = run.info.id,
          .starts_from = report::starts_from(planned),
          .warm_up_days = warm_up_days(run.scenario.before),
          .demand = run.demand,
          .warnings = run.warnings};
}

}  // namespace

FinishedRun finished_run(const models::Scenario& scenario,
                         const models::Compiled& compiled,
                         study::StudyPlan plan,
                         std::vector<models::Outcome> outcomes) {
  const study::StudyPlan done{.seed = plan.seed,
                              .replications = static_cast<std::uint32_t>(outcomes.size())};
  study::Results results = study::estimate(compiled.ids(), compiled.layout(), outcomes);
  auto demand = study::demand_over_time(outcomes);
  return {.scenario = scenario,
          .compiled = compiled,
          .plan = plan,
          .outcomes = std::move(outcomes),
          .info = io::run_info(scenario, done),
          .results = std::move(results),
          .precision = std::nullopt,
          .demand = demand,
          .warnings = {}};
}

std::string answer(const FinishedRun& run, const RunManner& manner) {
  const models::Setting& planned = run.scenario.planned;
  const report::RunFacts facts = facts_of(run);
  std::string text = report::headline(run.results, facts);
  if (manner.quiet) return text;
  text += "\n" + report::summary(run.results, facts, report::Names{planned});
  if (manner.scenario.empty()) return text;
  return text + "\n" +
         report::next_steps({.scenario = manner.scenario,
                             .json = manner.outputs.has_json_file() ? manner.outputs.json : "",
                             .csv_folder = manner.outputs.csv_folder,
                             .html = manner.outputs.html,
                             .option = option_beside(manner.scenario),
                             .ranges = models::UncertainNumbers{run.scenario}.all().size()});
}

Delivery delivery_of(const FinishedRun& run, const RunManner& manner) {
  const Outputs& outputs = manner.outputs;
  Delivery delivery{.answer = answer(run, manner)};
  if (!outputs.json.empty()) {
    delivery.document = io::results_json(run.info,
                                         run.results,
                                         run.precision ? &*run.precision : nullptr,
                                         run.demand ? &*run.demand : nullptr);
  }
  if (outputs.has_report()) {
    add_report(delivery.others,
               outputs,
               page_of_run(run.results,
                           facts_of(run),
                           run.scenario,
                           run.outcomes,
                           run.info,
                           run.studies,
                           outputs.marking,
                           manner.threads),
               run.info.start);
  }
  if (!outputs.csv_folder.empty()) {
    add_tables(delivery,
               outputs,
               io::provenance_of(run.info),
               {io::replications_csv(run.compiled.layout(), run.outcomes),
                io::series_csv(run.scenario.planned.plan.start, run.outcomes)});
  }
  return delivery;
}

}  // namespace ficap::cli
