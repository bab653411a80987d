#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/outcome.hpp"
#include "report/measure_text.hpp"
#include "report/names.hpp"
#include "study/attribution.hpp"

namespace ficap::report {

/// One measure of an attribution, ready to be said: its terms in one unit, with decimals that
/// follow their intervals, and rounded so that they add up to the rounded total.
class AttributedMeasure {
 public:
  /// @param attributed outlives this
  /// @param ids        of the base, as are the names
  /// @param years      length of the period, above 0
  AttributedMeasure(const study::MeasureAttribution& attributed,
                    const models::DimensionIds& ids,
                    const Names& names,
                    double years);

  /// @returns "unmet need (discretionary)"
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  /// @returns "Unmet need (discretionary), points", "Assets collected, £k a year"
  [[nodiscard]] std::string heading() const;
  /// @returns "Unmet need (discretionary), %": of the values in the worlds
  [[nodiscard]] std::string heading_of_values() const;
  [[nodiscard]] const study::MeasureAttribution& figures() const noexcept { return attributed_; }
  /// @returns whether there are terms
  [[nodiscard]] bool is_shared_out() const noexcept;
  /// @returns whether the total can be told from nothing
  [[nodiscard]] bool is_told() const noexcept;

  /// @returns "£162k", "22 points": the size of a term as it is printed
  [[nodiscard]] std::string size_of(std::size_t lever) const;
  [[nodiscard]] std::string size_of_total() const;
  /// @returns " a year" or nothing
  [[nodiscard]] const std::string& per() const noexcept { return terms_text_.per(); }
  /// @returns the sign of a term as it is printed: -1, 0 or 1
  [[nodiscard]] int sign_of(std::size_t lever) const;
  [[nodiscard]] int sign_of_total() const;
  /// @returns the furthest from nothing that the total may be, "£95k a year"; nothing where there
  ///          is no interval
  [[nodiscard]] std::optional<std::string> at_most() const;

  /// @returns "+93 ± 21", "0" for exactly nothing, "–" where there is no term
  [[nodiscard]] std::string cell_of(std::size_t lever) const;
  [[nodiscard]] std::string cell_of_total() const;
  /// @returns a part of the total in per cent for each lever, adding up to 100; empty where the
  ///          total cannot be told from nothing
  [[nodiscard]] std::vector<std::string> shares() const;
  /// @returns "9.203", with decimals that show what the terms are about; "–" where it is undefined
  [[nodiscard]] std::string value_in(study::World world) const;

 private:
  [[nodiscard]] std::string said(std::int64_t shown) const;
  [[nodiscard]] std::string cell(const study::Term& term, std::int64_t shown) const;

  const study::MeasureAttribution& attributed_;
  std::string name_;
  MeasureText values_text_;
  MeasureText terms_text_;
  bool is_share_;
  int decimals_;                     // of the terms
  std::int64_t total_{0};            // in units of the last decimal
  std::vector<std::int64_t> shown_;  // terms, the same
};

}  // namespace ficap::report
