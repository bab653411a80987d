#pragma once

#include <string>
#include <variant>
#include <vector>

#include "io/appraisal_figures.hpp"
#include "io/figure_name.hpp"
#include "io/read_measure_ref.hpp"

namespace ficap::io {

/// @returns whether any of them is called so: "npv" and "bcr" are short for two of them
[[nodiscard]] bool has_figure(const std::vector<AppraisalFigure>& figures, const std::string& name);

/// @returns every name, each once, the short ones first
[[nodiscard]] std::vector<std::string> names_of(const std::vector<AppraisalFigure>& figures);

/// The one that is asked for. What leaves no choice need not be said, and keys stand in any order.
///
/// @pre has_figure(figures, asked.name)
[[nodiscard]] std::variant<AppraisalFigure, NoSuchMeasure> find_figure(
    const std::vector<AppraisalFigure>& figures, const FigureName& asked);

}  // namespace ficap::io
