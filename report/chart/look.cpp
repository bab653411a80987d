#include "report/chart/look.hpp"

namespace ficap::report::chart {

namespace {

using nlohmann::ordered_json;

struct Colours {
  const char* ink;
  const char* quiet;
  const char* grid;
  const char* bar;
  const char* better;
  const char* worse;
  const char* undecided;
  const char* total;
  const char* part;
  ordered_json lines;
};

Colours light() {
  return {.ink = "#16191d",
          .quiet = "#4c555f",
          .grid = "#dde2e7",
          .bar = "#5694ca",
          .better = "#28a197",
          .worse = "#f46a25",
          .undecided = "#9aa4ae",
          .total = "#12436d",
          .part = "#5694ca",
          .lines = {"#12436d", "#b8460e", "#1a7a72", "#801650", "#3d3d3d", "#6b4fa0"}};
}

Colours dark() {
  return {.ink = "#e8ebee",
          .quiet = "#b3bcc5",
          .grid = "#39424b",
          .bar = "#3f7cb3",
          .better = "#1d867d",
          .worse = "#c2521a",
          .undecided = "#67717b",
          .total = "#8cc4f0",
          .part = "#3f7cb3",
          .lines = {"#8cc4f0", "#ffb27a", "#5fd3c6", "#f29bc7", "#d5d9dd", "#bda7e8"}};
}

ordered_json in(const char* colour) {
  return {{"color", colour}};
}

}  // namespace

ordered_json look(bool is_dark) {
  const Colours colours = is_dark ? dark() : light();
  constexpr const char* font = "Arial, 'Liberation Sans', Helvetica, sans-serif";
  constexpr int size = 13;
  ordered_json axis{{"labelColor", colours.quiet},
                    {"titleColor", colours.quiet},
                    {"gridColor", colours.grid},
                    {"domainColor", colours.quiet},
                    {"tickColor", colours.quiet},
                    {"labelFontSize", size},
                    {"titleFontSize", size},
                    {"titleFontWeight", "normal"},
                    {"labelAngle", 0},
                    {"titlePadding", 8}};
  ordered_json config{{"background", nullptr},
                      {"font", font},
                      {"aria", false},
                      {"padding", 2},
                      {"axis", axis},
                      {"axisY",
                       {{"titleAngle", 0},
                        {"titleAlign", "left"},
                        {"titleAnchor", "start"},
                        {"titleX", 0},
                        {"titleY", -14},
                        {"domain", false},
                        {"ticks", false}}},
                      {"legend",
                       {{"orient", "top"},
                        {"columns", 1},
                        {"title", nullptr},
                        {"labelColor", colours.ink},
                        {"labelFontSize", size},
                        {"labelLimit", 0},
                        {"symbolSize", 260},
                        {"symbolStrokeWidth", 2.5},
                        {"rowPadding", 4},
                        {"offset", 34}}},
                      {"title",
                       {{"anchor", "start"},
                        {"color", colours.ink},
                        {"subtitleColor", colours.quiet},
                        {"fontSize", 17},
                        {"subtitleFontSize", size}}},
                      {"view", {{"stroke", nullptr}}},
                      {"range", {{"category", colours.lines}}},
                      {"style",
                       {{"plain", in(colours.bar)},
                        {"better", in(colours.better)},
                        {"worse", in(colours.worse)},
                        {"undecided", in(colours.undecided)},
                        {"total", in(colours.total)},
                        {"part", in(colours.part)},
                        {"interval", {{"color", colours.ink}, {"strokeWidth", 1.5}}},
                        {"zero", {{"color", colours.ink}, {"strokeWidth", 1}}},
                        {"label", {{"color", colours.ink}, {"fontSize", size}}}}}};
  config["locale"] = {{"number",
                       {{"decimal", "."},
                        {"thousands", ","},
                        {"grouping", {3}},
                        {"currency", {"\u00a3", ""}},
                        {"percent", "\u00a0%"},
                        {"minus", "-"}}}};
  return config;
}

}  // namespace ficap::report::chart
