#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "report/chart/chart.hpp"

namespace ficap::report::chart {

// What specifications are made of.

using Json = nlohmann::ordered_json;

/// @returns title and format of an axis, with few ticks
[[nodiscard]] Json axis_of(const Axis& axis);
[[nodiscard]] Json number_or_nothing(const std::optional<double>& x);
/// @returns the row with the interval's ends under these names, where there is one
[[nodiscard]] Json with_interval(Json row,
                                 const std::optional<Interval>& interval,
                                 const char* low,
                                 const char* high);
/// @returns "2026-04-01"
[[nodiscard]] std::string iso(sim::Date date);

/// What every specification begins with: schema, words, width.
[[nodiscard]] Json beginning(const Words& words);
/// The specification with its looks.
[[nodiscard]] Json ending(Json specification);

// One for each kind of chart.
[[nodiscard]] Json specify(const Bars& chart);
[[nodiscard]] Json specify(const Waterfall& chart);
[[nodiscard]] Json specify(const Curves& chart);
[[nodiscard]] Json specify(const Timeline& chart);
[[nodiscard]] Json specify(const Plane& chart);

}  // namespace ficap::report::chart
