#include "cli/thread_pool.hpp"

#include <atomic>
#include <cstddef>
#include <vector>

#include <doctest/doctest.h>

#include "study/replicate.hpp"

using namespace ficap;

TEST_CASE("every worker of a pool is called once, with its own number") {
  for (const std::size_t workers : {1U, 2U, 8U}) {
    const study::Executor pool = cli::thread_pool(workers);
    CHECK(pool.workers == workers);
    std::vector<std::atomic<int>> calls(workers);
    pool.for_each_worker([&](std::size_t worker) { ++calls.at(worker); });
    for (const auto& count : calls)
      CHECK(count == 1);
  }
}

TEST_CASE("a pool's threads do not change what a study returns") {
  const auto simulate = [](std::size_t /*worker*/, std::uint64_t seed, std::uint32_t replication) {
    models::Outcome outcome;
    outcome.values = {static_cast<std::int64_t>(seed) * 1000 + replication};
    return outcome;
  };
  const study::StudyPlan plan{.seed = 4, .replications = 300};
  const auto one = study::replicate(simulate, plan, study::serial()).outcomes;
  for (const std::size_t workers : {1U, 2U, 8U}) {
    CHECK(study::replicate(simulate, plan, cli::thread_pool(workers)).outcomes == one);
  }
}

TEST_CASE("a machine runs at least one thread") {
  CHECK(cli::hardware_threads() >= 1);
}
