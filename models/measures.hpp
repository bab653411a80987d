#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "models/counters.hpp"

namespace ficap::models {

/// Which way a planner would have a measure go, other things being equal. Most have no such way:
/// requests made, say, rise with trust and with need alike.
enum class Better : std::uint8_t { neither, lower, higher };

/// A reported measure: scale x (sum of `over`) / (sum of `under`), or scale x (sum of `over`)
/// where nothing stands under.
struct Measure {
  std::string_view name;
  std::string_view unit;  ///< "needs", "cases", "share", "days", "hours", "pounds", ...
  std::string_view doc;
  std::span<const Counter> over;
  std::span<const Counter> under;
  double scale{1.0};
  Better better{Better::neither};

  [[nodiscard]] bool is_ratio() const noexcept { return !under.empty(); }
  /// @returns the dimensions by which all its counters are kept
  [[nodiscard]] Dimensions dimensions() const noexcept;
};

/// The list of reported measures, in the order in which they are reported.
[[nodiscard]] std::span<const Measure> measures() noexcept;

/// @returns the measure of that name, or nullptr
[[nodiscard]] const Measure* find_measure(std::string_view name) noexcept;

}  // namespace ficap::models
