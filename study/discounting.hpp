#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "study/appraisal_terms.hpp"

namespace ficap::study {

/// @returns "2026-27" for the year that begins on 1 April 2026
[[nodiscard]] std::string financial_year(int begins);

/// @returns the year in which the financial year begins that is written so ("2026-27"); absent
///          where the text is no such year
[[nodiscard]] std::optional<int> financial_year_in(std::string_view text);

/// What prices have become in each year since those in which real money stands.
///
/// @param inflation a year, e.g. 0.02
/// @param base      in which the year begins of whose prices real money is
/// @returns for each of the years from `first` on (1 + inflation) to the power of the years since
///          the base, below 1 before it
[[nodiscard]] std::vector<double> prices_since(int base,
                                               int first,
                                               std::size_t years,
                                               double inflation);

/// What a pound of each year is worth today.
///
/// @param rate a year, e.g. 0.035
/// @returns one for each year; with start_of_year 1, 1/(1 + rate), ...; with middle_of_year each of
///          these over the root of 1 + rate
/// @pre rate >= 0
/// Source: HM Treasury, The Green Book, annex on discounting.
[[nodiscard]] std::vector<double> discount_factors(double rate,
                                                   std::size_t years,
                                                   Discounting discounting);

/// @pre of one length
[[nodiscard]] double present_value(std::span<const double> flows, std::span<const double> factors);

/// @param net undiscounted, year by year
/// @returns the number, from 1, of the first year at whose end all so far comes to at least 0, and
///          after which it stays so: the first where nothing is ever owed; absent where it does not
///          within the years
[[nodiscard]] std::optional<std::size_t> payback_year(std::span<const double> net);

}  // namespace ficap::study
