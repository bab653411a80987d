#pragma once

#include <span>
#include <vector>

#include "models/scenario.hpp"
#include "report/appraisal.hpp"
#include "report/html/page.hpp"
#include "study/appraised_volumes.hpp"

namespace ficap::report::html {

// What a page about an appraisal says beside money: the sections that a page about a run has, with
// what options change of them.

/// Where every £100 goes: business as usual, and the option under which most is collected.
[[nodiscard]] Section every_hundred_of_appraisal(const study::AppraisedVolumes& volumes,
                                                 const AppraisalFacts& facts);

/// Need against requests over time, of business as usual and the options whose requests differ
/// most from its; nothing where there is no need.
[[nodiscard]] std::vector<Block> demand_of_appraisal(const study::AppraisedVolumes& volumes,
                                                     const AppraisalFacts& facts);

/// The four steps of a Force Management Statement for business as usual, and at the end of each
/// what options change of it.
///
/// @param scenarios the base first
[[nodiscard]] Section force_management_of_appraisal(const study::AppraisedVolumes& volumes,
                                                    const AppraisalFacts& facts,
                                                    std::span<const models::Scenario> scenarios);

/// Places and threats with victims under business as usual, and what options change there; no
/// blocks where there are none.
[[nodiscard]] Section places_of_appraisal(const study::AppraisedVolumes& volumes,
                                          const AppraisalFacts& facts);

}  // namespace ficap::report::html
