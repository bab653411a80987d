#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "models/measures.hpp"
#include "models/outcome.hpp"

namespace ficap::study {

/// One part of a measure: that of the id number `id` of a dimension.
struct Cut {
  models::Dimension dimension;
  std::size_t id;
  friend bool operator==(const Cut&, const Cut&) = default;
};

/// What a measure counted in one future: whole numbers, before its scale is applied.
struct Observed {
  std::int64_t over{};
  std::optional<std::int64_t> under;  ///< absent unless the measure is a ratio
  friend bool operator==(const Observed&, const Observed&) = default;
};

/// @pre where a cut is given, measure.dimensions() contains its dimension and the layout its id
[[nodiscard]] Observed observe(const models::Measure& measure,
                               const models::Layout& layout,
                               const models::Outcome& outcome,
                               std::optional<Cut> cut = std::nullopt);

/// @returns the measure in its unit, or nothing where nothing stands under its fraction line
[[nodiscard]] std::optional<double> value_of(const models::Measure& measure, Observed observed);

}  // namespace ficap::study
