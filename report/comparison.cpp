#include "report/comparison.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "report/compared_measure.hpp"
#include "report/comparison_overview.hpp"
#include "report/starts_from.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

using study::Verdict;

constexpr std::size_t line_width = 100;

std::string title_line(const study::Comparison& comparison, const ComparisonFacts& facts) {
  const auto options = static_cast<std::int64_t>(facts.titles.size()) - 1;
  const auto futures = static_cast<std::int64_t>(comparison.replications);
  return facts.titles.front() + ", against " + counted(options, "option", "options") + " · " +
         counted(facts.years, "year", "years") + " from " + in_words(facts.start) +
         said_start(facts.starts_from) + " · " + counted(futures, "future", "futures") +
         ", the same for all · seed " + std::to_string(facts.seed);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

// Lines that do not begin with a unit.
std::string wrapped_with_units(const std::string& text, std::size_t width) {
  constexpr std::string_view no_break = "\u00a0%";
  return replaced(wrapped(replaced(text, " %", no_break), width), no_break, " %");
}

// By two spaces, and by four from the second line on.
std::string indented(const std::string& lines) {
  std::string text = "  ";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text += lines[i];
    if (lines[i] == '\n' && i + 1 < lines.size()) text += "    ";
  }
  return text;
}

constexpr std::array<std::string_view, 5> judged_as{
    "Better", "Worse", "Otherwise", "Cannot be told apart", "Exactly the same"};

// What becomes of an option, a sentence for each kind of verdict.
std::vector<std::string> sentences_of(std::size_t option,
                                      const std::vector<ComparedMeasure>& measures,
                                      const ComparisonFacts& facts) {
  std::array<std::string, judged_as.size()> lists;
  for (const ComparedMeasure& measured : measures) {
    const study::PairedDifference& difference = measured.at(option).change->difference;
    const Judgement kind = judgement(difference.verdict, measured.better());
    if (kind == Judgement::undefined) continue;
    const bool moved =
        difference.verdict == Verdict::lower || difference.verdict == Verdict::higher;
    std::string& list = lists.at(static_cast<std::size_t>(kind));
    list += (list.empty() ? "" : "; ") + (moved ? measured.move_of(option) : measured.name());
  }
  std::vector<std::string> sentences;
  for (std::size_t kind = 0; kind < lists.size(); ++kind) {
    if (lists.at(kind).empty()) continue;
    sentences.push_back(std::string{judged_as.at(kind)} + ": " + lists.at(kind) + ".");
  }
  if (option > facts.demand.size()) return sentences;
  const std::string asked = asked_sentence(facts.demand[option - 1]);
  if (!asked.empty()) sentences.push_back(asked);
  return sentences;
}

// The same in lines under its title.
std::string paragraph_of(std::size_t option,
                         const std::vector<ComparedMeasure>& measures,
                         const ComparisonFacts& facts) {
  std::string text = wrapped(facts.titles.at(option), line_width);
  for (const std::string& sentence : sentences_of(option, measures, facts))
    text += indented(wrapped_with_units(sentence, line_width - 4));
  return text;
}

std::string times(double factor) {
  return decimal(factor, factor < 9.95 ? 1 : 0);
}

}  // namespace

std::string pairing_sentence(const study::Comparison& comparison) {
  const std::vector<double> all = study::variance_reductions(comparison);
  if (all.empty()) return "";
  if (all.size() == 1) {
    return "To be as sure of this difference without common futures would take " +
           times(all.front()) + " times as many.";
  }
  return "All met the same futures. To be as sure of these differences with futures of their own "
         "would take " +
         times(all[all.size() / 2]) + " times as many (the middle one of " +
         with_commas(static_cast<std::int64_t>(all.size())) + "; from " + times(all.front()) +
         " to " + times(all.back()) + " times).";
}

std::vector<ComparedMeasure> all_measured(const study::Comparison& comparison,
                                          const ComparisonFacts& facts) {
  std::vector<ComparedMeasure> all;
  all.reserve(comparison.measures.size());
  for (const study::MeasureComparison& compared : comparison.measures)
    all.emplace_back(compared, facts.ids, facts.names, static_cast<double>(facts.years));
  return all;
}

std::string comparison_headline(const study::Comparison& comparison, const ComparisonFacts& facts) {
  std::string text = wrapped(title_line(comparison, facts), line_width);
  const std::vector<ComparedMeasure> measures = all_measured(comparison, facts);
  if (facts.titles.size() - 1 > most_told_in_sentences) {
    text += comparison_overview(measures, facts.titles);
    for (const std::string& asked : asked_sentences(facts.demand, facts.titles))
      text += wrapped_with_units(asked, line_width);
  } else {
    for (std::size_t option = 1; option < facts.titles.size(); ++option)
      text += paragraph_of(option, measures, facts);
  }
  if (comparison.replications < 2) {
    text += "One possible future tells nothing apart: ask for more replications.\n";
  }
  const std::string pairing = pairing_sentence(comparison);
  if (!pairing.empty()) text += wrapped(pairing, line_width);
  if (comparison.replications < facts.asked_for) {
    text += wrapped(
        "Stopped early: " + with_commas(static_cast<std::int64_t>(comparison.replications)) +
            " of " + with_commas(facts.asked_for) + " futures were finished for all of them.",
        line_width);
  }
  for (const std::string& warning : facts.warnings)
    text += wrapped(warning, line_width);
  return text;
}

std::vector<std::string> option_sentences(std::size_t option,
                                          const study::Comparison& comparison,
                                          const ComparisonFacts& facts) {
  return sentences_of(option, all_measured(comparison, facts), facts);
}

}  // namespace ficap::report
