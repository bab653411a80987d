#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "models/measures.hpp"
#include "models/outcome.hpp"
#include "study/estimate.hpp"

namespace ficap::study {

/// The estimates of one measure, in its unit.
struct MeasureResult {
  models::Measure measure;
  Estimate total;
  /// For each dimension one estimate for each of its ids, in their order; empty for dimensions by
  /// which the measure is not cut.
  std::array<std::vector<Estimate>, models::dimension_count> by;

  /// @pre the measure is cut by the dimension
  [[nodiscard]] const Estimate& cut(models::Dimension dimension, std::size_t id) const {
    return by[static_cast<std::size_t>(dimension)].at(id);
  }
};

/// Everything that a number of replications say.
struct Results {
  models::DimensionIds ids;
  std::size_t replications{};
  /// In the order of models::measures().
  std::vector<MeasureResult> measures;
  /// Parts of a whole whose amounts the list above has, for their intervals: of the needs with a
  /// known end "never_asked_share", "turned_down_share" and "too_late_share"; of modelled
  /// realisable assets "assets_collected_share", "assets_not_joined_share" (the unit was needed and
  /// never joined), "assets_joined_share" (it joined, and they were not collected) and
  /// "assets_elsewhere_share" (no need arose, or the case is open). The last four add up to 1.
  std::vector<MeasureResult> shares;

  /// @pre name is that of a reported measure
  [[nodiscard]] const MeasureResult& at(std::string_view name) const;
  /// @pre name is that of a share above
  [[nodiscard]] const MeasureResult& share(std::string_view name) const;
};

/// @pre every outcome has the layout's size, and the layout was made from `ids`
[[nodiscard]] MeasureResult estimate(const models::Measure& measure,
                                     const models::Layout& layout,
                                     std::span<const models::Outcome> outcomes);

/// Estimates all reported measures, in total and in every cut.
///
/// @pre every outcome has the layout's size, and the layout was made from `ids`
[[nodiscard]] Results estimate(const models::DimensionIds& ids,
                               const models::Layout& layout,
                               std::span<const models::Outcome> outcomes);

}  // namespace ficap::study
