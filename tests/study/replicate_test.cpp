#include "study/replicate.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "models/bounds.hpp"
#include "study/executor.hpp"
#include "tests/support/threads.hpp"

using namespace ficap;

namespace {

models::Outcome future(std::uint64_t seed, std::uint32_t replication) {
  models::Outcome outcome;
  outcome.values = {static_cast<std::int64_t>(seed), std::int64_t{replication}};
  return outcome;
}

// Replications that take longer the earlier they begin, so that they finish out of order.
models::Outcome slow_future(std::size_t /*worker*/, std::uint64_t seed, std::uint32_t replication) {
  for (std::uint32_t turn = replication % 8; turn < 8; ++turn)
    std::this_thread::yield();
  return future(seed, replication);
}

std::vector<models::Outcome> first_futures(std::uint64_t seed, std::uint32_t count) {
  std::vector<models::Outcome> outcomes;
  for (std::uint32_t r = 0; r < count; ++r)
    outcomes.push_back(future(seed, r));
  return outcomes;
}

}  // namespace

TEST_CASE("results stand in the order of replications, whatever the number of workers") {
  const study::StudyPlan plan{.seed = 3, .replications = 64};
  const auto expected = first_futures(3, 64);
  CHECK(study::replicate(slow_future, plan, study::serial()).outcomes == expected);
  for (const std::size_t workers : {2U, 3U, 8U}) {
    const auto result = study::replicate(slow_future, plan, test::threads(workers));
    CHECK(result.outcomes == expected);
    CHECK_FALSE(result.interrupted);
    CHECK(result.failures.empty());
  }
}

TEST_CASE("two calls of one worker never overlap") {
  constexpr std::size_t workers = 4;
  std::vector<std::atomic<int>> inside(workers);
  std::atomic<bool> overlapped{false};
  const auto simulate = [&](std::size_t worker, std::uint64_t seed, std::uint32_t replication) {
    if (inside.at(worker)++ != 0) overlapped = true;
    std::this_thread::yield();
    --inside.at(worker);
    return future(seed, replication);
  };
  CHECK(study::replicate(simulate, {.seed = 1, .replications = 200}, test::threads(workers))
            .outcomes.size() == 200);
  CHECK_FALSE(overlapped);
}

TEST_CASE("a study that is stopped keeps what has begun, without a gap") {
  for (const std::size_t workers : {1U, 2U, 8U}) {
    std::atomic<std::uint32_t> finished{0};
    const study::Watch watch{.should_stop = [&] { return finished >= 20; },
                             .on_finished = [&](std::uint32_t) { ++finished; }};
    const auto result = study::replicate(
        slow_future, {.seed = 5, .replications = 1000}, test::threads(workers), watch);
    CHECK(result.interrupted);
    const auto kept = static_cast<std::uint32_t>(result.outcomes.size());
    CHECK(kept >= 20);
    CHECK(kept < 20 + workers);
    CHECK(kept == finished);
    CHECK(result.outcomes == first_futures(5, kept));
  }
}

TEST_CASE("a study that is stopped after its last replication has begun is complete") {
  std::uint32_t seen = 0;
  const study::Watch watch{.should_stop = [&] { return seen == 4; },
                           .on_finished = [&](std::uint32_t finished) { seen = finished; }};
  const auto result =
      study::replicate(slow_future, {.seed = 1, .replications = 4}, study::serial(), watch);
  CHECK(result.outcomes.size() == 4);
  CHECK_FALSE(result.interrupted);
}

TEST_CASE("progress is told once for each replication and ends at their number") {
  std::vector<std::uint32_t> told;
  const study::Watch watch{
      .should_stop = {}, .on_finished = [&](std::uint32_t finished) { told.push_back(finished); }};
  (void)study::replicate(slow_future, {.seed = 1, .replications = 3}, study::serial(), watch);
  CHECK(told == std::vector<std::uint32_t>{1, 2, 3});
}

TEST_CASE("a replication that throws is named by its number and ends the study") {
  constexpr std::uint32_t many = 200'000;  // more than the others can finish while one throws
  for (const std::size_t workers : {1U, 4U}) {
    std::atomic<std::uint32_t> calls{0};
    std::atomic<bool> thrown{false};
    const auto simulate = [&](std::size_t worker, std::uint64_t seed, std::uint32_t replication) {
      ++calls;
      if (replication == 7) {
        thrown = true;
        throw std::runtime_error{"no more memory"};
      }
      while (replication > 7 && !thrown)
        std::this_thread::yield();
      return slow_future(worker, seed, replication);
    };
    const auto result =
        study::replicate(simulate, {.seed = 2, .replications = many}, test::threads(workers));
    CHECK(result.failures ==
          std::vector<study::Failure>{{.replication = 7, .what = "no more memory"}});
    CHECK(result.outcomes == first_futures(2, 7));
    CHECK_FALSE(result.interrupted);
    CHECK(calls < many);
  }
}

TEST_CASE("a replication that is stopped under way is not finished, and no failure") {
  for (const std::size_t workers : {1U, 4U}) {
    std::atomic<bool> stopped{false};
    const auto simulate = [&](std::size_t worker, std::uint64_t seed, std::uint32_t replication) {
      if (replication == 7) {
        stopped = true;
        throw models::Stopped{};
      }
      return slow_future(worker, seed, replication);
    };
    const study::Watch watch{.should_stop = [&] { return stopped.load(); }, .on_finished = {}};
    const auto result = study::replicate(
        simulate, {.seed = 2, .replications = 1000}, test::threads(workers), watch);
    CHECK(result.interrupted);
    CHECK(result.failures.empty());
    CHECK(result.outcomes == first_futures(2, 7));
  }
}

TEST_CASE("a plan without replications has no outcomes") {
  const auto result =
      study::replicate(slow_future, {.seed = 1, .replications = 0}, study::serial());
  CHECK(result.outcomes.empty());
  CHECK_FALSE(result.interrupted);
}
