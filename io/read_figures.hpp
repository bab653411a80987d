#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "io/document.hpp"
#include "io/figure_name.hpp"
#include "io/read_measure_ref.hpp"
#include "io/read_results.hpp"

namespace ficap::io {

/// One figure of a results document, its numbers as they are written there.
struct Figure {
  enum class Kind : std::uint8_t {
    value,       ///< of a scenario
    difference,  ///< of an option from the base
    part         ///< of such a difference
  };
  Kind kind{Kind::value};
  std::string of;               ///< the scenario's name, or the lever; empty where there is one
  std::optional<Number> value;  ///< nothing where it is undefined
  std::optional<Number> half_width;  ///< of the 95 % interval for chance
  /// The 80 % interval for what nobody has measured, in a study of uncertainty.
  std::optional<Number> low;
  std::optional<Number> high;
};

/// What a results document says of one measure, whole or one cut of it, or of one of its figures.
struct MeasureFigures {
  std::string measure;      ///< as it is pointed at: "served", "served[class=statutory]"
  std::string unit;         ///< may be empty
  bool over_period{false};  ///< a total over the measured period, which planners read by the year
  std::vector<Figure> figures;
  /// Of a figure of an appraisal: what it is of beside its option, as `measure` says it.
  std::vector<Selector> of{};
  std::string prices{};   ///< of its money: the financial year in whose prices it is
  bool less_base{false};  ///< of an option, less business as usual
};

/// Finds the figures of a measure in a results document of any command, or one figure of it.
///
/// @param measure "NAME" or "NAME[DIMENSION=ID]"; of an appraisal also what appraisal_figures()
///                lists; a JSON pointer to any number of the document
[[nodiscard]] std::variant<MeasureFigures, NoSuchMeasure> read_figures(const Node& document,
                                                                       std::string_view measure);

/// @returns whether two documents say the same of a measure, to the last digit
[[nodiscard]] bool same_figures(const MeasureFigures& a, const MeasureFigures& b);

/// A day that a results document says something of under /run, e.g. "start".
///
/// @returns nothing where it does not, or it is no day
[[nodiscard]] std::optional<sim::Date> day_of_run(const ResultsDocument& document,
                                                  std::string_view key);

}  // namespace ficap::io
