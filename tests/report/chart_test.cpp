#include "report/chart/chart.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "io/sha256.hpp"
#include "report/html/page_assets.hpp"

using namespace ficap;
namespace chart = report::chart;
using Json = nlohmann::ordered_json;

namespace {

const std::string cited_as = "run FI-0000-0000 · ficap 0.0.0";

const chart::Words words{
    .headline = "A headline", .subtitle = "a subtitle", .description = "A description"};

chart::Waterfall waterfall() {
  return {.words = words,
          .axis = {.title = "of every £100", .unit = chart::Unit::pounds},
          .whole = {.label = "all", .value = 100, .said = "£100", .mark = chart::Mark::total},
          .parts = {{.label = "lost", .value = 60, .said = "£60", .mark = chart::Mark::part},
                    {.label = "spent", .value = 30, .said = "£30", .mark = chart::Mark::part}},
          .remainder = "left",
          .remainder_said = "£10"};
}

chart::Bars bars(const std::string& label) {
  return {.words = words,
          .axis = {.title = "change, points", .unit = chart::Unit::points},
          .bars = {{.label = label,
                    .value = -21.5,
                    .interval = chart::Interval{-22.25, -20.75},
                    .said = "-21.5 ± 0.8",
                    .mark = chart::Mark::better},
                   {.label = "other", .value = 0.1, .mark = chart::Mark::undecided}}};
}

std::string base64(const std::string& hex) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::vector<unsigned> bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2)
    bytes.push_back(static_cast<unsigned>(std::stoul(hex.substr(i, 2), nullptr, 16)));
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t here = std::min<std::size_t>(3, bytes.size() - i);
    unsigned three = 0;
    for (std::size_t k = 0; k < 3; ++k)
      three = (three << 8U) | (k < here ? bytes[i + k] : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      text += k <= here ? digits[(three >> (18U - 6U * k)) & 63U] : '=';
  }
  return text;
}

}  // namespace

TEST_CASE("a chart is a Vega-Lite 6 specification with its words and its data") {
  const Json spec = Json::parse(chart::specification(bars("an option"), cited_as));
  CHECK(spec["$schema"] == "https://vega.github.io/schema/vega-lite/v6.json");
  CHECK(spec["title"]["text"] == "A headline");
  CHECK(spec["title"]["subtitle"] == "a subtitle");
  CHECK(spec["description"] == "A description");
  const Json& row = spec["data"]["values"][0];
  CHECK(row["value"] == -21.5);
  CHECK(row["low"] == -22.25);
  CHECK(row["high"] == -20.75);
  CHECK(row["words"] == "-21.5 ± 0.8 · an option");
  CHECK_FALSE(spec["data"]["values"][1].contains("low"));
}

TEST_CASE("a chart has a look for a light page and one for a dark page") {
  const Json spec = Json::parse(chart::specification(waterfall(), cited_as));
  CHECK(spec["config"]["axis"]["labelColor"] != spec["usermeta"]["dark"]["axis"]["labelColor"]);
  CHECK(spec["config"]["style"].size() == spec["usermeta"]["dark"]["style"].size());
}

TEST_CASE("a chart that is saved says what it is cited by") {
  CHECK(Json::parse(chart::specification(waterfall(), cited_as))["usermeta"]["cite_as"] ==
        cited_as);
}

TEST_CASE("each step of a waterfall begins where the last one ended") {
  const Json rows = Json::parse(chart::specification(waterfall(), cited_as))["data"]["values"];
  REQUIRE(rows.size() == 4);
  CHECK(rows[0]["from"] == 0.0);
  CHECK(rows[0]["to"] == 100.0);
  CHECK(rows[1]["from"] == 40.0);
  CHECK(rows[1]["to"] == 100.0);
  CHECK(rows[2]["from"] == 10.0);
  CHECK(rows[2]["to"] == 40.0);
  CHECK(rows[3]["from"] == 0.0);
  CHECK(rows[3]["to"] == 10.0);
  CHECK(rows[3]["words"] == "£10 · left");
}

TEST_CASE("lines differ by dash as well as by colour, and a gap stays a gap") {
  const chart::Timeline timeline{
      .words = words,
      .y = {.title = "a month", .unit = chart::Unit::number},
      .series = {{.name = "need", .months = {{{2026, 4, 1}, 10.0}, {{2026, 5, 1}, {}}}},
                 {.name = "requests", .months = {{{2026, 4, 1}, 4.0}, {{2026, 5, 1}, 5.0}}}}};
  const Json spec = Json::parse(chart::specification(timeline, cited_as));
  const Json& dashes = spec["layer"][0]["encoding"]["strokeDash"]["scale"];
  CHECK(dashes["domain"] == Json{"need", "requests"});
  CHECK(dashes["range"][0] != dashes["range"][1]);
  CHECK(spec["data"]["values"][0]["month"] == "2026-04-01");
  CHECK(spec["data"]["values"][1]["y"].is_null());
  const chart::Data data = chart::data_of(timeline);
  CHECK(data.rows[0].cells == std::vector<std::string>{"2026-04-01", "need", "10.0"});
  CHECK(data.rows[1].cells.back().empty());
}

TEST_CASE("options in a plane differ by shape as well as by colour, with intervals both ways") {
  const chart::Plane plane{
      .words = words,
      .x = {.title = "cost", .unit = chart::Unit::pounds},
      .y = {.title = "unmet", .unit = chart::Unit::per_cent},
      .places = {
          {.name = "base", .x = 0, .y = 0.5},
          {.name = "option", .x = 1e6, .y = 0.3, .y_interval = chart::Interval{0.25, 0.35}}}};
  const Json spec = Json::parse(chart::specification(plane, cited_as));
  const Json& points = spec["layer"].back()["encoding"];
  CHECK(points["shape"]["field"] == points["color"]["field"]);
  CHECK(spec["layer"].size() == 2);
  CHECK(chart::data_of(plane).rows[1].cells[4] == "0.3");
  // A million is £1m, not £1M.
  CHECK(spec["encoding"]["x"]["axis"]["labelExpr"] ==
        "replace(replace(datum.label, 'M', 'm'), 'G', 'bn')");
  CHECK_FALSE(spec["encoding"]["y"]["axis"].contains("labelExpr"));
}

TEST_CASE("a curve has a band where intervals are known") {
  const chart::Curves curves{
      .words = words,
      .x = {.title = "share", .unit = chart::Unit::per_cent},
      .y = {.title = "probability", .unit = chart::Unit::per_cent},
      .lines = {{.name = "a", .points = {{0.0, 0.1, chart::Interval{0.0, 0.2}}, {1.0, 0.9, {}}}}}};
  const Json spec = Json::parse(chart::specification(curves, cited_as));
  CHECK(spec["layer"][0]["mark"]["type"] == "area");
  CHECK(spec["layer"][1]["encoding"]["color"]["legend"].is_null());  // one line needs no key
}

TEST_CASE("a tornado has two bars for each number, one below the other, in the order given") {
  const chart::Tornado tornado{
      .words = words,
      .axis = {.title = "change, points", .unit = chart::Unit::points},
      .swings = {
          {.label = "memory",
           .low = {.label = "3 months",
                   .value = -1.5,
                   .interval = chart::Interval{-2.0, -1.0},
                   .said = "-1.5 \u00b1 0.5",
                   .mark = chart::Mark::part},
           .high =
               {.label = "12 months", .value = 2.0, .said = "+2.0", .mark = chart::Mark::total}},
          {.label = "floor",
           .low = {.label = "5 %", .value = 0.2, .said = "?", .mark = chart::Mark::undecided},
           .high = {.label = "9 %", .value = 1, .said = "+1", .mark = chart::Mark::total}}}};
  const Json spec = Json::parse(chart::specification(tornado, cited_as));
  const Json& rows = spec["data"]["values"];
  REQUIRE(rows.size() == 4);
  CHECK(rows[0]["row"] == 0);
  CHECK(rows[0]["end"] == "low");
  CHECK(rows[0]["words"] == "3 months: -1.5 \u00b1 0.5 \u00b7 12 months: +2.0");
  CHECK(rows[0]["low"] == -2.0);
  CHECK(rows[2]["row"] == 0);
  CHECK(rows[2]["end"] == "high");
  CHECK(rows[2]["value"] == 2.0);
  CHECK(spec["height"] == 136);
  // The two bars of a number lie apart, not upon each other.
  std::vector<int> offsets;
  for (const Json& layer : spec["layer"]) {
    if (layer["mark"]["type"] == "bar") offsets.push_back(layer["mark"]["yOffset"]);
  }
  REQUIRE(offsets.size() == 3);  // decided and undecided low, high
  CHECK(offsets[0] == offsets[1]);
  CHECK(offsets[2] - offsets[0] >= 9);
  const chart::Data data = chart::data_of(tornado);
  REQUIRE(data.rows.size() == 4);
  CHECK(data.rows[0].cells ==
        std::vector<std::string>{"memory", "low", "3 months", "-1.5", "-2.0", "-1.0"});
  CHECK(data.rows[3].cells[2] == "9 %");
}

TEST_CASE("a specification stands in a page without ending its script, and turns no writing") {
  const std::string text = chart::specification(
      bars("</script><script>alert(1)</script> & \"\u202etxt.exe\""), cited_as);
  CHECK(text.find_first_of("<>&") == std::string::npos);
  CHECK(text.find("\u202e") == std::string::npos);
  CHECK(text.find("u202e") == std::string::npos);
  const Json spec = Json::parse(text);
  CHECK(spec["data"]["values"][0]["label"] ==
        "</script><script>alert(1)</script> & \"<U+202E>txt.exe\"");
}

TEST_CASE("the same chart gives the same bytes") {
  CHECK(chart::specification(waterfall(), cited_as) == chart::specification(waterfall(), cited_as));
  CHECK(chart::specification(waterfall(), cited_as) != chart::specification(bars("x"), cited_as));
}

TEST_CASE("what a page carries is known by its digest, and ends no element") {
  namespace html = report::html;
  CHECK(html::script_sha256() == base64(io::sha256_hex(html::page_script())));
  CHECK(html::style_sha256() == base64(io::sha256_hex(html::page_style())));
  CHECK(html::page_script().size() > 100'000);
  for (const std::string& text : {html::page_script(), html::page_style()}) {
    CHECK(text.find("</script") == std::string::npos);
    CHECK(text.find("</style") == std::string::npos);
    CHECK(text.find("<!--") == std::string::npos);
  }
}
