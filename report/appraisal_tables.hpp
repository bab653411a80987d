#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/appraisal.hpp"
#include "report/text_table.hpp"

namespace ficap::report {

// A table each of an appraisal; nothing where there is nothing to show.

[[nodiscard]] std::optional<TextTable> present_values_table(const study::Appraisal& appraisal,
                                                            const AppraisalFacts& facts);
[[nodiscard]] std::optional<TextTable> effects_table(const study::Appraisal& appraisal,
                                                     const AppraisalFacts& facts);
[[nodiscard]] std::optional<TextTable> costs_table(const study::Appraisal& appraisal,
                                                   const AppraisalFacts& facts);
[[nodiscard]] std::optional<TextTable> affordability_table(const study::Appraisal& appraisal,
                                                           const AppraisalFacts& facts);
[[nodiscard]] std::optional<TextTable> parties_table(const study::Appraisal& appraisal,
                                                     const AppraisalFacts& facts);
[[nodiscard]] std::optional<TextTable> switching_table(const study::Appraisal& appraisal,
                                                       const AppraisalFacts& facts);
[[nodiscard]] std::optional<TextTable> sensitivity_table(const study::Appraisal& appraisal,
                                                         const AppraisalFacts& facts);
[[nodiscard]] std::optional<TextTable> elsewhere_table(const study::Appraisal& appraisal,
                                                       const AppraisalFacts& facts);
/// Each list of options that are meant to cost the same.
[[nodiscard]] std::vector<TextTable> equal_cost_tables(const study::Appraisal& appraisal,
                                                       const AppraisalFacts& facts);
/// @returns how far apart the costs of each of these lists are, a sentence each
[[nodiscard]] std::vector<std::string> equal_cost_sentences(const study::Appraisal& appraisal);
/// @returns what must become of recoveries for two options to be as good to society, a sentence for
///          each pair of neighbours for which there is such a thing
[[nodiscard]] std::vector<std::string> switching_sentences(const study::Appraisal& appraisal,
                                                           const AppraisalFacts& facts);

}  // namespace ficap::report
