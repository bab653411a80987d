#pragma once

#include <string>
#include <variant>

#include "io/read_figures.hpp"
#include "io/read_results.hpp"
#include "report/citation.hpp"

namespace ficap::cli {

/// @returns what a citation of a results document says, no measure cited yet
/// @param file what it was read from
[[nodiscard]] report::Citation citation_of(const io::ResultsDocument& document,
                                           const std::string& file);

/// @returns the title of the study that a document says it is of; empty where it is of none
[[nodiscard]] std::string study_title(const io::ResultsDocument& document);

/// @returns the figures of a measure, its scenarios by their titles
[[nodiscard]] report::CitedMeasure cited_measure(const io::ResultsDocument& document,
                                                 const io::MeasureFigures& figures);

/// @returns the names by which the figures of a document can be cited, as lines of text
[[nodiscard]] std::string citable(const io::ResultsDocument& document);

/// @returns the figures of the measure of that name
/// @throws UsageError where the document has none
[[nodiscard]] io::MeasureFigures figures_named(const io::ResultsDocument& document,
                                               const std::string& measure);

}  // namespace ficap::cli
