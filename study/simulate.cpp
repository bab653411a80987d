#include "study/simulate.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace ficap::study {

Replications simulate(const models::Compiled& compiled,
                      StudyPlan plan,
                      const Executor& executor,
                      const Watch& watch) {
  std::vector<std::optional<models::Simulator>> simulators(executor.workers);
  const auto run = [&](std::size_t worker, std::uint64_t seed, std::uint32_t replication) {
    std::optional<models::Simulator>& simulator = simulators.at(worker);
    if (!simulator) simulator.emplace(compiled);
    return simulator->run(seed, replication);
  };
  return replicate(run, plan, executor, watch);
}

}  // namespace ficap::study
