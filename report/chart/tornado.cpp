#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "report/chart/parts.hpp"
#include "report/diagnostics.hpp"

namespace ficap::report::chart {

namespace {

// What a number takes: a line with its name, one with what its ends do, and a bar for each below.
constexpr int row_height = 68;
constexpr int name_above = -25;
constexpr int ends_above = -8;
constexpr int bar_height = 9;
constexpr int low_below = 9;
constexpr int high_below = 21;

Json row_of(std::size_t row, const char* end, const Bar& bar) {
  return with_interval(
      {{"row", row}, {"end", end}, {"value", bar.value}, {"mark", name_of(bar.mark)}},
      bar.interval,
      "low",
      "high");
}

Json bars_of(const char* end, Mark mark, int below, const Axis& axis) {
  Json x{{"field", "value"},
         {"type", "quantitative"},
         {"axis", axis_of(axis)},
         {"scale", {{"nice", true}}}};
  x["axis"]["grid"] = false;
  const Json mine{{"filter",
                   "datum.end === '" + std::string{end} + "' && datum.mark === '" +
                       std::string{name_of(mark)} + "'"}};
  return {{"transform", Json::array({mine})},
          {"mark",
           {{"type", "bar"}, {"style", name_of(mark)}, {"height", bar_height}, {"yOffset", below}}},
          {"encoding", {{"x", std::move(x)}}}};
}

// A line through the words would hide them.
Json nothing_beside_bars() {
  Json mark{{"type", "tick"}, {"style", "zero"}, {"orient", "vertical"}, {"thickness", 1}};
  mark["size"] = high_below - low_below + bar_height + 4;
  mark["yOffset"] = (low_below + high_below) / 2;
  return {{"transform", Json::array({{{"filter", "datum.end === 'low'"}}})},
          {"mark", std::move(mark)},
          {"encoding", {{"x", {{"datum", 0}}}}}};
}

std::string ends_of(const Swing& swing) {
  const auto told = [](const Bar& bar) { return harmless(bar.label + ": " + bar.said); };
  return told(swing.low) + " \u00b7 " + told(swing.high);
}

}  // namespace

Json specify(const Tornado& chart) {
  Json rows = Json::array();
  Json layers = Json::array();
  const auto add = [&](const char* end, int below, Bar Swing::*bar) {
    std::vector<Mark> marks;
    for (std::size_t row = 0; row < chart.swings.size(); ++row) {
      const Swing& swing = chart.swings[row];
      rows.push_back(row_of(row, end, swing.*bar));
      if (bar == &Swing::low) {
        rows.back()["label"] = harmless(swing.label);
        rows.back()["words"] = ends_of(swing);
      }
      const Mark mark = (swing.*bar).mark;
      if (std::find(marks.begin(), marks.end(), mark) == marks.end()) marks.push_back(mark);
    }
    for (const Mark mark : marks)
      layers.push_back(bars_of(end, mark, below, chart.axis));
    const std::string mine = "datum.end === '" + std::string{end} + "' && isValid(datum.low)";
    for (Json& layer : intervals_in_rows(mine, below))
      layers.push_back(std::move(layer));
  };
  add("low", low_below, &Swing::low);
  add("high", high_below, &Swing::high);
  layers.push_back(nothing_beside_bars());
  for (const auto& [field, above] : {std::pair{"label", name_above}, {"words", ends_above}}) {
    Json words = words_in_rows(field, above);
    words["transform"] = Json::array({{{"filter", "datum.end === 'low'"}}});
    layers.push_back(std::move(words));
  }
  return in_rows(
      beginning(chart.words), std::move(rows), chart.swings.size(), row_height, std::move(layers));
}

}  // namespace ficap::report::chart
