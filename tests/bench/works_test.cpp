// The benchmark's works give the right answers: a fast wrong one would not be worth timing. No test
// here looks at a clock.
#include <cmath>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "bench/hand/hold.hpp"
#include "bench/hand/network.hpp"
#include "bench/hand/queue.hpp"
#include "bench/hold.hpp"
#include "bench/network.hpp"
#include "bench/queue.hpp"
#include "sim/tally.hpp"

using namespace ficap;

namespace {

/// Standard errors between the mean of the replications and what it should be.
double deviate(const sim::Tally& tally, double expected) {
  return (tally.mean() - expected) /
         std::sqrt(tally.variance() / static_cast<double>(tally.count()));
}

struct QueueAnswers {
  sim::Tally wait;
  sim::Tally waiting;
  sim::Tally abandoned;
};

template <class OneQueue>
QueueAnswers answers_of(OneQueue&& queue) {
  QueueAnswers answers;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const bench::QueueResult result = queue(seed);
    answers.wait.add(result.mean_wait);
    answers.waiting.add(result.mean_waiting);
    answers.abandoned.add(result.share_abandoned);
  }
  return answers;
}

// Each check is two-sided at 4 standard errors of 20 replications: a right program fails it with a
// probability of 0.0008 (Student's t, 19 degrees of freedom).
void check_erlang_a(const QueueAnswers& answers) {
  CHECK(std::fabs(deviate(answers.wait, 0.09337)) < 4.0);
  CHECK(std::fabs(deviate(answers.abandoned, 0.04668)) < 4.0);
  // Abandonments are patience run out: 0.5 an hour of every one who waits; arrivals are 50.
  CHECK(std::fabs(deviate(answers.waiting, 0.04668 * 50.0 / 0.5)) < 4.0);
}

template <class OneNetwork>
std::vector<sim::Tally> network_answers(int replications, OneNetwork&& network) {
  std::vector<sim::Tally> tallies(7);
  for (int r = 0; r < replications; ++r) {
    const bench::NetworkResult one = network(static_cast<std::uint32_t>(r));
    const std::vector<double> values{static_cast<double>(one.arrivals),
                                     static_cast<double>(one.done),
                                     static_cast<double>(one.closed),
                                     static_cast<double>(one.reneged),
                                     one.mean_wait,
                                     one.mean_time_in_system,
                                     one.utilisation};
    for (std::size_t i = 0; i < values.size(); ++i)
      tallies[i].add(values[i]);
  }
  return tallies;
}

}  // namespace

TEST_CASE("on the engine and by hand, M/M/1 waits nine hours") {
  // A run of 50,000 customers starts empty, which costs less than a hundredth of an hour.
  const QueueAnswers engine =
      answers_of([](std::uint64_t seed) { return bench::queue(bench::mm1, 50'000, seed); });
  const QueueAnswers hand =
      answers_of([](std::uint64_t seed) { return bench::hand::queue(bench::mm1, 50'000, seed); });
  CHECK(std::fabs(deviate(engine.wait, 9.0)) < 4.0);
  CHECK(std::fabs(deviate(hand.wait, 9.0)) < 4.0);
  CHECK(std::fabs(deviate(engine.waiting, 8.1)) < 4.0);  // Little: 0.9 an hour
  CHECK(std::fabs(deviate(hand.waiting, 8.1)) < 4.0);
}

TEST_CASE("on the engine and by hand, M/M/50+M is that of the birth-and-death equations") {
  check_erlang_a(
      answers_of([](std::uint64_t seed) { return bench::queue(bench::erlang_a, 50'000, seed); }));
  check_erlang_a(answers_of(
      [](std::uint64_t seed) { return bench::hand::queue(bench::erlang_a, 50'000, seed); }));
}

TEST_CASE("the check notices a service that is two per cent too slow") {
  bench::QueueRates slow = bench::erlang_a;
  slow.service = 0.98;
  const QueueAnswers answers =
      answers_of([&](std::uint64_t seed) { return bench::queue(slow, 50'000, seed); });
  CHECK(std::fabs(deviate(answers.wait, 0.09337)) > 4.0);
}

TEST_CASE("every customer of a backlog is served or gives up") {
  const bench::QueueResult result = bench::queue(bench::mm1, 2'000, 1, 1'000);
  // The thousand alone take some thousand hours: the last of them waits about that long.
  CHECK(result.mean_wait > 300.0);
  CHECK(bench::queue(bench::erlang_a, 2'000, 1, 1'000).share_abandoned > 0.2);
}

TEST_CASE("the network on the engine and the one by hand agree") {
  const int replications = 12;
  const auto engine =
      network_answers(replications, [](std::uint32_t r) { return bench::network({}, 1, r); });
  const auto hand =
      network_answers(replications, [](std::uint32_t r) { return bench::hand::network({}, r); });
  // The figures of 400 replications of other engines (docs/performance.md).
  const std::vector<double> known{20'064.0, 16'369.0, 2'970.0, 408.0, 0.604, 66.85, 0.899};
  for (std::size_t i = 0; i < known.size(); ++i) {
    CAPTURE(i);
    CHECK(std::fabs(deviate(engine[i], known[i])) < 4.5);
    CHECK(std::fabs(deviate(hand[i], known[i])) < 4.5);
  }
}

TEST_CASE("the network is a function of seed and replication") {
  CHECK(bench::network({}, 1, 3).trace == bench::network({}, 1, 3).trace);
  CHECK(bench::network({}, 1, 3).trace != bench::network({}, 1, 4).trace);
  CHECK(bench::network({}, 2, 3).trace != bench::network({}, 1, 3).trace);
}

TEST_CASE("twice the cases before twice the servers wait less, and a backlog waits more") {
  const bench::NetworkResult one = bench::network({}, 1, 0);
  const bench::NetworkResult twice = bench::network({.load = 2}, 1, 0);
  CHECK(twice.arrivals > 1.9 * static_cast<double>(one.arrivals));
  CHECK(twice.mean_wait < one.mean_wait);
  const bench::NetworkResult behind = bench::network({.backlog = 2'000}, 1, 0);
  CHECK(behind.mean_wait > 2.0 * one.mean_wait);
  CHECK(bench::network({.horizon = 2}, 1, 0).arrivals > 1.9 * static_cast<double>(one.arrivals));
}

TEST_CASE("on the engine and by hand, a calendar's clock advances as its events are far apart") {
  // Each hold moves one of n events on by an hour on average: the clock gains 1/n of an hour.
  CHECK(bench::hold(100, 100'000, 1) == doctest::Approx(1000.0).epsilon(0.05));
  CHECK(bench::hand::hold(100, 100'000, 1) == doctest::Approx(1000.0).epsilon(0.05));
}
