#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "study/experiment.hpp"
#include "study/morris.hpp"
#include "study/points.hpp"
#include "study/sobol.hpp"

namespace ficap::study {

/// Sizes of the two experiments that say which numbers matter.
struct RankingPlan {
  std::uint32_t trajectories{5};      ///< of Morris's screening
  std::uint32_t rows{100};            ///< of Sobol's design
  std::uint32_t at_most{10};          ///< numbers that go on from the first to the second
  std::uint32_t first_future{0};      ///< futures from here on are used
  std::uint32_t first_simulation{0};  ///< an archive knows simulations from here on
  friend bool operator==(const RankingPlan&, const RankingPlan&) = default;
};

/// The effects of every number on every measure of an experiment.
struct Screening {
  /// By measure, then by number; empty for a measure that is undefined in some future.
  std::vector<std::vector<ElementaryEffects>> effects;
  bool interrupted{false};
  std::vector<PointFailure> failures;
};

/// Futures that each point of either experiment is simulated in.
inline constexpr std::uint32_t futures_at_a_point = 2;

/// @returns the simulations that a screening of so many numbers takes
[[nodiscard]] constexpr std::uint64_t simulations_of_screening(const RankingPlan& plan,
                                                               std::size_t numbers) noexcept {
  return std::uint64_t{plan.trajectories} * (numbers + 1) * futures_at_a_point;
}

/// @returns the simulations that the indices of so many numbers take, the rest being one more group
[[nodiscard]] constexpr std::uint64_t simulations_of_indices(const RankingPlan& plan,
                                                             std::size_t numbers) noexcept {
  return std::uint64_t{plan.rows} * (numbers + 3) * futures_at_a_point;
}

/// Moves every number in turn, along trajectories of two futures each. Nothing is to be had of an
/// interrupted one.
[[nodiscard]] Screening screen(const Experiment& experiment,
                               const RankingPlan& plan,
                               const Executor& executor,
                               const Watch& watch = {});

/// The numbers that go on: of each measure in turn the one with the largest effect that stands out
/// of chance and is not chosen yet, until there are `at_most` or no more.
[[nodiscard]] std::vector<std::size_t> those_that_matter(const Screening& screening,
                                                         std::size_t at_most);

/// What the numbers that matter, and all the others together, add to the variance of each
/// measure's expected value.
struct Indices {
  std::vector<std::size_t> numbers;
  /// By measure: an index for each of `numbers` and, last, one for all the others together. Empty
  /// where the measure is undefined in some future or does not vary beyond chance.
  std::vector<std::vector<SobolIndex>> of;
  bool interrupted{false};
  std::vector<PointFailure> failures;
};

/// Nothing is to be had of an interrupted one.
/// @param numbers places in experiment.numbers()
[[nodiscard]] Indices index(const Experiment& experiment,
                            std::vector<std::size_t> numbers,
                            const RankingPlan& plan,
                            const Executor& executor,
                            const Watch& watch = {});

}  // namespace ficap::study
