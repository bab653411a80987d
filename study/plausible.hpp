#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/uncertain_numbers.hpp"

namespace ficap::study {

/// The value of a number that is not known for certain which has the share `place` of its
/// probability below it, as its spread says:
///
/// - triangular, uniform, beta: low and high are the least and the greatest plausible value, and
///   value, for triangular and beta (PERT), the most likely one; a mean outside its range counts as
///   its nearer end. The outer values of a whole number count in full: it is rounded from a
///   distribution that reaches half a step beyond both.
/// - normal, lognormal: value is the middle, and 5 % lie below low, 5 % above high. What the field
///   does not allow does not happen; where that cuts anything off, the three points move.
///
/// @pre 0 < place < 1; for normal and lognormal low < value < high; for lognormal 0 < low
/// @returns a value from low to high, or from at_least to at_most where the spread goes beyond
[[nodiscard]] double plausible_value(const models::UncertainNumber& number, double place);

/// @returns whether no plausible value lies beyond low and high
[[nodiscard]] bool ends_at_range(models::Spread spread);

/// @pre one place for each number
[[nodiscard]] std::vector<double> plausible_values(std::span<const models::UncertainNumber> numbers,
                                                   std::span<const double> places);

/// @returns for each number the id of its random numbers, from its pointer
[[nodiscard]] std::vector<std::uint32_t> ids_of(std::span<const models::UncertainNumber> numbers);

}  // namespace ficap::study
