#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/outcome.hpp"
#include "models/uncertain_numbers.hpp"
#include "study/nested_draws.hpp"
#include "study/ranking.hpp"

namespace ficap::study {

/// Futures in which a study shows what the scenario's own numbers come to.
inline constexpr std::uint32_t stated_futures = 20;

/// A measure, and the numbers that matter to it.
struct RankedMeasure {
  std::string name;  ///< as to_string() says it
  MeasureRef measure;
  /// By number of the scenario; empty where the measure is undefined in some future.
  std::vector<ElementaryEffects> effects;
  /// For each number that went on and, last, all the others together; empty where there is nothing
  /// to be had.
  std::vector<SobolIndex> indices;
};

/// All that one study of uncertainty found: what is evidence, what is chance, and what matters.
struct UncertaintyStudy {
  std::uint64_t seed{};
  NestedPlan plan;  ///< as asked for
  RankingPlan ranking;
  bool ranks{false};                 ///< whether a ranking was asked for
  std::vector<std::string> to_rank;  ///< the measures to be ranked, as to_string() says them
  std::vector<models::UncertainNumber> numbers;
  std::vector<std::string> names;  ///< of the measures below, as to_string() says them
  std::vector<MeasureUncertainty> measures;
  /// Of each measure in `stated_futures` futures with every number as the scenario states it.
  std::vector<std::optional<double>> as_stated;
  NestedDraws draws;
  bool was_screened{false};
  std::vector<std::size_t> went_on;  ///< places in numbers, in the order they were chosen
  std::vector<RankedMeasure> ranked;
};

}  // namespace ficap::study
