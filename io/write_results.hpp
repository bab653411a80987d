#pragma once

#include <span>
#include <string>

#include "io/run_info.hpp"
#include "models/outcome.hpp"
#include "sim/time.hpp"
#include "study/results.hpp"

namespace ficap::io {

/// One JSON document: `run`, which says how to make the result again, and `measures`: for each name
/// its mean, half_width (95 %), sd, p10, p90 and unit, and the same `by` dimension and id. What is
/// undefined is null. Money is in pounds.
[[nodiscard]] std::string results_json(const RunInfo& run, const study::Results& results);

/// Tidy CSV (RFC 4180, lines end in a line feed), one row a replication, a column for each measure
/// in total: counts as whole numbers, money to the penny, undefined ratios empty.
///
/// @pre every outcome has the layout's size
[[nodiscard]] std::string replications_csv(const models::Layout& layout,
                                           std::span<const models::Outcome> outcomes);

/// Tidy CSV, one row a month of the measured period, means over the replications. Cash in pounds.
///
/// @param start first day of the measured period
/// @pre there is at least one outcome
[[nodiscard]] std::string series_csv(sim::Date start, std::span<const models::Outcome> outcomes);

}  // namespace ficap::io
