#pragma once

#include <nlohmann/json.hpp>

namespace ficap::report::chart {

/// The Vega-Lite configuration of all charts, for a light or a dark page: fonts, grids, the key
/// above the chart, and colours that people with any colour vision can tell apart. A chart names
/// the styles "bar", "better", "worse", "undecided", "total", "part", "interval", "label", "zero".
///
/// Source of the colours: Analysis Function, "Data visualisation: colours in charts" (2024), made
/// lighter for dark pages.
[[nodiscard]] nlohmann::ordered_json look(bool dark);

}  // namespace ficap::report::chart
