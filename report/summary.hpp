#pragma once

#include <string>

#include "report/facts.hpp"
#include "report/names.hpp"
#include "study/results.hpp"

namespace ficap::report {

/// The compact tables below the headline: need and requests, first engagement, people, money; with
/// 95 % intervals for chance.
///
/// @returns lines of at most 100 characters
[[nodiscard]] std::string summary(const study::Results& results,
                                  const RunFacts& facts,
                                  const Names& names);

}  // namespace ficap::report
