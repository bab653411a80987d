#pragma once

#include <string>
#include <string_view>

#include "models/scenario.hpp"
#include "study/uncertainty.hpp"

namespace ficap::io {

/// The name to cite a study of uncertainty by; follows from scenario, seed, the sizes of its
/// designs, finished draws and the program's version.
[[nodiscard]] std::string uncertainty_id(const models::Scenario& scenario,
                                         const study::UncertaintyStudy& study);

/// One JSON document: `run` (how to make the study again), `inputs` (every number that was drawn),
/// `measures` (for each its value with all numbers as stated, its mean over the draws, the variance
/// split, 80 % intervals and S-curves: the values that 1 % ... 99 % lie below, `expected` over what
/// nobody has measured and `single_future` with chance), `ranking` (for each ranked measure the
/// effect of every input, and Sobol's indices of those that went on) and `scenario`. Of what a stop
/// left out nothing is stated. Money is in pounds, totals are over the period.
///
/// @pre study.as_stated has a value or none for each measure
[[nodiscard]] std::string uncertainty_json(const models::Scenario& scenario,
                                           const study::UncertaintyStudy& study);

/// The same as another version of the program would state it.
[[nodiscard]] std::string uncertainty_json(const models::Scenario& scenario,
                                           const study::UncertaintyStudy& study,
                                           std::string_view version);

/// Tidy CSV, one row a draw: `draw`, the values of the numbers under their pointers, and the means
/// over the draw's futures of all measures in total.
[[nodiscard]] std::string draws_csv(const study::UncertaintyStudy& study);

/// Tidy CSV, one row a measure and per cent: `measure`, `percent`, `expected`, `single_future`.
[[nodiscard]] std::string s_curve_csv(const study::UncertaintyStudy& study);

}  // namespace ficap::io
