#include "io/figure_name.hpp"

#include <algorithm>

namespace ficap::io {

std::optional<FigureName> parse_figure_name(std::string_view text) {
  const std::size_t bracket = std::min(text.find('['), text.size());
  FigureName read{.name = std::string{text.substr(0, bracket)}, .of = {}};
  if (read.name.empty()) return std::nullopt;
  if (bracket == text.size()) return read;
  if (text.back() != ']') return std::nullopt;
  std::string_view rest = text.substr(bracket + 1, text.size() - bracket - 2);
  for (;;) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view part = rest.substr(0, comma);
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos || equals == 0) return std::nullopt;
    read.of.push_back({.key = std::string{part.substr(0, equals)},
                       .value = std::string{part.substr(equals + 1)}});
    if (comma == rest.size()) return read;
    rest.remove_prefix(comma + 1);
  }
}

std::string to_string(const FigureName& name) {
  if (name.of.empty()) return name.name;
  std::string text;
  for (const Selector& each : name.of)
    text += (text.empty() ? "[" : ",") + each.key + "=" + each.value;
  return name.name + text + "]";
}

}  // namespace ficap::io
