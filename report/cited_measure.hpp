#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "study/estimate.hpp"

namespace ficap::report {

/// One number that is cited.
struct CitedFigure {
  enum class Kind : std::uint8_t { value, difference, part };
  Kind kind{Kind::value};
  std::string of;            ///< title of the scenario, or the lever; empty where there is one
  study::Estimate estimate;  ///< its mean and half_width
  /// The 80 % interval for what nobody has measured, in place of the half_width.
  std::optional<double> low{};
  std::optional<double> high{};
  std::string written;  ///< in the file, to the last digit: "0.52 ± 0.03"
};

/// A measure that is cited, with all that a file says of it.
struct CitedMeasure {
  std::string name;         ///< "unmet_share_of_need[class=discretionary]"
  std::string unit;         ///< may be empty
  bool over_period{false};  ///< a total over the measured period
  std::vector<CitedFigure> figures;
  /// Of a figure of an appraisal: what it is of beside its option, e.g. "view" and "force".
  std::vector<std::pair<std::string, std::string>> of{};
  std::string prices{};   ///< of its money: the financial year in whose prices it is
  bool less_base{false};  ///< of an option, less business as usual
};

/// For running text: "Unmet need (discretionary): 52 ± 3 % (± 95 % interval for chance alone)".
///
/// @param years length of the measured period, by which totals are divided; > 0
[[nodiscard]] std::string in_words(const CitedMeasure& measure, double years);

/// With its name and every figure as they stand in the file.
[[nodiscard]] std::string as_written(const CitedMeasure& measure);

/// @returns “a title”, harmless
[[nodiscard]] std::string in_quotes(const std::string& title);

/// What became of a cited measure when its file was repeated.
struct RepeatedMeasure {
  CitedMeasure recorded;
  std::optional<CitedMeasure> computed;  ///< nothing where there is no such measure now
  bool same{false};                      ///< to the last digit
};

/// A sentence for each of its figures: its value, and whether it matches, to the bit.
[[nodiscard]] std::string to_text(const RepeatedMeasure& repeated);

}  // namespace ficap::report
