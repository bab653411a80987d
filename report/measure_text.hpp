#pragma once

#include <span>
#include <string>
#include <string_view>

#include "models/measures.hpp"

namespace ficap::report {

/// A measure as a planner calls it.
struct MeasureLabel {
  std::string_view name;   ///< as study::to_string() says it
  std::string_view label;  ///< without unit
};

/// The measures that a summary shows, in its order.
[[nodiscard]] std::span<const MeasureLabel> main_measures() noexcept;

/// @returns its label above, or the name itself
[[nodiscard]] std::string_view label_of(std::string_view name) noexcept;

/// Values of one measure as a planner reads them: shares in per cent, totals per year, money in the
/// unit that suits it.
class MeasureText {
 public:
  /// @param years length of the measured period, by which totals are divided; > 0
  MeasureText(const models::Measure& measure, double years);

  /// @returns "61", "£3.2m", "1,234", "17.3"
  [[nodiscard]] std::string figure(double x) const;
  /// @returns "%", "a year", "days"; may be empty
  [[nodiscard]] const std::string& unit() const noexcept { return unit_; }

  /// @returns "between 61 and 78 %", "between £3.1m and £5.9m a year", "at 61 %"
  [[nodiscard]] std::string between(double low, double high) const;
  /// A change: of a share in points.
  /// @returns "12.0 points", "£0.4m a year"
  [[nodiscard]] std::string change(double x) const;

 private:
  enum class Kind : unsigned char { share, pounds, other };
  Kind kind_;
  double scale_;
  int decimals_;
  std::string unit_;
};

}  // namespace ficap::report
