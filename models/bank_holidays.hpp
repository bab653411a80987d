#pragma once

#include "sim/time.hpp"

namespace ficap::models {

/// Returns whether a day is a bank holiday in England and Wales.
///
/// By rule: New Year's Day, Good Friday, Easter Monday, the first and last Monday of May, the
/// last Monday of August, Christmas Day and Boxing Day, with substitute days for those that fall
/// on a weekend. By proclamation: the moved and additional days of 2020, 2022 and 2023.
/// Source: Banking and Financial Dealings Act 1971, schedule 1, and the proclamations under it.
///
/// @pre is_valid(date)
[[nodiscard]] bool is_bank_holiday_in_england(sim::Date date);

/// Easter Sunday of a year of the Gregorian calendar.
/// Source: the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, 2nd ed. 1998, ch. 8).
[[nodiscard]] sim::Date easter_sunday(int year);

}  // namespace ficap::models
