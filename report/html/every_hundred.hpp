#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/html/page.hpp"
#include "study/asset_split.hpp"

namespace ficap::report::html {

/// @param options places among the scenarios; at least one
/// @returns that under which the largest share of what could be realised is collected; the first
///          where several are alike
[[nodiscard]] std::size_t collects_most(const study::AssetSplit& assets,
                                        const std::vector<std::size_t>& options);

/// Where every £100 of modelled realisable assets goes: a waterfall of each scenario pictured, and
/// the tables of all, closed where there are many.
///
/// @param titles   of the scenarios, the base first
/// @param pictured places among them
/// @returns no blocks where there are no assets
[[nodiscard]] Section every_hundred_pounds(const study::AssetSplit& assets,
                                           const std::vector<std::string>& titles,
                                           const std::vector<std::size_t>& pictured);

}  // namespace ficap::report::html
