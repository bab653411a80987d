#include "report/chart/parts.hpp"

#include <utility>

#include "report/chart/look.hpp"
#include "report/diagnostics.hpp"

namespace ficap::report::chart {

namespace {

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

}  // namespace

Json axis_of(const Axis& axis) {
  Json made{{"title", harmless(axis.title)},
            {"format", format_of(axis.unit)},
            {"tickCount", 4},
            {"labelOverlap", true}};
  // The prefixes of units are not those of money.
  if (axis.unit == Unit::pounds)
    made["labelExpr"] = "replace(replace(datum.label, 'M', 'm'), 'G', 'bn')";
  return made;
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

std::string iso(sim::Date date) {
  const auto two = [](int x) { return (x < 10 ? "0" : "") + std::to_string(x); };
  return std::to_string(date.year) + "-" + two(static_cast<int>(date.month)) + "-" +
         two(static_cast<int>(date.day));
}

}  // namespace ficap::report::chart
