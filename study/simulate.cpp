#include "study/simulate.hpp"

#include <atomic>
#include <cstdint>
#include <iterator>
#include <utility>

#include "sim/expects.hpp"

namespace ficap::study {

void append(SideBySide& all, SideBySide rest) {
  if (all.outcomes.empty()) {
    all = std::move(rest);
    return;
  }
  FICAP_EXPECTS(all.outcomes.size() == rest.outcomes.size());
  for (std::size_t s = 0; s < all.outcomes.size(); ++s) {
    std::vector<models::Outcome>& from = rest.outcomes[s];
    all.outcomes[s].insert(all.outcomes[s].end(),
                           std::make_move_iterator(from.begin()),
                           std::make_move_iterator(from.end()));
  }
  all.interrupted = rest.interrupted;
  all.failures = std::move(rest.failures);
}

SideBySide simulate(std::span<const models::Compiled* const> scenarios,
                    StudyPlan plan,
                    const Executor& executor,
                    const Watch& watch,
                    const Archive& archive) {
  FICAP_EXPECTS(!scenarios.empty());
  // The simulations are numbered replication by replication, and within one by scenario.
  const auto many = static_cast<std::uint32_t>(scenarios.size());
  FICAP_EXPECTS((std::uint64_t{plan.first} + plan.replications) * many <= (1U << 24U));
  std::vector<std::vector<std::optional<models::Simulator>>> simulators(executor.workers);
  for (auto& of_worker : simulators)
    of_worker.resize(many);

  // Where a later simulation is finished, one under way is worth its time: without it the later one
  // would be lost.
  std::atomic<std::uint32_t> after_last_finished{0};
  const auto finished = [&](std::uint32_t number) {
    std::uint32_t known = after_last_finished;
    while (known <= number && !after_last_finished.compare_exchange_weak(known, number + 1)) {
    }
  };
  const auto run = [&](std::size_t worker, std::uint64_t seed, std::uint32_t number) {
    const std::uint32_t scenario = number % many;
    const std::uint32_t replication = number / many;
    if (archive.find) {
      auto known = archive.find(scenario, replication);
      if (known) {
        finished(number);
        return std::move(*known);
      }
    }
    std::optional<models::Simulator>& simulator = simulators.at(worker).at(scenario);
    if (!simulator) simulator.emplace(*scenarios[scenario]);
    if (watch.should_stop) {
      simulator->stop_when(
          [&, number] { return watch.should_stop() && after_last_finished <= number; });
    }
    models::Outcome outcome = simulator->run(seed, replication);
    finished(number);
    if (archive.keep) archive.keep(scenario, replication, outcome);
    return outcome;
  };
  Replications done = replicate(
      run,
      {.seed = plan.seed, .replications = plan.replications * many, .first = plan.first * many},
      executor,
      watch);

  SideBySide result{.outcomes = std::vector<std::vector<models::Outcome>>(many),
                    .interrupted = done.interrupted,
                    .failures = {}};
  const std::size_t whole = done.outcomes.size() / many;
  for (std::size_t i = 0; i < whole * many; ++i)
    result.outcomes[i % many].push_back(std::move(done.outcomes[i]));
  for (Failure& failure : done.failures) {
    result.failures.push_back({.scenario = failure.replication % many,
                               .replication = failure.replication / many,
                               .what = std::move(failure.what)});
  }
  return result;
}

}  // namespace ficap::study
