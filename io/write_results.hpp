#pragma once

#include <span>
#include <string>

#include "io/run_info.hpp"
#include "models/outcome.hpp"
#include "sim/time.hpp"
#include "study/demand.hpp"
#include "study/precision.hpp"
#include "study/results.hpp"

namespace ficap::io {

/// One JSON document: `run`, which says how the result was made; `measures`: for each name its
/// mean, half_width (95 %), sd, p10, p90 and unit, and the same `by` dimension and id; and
/// `scenario`, of which read_results() makes the one that was simulated. `of` says whether a
/// measure is a "total over the period" (or over the cases opened in it), a "share" or a "mean";
/// `run.period_years` is the length of the period, so that totals can be had per year. What is
/// undefined is null. Money is in pounds. A run that was asked to be precise says in `precision`
/// what came of it: for each target the half-width that its rule needs, which is wider than the
/// measure's own because it allows for having looked more than once.
///
/// `demand`, where there is any to speak of, is what requests for discretionary work came to over
/// the plan beside the need; see demand_node().
///
/// @param precision null unless the run was asked to be precise
/// @param demand    null where nothing can be said of it
[[nodiscard]] std::string results_json(const RunInfo& run,
                                       const study::Results& results,
                                       const study::PrecisionReached* precision = nullptr,
                                       const study::DemandOverTime* demand = nullptr);

/// Tidy CSV (RFC 4180, lines end in a line feed), one row a replication, a column for each measure
/// in total: counts as whole numbers, money to the penny, undefined ratios empty.
///
/// @pre every outcome has the layout's size
[[nodiscard]] std::string replications_csv(const models::Layout& layout,
                                           std::span<const models::Outcome> outcomes);

/// Tidy CSV, one row a month of the measured period, means over the replications: `month`, its
/// first day, then models::month_columns(). Its `asked` is not that of replications_csv, which
/// counts the needs of the period that were asked for at any time; sums over the months need not
/// agree with it.
///
/// @param start first day of the measured period
/// @pre there is at least one outcome
[[nodiscard]] std::string series_csv(sim::Date start, std::span<const models::Outcome> outcomes);

}  // namespace ficap::io
