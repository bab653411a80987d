#include "cli/pages.hpp"

#include <stdexcept>
#include <string_view>
#include <utility>

#include "cli/changes_of_option.hpp"
#include "cli/saved_with_page.hpp"
#include "cli/test_itself.hpp"
#include "cli/word.hpp"
#include "io/json_text.hpp"
#include "io/write_scenario.hpp"
#include "report/citation.hpp"
#include "report/html/appraisal_page.hpp"
#include "report/html/comparison_page.hpp"
#include "report/html/engagement.hpp"
#include "report/html/page.hpp"
#include "report/html/plain.hpp"
#include "report/html/run_page.hpp"
#include "study/demand.hpp"

namespace ficap::cli {

namespace html = report::html;

namespace {

study::SelfTest tested(std::size_t threads) {
  auto test = test_itself(threads);
  if (!test) throw std::runtime_error{"the program's test of itself was stopped"};
  return std::move(*test);
}

/// @param command with what it reads
/// @param runs    each as if it had been simulated alone; the base first
/// @param titles  one for each; empty: those of the scenarios
report::Citation citation(const std::string& id,
                          const std::string& command,
                          std::span<const io::RunInfo> runs,
                          const std::vector<std::string>& titles,
                          const std::string& marking) {
  const io::RunInfo& base = runs.front();
  report::Citation cited{.id = id,
                         .version = base.version,
                         .scenarios = {},
                         .seed = base.seed,
                         .replications = base.replications,
                         .start = base.start,
                         .end = base.end,
                         .file = {}};
  for (std::size_t i = 0; i < runs.size(); ++i) {
    cited.scenarios.push_back({.title = titles.empty() ? runs[i].scenario : titles.at(i),
                               .sha256 = runs[i].scenario_sha256});
  }
  cited.again = report::command_again(cited, command, "--html FILE", marking);
  return cited;
}

}  // namespace

void add_report(std::vector<OutputFile>& files,
                const Outputs& outputs,
                const html::Page& page,
                sim::Date start) {
  if (!outputs.html.empty())
    files.push_back({.path = outputs.html, .content = html::to_html(page)});
  if (!outputs.docx.empty()) {
    files.push_back(
        {.path = outputs.docx, .content = word_document(html::to_plain_html(page), start)});
  }
}

html::Page page_of_run(const study::Results& results,
                       const report::RunFacts& facts,
                       const models::Scenario& scenario,
                       const std::vector<models::Outcome>& outcomes,
                       const io::RunInfo& info,
                       const PageStudies& studies,
                       const std::string& marking,
                       std::size_t threads) {
  const auto months = study::demand_by_month(info.start, outcomes);
  const study::SelfTest test = tested(threads);
  html::SavedFile file{.title = facts.title,
                       .file_name = html::FileNames{}.for_title(facts.title),
                       .words = io::pretty(info.resolved)};
  return html::run_page(
      {.results = results,
       .facts = facts,
       .scenario = scenario,
       .months = months,
       .self_test = test,
       .provenance = citation(info.id, "run " + file.file_name, {&info, 1}, {}, marking),
       .marking = marking,
       .file = file,
       .ranking = studies.ranking,
       .engagement = studies.engagement});
}

html::Page page_of_comparison(const ComparedForPage& compared,
                              const std::string& marking,
                              std::size_t threads) {
  const study::SelfTest test = tested(threads);
  std::vector<io::RunInfo> runs;
  runs.reserve(compared.scenarios.size());
  for (const models::Scenario& scenario : compared.scenarios)
    runs.push_back(io::run_info(scenario, compared.finished));
  html::FileNames names;
  std::vector<html::SavedFile> files =
      files_of_scenarios(compared.scenarios, compared.facts.titles, names);
  std::string command = "compare";
  for (const html::SavedFile& file : files)
    command += " " + file.file_name;
  report::Citation provenance =
      citation(compared.info.id, command, runs, compared.facts.titles, marking);
  return html::comparison_page({.comparison = compared.comparison,
                                .facts = compared.facts,
                                .assets = compared.assets,
                                .elsewhere = compared.elsewhere,
                                .months = compared.months,
                                .scenarios = compared.scenarios,
                                .self_test = test,
                                .provenance = std::move(provenance),
                                .marking = marking,
                                .files = std::move(files),
                                .ranking = compared.ranking});
}

html::Page page_of_appraisal(const AppraisedForPage& appraised,
                             const std::string& marking,
                             std::size_t threads) {
  const study::SelfTest test = tested(threads);
  std::vector<io::RunInfo> runs;
  for (const io::ComparedScenario& scenario : appraised.info.comparison.scenarios)
    runs.push_back(scenario.run);
  std::vector<html::SavedFile> files =
      files_of_study(appraised.facts.study, appraised.scenarios, appraised.facts.titles);
  std::vector<std::vector<html::OptionChange>> changes;
  for (std::size_t i = 1; i < appraised.scenarios.size(); ++i)
    changes.push_back(changes_of_option(appraised.scenarios.front(), appraised.scenarios[i]));
  report::Citation provenance = citation(appraised.info.id,
                                         "appraise " + files.front().file_name,
                                         runs,
                                         appraised.facts.titles,
                                         marking);
  provenance.study = report::CitedScenario{.title = appraised.facts.study.title,
                                           .sha256 = appraised.info.study_sha256};
  return html::appraisal_page({.appraisal = appraised.appraisal,
                               .facts = appraised.facts,
                               .scenarios = appraised.scenarios,
                               .volumes = appraised.volumes,
                               .self_test = test,
                               .provenance = std::move(provenance),
                               .marking = marking,
                               .files = std::move(files),
                               .changes = std::move(changes),
                               .ranking = appraised.studies.ranking,
                               .engagement = appraised.studies.engagement.value_or(
                                   html::no_engagement(html::Unmade::not_asked))});
}

study::Comparison compare_organisations(std::span<const models::Scenario> scenarios,
                                        std::span<const study::Alternative> alternatives) {
  const auto dimension = models::Dimension::organisation;
  const auto& ids = alternatives.front().ids.at(static_cast<std::size_t>(dimension));
  if (ids.size() < 2) return {};
  std::vector<std::string_view> names{"unmet_share_of_need"};
  if (!study::staffing_measures(scenarios).empty()) {
    names.emplace_back("hours_for_others");
    names.emplace_back("hours_from_others");
  }
  std::vector<study::MeasureRef> refs;
  for (const std::string_view name : names) {
    for (std::size_t id = 0; id < ids.size(); ++id) {
      refs.push_back({.measure = models::find_measure(name),
                      .cut = study::Cut{.dimension = dimension, .id = id}});
    }
  }
  return study::compare(alternatives, refs);
}

}  // namespace ficap::cli
