#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "report/chart/parts.hpp"
#include "report/diagnostics.hpp"

namespace ficap::report::chart {

namespace {

// What a row of bars takes: a line of words, and the bar below it.
constexpr int row_height = 44;
constexpr int bar_height = 14;
constexpr int bar_below = 9;
constexpr int words_above = -10;

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

}  // namespace

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
    for (Json& layer : intervals_in_rows("isValid(datum.low)", bar_below))
      layers.push_back(std::move(layer));
  }
  layers.push_back(words_in_rows("words", words_above));
  const std::size_t count = rows.size();
  return in_rows(beginning(chart.words), std::move(rows), count, row_height, std::move(layers));
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
  layers.push_back(words_in_rows("words", words_above));
  const std::size_t count = rows.size();
  return in_rows(beginning(chart.words), std::move(rows), count, row_height, std::move(layers));
}

}  // namespace ficap::report::chart
