#pragma once

#include <string>
#include <vector>

#include "io/document.hpp"

namespace ficap::io {

/// Figures of one name, and what tells them apart.
struct FigureForm {
  std::string form;  ///< "net_present_value[option=...,view=...]", "served[class=...]"
  std::string unit;  ///< may be empty
};

/// All values that one key of such names may have.
struct FigureKey {
  std::string key;
  std::vector<std::string> values;
};

/// What read_figures() finds in a document by name.
struct FigureList {
  std::vector<FigureForm> forms;
  std::vector<FigureKey> keys;
};

[[nodiscard]] FigureList list_figures(const Node& document);

}  // namespace ficap::io
