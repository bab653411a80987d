#pragma once

#include <optional>
#include <string>

#include "models/measures.hpp"
#include "models/outcome.hpp"
#include "study/observe.hpp"

namespace ficap::study {

/// A reported measure, whole or one cut of it, as a person points at it.
struct MeasureRef {
  const models::Measure* measure{};  ///< one that lives as long as the program, never null
  std::optional<Cut> cut{};
};

/// @returns "unmet_share_of_need", "unmet_share_of_need[class=discretionary]"
/// @pre a cut's id is one of `ids`
[[nodiscard]] std::string to_string(const MeasureRef& ref, const models::DimensionIds& ids);

}  // namespace ficap::study
