#include <utility>

#include "report/chart/parts.hpp"
#include "report/diagnostics.hpp"

namespace ficap::report::chart {

Json specify(const Plane& chart) {
  Json rows = Json::array();
  Json domain = Json::array();
  bool any_x = false;
  bool any_y = false;
  for (const Place& place : chart.places) {
    domain.push_back(harmless(place.name));
    Json row = with_interval({{"name", harmless(place.name)}, {"x", place.x}, {"y", place.y}},
                             place.x_interval,
                             "x_low",
                             "x_high");
    rows.push_back(with_interval(std::move(row), place.y_interval, "y_low", "y_high"));
    any_x = any_x || place.x_interval.has_value();
    any_y = any_y || place.y_interval.has_value();
  }
  const auto along = [](const char* field, const Axis& axis) -> Json {
    return {{"field", field},
            {"type", "quantitative"},
            {"axis", axis_of(axis)},
            {"scale", {{"zero", false}, {"nice", true}}}};
  };
  Json layers = Json::array();
  const auto interval = [&](const char* across, const char* low, const char* high) {
    const bool horizontal = *across == 'x';
    Json encoding{{across, {{"field", low}, {"type", "quantitative"}}},
                  {horizontal ? "x2" : "y2", {{"field", high}}}};
    const Json valid{{"filter", "isValid(datum." + std::string{low} + ")"}};
    layers.push_back({{"transform", Json::array({valid})},
                      {"mark", {{"type", "rule"}, {"style", "interval"}}},
                      {"encoding", std::move(encoding)}});
  };
  if (any_x) interval("x", "x_low", "x_high");
  if (any_y) interval("y", "y_low", "y_high");
  layers.push_back(
      {{"mark", {{"type", "point"}, {"filled", true}, {"size", 130}, {"opacity", 1}}},
       {"encoding",
        {{"color", {{"field", "name"}, {"type", "nominal"}, {"scale", {{"domain", domain}}}}},
         {"shape", {{"field", "name"}, {"type", "nominal"}, {"scale", {{"domain", domain}}}}}}}});
  Json specification = beginning(chart.words);
  specification["height"] = 340;
  specification["data"] = {{"values", std::move(rows)}};
  specification["encoding"] = {{"x", along("x", chart.x)}, {"y", along("y", chart.y)}};
  specification["layer"] = std::move(layers);
  return ending(std::move(specification));
}

}  // namespace ficap::report::chart
