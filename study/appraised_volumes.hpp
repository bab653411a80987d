#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "models/scenario.hpp"
#include "study/asset_split.hpp"
#include "study/comparison.hpp"
#include "study/demand.hpp"
#include "study/results.hpp"

namespace ficap::study {

/// What became of the scenarios of an appraisal beside their money. Each comparison is a family of
/// statements of its own.
struct AppraisedVolumes {
  Results base;                                  ///< of business as usual
  std::vector<std::vector<DemandMonth>> months;  ///< of each scenario, the base first
  AssetSplit assets;
  Comparison workforce;  ///< of the organisation that pays: people, vacancies, how busy they are
  Comparison unmet;      ///< unmet share of need, by harm where there is need, and of all
  /// The same by area and by threat with victims who can be compensated, where there is need; no
  /// measures where there are none.
  Comparison places;
};

/// @param scenarios    the base first
/// @param alternatives what became of them, in the same futures
/// @param pays         the organisation that does, among those of the base
/// @pre at least two scenarios with as many outcomes each
[[nodiscard]] AppraisedVolumes appraised_volumes(std::span<const models::Scenario> scenarios,
                                                 std::span<const Alternative> alternatives,
                                                 std::size_t pays);

}  // namespace ficap::study
