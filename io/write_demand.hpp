#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/document.hpp"
#include "io/write_comparison.hpp"
#include "study/demand.hpp"
#include "study/demand_against_base.hpp"

namespace ficap::io {

/// The member "demand" of a run's document: discretionary work in the last twelve months of the
/// plan against `from`, "the year before the plan" or "the first year of the plan". Changes are
/// shares (0.05: a twentieth more), with half-widths of 95 % intervals within each future; what is
/// undefined is null.
[[nodiscard]] Node demand_node(const study::DemandOverTime& demand);

/// The same of a comparison: under `scenarios`, for each its `months` (needs, asked, served, unmet
/// shares of requests and of need, belief; of an option also requests more than the base's, with an
/// interval of its own) and for each option how its requests, its need and its teams' belief differ
/// from the base's over the period.
///
/// @param months  of each scenario, the base first
/// @param options as demand_against_base() gives them
/// @pre a series for each scenario of info, one less of options
[[nodiscard]] Node demand_node(const ComparisonInfo& info,
                               const std::vector<std::vector<study::DemandMonth>>& months,
                               const std::vector<std::optional<study::DemandAgainstBase>>& options);

/// Tidy CSV (RFC 4180, lines end in a line feed): a row for each scenario and month with the
/// figures of the document above; what is undefined is empty.
///
/// @pre a series for each scenario of info
[[nodiscard]] std::string demand_csv(const ComparisonInfo& info,
                                     const std::vector<std::vector<study::DemandMonth>>& months);

}  // namespace ficap::io
