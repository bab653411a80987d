#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/uncertain_numbers.hpp"

namespace ficap::study {

/// The value of a number that is not known for certain which has the share `place` of its
/// probability below it. Low, value and high are read as what they say: the least, the most likely
/// and the greatest plausible value, joined by straight lines (a triangular distribution). The
/// outer values of a whole number count in full: it is rounded from a triangle that reaches half
/// a step beyond both.
///
/// @pre 0 < place < 1
/// @returns a value from number.low to number.high
[[nodiscard]] double plausible_value(const models::UncertainNumber& number, double place);

/// @pre one place for each number
[[nodiscard]] std::vector<double> plausible_values(std::span<const models::UncertainNumber> numbers,
                                                   std::span<const double> places);

/// @returns for each number the id of its random numbers, from its pointer
[[nodiscard]] std::vector<std::uint32_t> ids_of(std::span<const models::UncertainNumber> numbers);

}  // namespace ficap::study
