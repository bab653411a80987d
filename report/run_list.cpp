#include "report/run_list.hpp"

#include <algorithm>

#include "report/diagnostics.hpp"
#include "report/figures.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"

namespace ficap::report {

std::string run_list(const std::vector<ListedRun>& runs) {
  if (runs.empty())
    return "No runs are kept here yet: ficap run SCENARIO --store FILE keeps one.\n";
  TextTable table{{"Runs",
                   "\nseed",
                   "\nfutures",
                   "\nfrom",
                   "\nyears",
                   "unmet of\nneed %",
                   "joined before\narrest %",
                   "collected\na year"}};
  for (const ListedRun& run : runs) {
    const int years = std::max(1, run.end.year - run.start.year);
    table.add_group(std::to_string(run.number) + "  " + harmless(run.title));
    table.add_row({"  " + harmless(run.id),
                   std::to_string(run.seed),
                   with_commas(run.replications),
                   to_string(run.start),
                   std::to_string(years),
                   with_interval(run.unmet, per_cent),
                   with_interval(run.early, per_cent),
                   pounds_with_interval(study::scaled(run.collected, 1.0 / years))});
  }
  return table.text();
}

}  // namespace ficap::report
