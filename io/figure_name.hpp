#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ficap::io {

/// Which of several figures of one name is meant, by one thing that it is of.
struct Selector {
  std::string key;    ///< "option"
  std::string value;  ///< "five-more"
  friend bool operator==(const Selector&, const Selector&) = default;
};

/// What a figure is asked for by: "net_present_value[option=five-more,view=force]".
struct FigureName {
  std::string name;
  std::vector<Selector> of;
};

/// @returns nothing where it is not written like "NAME" or "NAME[KEY=VALUE,KEY=VALUE]"
[[nodiscard]] std::optional<FigureName> parse_figure_name(std::string_view text);

[[nodiscard]] std::string to_string(const FigureName& name);

}  // namespace ficap::io
