#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "models/outcome.hpp"
#include "study/measure_ref.hpp"

namespace ficap::io {

/// A text that points at no measure: what is wrong with it, what may stand there, and which of the
/// known names was probably meant.
struct NoSuchMeasure {
  std::string why;
  friend bool operator==(const NoSuchMeasure&, const NoSuchMeasure&) = default;
};

/// What is said to who cuts a measure of a run or a comparison by two things.
inline constexpr const char* one_cut = "; these measures are cut by one thing at a time";
/// @returns whether the text between "=" and "]" goes on to a second cut
[[nodiscard]] bool is_cut_twice(std::string_view id) noexcept;

/// Reads "NAME" or "NAME[DIMENSION=ID]", e.g. "unmet_share_of_need[class=discretionary]".
///
/// @param ids of the scenario whose results are meant
[[nodiscard]] std::variant<study::MeasureRef, NoSuchMeasure> read_measure_ref(
    std::string_view text, const models::DimensionIds& ids);

}  // namespace ficap::io
