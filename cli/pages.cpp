#include "cli/pages.hpp"

#include <stdexcept>
#include <string_view>
#include <utility>

#include "cli/test_itself.hpp"
#include "cli/word.hpp"
#include "io/json_text.hpp"
#include "io/read_study.hpp"
#include "io/write_scenario.hpp"
#include "report/citation.hpp"
#include "report/html/appraisal_page.hpp"
#include "report/html/comparison_page.hpp"
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
                       const std::string& marking,
                       std::size_t threads) {
  const auto months = study::demand_by_month(info.start, outcomes);
  const study::SelfTest test = tested(threads);
  return html::run_page(
      {.results = results,
       .facts = facts,
       .scenario = scenario,
       .months = months,
       .self_test = test,
       .provenance = citation(info.id, "run SCENARIO.json", {&info, 1}, {}, marking),
       .marking = marking,
       .scenario_text = io::pretty(info.resolved)});
}

html::Page page_of_comparison(const ComparedForPage& compared,
                              const std::string& marking,
                              std::size_t threads) {
  const study::SelfTest test = tested(threads);
  std::vector<io::RunInfo> runs;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < compared.scenarios.size(); ++i) {
    runs.push_back(io::run_info(compared.scenarios[i], compared.finished));
    texts.push_back(io::pretty(io::write_scenario(compared.scenarios[i])));
  }
  report::Citation provenance = citation(
      compared.info.id, "compare BASE.json OPTION.json...", runs, compared.facts.titles, marking);
  return html::comparison_page({.comparison = compared.comparison,
                                .facts = compared.facts,
                                .assets = compared.assets,
                                .elsewhere = compared.elsewhere,
                                .months = compared.months,
                                .scenarios = compared.scenarios,
                                .self_test = test,
                                .provenance = std::move(provenance),
                                .marking = marking,
                                .scenario_texts = std::move(texts)});
}

html::Page page_of_appraisal(const AppraisedForPage& appraised,
                             const std::string& marking,
                             std::size_t threads) {
  const study::SelfTest test = tested(threads);
  const io::RunInfo& base = appraised.info.comparison.scenarios.front().run;
  std::vector<io::RunInfo> runs;
  std::vector<std::string> texts;
  for (const io::ComparedScenario& scenario : appraised.info.comparison.scenarios) {
    runs.push_back(scenario.run);
    // Of an option what it changes: all of each would be megabytes that say the same.
    texts.push_back(io::pretty(texts.empty()
                                   ? scenario.run.resolved
                                   : io::difference(base.resolved, scenario.run.resolved)));
  }
  report::Citation provenance =
      citation(appraised.info.id, "appraise STUDY.json", runs, appraised.facts.titles, marking);
  provenance.study = report::CitedScenario{.title = appraised.facts.study.title,
                                           .sha256 = appraised.info.study_sha256};
  return html::appraisal_page({.appraisal = appraised.appraisal,
                               .facts = appraised.facts,
                               .scenarios = appraised.scenarios,
                               .self_test = test,
                               .provenance = std::move(provenance),
                               .marking = marking,
                               .study_text = io::pretty(io::study_node(appraised.facts.study)),
                               .scenario_texts = std::move(texts)});
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
