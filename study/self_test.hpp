#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/laws.hpp"
#include "models/scenario.hpp"
#include "study/executor.hpp"
#include "study/oracles.hpp"
#include "study/replicate.hpp"

namespace ficap::study {

/// A number that theory gives, and the simulator's interval for it.
struct ClaimFinding {
  Claim claim;
  std::optional<double> simulated{};   ///< absent where nothing was counted
  std::optional<double> half_width{};  ///< of an interval at the confidence of the test
  [[nodiscard]] bool agrees() const noexcept {
    return simulated && half_width && *simulated - *half_width <= claim.expected &&
           claim.expected <= *simulated + *half_width;
  }
};

/// What came of an oracle.
struct OracleFinding {
  std::string scenario;
  std::string name;
  std::string source;
  std::vector<ClaimFinding> claims;
};

/// Something that must hold without any tolerance.
enum class Exact : std::uint8_t {
  needs,  ///< models::Law::needs, and so on
  hours,
  assets,
  integrals,
  cuts,
  known_answers,  ///< the random numbers are the published ones
  same_numbers,   ///< a stated fingerprint comes out
  threads         ///< the same futures from one thread and from several
};
inline constexpr std::size_t exact_count = 8;

struct ExactFinding {
  Exact what{};
  std::int64_t looked_at{};  ///< equations, blocks of random numbers, or futures
  std::string wrong;         ///< the first thing that is; empty where all is well
  [[nodiscard]] bool holds() const noexcept { return looked_at > 0 && wrong.empty(); }
};

/// What came of a self-test.
struct SelfTest {
  std::uint32_t futures{};   ///< simulated for each oracle
  double chance_of_alarm{};  ///< at most this, that a right program disagrees anywhere by chance
  std::vector<OracleFinding> oracles;
  std::array<ExactFinding, exact_count> exact;

  [[nodiscard]] bool passed() const noexcept;
};

/// Futures of each oracle, and the chance that a right program fails: Bonferroni's share of it goes
/// to each claim. The futures are those of one seed, so that every machine gets the same verdict.
inline constexpr std::uint32_t self_test_futures = 100;
inline constexpr double self_test_chance_of_alarm = 1e-4;

/// What two futures of the small region, of seed 20260401, come to. It changes when results do, and
/// then the commit says why.
inline constexpr std::uint64_t small_region_fingerprint = 0xca10e89ea3b325bbU;
inline constexpr std::uint64_t small_region_seed = 20260401;
inline constexpr const char* small_region_scenario = "small-region.json";

/// Holds the simulator to one oracle.
///
/// @param confidence of each claim's interval, in (0, 1)
/// @returns nothing when it was stopped
/// @throws std::runtime_error where a future could not be simulated
[[nodiscard]] std::optional<OracleFinding> examine(const Oracle& oracle,
                                                   const models::Scenario& scenario,
                                                   std::uint32_t futures,
                                                   double confidence,
                                                   const Executor& executor,
                                                   const Watch& watch = {});

/// What a self-test needs of its surroundings.
struct SelfTestMeans {
  /// Gives a scenario by its name among the oracles.
  std::function<models::Scenario(const std::string& name)> oracle;
  /// The scenario that is held to the laws of conservation.
  models::Scenario region;
  Executor executor;                         ///< does the work
  Executor several;                          ///< with more than one worker, to be compared with one
  Watch watch;                               ///< counts futures, self_test_total(futures) in all
  std::uint32_t futures{self_test_futures};  ///< of each oracle, at least 2
};

/// @returns the number of futures that a self-test simulates
[[nodiscard]] std::uint32_t self_test_total(std::uint32_t futures);

/// @returns the confidence of each claim's interval that keeps the chance of a false alarm
[[nodiscard]] double self_test_confidence();

/// @returns nothing when it was stopped
/// @throws std::runtime_error where a future could not be simulated
[[nodiscard]] std::optional<SelfTest> self_test(const SelfTestMeans& means);

}  // namespace ficap::study
