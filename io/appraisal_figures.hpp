#pragma once

#include <string>
#include <vector>

#include "io/document.hpp"
#include "io/figure_name.hpp"

namespace ficap::io {

/// A figure of an appraisal that people can ask for by a name.
struct AppraisalFigure {
  FigureName name;
  std::string pointer;    ///< where it stands in the document
  const Node* node{};     ///< a number, a mean with its half-width, a financial year, or null
  std::string unit;       ///< "pounds", "share", ...; may be empty
  std::string prices;     ///< of money: the financial year in whose prices it is
  bool less_base{false};  ///< of an option, less business as usual
  bool is_change{false};  ///< of something that business as usual has as well
};

/// Every figure of an appraisal that has a name, in the document's order.
///
/// @returns nothing where the document is of another command
[[nodiscard]] std::vector<AppraisalFigure> appraisal_figures(const Node& document);

}  // namespace ficap::io
