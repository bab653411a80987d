#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/time.hpp"

namespace ficap::report::chart {

/// What a chart says in words. Each of them is data: it may come from a scenario.
struct Words {
  std::string headline;     ///< what the reader should see: "Need stays, requests fall"
  std::string subtitle;     ///< what is drawn, of what, in which unit
  std::string description;  ///< for those who cannot see it: the shape and the figures that count
};

/// How values along an axis are written.
enum class Unit : std::uint8_t {
  number,    ///< 1,200
  pounds,    ///< £1,200; £1.2m from millions on
  per_cent,  ///< of a share: 0.52 is 52 %
  points,    ///< a difference of percentages, already in points
};

struct Axis {
  std::string title;
  Unit unit{Unit::number};
};

/// What is known of a value beside its middle.
struct Interval {
  double low{};
  double high{};
};

/// What a bar stands for, beside its length. Colour shows it, and its label says it.
enum class Mark : std::uint8_t { plain, better, worse, undecided, total, part };

/// A row of bars.
struct Bar {
  std::string label;
  double value{};
  std::optional<Interval> interval{};
  std::string said{};  ///< the value as the page's tables write it, "£18", "-21.0 ± 0.8 points"
  Mark mark{Mark::plain};
};

/// Values side by side, each from nothing; in the order given. With marks it shows changes against
/// a base, which is nothing on the axis.
struct Bars {
  Words words;
  Axis axis;
  std::vector<Bar> bars;
};

/// How a whole falls into parts: the whole, then one part after the other from where the last
/// ended, then, where `remainder` names it, what is left.
struct Waterfall {
  Words words;
  Axis axis;
  Bar whole;
  std::vector<Bar> parts;  ///< none is negative; together at most the whole
  std::string remainder{};
  std::string remainder_said{};
};

/// What one number does to a figure by itself: at one end of its range, and at the other.
struct Swing {
  std::string label;  ///< of the number
  Bar low;            ///< its label says where the number is put: "20 days"
  Bar high;
};

/// Numbers by what they move, those that move most at the top: two bars each, from nothing, which
/// is the figure as it stands.
struct Tornado {
  Words words;
  Axis axis;
  std::vector<Swing> swings;
};

/// A place along a line.
struct Point {
  double x{};
  std::optional<double> y{};  ///< nothing: the line has a gap
  std::optional<Interval> interval{};
};

/// A line. Beside its colour each has a dash of its own.
struct Line {
  std::string name;
  std::vector<Point> points;
};

/// Lines over numbers: an engagement curve, an S-curve.
struct Curves {
  Words words;
  Axis x;
  Axis y;
  std::vector<Line> lines;
};

/// One month of a line over time.
struct Month {
  sim::Date first_day;
  std::optional<double> y{};
};
struct Series {
  std::string name;
  std::vector<Month> months;
};

/// Lines over time, from nothing upwards.
struct Timeline {
  Words words;
  Axis y;
  std::vector<Series> series;
};

/// An option by two of its figures. Beside its colour each has a shape; the key has its name.
struct Place {
  std::string name;
  double x{};
  double y{};
  std::optional<Interval> x_interval{};
  std::optional<Interval> y_interval{};
};

/// Options in a plane: cost against unmet need.
struct Plane {
  Words words;
  Axis x;
  Axis y;
  std::vector<Place> places;
};

using Chart = std::variant<Bars, Waterfall, Tornado, Curves, Timeline, Plane>;

[[nodiscard]] const Words& words_of(const Chart& chart);

/// The chart as a Vega-Lite 6 specification, complete with its data: the same bytes for the same
/// chart. Its colours are those of a light page; `usermeta.dark` has the configuration for a dark
/// one, `usermeta.cite_as` what it is cited by. Control characters and direction marks appear as
/// their code points.
///
/// @returns JSON in ASCII, with no "<", ">" or "&" outside escapes, so that it can stand in a page
[[nodiscard]] std::string specification(const Chart& chart, const std::string& cited_as);

/// One column of a chart's data: words, or numbers.
struct DataRow {
  std::vector<std::string> cells;  ///< numbers in the shortest form that reads back to the same
};
struct Data {
  std::vector<std::string> columns;
  std::vector<DataRow> rows;
};

/// @returns what the chart draws, as a table of full figures; empty cells where nothing is known
[[nodiscard]] Data data_of(const Chart& chart);

}  // namespace ficap::report::chart
