#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "report/comparison.hpp"
#include "report/comparison_overview.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

using models::Better;
using study::Verdict;

constexpr std::size_t line_width = 100;

std::string more_futures(const study::Change& change, std::size_t done) {
  if (change.difference.verdict != Verdict::cannot_tell || done < 2) return "";
  if (!change.futures_to_tell) return "over 100,000";
  const auto needed = static_cast<std::size_t>(*change.futures_to_tell);
  return about(static_cast<std::uint32_t>(needed > done ? needed - done : 1));
}

// Which may be best, and what choosing among them risks.
std::string best_line(const ComparedMeasure& measured, const ComparisonFacts& facts) {
  const Leaders leaders = leaders_of(measured);
  if (leaders.scenarios.empty()) return "";
  std::vector<std::string> names;
  for (const std::size_t scenario : leaders.scenarios)
    names.push_back(facts.titles.at(scenario));
  if (names.size() == 1)
    return (leaders.running > 1 ? "Best: " : "There is a value of one alone: ") + names.front() +
           ".";
  if (names.size() == leaders.running && leaders.running > 1) {
    if (leaders.known && leaders.risk == 0.0) return "All are exactly the same.";
    return "Any of them could be best.";
  }
  if (leaders.risk == 0.0) return "Best, and exactly the same: " + joined(names) + ".";
  return "Could be best: " + joined(names) + ". The wrong one of them costs at most " +
         measured.amount_of(leaders.risk) + ".";
}

ComparedTable table_of(const ComparedMeasure& measured,
                       const ComparisonFacts& facts,
                       std::size_t replications) {
  std::vector<std::string> more(measured.size());
  for (std::size_t i = 1; i < measured.size(); ++i)
    more[i] = more_futures(*measured.at(i).change, replications);
  const bool any_more =
      std::any_of(more.begin(), more.end(), [](const std::string& cell) { return !cell.empty(); });
  std::vector<std::string> headings{"", "value", "against\nthe base"};
  if (any_more) headings.emplace_back("more futures\nto tell");
  headings.emplace_back("verdict");
  std::string heading = measured.heading();
  if (measured.better() != Better::neither) {
    heading += measured.better() == Better::lower ? " (lower is better)" : " (higher is better)";
  }
  heading += ": " + std::string{measured.meaning()};
  constexpr std::size_t widest_title = 40;
  TextTable table{headings, widest_title};
  table.end_in_words();
  for (std::size_t i = 0; i < measured.size(); ++i) {
    std::vector<std::string> cells{facts.titles.at(i), measured.value_of(i)};
    cells.push_back(i == 0 ? "" : measured.difference_of(i));
    if (any_more) cells.push_back(more[i].empty() ? "" : "+" + more[i]);
    cells.push_back(i == 0 ? "the base" : verdict_words(measured, i));
    table.add_row(std::move(cells));
  }
  return {.heading = heading, .table = table, .best = best_line(measured, facts)};
}

constexpr const char* no_interval_holds =
    "What we do not know about the inputs is in none of these intervals. Organisations are not "
    "ranked here, and an option's price is not in it.";

// What ± and the verdicts mean.
std::vector<std::string> interval_notes(const study::Comparison& comparison,
                                        const ComparisonFacts& facts) {
  const auto statements =
      static_cast<std::int64_t>((facts.titles.size() - 1) * comparison.measures.size());
  std::vector<std::string> notes;
  if (comparison.replications > 1) {
    notes.push_back(
        "± is half of an interval for chance alone. " +
        (statements == 1   ? std::string{"The difference lies in its interval in "}
         : statements == 2 ? std::string{"Both differences lie in their intervals at once in "}
                           : "All " + with_commas(statements) +
                                 " differences lie in their intervals at once in ") +
        decimal(100.0 * comparison.confidence, 0) +
        " of 100 comparisons like this one; so does all that is said about what is best.");
    notes.emplace_back(
        "Cannot tell apart: the interval holds 0; a difference of more than the stated size is "
        "excluded. Futures to tell: how many more would tell with a chance of 4 in 5, were the "
        "difference as large as it looks.");
  }
  return notes;
}

// What none of the intervals holds, and how to cite them.
std::string closing_notes(const ComparisonFacts& facts) {
  std::string text = wrapped(no_interval_holds, line_width);
  if (facts.id.empty()) return text;
  return text + wrapped("Run " + facts.id +
                            ": the same scenarios, measures, seed and number of futures give these "
                            "figures again.",
                        line_width);
}

}  // namespace

std::string about(std::uint32_t futures) {
  std::uint32_t unit = 1;
  while (futures / unit >= 100)
    unit *= 10;
  return with_commas(std::int64_t{(futures + unit - 1) / unit} * unit);
}

std::string verdict_words(const ComparedMeasure& measured, std::size_t option) {
  const study::PairedDifference& difference = measured.at(option).change->difference;
  const Judgement kind = judgement(difference.verdict, measured.better());
  switch (kind) {
    case Judgement::better:
      return difference.verdict == Verdict::lower ? "lower: better" : "higher: better";
    case Judgement::worse:
      return difference.verdict == Verdict::lower ? "lower: worse" : "higher: worse";
    case Judgement::changed:
      return difference.verdict == Verdict::lower ? "lower" : "higher";
    case Judgement::same:
      return "exactly the same";
    case Judgement::undefined:
      return std::string{no_number};
    case Judgement::cannot_tell:
      break;
  }
  const auto most = measured.at_most(option);
  return "cannot tell apart" + (most ? ", at most " + *most : "");
}

std::vector<ComparedTable> compared_tables(const study::Comparison& comparison,
                                           const ComparisonFacts& facts) {
  std::vector<ComparedTable> tables;
  for (const ComparedMeasure& measured : all_measured(comparison, facts))
    tables.push_back(table_of(measured, facts, comparison.replications));
  return tables;
}

std::vector<std::string> comparison_notes(const study::Comparison& comparison,
                                          const ComparisonFacts& facts) {
  std::vector<std::string> notes;
  const std::string pairing = pairing_sentence(comparison);
  if (!pairing.empty()) notes.push_back(pairing);
  for (std::string& note : interval_notes(comparison, facts))
    notes.push_back(std::move(note));
  notes.emplace_back(no_interval_holds);
  return notes;
}

std::string comparison_tables(const study::Comparison& comparison, const ComparisonFacts& facts) {
  std::string text;
  for (const ComparedTable& told : compared_tables(comparison, facts)) {
    text += wrapped(told.heading, line_width) + told.table.text();
    if (!told.best.empty()) text += wrapped(told.best, line_width);
    text += "\n";
  }
  for (const std::string& note : interval_notes(comparison, facts))
    text += wrapped(note, line_width);
  return text + closing_notes(facts);
}

std::string where_the_rest_is(const study::Comparison& comparison, const ComparisonFacts& facts) {
  const auto count = static_cast<std::int64_t>(comparison.measures.size());
  return wrapped("A table for " +
                     (count == 1 ? "the measure"
                                 : "each of the " + std::to_string(count) + " measures") +
                     ", with every difference and its interval: --tables; in files: --csv FOLDER, "
                     "--json FILE. What one option changes, in sentences: compare it alone.",
                 line_width) +
         closing_notes(facts);
}

}  // namespace ficap::report
