#include "report/summary.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "models/units.hpp"
#include "report/figures.hpp"
#include "report/summary_people.hpp"
#include "report/summary_tables.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

constexpr std::size_t line_width = 100;

bool has_assets(const Figures& figures) {
  return figures.mean("assets_realisable") > 0.0;
}

std::string beginning(const RunFacts& facts) {
  if (facts.warm_up_days == 0) {
    return facts.starts_from.empty() ? "The run began with no open cases and no requests."
                                     : "The run " + facts.starts_from + ".";
  }
  const auto days = static_cast<double>(facts.warm_up_days);
  const double years = std::floor(days / models::days_per_year + 0.5);
  const bool whole = years > 0.0 && std::fabs(days - years * models::days_per_year) < 1.0;
  return "The run began after " +
         (whole ? counted(static_cast<std::int64_t>(years), "year", "years")
                : counted(facts.warm_up_days, "day", "days")) +
         " of warm-up under the setting that held before the plan.";
}
std::string number(double count) {
  return count > 0.0 && count < 0.5 ? "fewer than 1" : decimal(count, 0);
}

}  // namespace

std::vector<std::string> summary_notes(const Figures& figures, const RunFacts& facts) {
  std::vector<std::string> notes;
  if (figures.results().replications > 1) {
    notes.emplace_back("± is half of a 95 % interval for chance alone.");
  }
  notes.push_back(
      "Unmet of need: never asked, turned down or too late, of these and the needs that were "
      "met, by the unit or by an officer or lawyer standing in (" +
      number(figures.mean("covered") / figures.years()) +
      " a year). Left out: cases that ended "
      "first (" +
      number(figures.mean("withdrawn") / figures.years()) +
      " a year) and needs still waiting at the end (" + number(figures.mean("waiting")) + ").");
  notes.emplace_back(
      "Early: before the first overt act, such as an arrest; middle: from then to the charge; "
      "late: from trial on.");
  notes.emplace_back("Organisations have different cases: rows are not a ranking.");
  if (has_assets(figures)) {
    notes.emplace_back("The parts of £100 are where assets ended, not why.");
    notes.emplace_back(
        "Collected: paid on orders in cases opened in the period, up to the end of the run. "
        "Money received: from any case, within the period.");
  }
  notes.push_back(beginning(facts));
  return notes;
}

std::vector<TextTable> tables_of_people(const Figures& figures) {
  std::vector<TextTable> tables{people_table(figures)};
  for (const auto& table :
       {posts_table(figures), hours_table(figures), beyond_the_contract_table(figures)}) {
    if (table) tables.push_back(*table);
  }
  return tables;
}

std::vector<TextTable> tables_of_assets(const Figures& figures) {
  if (!has_assets(figures)) return {};
  return {assets_table(figures), orders_table(figures), clocks_table(figures)};
}

std::string summary(const study::Results& results, const RunFacts& facts, const Names& names) {
  const Figures figures{results, names, static_cast<double>(facts.years)};
  std::vector<TextTable> tables{needs_table(figures), engagement_table(figures)};
  for (TextTable& table : tables_of_people(figures))
    tables.push_back(std::move(table));
  if (figures.mean("first_engaged") > 0.0) tables.push_back(stages_table(figures));
  for (TextTable& table : tables_of_assets(figures))
    tables.push_back(std::move(table));
  std::string text;
  for (const TextTable& table : tables)
    text += table.text() + "\n";
  for (const std::string& note : summary_notes(figures, facts))
    text += wrapped(note, line_width);
  if (!facts.id.empty()) {
    text += "Run " + facts.id +
            ": the same scenario, seed and number of futures give these figures again.\n";
  }
  return text;
}

}  // namespace ficap::report
