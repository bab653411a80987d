#pragma once

#include <string>

#include "report/appraisal.hpp"

namespace ficap::report {

// A table each of an appraisal, lines ending in "\n"; empty where there is nothing to show.

[[nodiscard]] std::string present_values_table(const study::Appraisal& appraisal,
                                               const AppraisalFacts& facts);
[[nodiscard]] std::string effects_table(const study::Appraisal& appraisal,
                                        const AppraisalFacts& facts);
[[nodiscard]] std::string costs_table(const study::Appraisal& appraisal,
                                      const AppraisalFacts& facts);
[[nodiscard]] std::string affordability_table(const study::Appraisal& appraisal,
                                              const AppraisalFacts& facts);
[[nodiscard]] std::string parties_table(const study::Appraisal& appraisal,
                                        const AppraisalFacts& facts);
[[nodiscard]] std::string switching_table(const study::Appraisal& appraisal,
                                          const AppraisalFacts& facts);
[[nodiscard]] std::string sensitivity_table(const study::Appraisal& appraisal,
                                            const AppraisalFacts& facts);
[[nodiscard]] std::string elsewhere_table(const study::Appraisal& appraisal,
                                          const AppraisalFacts& facts);
[[nodiscard]] std::string equal_cost_table(const study::Appraisal& appraisal,
                                           const AppraisalFacts& facts);

}  // namespace ficap::report
