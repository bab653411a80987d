#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/names.hpp"
#include "study/appraisal.hpp"
#include "study/study_document.hpp"

namespace ficap::report {

/// What a report says about an appraisal beside its figures.
struct AppraisalFacts {
  const study::StudyDocument& study;
  std::vector<std::string> titles;  ///< of business as usual, then of each option; no two alike
  const models::Setting& setting;   ///< of business as usual, as are the names
  const Names& names;
  std::uint64_t seed{};
  std::string id;  ///< to cite it by
  /// Futures of the plan where it was stopped before all were finished.
  std::optional<std::uint32_t> stopped_of{};
};

/// @returns whether what an option costs more, or less, is study::next_to_nothing()
[[nodiscard]] bool costs_next_to_nothing(const study::Appraisal& appraisal,
                                         const study::OptionAppraisal& option);

/// @returns what was appraised and how, in one line
[[nodiscard]] std::string appraisal_about(const study::Appraisal& appraisal,
                                          const AppraisalFacts& facts);

/// @returns the answers, a paragraph each: that it was stopped early, where it was; which option
/// meets needs for least, which is worth most
///          to society and in the force's own cash, how sure that is, and what a pound taken from
///          offenders must be worth
[[nodiscard]] std::vector<std::string> appraisal_answers(const study::Appraisal& appraisal,
                                                         const AppraisalFacts& facts);

/// @returns what the figures mean, a paragraph each
[[nodiscard]] std::vector<std::string> appraisal_notes(const study::Appraisal& appraisal,
                                                       const AppraisalFacts& facts);

/// What was appraised and how, and the answers: which option is worth most to society and to the
/// force's own cash, how sure that is, and what a pound taken from offenders must be worth.
///
/// @returns lines of at most 100 characters, each ending in "\n"
[[nodiscard]] std::string appraisal_headline(const study::Appraisal& appraisal,
                                             const AppraisalFacts& facts);

/// The tables: present values in each view, effects and what each costs, costs by kind, the force's
/// money by year, who pays and who gains, switching values, sensitivity, and what changes
/// elsewhere; and below them what the figures mean.
///
/// @returns lines of at most 100 characters, each ending in "\n"
[[nodiscard]] std::string appraisal_tables(const study::Appraisal& appraisal,
                                           const AppraisalFacts& facts);

}  // namespace ficap::report
