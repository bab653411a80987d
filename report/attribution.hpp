#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/outcome.hpp"
#include "report/names.hpp"
#include "sim/time.hpp"
#include "study/attribution.hpp"

namespace ficap::report {

/// What a report says about an attribution beside its figures.
struct AttributionFacts {
  std::string base;                 ///< title
  std::string option;               ///< title
  std::vector<std::string> levers;  ///< what they are called, in the order of their terms
  /// What switching each lever means, in a sentence.
  std::vector<std::string> meanings;
  const models::DimensionIds& ids;  ///< of the base
  const Names& names;               ///< of the base
  sim::Date start;
  std::int64_t years{};
  std::string starts_from{};  ///< of the base, as starts_from() gives it; empty: not said
  std::uint64_t seed{};
  std::uint32_t asked_for{};  ///< futures of the plan
  std::string id;             ///< to cite it by
  /// What the reader must know beside the figures, each a sentence or two.
  std::vector<std::string> warnings;
};

/// The answer in words: for each measure how much more or less it is under the option, and how much
/// of that comes with each lever, so that what is printed adds up to what is printed; then by which
/// rule, and that these are no causes.
///
/// @returns lines of at most 100 characters, each ending in "\n"
/// @pre a name and a meaning for each lever
[[nodiscard]] std::string attribution_headline(const study::Attribution& attribution,
                                               const AttributionFacts& facts);

/// What switching each lever means; for each measure a table of its terms and their total, with
/// intervals, shares of the total in per cent where the total can be told from nothing, and
/// verdicts; then a table of the measures in the worlds, all of them where there are eight at most.
///
/// @returns lines of at most 100 characters, each ending in "\n"
/// @pre a name and a meaning for each lever
[[nodiscard]] std::string attribution_tables(const study::Attribution& attribution,
                                             const AttributionFacts& facts);

/// Whole numbers for parts of a whole of either sign, so that they add up to it: each part rounded
/// down, and what is left goes to the largest remainders (the first of equals). A part of exactly
/// nothing stays nothing.
///
/// @param parts add up to a number that rounds to `whole`
[[nodiscard]] std::vector<std::int64_t> whole_parts(std::int64_t whole,
                                                    const std::vector<double>& parts);

}  // namespace ficap::report
