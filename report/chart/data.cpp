#include <nlohmann/json.hpp>

#include "report/chart/chart.hpp"
#include "report/chart/parts.hpp"

namespace ficap::report::chart {

namespace {

// The shortest digits that read back to the same number.
std::string exactly(double x) {
  return nlohmann::json(x).dump();
}

std::string exactly(const std::optional<double>& x) {
  return x ? exactly(*x) : std::string{};
}

std::string low_of(const std::optional<Interval>& interval) {
  return interval ? exactly(interval->low) : std::string{};
}
std::string high_of(const std::optional<Interval>& interval) {
  return interval ? exactly(interval->high) : std::string{};
}

Data data(const Bars& chart) {
  Data table{.columns = {"name", chart.axis.title, "low", "high"}, .rows = {}};
  for (const Bar& bar : chart.bars)
    table.rows.push_back(
        {{bar.label, exactly(bar.value), low_of(bar.interval), high_of(bar.interval)}});
  return table;
}

Data data(const Waterfall& chart) {
  Data table{.columns = {"part", chart.axis.title}, .rows = {}};
  double left = chart.whole.value;
  table.rows.push_back({{chart.whole.label, exactly(left)}});
  for (const Bar& part : chart.parts) {
    table.rows.push_back({{part.label, exactly(part.value)}});
    left -= part.value;
  }
  if (!chart.remainder.empty()) table.rows.push_back({{chart.remainder, exactly(left)}});
  return table;
}

Data data(const Tornado& chart) {
  Data table{.columns = {"number", "put to", "at", chart.axis.title, "low", "high"}, .rows = {}};
  for (const Swing& swing : chart.swings) {
    const auto add = [&](const char* end, const Bar& bar) {
      table.rows.push_back({{swing.label,
                             end,
                             bar.label,
                             exactly(bar.value),
                             low_of(bar.interval),
                             high_of(bar.interval)}});
    };
    add("low", swing.low);
    add("high", swing.high);
  }
  return table;
}

Data data(const Curves& chart) {
  Data table{.columns = {"line", chart.x.title, chart.y.title, "low", "high"}, .rows = {}};
  for (const Line& line : chart.lines) {
    for (const Point& point : line.points) {
      table.rows.push_back({{line.name,
                             exactly(point.x),
                             exactly(point.y),
                             low_of(point.interval),
                             high_of(point.interval)}});
    }
  }
  return table;
}

Data data(const Timeline& chart) {
  Data table{.columns = {"month", "line", chart.y.title}, .rows = {}};
  for (const Series& series : chart.series) {
    for (const Month& month : series.months)
      table.rows.push_back({{iso(month.first_day), series.name, exactly(month.y)}});
  }
  return table;
}

Data data(const Plane& chart) {
  Data table{.columns = {"name",
                         chart.x.title,
                         chart.x.title + ", low",
                         chart.x.title + ", high",
                         chart.y.title,
                         chart.y.title + ", low",
                         chart.y.title + ", high"},
             .rows = {}};
  for (const Place& place : chart.places) {
    table.rows.push_back({{place.name,
                           exactly(place.x),
                           low_of(place.x_interval),
                           high_of(place.x_interval),
                           exactly(place.y),
                           low_of(place.y_interval),
                           high_of(place.y_interval)}});
  }
  return table;
}

}  // namespace

Data data_of(const Chart& chart) {
  return std::visit([](const auto& each) { return data(each); }, chart);
}

}  // namespace ficap::report::chart
