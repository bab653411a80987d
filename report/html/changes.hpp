#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/compared_measure.hpp"
#include "report/html/page.hpp"

namespace ficap::report::html {

/// What one option changes in every measure, in per cent of the base's value.
///
/// @param option its place among the scenarios, not 0
/// @pre there is a measure with a value in the base other than 0
[[nodiscard]] Figure changes_of_option(const std::vector<ComparedMeasure>& measures,
                                       std::size_t option,
                                       const std::string& title);

/// What every option changes in one measure, in its own unit.
///
/// @param titles of the scenarios, the base first
/// @param table  of the measure
[[nodiscard]] Figure changes_of_measure(const ComparedMeasure& measured,
                                        const std::vector<std::string>& titles,
                                        Table table);

/// Every scenario by every measure: its value, its difference from the base and the verdict. Of
/// up to six scenarios each is a column, of more each is a row.
[[nodiscard]] Table options_table(const std::vector<ComparedMeasure>& measures,
                                  const std::vector<std::string>& titles);

/// The same in short, whatever the number of options: a row for each scenario, its value and in
/// brackets the difference from the base.
///
/// @param titles of the scenarios, the base first
[[nodiscard]] Table differences_table(const std::vector<ComparedMeasure>& measures,
                                      const std::vector<std::string>& titles,
                                      std::string caption);

}  // namespace ficap::report::html
