#pragma once

#include <cstddef>
#include <cstdint>

#include "models/simulator.hpp"
#include "study/attribution.hpp"
#include "study/executor.hpp"
#include "study/plan.hpp"
#include "study/simulate.hpp"

namespace ficap::study {

/// The ways in which an option comes to its difference from a base, as levers of an attribution.
enum class Mechanism : std::uint8_t {
  people_and_rules,  ///< all that the option changes, less what it does through the other two
  asking,            ///< every decision whether to ask is that of the base's run, or the option's
  timing,  ///< work that both runs have finished counts when it did in one of them, or in the other
};
inline constexpr std::size_t mechanism_count = 3;

/// Runs the replications of a plan through the eight worlds of the three mechanisms, by their
/// numbers: world 0 is the base, world 7 the option, to the bit. Both are simulated first and leave
/// a record of each need, from which the other six take what is not their own. A worker does all
/// eight worlds of a future, so records live for one future. `watch` counts futures; one under way
/// when the study is stopped ends unfinished, unless a later one is finished.
///
/// @pre base and option are of the same period, with the same open cases where they start from some
[[nodiscard]] SideBySide simulate_mechanisms(const models::Compiled& base,
                                             const models::Compiled& option,
                                             StudyPlan plan,
                                             const Executor& executor,
                                             const Watch& watch = {});

}  // namespace ficap::study
