#pragma once

#include <string>

#include "models/scenario.hpp"
#include "report/facts.hpp"
#include "study/uncertainty.hpp"

namespace ficap::report {

/// The answer in sentences: how much of what is uncertain nobody has measured and how much is luck,
/// between which values the expected figure lies and between which a single future.
///
/// @param facts of the run; `finished` and `asked_for` count draws
/// @param setting that the study is of, whose names it uses
/// @returns lines of at most 100 characters, each ending in "\n"
[[nodiscard]] std::string uncertainty_headline(const study::UncertaintyStudy& study,
                                               const RunFacts& facts,
                                               const models::Setting& setting);

/// The main measures, each with its 80 % intervals and the parts of its variance.
[[nodiscard]] std::string uncertainty_table(const study::UncertaintyStudy& study,
                                            const RunFacts& facts);

/// For each ranked measure the numbers that matter to it, those that matter most first, with their
/// place in the scenario, grade, range and effect; and what the figures mean.
[[nodiscard]] std::string uncertain_inputs(const study::UncertaintyStudy& study,
                                           const RunFacts& facts,
                                           const models::Setting& setting);

}  // namespace ficap::report
