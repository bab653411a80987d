#pragma once

#include <string>
#include <vector>

#include "report/text_table.hpp"
#include "study/asset_split.hpp"

namespace ficap::report {

/// Where every £100 went in each scenario of a comparison, part by part, and what each option
/// moves: of modelled realisable assets and of criminal benefit.
///
/// @param titles of the scenarios, the base first
/// @returns tables, to the penny, with what each option moves and, of a single option, its own
/// parts: each column adds up to £100.00 and each difference to £0.00; lines
///          of at most 100 characters, each ending in "\n"; nothing where there are no assets
[[nodiscard]] std::string comparison_assets(const study::AssetSplit& assets,
                                            const std::vector<std::string>& titles);

/// @returns the tables alone; none where there are no assets
[[nodiscard]] std::vector<TextTable> tables_of_assets(const study::AssetSplit& assets,
                                                      const std::vector<std::string>& titles);

/// @returns what those tables mean, a sentence or two each
[[nodiscard]] std::vector<std::string> notes_of_assets(const std::vector<std::string>& titles);

}  // namespace ficap::report
