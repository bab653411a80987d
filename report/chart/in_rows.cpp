#include <array>
#include <cstddef>
#include <utility>

#include "report/chart/parts.hpp"

namespace ficap::report::chart {

std::string_view name_of(Mark mark) noexcept {
  constexpr std::array<std::string_view, 6> names{
      "plain", "better", "worse", "undecided", "total", "part"};
  return names.at(static_cast<std::size_t>(mark));
}

Json words_in_rows(const char* field, int offset) {
  return {{"mark",
           {{"type", "text"},
            {"style", "label"},
            {"align", "left"},
            {"baseline", "middle"},
            {"yOffset", offset},
            {"limit", {{"expr", "width"}}}}},
          {"encoding", {{"x", {{"value", 0}}}, {"text", {{"field", field}}}}}};
}

std::vector<Json> intervals_in_rows(const std::string& filter, int offset) {
  const Json valid{{"filter", filter}};
  const Json ends{{"x", {{"field", "low"}, {"type", "quantitative"}}}, {"x2", {{"field", "high"}}}};
  std::vector<Json> layers{
      {{"transform", Json::array({valid})},
       {"mark", {{"type", "rule"}, {"style", "interval"}, {"yOffset", offset}}},
       {"encoding", ends}}};
  for (const char* const end : {"low", "high"}) {
    layers.push_back({{"transform", Json::array({valid})},
                      {"mark",
                       {{"type", "tick"},
                        {"style", "interval"},
                        {"orient", "vertical"},
                        {"thickness", 1.5},
                        {"size", 8},
                        {"yOffset", offset}}},
                      {"encoding", {{"x", {{"field", end}, {"type", "quantitative"}}}}}});
  }
  return layers;
}

Json in_rows(Json specification, Json rows, std::size_t count, int height, Json layers) {
  Json order = Json::array();
  for (std::size_t row = 0; row < count; ++row)
    order.push_back(row);
  specification["height"] = static_cast<std::size_t>(height) * count;
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

}  // namespace ficap::report::chart
