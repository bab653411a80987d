#pragma once

#include <string>
#include <vector>

#include "report/facts.hpp"
#include "report/figures.hpp"
#include "report/names.hpp"
#include "report/text_table.hpp"
#include "study/results.hpp"

namespace ficap::report {

/// The compact tables below the headline: need and requests, first engagement, people, money; with
/// 95 % intervals for chance.
///
/// @returns lines of at most 100 characters
[[nodiscard]] std::string summary(const study::Results& results,
                                  const RunFacts& facts,
                                  const Names& names);

/// @returns the tables of who is there and what became of their hours; those that say anything
[[nodiscard]] std::vector<TextTable> tables_of_people(const Figures& figures);

/// @returns the tables of assets, orders and the time they took; none where there are no assets
[[nodiscard]] std::vector<TextTable> tables_of_assets(const Figures& figures);

/// @returns what the figures mean, and what they must not be used for, a sentence or two each
[[nodiscard]] std::vector<std::string> summary_notes(const Figures& figures, const RunFacts& facts);

}  // namespace ficap::report
