#pragma once

#include "report/appraisal.hpp"
#include "report/html/page.hpp"
#include "study/appraisal.hpp"

namespace ficap::report::html {

/// What options cost the public purse against the needs that they meet.
[[nodiscard]] Figure cost_against_needs(const study::Appraisal& appraisal,
                                        const AppraisalFacts& facts,
                                        Table table);

/// Net present values in one view, an interval for luck around each.
[[nodiscard]] Figure present_values(study::View view,
                                    const study::Appraisal& appraisal,
                                    const AppraisalFacts& facts,
                                    Table table);

/// How likely the net present value in one view is to lie below what: of each option a curve, over
/// luck and prices.
///
/// @pre appraisal.draws > 0
[[nodiscard]] Figure chances(study::View view,
                             const study::Appraisal& appraisal,
                             const AppraisalFacts& facts);

}  // namespace ficap::report::html
