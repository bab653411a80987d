#pragma once

#include <cstdint>

#include "study/appraisal.hpp"
#include "study/appraised_futures.hpp"

namespace ficap::study {

/// How many times prices and shares are drawn for the chance that an option is worth it.
inline constexpr std::size_t draws_of_prices = 1000;

/// Works out what an appraisal says of what is not known: sensitivity to each number with a range,
/// chances with all of them drawn (a Latin hypercube; draw d in future d modulo their number),
/// switching between options, and how equal the costs are of those meant to be equal.
///
/// @param appraisal whose options' views are worked out
void set_risks(Appraisal& appraisal,
               const StudyDocument& study,
               const AppraisedFutures& futures,
               std::uint64_t seed);

}  // namespace ficap::study
