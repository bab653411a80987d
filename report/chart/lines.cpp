#include <cstddef>
#include <utility>
#include <vector>

#include "report/chart/parts.hpp"
#include "report/diagnostics.hpp"

namespace ficap::report::chart {

namespace {

// Each line has its colour and its dash; both are one key.
Json colour_and_dash(const std::vector<std::string>& names) {
  const Json dashes{{1, 0}, {7, 4}, {2, 3}, {10, 3, 2, 3}, {4, 2}, {1, 4}};
  Json domain = Json::array();
  Json range = Json::array();
  for (std::size_t i = 0; i < names.size(); ++i) {
    domain.push_back(harmless(names[i]));
    range.push_back(dashes[i % dashes.size()]);
  }
  const Json key =
      names.size() > 1
          ? Json{{"symbolType", "stroke"}, {"symbolOpacity", 1}, {"symbolFillColor", "transparent"}}
          : Json(nullptr);
  return {
      {"color",
       {{"field", "line"}, {"type", "nominal"}, {"scale", {{"domain", domain}}}, {"legend", key}}},
      {"strokeDash",
       {{"field", "line"},
        {"type", "nominal"},
        {"scale", {{"domain", domain}, {"range", range}}},
        {"legend", key}}}};
}

Json lines_in(Json specification,
              Json rows,
              Json x,
              const Axis& y,
              const std::vector<std::string>& names,
              bool any_interval) {
  const Json encodings = colour_and_dash(names);
  Json vertical{{"field", "y"},
                {"type", "quantitative"},
                {"axis", axis_of(y)},
                {"scale", {{"zero", true}, {"nice", true}}}};
  Json layers = Json::array();
  if (any_interval) {
    layers.push_back({{"mark", {{"type", "area"}, {"fillOpacity", 0.18}}},
                      {"encoding",
                       {{"y", {{"field", "low"}, {"type", "quantitative"}, {"axis", axis_of(y)}}},
                        {"y2", {{"field", "high"}}},
                        {"color", encodings["color"]}}}});
  }
  layers.push_back({{"mark", {{"type", "line"}, {"strokeWidth", 2.5}, {"strokeCap", "butt"}}},
                    {"encoding",
                     {{"y", std::move(vertical)},
                      {"color", encodings["color"]},
                      {"strokeDash", encodings["strokeDash"]}}}});
  specification["height"] = 300;
  specification["data"] = {{"values", std::move(rows)}};
  specification["encoding"] = {{"x", std::move(x)}};
  specification["layer"] = std::move(layers);
  return ending(std::move(specification));
}

}  // namespace

Json specify(const Curves& chart) {
  Json rows = Json::array();
  std::vector<std::string> names;
  bool any_interval = false;
  for (const Line& line : chart.lines) {
    names.push_back(line.name);
    for (const Point& point : line.points) {
      Json row{{"line", harmless(line.name)}, {"x", point.x}, {"y", number_or_nothing(point.y)}};
      rows.push_back(with_interval(std::move(row), point.interval, "low", "high"));
      any_interval = any_interval || point.interval.has_value();
    }
  }
  Json x{{"field", "x"},
         {"type", "quantitative"},
         {"axis", axis_of(chart.x)},
         {"scale", {{"zero", false}, {"nice", false}}}};
  return lines_in(
      beginning(chart.words), std::move(rows), std::move(x), chart.y, names, any_interval);
}

Json specify(const Timeline& chart) {
  Json rows = Json::array();
  std::vector<std::string> names;
  for (const Series& series : chart.series) {
    names.push_back(series.name);
    for (const Month& month : series.months) {
      rows.push_back({{"line", harmless(series.name)},
                      {"month", iso(month.first_day)},
                      {"y", number_or_nothing(month.y)}});
    }
  }
  Json x{{"field", "month"},
         {"type", "temporal"},
         {"scale", {{"type", "utc"}}},
         {"axis", {{"title", nullptr}, {"format", "%b %Y"}, {"tickCount", 5}, {"grid", false}}}};
  return lines_in(beginning(chart.words), std::move(rows), std::move(x), chart.y, names, false);
}

}  // namespace ficap::report::chart
