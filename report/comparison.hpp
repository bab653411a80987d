#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "models/outcome.hpp"
#include "report/compared_measure.hpp"
#include "report/demand.hpp"
#include "report/names.hpp"
#include "report/text_table.hpp"
#include "sim/time.hpp"
#include "study/comparison.hpp"

namespace ficap::report {

/// What a report says about a comparison beside its figures.
struct ComparisonFacts {
  std::vector<std::string> titles;  ///< the base first; no two alike
  const models::DimensionIds& ids;  ///< of the base
  const Names& names;               ///< of the base
  sim::Date start;
  std::int64_t years{};
  std::string starts_from{};  ///< of the base, as starts_from() gives it; empty: not said
  std::uint64_t seed{};
  std::uint32_t asked_for{};           ///< futures of the plan
  std::string id;                      ///< to cite it by
  std::vector<OptionDemand> demand{};  ///< of each option; empty: not said
  /// What the reader must know beside the figures, each a sentence or two.
  std::vector<std::string> warnings;
};

/// More options than this are shown at one glance instead of in sentences.
inline constexpr std::size_t most_told_in_sentences = 4;

/// The answer in words: for each option what gets better, what gets worse, what else changes,
/// what cannot be told apart from the base and what is exactly the same, and why more or less is
/// asked for where the need is not otherwise, or where there are many options,
/// comparison_overview(); then how much the common futures were worth.
///
/// @returns lines of at most 100 characters, each ending in "\n"
/// @pre a title for each scenario compared
[[nodiscard]] std::string comparison_headline(const study::Comparison& comparison,
                                              const ComparisonFacts& facts);

/// A table for each measure: the value of each scenario, its difference from the base with its
/// simultaneous interval, the verdict and how many more futures would tell; below it what is best,
/// or could be.
///
/// @returns lines of at most 100 characters, each ending in "\n"
/// @pre a title for each scenario compared
[[nodiscard]] std::string comparison_tables(const study::Comparison& comparison,
                                            const ComparisonFacts& facts);

/// The table of one measure: each scenario's value, its difference from the base, the verdict.
struct ComparedTable {
  std::string heading;  ///< measure, unit, better direction and meaning
  TextTable table;
  std::string best;  ///< which are best, or could be; empty where the measure ranks nothing
};

/// @returns the tables above, one for each measure
[[nodiscard]] std::vector<ComparedTable> compared_tables(const study::Comparison& comparison,
                                                         const ComparisonFacts& facts);

/// @returns "lower: better", "cannot tell apart, at most 0.3 points"; "–" where it is undefined
/// @pre option is not the base
[[nodiscard]] std::string verdict_words(const ComparedMeasure& measured, std::size_t option);

/// @returns the measures of a comparison, ready to be said
[[nodiscard]] std::vector<ComparedMeasure> all_measured(const study::Comparison& comparison,
                                                        const ComparisonFacts& facts);

/// @returns what becomes of an option, a sentence for each kind of verdict: "Better: ..."
/// @pre option is not the base
[[nodiscard]] std::vector<std::string> option_sentences(std::size_t option,
                                                        const study::Comparison& comparison,
                                                        const ComparisonFacts& facts);

/// @returns how much common futures were worth; empty where no difference varies
[[nodiscard]] std::string pairing_sentence(const study::Comparison& comparison);

/// @returns how much common futures were worth, what ± means, and what no interval holds
[[nodiscard]] std::vector<std::string> comparison_notes(const study::Comparison& comparison,
                                                        const ComparisonFacts& facts);

/// Where there are many options: what a command line names to see the tables above, what none of
/// the intervals holds, and how to cite the comparison.
///
/// @returns lines of at most 100 characters, each ending in "\n"
[[nodiscard]] std::string where_the_rest_is(const study::Comparison& comparison,
                                            const ComparisonFacts& facts);

/// How many more futures would tell, for people: never fewer than it takes.
///
/// @returns "40", "1,300", rounded up to two digits
[[nodiscard]] std::string about(std::uint32_t futures);

}  // namespace ficap::report
