#pragma once

#include <span>
#include <string>
#include <string_view>

#include "models/measures.hpp"
#include "models/outcome.hpp"
#include "report/names.hpp"
#include "study/measure_ref.hpp"

namespace ficap::report {

/// The measures that a summary of uncertainty shows, as study::to_string() says them, in its order.
[[nodiscard]] std::span<const std::string_view> main_measures() noexcept;

/// What people call a measure.
///
/// @param ref as study::to_string() says it; what a cut is of is called by its id
/// @returns "unmet need (discretionary)" for "unmet_share_of_need[class=discretionary]"
[[nodiscard]] std::string called(std::string_view ref);

/// The same with the name of what the cut is of.
///
/// @param names of the scenario whose ids the cut refers to
[[nodiscard]] std::string called(const study::MeasureRef& ref,
                                 const models::DimensionIds& ids,
                                 const Names& names);

/// @param name as called() says it
/// @param unit as MeasureText::unit() says it; may be empty
/// @returns "Unmet need (discretionary), %", "Served, a year"
[[nodiscard]] std::string heading_of(std::string name, const std::string& unit);

/// Values of one measure as a planner reads them: shares in per cent, totals by the year, money in
/// the unit that suits it.
class MeasureText {
 public:
  /// Money is said in the unit that suits each figure.
  ///
  /// @param years length of the measured period, by which totals are divided; > 0
  MeasureText(const models::Measure& measure, double years);
  /// Money is said in one unit throughout.
  ///
  /// @param largest value to be said, in the measure's unit
  MeasureText(const models::Measure& measure, double years, double largest);

  /// @returns what one printed unit is worth, in the measure's; where each figure of money has a
  ///          unit of its own, of a pound
  [[nodiscard]] double worth() const noexcept { return worth_; }
  /// @returns what a heading says so that figures need not: "%", "£m a year", "days"; may be empty
  [[nodiscard]] std::string unit() const;
  /// @returns " a year" or nothing
  [[nodiscard]] const std::string& per() const noexcept { return per_; }

  /// @returns "£3.9m", "52 %": without per()
  /// @pre 0 <= decimals <= 6
  [[nodiscard]] std::string amount(double x, int decimals) const;
  /// @returns "61", "1,234", "17.3", and money as an amount
  [[nodiscard]] std::string figure(double x) const;
  /// @returns "between 61 and 78 %", "between £3.1m and £5.9m a year", "at 61 %"
  [[nodiscard]] std::string between(double low, double high) const;
  /// A change: of a share in points.
  /// @returns "12.0 points", "£0.4m a year"
  [[nodiscard]] std::string change(double x) const;
  /// The same with so many decimals; money has those that suit it.
  [[nodiscard]] std::string change(double x, int decimals) const;

 private:
  enum class Kind : unsigned char { share, pounds, other };
  [[nodiscard]] bool unit_of_its_own() const noexcept {
    return kind_ == Kind::pounds && before_.empty();
  }
  [[nodiscard]] int usual_decimals() const noexcept;

  Kind kind_;
  bool ratio_;
  double worth_;
  std::string before_;  // "£" where money is in one unit, otherwise nothing
  std::string after_;   // " %", "m", " days" or nothing
  std::string per_;
};

}  // namespace ficap::report
