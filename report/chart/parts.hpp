#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// Rows below one another, each with a line of words above what is drawn in it.
///
/// @param rows   each says which it is: "row"
/// @param height of a row
[[nodiscard]] Json in_rows(
    Json specification, Json rows, std::size_t count, int height, Json layers);
/// @returns the layer that writes a field of each row, from the left edge
[[nodiscard]] Json words_in_rows(const char* field, int offset);
/// @returns the layers of intervals, "low" to "high" of each row, with caps
[[nodiscard]] std::vector<Json> intervals_in_rows(const std::string& filter, int offset);
/// @returns what a style of bars is called
[[nodiscard]] std::string_view name_of(Mark mark) noexcept;

// One for each kind of chart.
[[nodiscard]] Json specify(const Bars& chart);
[[nodiscard]] Json specify(const Waterfall& chart);
[[nodiscard]] Json specify(const Tornado& chart);
[[nodiscard]] Json specify(const Curves& chart);
[[nodiscard]] Json specify(const Timeline& chart);
[[nodiscard]] Json specify(const Plane& chart);

}  // namespace ficap::report::chart
