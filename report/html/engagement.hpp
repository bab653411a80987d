#pragma once

#include "report/html/page.hpp"
#include "report/joining.hpp"
#include "study/comparison.hpp"

namespace ficap::report::html {

/// What the same cases would have yielded had the unit joined them at each stage, or so many days
/// after they opened: a section with the answer, the curve as bars in the order of the stages, its
/// table, and what the figures mean.
///
/// @param curve over report::measures_of_joining(), as report::joining_headline() has it
[[nodiscard]] Section engagement(const study::Comparison& curve, const JoiningFacts& facts);

/// @returns the same section where there is no curve, which says why
[[nodiscard]] Section no_engagement(Unmade why);
/// @returns the same section of a scenario in which the unit cannot join early
[[nodiscard]] Section nowhere_to_join();

}  // namespace ficap::report::html
