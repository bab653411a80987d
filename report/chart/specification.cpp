#include <variant>

#include <nlohmann/json.hpp>

#include "report/chart/chart.hpp"
#include "report/chart/parts.hpp"

namespace ficap::report::chart {

namespace {

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

std::string specification(const Chart& chart, const std::string& cited_as) {
  Json made = std::visit([](const auto& each) { return specify(each); }, chart);
  made["usermeta"]["cite_as"] = cited_as;
  return in_a_page(made);
}

}  // namespace ficap::report::chart
