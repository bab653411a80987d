#pragma once

#include <cstddef>
#include <span>

#include "models/measures.hpp"
#include "study/comparison.hpp"

namespace ficap::study {

/// How many parts modelled realisable assets fall into; see models::laws and docs/model.md.
inline constexpr std::size_t parts_of_assets = 11;

/// Each part of modelled realisable assets, as a share of them: named as the amount is among the
/// reported measures. They add up to 1.
[[nodiscard]] std::span<const models::Measure> shares_of_realisable() noexcept;

/// The same parts as shares of criminal benefit; the last is what was gone when the case opened,
/// "benefit_gone". They add up to 1.
[[nodiscard]] std::span<const models::Measure> shares_of_benefit() noexcept;

/// Where every pound went in the scenarios of a comparison, and what each option moves: two
/// families of statements, each of the comparison's confidence.
struct AssetSplit {
  Comparison of_realisable;  ///< over shares_of_realisable()
  Comparison of_benefit;     ///< over shares_of_benefit()
};

/// @pre as compare() wants them
[[nodiscard]] AssetSplit split_assets(std::span<const Alternative> alternatives);

}  // namespace ficap::study
