#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "io/document.hpp"
#include "models/scenario.hpp"
#include "sim/time.hpp"
#include "study/plan.hpp"

namespace ficap::io {

/// All that is needed to make a result again, and the name to cite it by. Nothing in it depends on
/// the machine, the compiler, the clock or the number of threads.
struct RunInfo {
  std::string id;        ///< "FI-7f3a-91c2": follows from the fields below
  std::string scenario;  ///< its title
  std::string scenario_sha256;
  std::uint64_t seed{};
  std::uint32_t replications{};  ///< that were finished
  sim::Date start;               ///< first day of the measured period
  sim::Date end;                 ///< first day after it
  std::string version;           ///< of the program
  Node resolved{};               ///< the whole scenario, as write_scenario() gives it
};

/// @param plan seed and finished replications
[[nodiscard]] RunInfo run_info(const models::Scenario& scenario, study::StudyPlan plan);

/// The same as it was, or would have been, under another version of the program.
[[nodiscard]] RunInfo run_info(const models::Scenario& scenario,
                               study::StudyPlan plan,
                               std::string_view version);

/// @param what is simulated, e.g. the digest of a scenario
/// @returns the name to cite a result by, "FI-7f3a-91c2"
[[nodiscard]] std::string run_id(std::string_view what,
                                 study::StudyPlan plan,
                                 std::string_view version);

}  // namespace ficap::io
