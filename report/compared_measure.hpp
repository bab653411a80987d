#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/outcome.hpp"
#include "report/measure_text.hpp"
#include "report/names.hpp"
#include "study/comparison.hpp"

namespace ficap::report {

/// What a verdict means for a planner.
enum class Judgement : std::uint8_t { better, worse, changed, cannot_tell, same, undefined };

[[nodiscard]] Judgement judgement(study::Verdict verdict, models::Better better) noexcept;

/// One measure of a comparison, ready to be said: its figures all in one unit, and with as many
/// decimals as the middle of its intervals deserves.
class ComparedMeasure {
 public:
  /// @param compared outlives this
  /// @param ids      of the base, as are the names
  /// @param years    length of the period, above 0
  ComparedMeasure(const study::MeasureComparison& compared,
                  const models::DimensionIds& ids,
                  const Names& names,
                  double years);

  /// @returns "unmet need (discretionary)"
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  /// @returns "Unmet need (discretionary), %"
  [[nodiscard]] std::string heading() const { return heading_of(name_, text_.unit()); }
  /// @returns what the heading says of the unit: "%", "£m a year"; may be empty
  [[nodiscard]] std::string unit() const { return text_.unit(); }
  /// @returns what one printed unit is worth, in the measure's
  [[nodiscard]] double worth() const noexcept { return text_.worth(); }
  [[nodiscard]] models::Better better() const noexcept { return compared_.measure.measure->better; }
  [[nodiscard]] std::string_view meaning() const noexcept { return compared_.measure.measure->doc; }
  [[nodiscard]] std::size_t size() const noexcept { return compared_.standings.size(); }
  [[nodiscard]] const study::Standing& at(std::size_t scenario) const {
    return compared_.standings.at(scenario);
  }

  /// @returns "unmet need down from 52 to 31 %", the last digit being worth at most about a
  ///          fifth of the difference
  /// @pre the option is lower or higher than the base
  [[nodiscard]] std::string move_of(std::size_t option) const;
  /// @returns "52", "–" where it is undefined
  [[nodiscard]] std::string value_of(std::size_t scenario) const;
  /// @returns "-21.0 ± 0.8", "0" for exactly the same, "–" where it is undefined
  [[nodiscard]] std::string difference_of(std::size_t option) const;
  /// @returns the furthest from the base that the interval leaves possible, "£0.3m"; nothing where
  ///          there is no interval
  [[nodiscard]] std::optional<std::string> at_most(std::size_t option) const;
  /// @returns an amount of the measure by the year, "£0.3m a year"
  [[nodiscard]] std::string amount_of(double value) const;

 private:
  [[nodiscard]] int digits_of(const study::PairedDifference& difference) const;

  const study::MeasureComparison& compared_;
  std::string name_;
  MeasureText text_;
  int decimals_;  // of the values
};

}  // namespace ficap::report
