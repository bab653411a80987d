#include "report/attribution.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "report/attributed_measure.hpp"
#include "report/starts_from.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

using study::Verdict;
using study::World;

constexpr std::size_t line_width = 100;
constexpr std::size_t most_worlds_shown = 8;

std::string title_line(const study::Attribution& attribution, const AttributionFacts& facts) {
  const auto futures = static_cast<std::int64_t>(attribution.replications);
  return facts.option + ", against " + facts.base + " · " + counted(facts.years, "year", "years") +
         " from " + in_words(facts.start) + said_start(facts.starts_from) + " · " +
         counted(futures, "future", "futures") + ", the same in all " +
         std::to_string(study::worlds_of(attribution.levers)) + " worlds · seed " +
         std::to_string(facts.seed);
}

std::string more_or_less(int sign) {
  return sign < 0 ? " less" : " more";
}

bool is_told(const study::Term& term) {
  return term.verdict == Verdict::lower || term.verdict == Verdict::higher;
}

// "(may be nothing)" behind what its interval does not tell from nothing.
std::string doubt_about(const study::Term& term) {
  return term.verdict == Verdict::cannot_tell ? " (may be nothing)" : "";
}

// What comes with each lever: as parts where all go one way, with their signs where they do not.
std::string parts_in_words(const AttributedMeasure& measured, const AttributionFacts& facts) {
  bool one_way = true;
  for (std::size_t j = 0; j < facts.levers.size(); ++j)
    one_way = one_way && measured.sign_of(j) * measured.sign_of_total() >= 0;
  std::vector<std::string> parts;
  for (std::size_t j = 0; j < facts.levers.size(); ++j) {
    const study::Term& term = measured.figures().terms[j];
    const bool is_nothing = measured.sign_of(j) == 0 && !is_told(term);
    std::string part = is_nothing ? "nothing" : measured.size_of(j);
    if (!one_way && !is_nothing) part += more_or_less(measured.sign_of(j));
    part += " with " + facts.levers[j];
    if (!is_nothing) part += doubt_about(term);
    parts.push_back(std::move(part));
  }
  return (one_way ? ", of which " : ": ") + joined(parts);
}

// Of a total that cannot be told, the terms that can be.
std::string told_terms(const AttributedMeasure& measured, const AttributionFacts& facts) {
  std::vector<std::string> parts;
  for (std::size_t j = 0; j < facts.levers.size(); ++j) {
    if (!is_told(measured.figures().terms[j])) continue;
    parts.push_back(measured.size_of(j) + measured.per() + more_or_less(measured.sign_of(j)) +
                    " with " + facts.levers[j]);
  }
  return joined(parts);
}

std::string sentence_of(const AttributedMeasure& measured, const AttributionFacts& facts) {
  const std::string begin = capitalised(measured.name()) + ": ";
  switch (measured.figures().total.verdict) {
    case Verdict::undefined:
      return begin + "does not have a value in both.";
    case Verdict::same:
      return begin + "exactly the same.";
    case Verdict::cannot_tell: {
      const auto most = measured.at_most();
      const std::string told = told_terms(measured, facts);
      return begin + "cannot be told apart" + (most ? ", at most " + *most + " between them" : "") +
             (told.empty() ? "." : "; and yet " + told + ".");
    }
    case Verdict::lower:
    case Verdict::higher:
      break;
  }
  const std::string change =
      measured.size_of_total() + measured.per() + more_or_less(measured.sign_of_total());
  if (!measured.is_shared_out()) {
    return begin + change +
           ". That cannot be shared out: the measure does not exist in one of the worlds between.";
  }
  return begin + change + parts_in_words(measured, facts) + ".";
}

std::string verdict_words(const study::Term& term) {
  switch (term.verdict) {
    case Verdict::lower:
      return "less";
    case Verdict::higher:
      return "more";
    case Verdict::same:
      return "exactly nothing";
    case Verdict::cannot_tell:
      return "may be nothing";
    case Verdict::undefined:
      break;
  }
  return std::string{no_number};
}

std::string table_of(const AttributedMeasure& measured, const AttributionFacts& facts) {
  const std::vector<std::string> shares = measured.shares();
  std::vector<std::string> headings{measured.heading(), "option\nless base"};
  if (!shares.empty()) headings.emplace_back("% of\nthe total");
  headings.emplace_back("verdict");
  constexpr std::size_t widest_label = 50;
  TextTable table{headings, widest_label};
  table.end_in_words();
  for (std::size_t j = 0; j < facts.levers.size(); ++j) {
    std::vector<std::string> cells{capitalised(facts.levers[j]), measured.cell_of(j)};
    if (!shares.empty()) cells.push_back(shares[j]);
    cells.push_back(verdict_words(measured.figures().terms[j]));
    table.add_row(std::move(cells));
  }
  std::vector<std::string> total{"All of it", measured.cell_of_total()};
  if (!shares.empty()) total.emplace_back("100");
  total.push_back(verdict_words(measured.figures().total));
  table.add_row(std::move(total));
  return table.text();
}

std::string called_world(World world, const AttributionFacts& facts) {
  std::vector<std::string> on;
  for (std::size_t j = 0; j < facts.levers.size(); ++j) {
    if (study::is_on(world, j)) on.push_back(facts.levers[j]);
  }
  if (on.empty()) return "Nothing: the base";
  if (on.size() == facts.levers.size()) return "All: the option";
  return capitalised(joined(on));
}

// All worlds of few levers; of many those with one of them, and those with all but one.
std::vector<World> worlds_shown(std::size_t levers) {
  const std::size_t worlds = study::worlds_of(levers);
  std::vector<World> shown;
  for (World world = 0; world < worlds; ++world) {
    std::size_t on = 0;
    for (std::size_t j = 0; j < levers; ++j)
      on += study::is_on(world, j) ? 1U : 0U;
    if (worlds <= most_worlds_shown || on <= 1 || on + 1 >= levers) shown.push_back(world);
  }
  return shown;
}

std::string worlds_table(const std::vector<AttributedMeasure>& all, const AttributionFacts& facts) {
  const std::size_t levers = facts.levers.size();
  const std::vector<World> shown = worlds_shown(levers);
  constexpr std::size_t widest_heading = 16;
  constexpr std::size_t most_columns = 4;  // beside their labels on one line
  std::string text;
  for (std::size_t from = 0; from < all.size(); from += most_columns) {
    const std::size_t end = std::min(all.size(), from + most_columns);
    std::vector<std::string> headings{"As in the option"};
    for (std::size_t m = from; m < end; ++m) {
      headings.push_back(wrapped(all[m].heading_of_values(), widest_heading));
      headings.back().pop_back();  // wrapped() ends its last line, too
    }
    TextTable table{headings};
    for (const World world : shown) {
      std::vector<std::string> cells{called_world(world, facts)};
      for (std::size_t m = from; m < end; ++m)
        cells.push_back(all[m].value_in(world));
      table.add_row(std::move(cells));
    }
    text += table.text() + (end < all.size() ? "\n" : "");
  }
  const std::size_t hidden = study::worlds_of(levers) - shown.size();
  if (hidden > 0) {
    text += wrapped("And " + std::to_string(hidden) +
                        " worlds between: --json FILE or --csv FOLDER has them all.",
                    line_width);
  }
  return text;
}

std::vector<AttributedMeasure> all_measured(const study::Attribution& attribution,
                                            const AttributionFacts& facts) {
  std::vector<AttributedMeasure> all;
  all.reserve(attribution.measures.size());
  for (const study::MeasureAttribution& attributed : attribution.measures)
    all.emplace_back(attributed, facts.ids, facts.names, static_cast<double>(facts.years));
  return all;
}

std::string intervals_note(const study::Attribution& attribution) {
  const auto statements =
      static_cast<std::int64_t>(attribution.measures.size() * (attribution.levers + 1));
  return "± is half of an interval for chance alone. All " + with_commas(statements) +
         " terms and totals lie in their intervals at once in " +
         decimal(100.0 * attribution.confidence, 0) +
         " of 100 attributions like this one. May be nothing: the interval holds 0.";
}

}  // namespace

std::vector<std::int64_t> whole_parts(std::int64_t whole, const std::vector<double>& parts) {
  std::vector<std::int64_t> result;
  std::vector<double> remainders;
  result.reserve(parts.size());
  remainders.reserve(parts.size());
  std::int64_t left = whole;
  for (const double part : parts) {
    const double below = std::floor(part);
    result.push_back(static_cast<std::int64_t>(below));
    remainders.push_back(part - below);
    left -= result.back();
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return remainders[a] > remainders[b];
  });
  for (std::size_t i = 0; left > 0 && !order.empty(); ++i, --left)
    ++result[order[i % order.size()]];
  return result;
}

std::string attribution_headline(const study::Attribution& attribution,
                                 const AttributionFacts& facts) {
  std::string text = wrapped(title_line(attribution, facts), line_width);
  for (const AttributedMeasure& measured : all_measured(attribution, facts))
    text += wrapped(sentence_of(measured, facts), line_width);
  text += wrapped(
      "These are shares of a difference by a stated rule, not causes. The rule is Shapley's: what "
      "switching a lever from the base to the option changes, as a mean over all orders in which "
      "the levers could be switched.",
      line_width);
  if (attribution.replications < 2) {
    text += "One possible future tells nothing from nothing: ask for more replications.\n";
  }
  if (attribution.replications < facts.asked_for) {
    text += wrapped(
        "Stopped early: " + with_commas(static_cast<std::int64_t>(attribution.replications)) +
            " of " + with_commas(facts.asked_for) + " futures were finished in all worlds.",
        line_width);
  }
  for (const std::string& warning : facts.warnings)
    text += wrapped(warning, line_width);
  return text;
}

std::string attribution_tables(const study::Attribution& attribution,
                               const AttributionFacts& facts) {
  std::string text;
  for (std::size_t j = 0; j < facts.levers.size(); ++j)
    text += wrapped(capitalised(facts.levers[j]) + ": " + facts.meanings.at(j), line_width);
  text += "\n";
  const std::vector<AttributedMeasure> all = all_measured(attribution, facts);
  for (const AttributedMeasure& measured : all)
    text += table_of(measured, facts) + "\n";
  text += worlds_table(all, facts) + "\n";
  if (attribution.replications > 1) text += wrapped(intervals_note(attribution), line_width);
  text +=
      wrapped("What we do not know about the inputs is in none of these intervals.", line_width);
  if (!facts.id.empty()) {
    text += wrapped("Run " + facts.id +
                        ": the same scenarios, levers, measures, seed and number of futures give "
                        "these figures again.",
                    line_width);
  }
  return text;
}

}  // namespace ficap::report
