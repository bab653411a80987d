#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/figures.hpp"
#include "report/html/page.hpp"
#include "study/demand.hpp"

namespace ficap::report::html {

/// Where every £100 of modelled realisable assets went; nothing where there are no assets.
///
/// @param means the amounts of asset_parts, in their order
/// @param of_whom added to the headline where several are shown: " under Early desk"
/// @param table   that serves the same purpose
[[nodiscard]] Figure hundred_pounds(const std::vector<double>& means,
                                    const std::string& of_whom,
                                    Table table);

/// One scenario's need and requests, month by month.
struct Demand {
  std::string title;  ///< of the scenario; empty where there is one
  std::vector<study::DemandMonth> months;
};

/// Needs that officers are free to ask about, against the requests that are made: of a single
/// scenario both, of several the needs of the first and the requests of all.
///
/// @pre at least one scenario with at least one month
[[nodiscard]] Figure need_against_requests(const std::vector<Demand>& scenarios);

/// @param most how many options to leave, at least one
/// @returns the base, and in their order the options whose requests differ most from the base's:
///          a key of many lines that lie on each other helps nobody
[[nodiscard]] std::vector<Demand> most_unlike_base(const std::vector<Demand>& scenarios,
                                                   std::size_t most);

/// By kind of help that is free to be asked for: what share of the need goes unmet, the largest
/// first.
///
/// @pre there is any
[[nodiscard]] Figure unmet_by_help(const Figures& figures, const std::vector<Place>& kinds);

/// @returns the months from the first as years of twelve: the table of demand recorded and latent
[[nodiscard]] Table demand_by_year(const std::vector<Demand>& scenarios);

}  // namespace ficap::report::html
