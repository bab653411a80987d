#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "report/chart/chart.hpp"
#include "report/chart/look.hpp"
#include "report/diagnostics.hpp"

namespace ficap::report::chart {

namespace {

using Json = nlohmann::ordered_json;

// What a row of bars takes: a line of words, and the bar below it.
constexpr int row_height = 44;
constexpr int bar_height = 14;
constexpr int bar_below = 9;
constexpr int words_above = -10;

std::string_view name_of(Mark mark) noexcept {
  constexpr std::array<std::string_view, 6> names{
      "plain", "better", "worse", "undecided", "total", "part"};
  return names.at(static_cast<std::size_t>(mark));
}

std::string format_of(Unit unit) {
  switch (unit) {
    case Unit::pounds:
      return "$,~s";
    case Unit::per_cent:
      return "~%";
    case Unit::points:
      return "+,~f";
    case Unit::number:
      break;
  }
  return ",~f";
}

Json axis_of(const Axis& axis) {
  return {{"title", harmless(axis.title)},
          {"format", format_of(axis.unit)},
          {"tickCount", 4},
          {"labelOverlap", true}};
}

Json number_or_nothing(const std::optional<double>& x) {
  return x ? Json(*x) : Json(nullptr);
}

Json with_interval(Json row,
                   const std::optional<Interval>& interval,
                   const char* low,
                   const char* high) {
  if (interval) {
    row[low] = interval->low;
    row[high] = interval->high;
  }
  return row;
}

Json beginning(const Words& words) {
  return {{"$schema", "https://vega.github.io/schema/vega-lite/v6.json"},
          {"description", harmless(words.description)},
          {"title", {{"text", harmless(words.headline)}, {"subtitle", harmless(words.subtitle)}}},
          {"width", 640}};
}

Json ending(Json specification) {
  specification["config"] = look(false);
  specification["usermeta"] = {{"dark", look(true)}};
  return specification;
}

Json words_of_row() {
  return {{"mark",
           {{"type", "text"},
            {"style", "label"},
            {"align", "left"},
            {"baseline", "middle"},
            {"yOffset", words_above},
            {"limit", {{"expr", "width"}}}}},
          {"encoding", {{"x", {{"value", 0}}}, {"text", {{"field", "words"}}}}}};
}

Json intervals_of_rows() {
  const Json valid{{"filter", "isValid(datum.low)"}};
  const Json ends{{"x", {{"field", "low"}, {"type", "quantitative"}}}, {"x2", {{"field", "high"}}}};
  Json layer{{"transform", Json::array({valid})},
             {"mark", {{"type", "rule"}, {"style", "interval"}, {"yOffset", bar_below}}},
             {"encoding", ends}};
  return layer;
}

Json caps_of_rows(const char* field) {
  const Json valid{{"filter", "isValid(datum.low)"}};
  return {{"transform", Json::array({valid})},
          {"mark",
           {{"type", "tick"},
            {"style", "interval"},
            {"orient", "vertical"},
            {"thickness", 1.5},
            {"size", 8},
            {"yOffset", bar_below}}},
          {"encoding", {{"x", {{"field", field}, {"type", "quantitative"}}}}}};
}

Json bars_of(Mark mark, const Axis& axis, bool from_nothing) {
  Json x{{"field", from_nothing ? "value" : "from"},
         {"type", "quantitative"},
         {"axis", axis_of(axis)},
         {"scale", {{"nice", true}}}};
  x["axis"]["grid"] = false;
  Json encoding{{"x", std::move(x)}};
  if (!from_nothing) encoding["x2"] = {{"field", "to"}};
  const Json mine{{"filter", "datum.mark === '" + std::string{name_of(mark)} + "'"}};
  return {
      {"transform", Json::array({mine})},
      {"mark",
       {{"type", "bar"}, {"style", name_of(mark)}, {"height", bar_height}, {"yOffset", bar_below}}},
      {"encoding", std::move(encoding)}};
}

Json rows_of_bars(Json specification, Json rows, Json layers) {
  Json order = Json::array();
  for (std::size_t row = 0; row < rows.size(); ++row)
    order.push_back(row);
  specification["height"] = row_height * rows.size();
  specification["data"] = {{"values", std::move(rows)}};
  specification["encoding"] = {
      {"y",
       {{"field", "row"},
        {"type", "ordinal"},
        {"sort", nullptr},
        {"axis", nullptr},
        {"scale", {{"domain", std::move(order)}, {"paddingInner", 0}, {"paddingOuter", 0}}}}}};
  specification["layer"] = std::move(layers);
  return ending(std::move(specification));
}

std::string words_of_bar(const Bar& bar) {
  // The value first: where a name is too long for a narrow page, its end is cut.
  return harmless(bar.said.empty() ? bar.label : bar.said + " \u00b7 " + bar.label);
}

Json marks_in_use(const std::vector<Mark>& marks, const Axis& axis, bool from_nothing) {
  Json layers = Json::array();
  for (std::size_t i = 0; i <= static_cast<std::size_t>(Mark::part); ++i) {
    const auto mark = static_cast<Mark>(i);
    if (std::find(marks.begin(), marks.end(), mark) != marks.end())
      layers.push_back(bars_of(mark, axis, from_nothing));
  }
  return layers;
}

Json specify(const Bars& chart) {
  Json rows = Json::array();
  std::vector<Mark> marks;
  bool any_interval = false;
  for (const Bar& bar : chart.bars) {
    Json row{{"row", rows.size()},
             {"label", harmless(bar.label)},
             {"words", words_of_bar(bar)},
             {"value", bar.value},
             {"mark", name_of(bar.mark)}};
    rows.push_back(with_interval(std::move(row), bar.interval, "low", "high"));
    marks.push_back(bar.mark);
    any_interval = any_interval || bar.interval.has_value();
  }
  Json layers = marks_in_use(marks, chart.axis, true);
  layers.push_back({{"mark", {{"type", "rule"}, {"style", "zero"}}},
                    {"encoding", {{"x", {{"datum", 0}}}, {"y", nullptr}}}});
  if (any_interval) {
    layers.push_back(intervals_of_rows());
    layers.push_back(caps_of_rows("low"));
    layers.push_back(caps_of_rows("high"));
  }
  layers.push_back(words_of_row());
  return rows_of_bars(beginning(chart.words), std::move(rows), std::move(layers));
}

Json specify(const Waterfall& chart) {
  Json rows = Json::array();
  std::vector<Mark> marks{chart.whole.mark};
  const auto add = [&](const Bar& bar, double from, double to) {
    rows.push_back({{"row", rows.size()},
                    {"label", harmless(bar.label)},
                    {"words", words_of_bar(bar)},
                    {"value", bar.value},
                    {"from", from},
                    {"to", to},
                    {"mark", name_of(bar.mark)}});
    marks.push_back(bar.mark);
  };
  double left = chart.whole.value;
  add(chart.whole, 0.0, left);
  for (const Bar& part : chart.parts) {
    add(part, left - part.value, left);
    left -= part.value;
  }
  if (!chart.remainder.empty()) {
    add({.label = chart.remainder,
         .value = left,
         .said = chart.remainder_said,
         .mark = Mark::total},
        0.0,
        left);
  }
  Json layers = marks_in_use(marks, chart.axis, false);
  layers.push_back(words_of_row());
  return rows_of_bars(beginning(chart.words), std::move(rows), std::move(layers));
}

// Each line has its colour and its dash; both are one key.
Json colour_and_dash(const std::vector<std::string>& names) {
  const Json dashes{{1, 0}, {7, 4}, {2, 3}, {10, 3, 2, 3}, {4, 2}, {1, 4}};
  Json domain = Json::array();
  Json range = Json::array();
  for (std::size_t i = 0; i < names.size(); ++i) {
    domain.push_back(harmless(names[i]));
    range.push_back(dashes[i % dashes.size()]);
  }
  const Json key = names.size() > 1 ? Json{{"symbolType", "stroke"}} : Json(nullptr);
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
    layers.push_back({{"mark", {{"type", "area"}, {"opacity", 0.18}}},
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

std::string iso(sim::Date date) {
  const auto two = [](int x) { return (x < 10 ? "0" : "") + std::to_string(x); };
  return std::to_string(date.year) + "-" + two(static_cast<int>(date.month)) + "-" +
         two(static_cast<int>(date.day));
}

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

// ASCII, and nothing that a page could take for markup.
std::string in_a_page(const Json& specification) {
  std::string text;
  for (const char c : specification.dump(-1, ' ', true)) {
    switch (c) {
      case '<':
        text += "\\u003c";
        break;
      case '>':
        text += "\\u003e";
        break;
      case '&':
        text += "\\u0026";
        break;
      default:
        text += c;
    }
  }
  return text;
}

}  // namespace

const Words& words_of(const Chart& chart) {
  return std::visit([](const auto& each) -> const Words& { return each.words; }, chart);
}

std::string specification(const Chart& chart) {
  return in_a_page(std::visit([](const auto& each) { return specify(each); }, chart));
}

}  // namespace ficap::report::chart
