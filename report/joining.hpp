#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "report/names.hpp"
#include "report/text_table.hpp"
#include "sim/time.hpp"
#include "study/comparison.hpp"
#include "study/estimate.hpp"
#include "study/joining.hpp"

namespace ficap::report {

/// What a report says about a curve of engagement beside its figures.
struct JoiningFacts {
  std::string title;  ///< of the scenario
  std::vector<study::JoinMoment> moments;
  std::vector<std::string> pathways;  ///< names of those whose cases are joined
  const models::DimensionIds& ids;
  const models::Setting& setting;
  const Names& names;
  sim::Date start;
  std::int64_t years{};
  std::uint64_t seed{};
  std::string id;  ///< to cite it by
};

/// The measures that the report is about: the recovered share of all, and of each threat, then the
/// days to first engagement.
[[nodiscard]] std::vector<study::MeasureRef> measures_of_joining(const models::DimensionIds& ids);

/// @returns what people call a moment: "when a case opens", "30 days after it", "at Overt"
[[nodiscard]] std::string moment_in_words(const study::JoinMoment& moment,
                                          const models::Setting& setting);

/// What one world came to.
struct JoinedWorld {
  std::string label;          ///< when the unit joined
  study::Estimate recovered;  ///< pounds of every 100 of modelled realisable assets
  bool is_as_simulated{false};
};

/// @returns the worlds in the order in which they are shown: as simulated, then by moment
/// @param curve as joining_headline() has it, in all of what follows
[[nodiscard]] std::vector<JoinedWorld> joined_worlds(const study::Comparison& curve,
                                                     const JoiningFacts& facts);
/// @returns the answer, in two sentences
[[nodiscard]] std::string joining_answer(const study::Comparison& curve, const JoiningFacts& facts);
/// @returns a row for each world
[[nodiscard]] TextTable joining_table(const study::Comparison& curve, const JoiningFacts& facts);
/// @returns what the figures mean, a paragraph each
[[nodiscard]] std::vector<std::string> joining_notes(const study::Comparison& curve,
                                                     const JoiningFacts& facts);

/// What the same cases would have yielded had the unit joined them at each moment, in sentences.
///
/// @param curve the world of the first moment, then the scenario as it is, then the worlds of the
///              other moments, over measures_of_joining()
/// @returns lines of at most 100 characters, each ending in "\n"
[[nodiscard]] std::string joining_headline(const study::Comparison& curve,
                                           const JoiningFacts& facts);

/// The same in tables, in all and by threat.
[[nodiscard]] std::string joining_tables(const study::Comparison& curve, const JoiningFacts& facts);

}  // namespace ficap::report
