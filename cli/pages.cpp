#include "cli/pages.hpp"

#include <stdexcept>

#include "cli/test_itself.hpp"
#include "io/json_text.hpp"
#include "report/html/page.hpp"
#include "report/html/run_page.hpp"
#include "study/demand.hpp"

namespace ficap::cli {

namespace html = report::html;

std::string page_of_run(const study::Results& results,
                        const report::RunFacts& facts,
                        const models::Scenario& scenario,
                        const std::vector<models::Outcome>& outcomes,
                        const io::RunInfo& info,
                        const std::string& marking,
                        std::size_t threads) {
  const auto months = study::demand_by_month(info.start, outcomes);
  const auto test = test_itself(threads);
  if (!test) throw std::runtime_error{"the program's test of itself was stopped"};
  return html::to_html(html::run_page({.results = results,
                                       .facts = facts,
                                       .scenario = scenario,
                                       .months = months,
                                       .self_test = *test,
                                       .provenance = {.id = info.id,
                                                      .scenario_sha256 = {info.scenario_sha256},
                                                      .version = info.version,
                                                      .seed = info.seed,
                                                      .futures = info.replications},
                                       .marking = marking,
                                       .scenario_text = io::pretty(info.resolved)}));
}

}  // namespace ficap::cli
