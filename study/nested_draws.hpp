#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "study/experiment.hpp"
#include "study/points.hpp"
#include "study/variance_split.hpp"

namespace ficap::study {

/// How many draws of the uncertain numbers, and how many futures of each.
struct NestedPlan {
  std::uint32_t draws{100};
  std::uint32_t futures{4};
  std::optional<std::uint32_t> only_first{};  ///< draws of the design that are simulated
  friend bool operator==(const NestedPlan&, const NestedPlan&) = default;
};

/// A Latin hypercube of draws, each simulated in futures of its own.
struct NestedDraws {
  std::uint32_t futures{};                     ///< of each draw
  std::vector<std::vector<double>> values;     ///< by draw, then by number
  std::vector<std::vector<SeenMeasure>> seen;  ///< by draw, then by measure
  bool interrupted{false};
  std::vector<PointFailure> failures;
};

/// Draws the experiment's numbers and simulates each draw. No two draws share a future: draw d has
/// those from d x futures on, so that what lies between draws is not mixed with chance in common.
///
/// @pre draws >= 2 and >= only_first, futures >= 2, draws x futures <= 2^24
/// @returns the finished draws, up to the first that is missing
[[nodiscard]] NestedDraws draw_nested(const Experiment& experiment,
                                      const NestedPlan& plan,
                                      const Executor& executor,
                                      const Watch& watch = {});

/// The values that 1 %, 2 %, ... 99 % of the probability lie below.
using Percentiles = std::array<double, 99>;

/// @pre 1 <= per_cent <= 99
[[nodiscard]] constexpr double percentile(const Percentiles& all, std::size_t per_cent) {
  return all.at(per_cent - 1);
}

/// What is uncertain about one measure, evidence and chance apart.
struct MeasureUncertainty {
  MeasureRef measure;
  std::size_t draws{};  ///< in which the measure is defined
  /// Absent with fewer than two such draws.
  std::optional<VarianceSplit> split{};
  /// Of the expected value, over what nobody has measured: percentiles of the draws' means, drawn
  /// together about their mean so that the chance which is left in them does not widen them.
  Percentiles expected{};
  /// Of a single future: evidence and chance together.
  Percentiles single{};
};

/// @returns one for each of the experiment's measures
[[nodiscard]] std::vector<MeasureUncertainty> uncertainty_of(const Experiment& experiment,
                                                             const NestedDraws& draws);

}  // namespace ficap::study
