#include "sim/arrivals.hpp"

#include <chrono>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/for_all.hpp"
#include "tests/support/print.hpp"
#include "tests/support/statistics.hpp"

using namespace ficap;
using namespace std::chrono_literals;

namespace {

std::vector<sim::Arrival> all_arrivals(const sim::CumulativeRate& rate, std::uint32_t id) {
  sim::PoissonArrivals process{sim::Address{.seed = 11, .id = id}};
  std::vector<sim::Arrival> arrivals;
  while (const auto arrival = process.next(rate))
    arrivals.push_back(*arrival);
  return arrivals;
}

}  // namespace

TEST_CASE("the cumulative rate is the area under the rate") {
  const sim::CumulativeRate rate{{{sim::Time{2h}, 3.0}, {sim::Time{4h}, 0.0}, {sim::Time{5h}, 1.0}},
                                 sim::Time{8h}};
  CHECK(rate.at(sim::Time{1h}) == 0.0);
  CHECK(rate.at(sim::Time{2h}) == 0.0);
  CHECK(rate.at(sim::Time{3h}) == 3.0);
  CHECK(rate.at(sim::Time{4h}) == 6.0);
  CHECK(rate.at(sim::Time{4h + 30min}) == 6.0);
  CHECK(rate.at(sim::Time{6h}) == 7.0);
  CHECK(rate.at(sim::Time{99h}) == 9.0);
  CHECK(rate.total() == 9.0);
}

TEST_CASE("the inverse finds the instant, and none at the end or past it") {
  const sim::CumulativeRate rate{{{sim::Time{2h}, 3.0}, {sim::Time{4h}, 0.0}, {sim::Time{5h}, 1.0}},
                                 sim::Time{8h}};
  CHECK(rate.inverse(0.0) == std::optional{sim::Time{2h}});
  CHECK(rate.inverse(3.0) == std::optional{sim::Time{3h}});
  // Nothing arrives while the rate is zero: the sixth comes when it is not any more.
  CHECK(rate.inverse(6.0) == std::optional{sim::Time{5h}});
  CHECK(rate.inverse(8.0) == std::optional{sim::Time{7h}});
  CHECK(rate.inverse(9.0) == std::nullopt);
  CHECK(rate.inverse(1e9) == std::nullopt);
  // Before the end in real numbers, at the end in whole milliseconds.
  CHECK(rate.inverse(std::nextafter(9.0, 0.0)) == std::nullopt);
}

TEST_CASE("the inverse undoes the cumulative rate to the millisecond") {
  test::for_all(200, [](sim::Stream& stream) {
    std::vector<sim::RateChange> changes;
    sim::Time at{};
    for (int i = 0; i < 6; ++i) {
      changes.push_back({at, stream.uniform() < 0.3 ? 0.0 : 5.0 * stream.uniform()});
      at += sim::from_hours(0.1 + 20.0 * stream.uniform());
    }
    const sim::CumulativeRate rate{changes, at};
    for (int i = 0; i < 20; ++i) {
      const double expected = rate.total() * stream.uniform();
      if (const auto found = rate.inverse(expected)) {
        REQUIRE(std::fabs(rate.at(*found) - expected) <= 5.0 * sim::to_hours(1ms) + 1e-12);
      }
    }
  });
}

TEST_CASE("a process without any rate has no arrivals") {
  const sim::CumulativeRate rate{{{sim::Time{}, 0.0}}, sim::Time{8h}};
  CHECK(rate.inverse(0.0) == std::nullopt);
  CHECK(all_arrivals(rate, 0).empty());
}

TEST_CASE("after the last arrival there is none, however often one asks") {
  const sim::CumulativeRate rate{{{sim::Time{}, 1.0}}, sim::Time{8h}};
  sim::PoissonArrivals process{sim::Address{.seed = 11}};
  while (process.next(rate)) {
  }
  CHECK(process.next(rate) == std::nullopt);
  CHECK(process.next(rate) == std::nullopt);
}

TEST_CASE("when the rate doubles, the k-th arrival is the same one in half the time") {
  const sim::CumulativeRate once{{{sim::Time{}, 2.0}}, sim::Time{1000h}};
  const sim::CumulativeRate twice{{{sim::Time{}, 4.0}}, sim::Time{1000h}};
  const auto slow = all_arrivals(once, 1);
  const auto fast = all_arrivals(twice, 1);
  REQUIRE(slow.size() > 1800);
  REQUIRE(fast.size() > slow.size());
  for (std::size_t k = 0; k < slow.size(); ++k) {
    CHECK(slow[k].ordinal == k);
    CHECK(fast[k].ordinal == k);
    const auto doubled = (fast[k].at - sim::Time{}) * 2 - (slow[k].at - sim::Time{});
    CHECK(std::chrono::abs(doubled) <= 2ms);
  }
}

TEST_CASE("when the rate changes late, earlier arrivals do not move") {
  const sim::CumulativeRate steady{{{sim::Time{}, 2.0}}, sim::Time{200h}};
  const sim::CumulativeRate surge{{{sim::Time{}, 2.0}, {sim::Time{100h}, 6.0}}, sim::Time{200h}};
  const auto before = all_arrivals(steady, 1);
  const auto after = all_arrivals(surge, 1);
  for (std::size_t k = 0; before[k].at < sim::Time{100h}; ++k)
    CHECK(before[k] == after[k]);
  CHECK(after.size() > before.size());
}

TEST_CASE("arrivals are as many as the rate says in each part, with a Poisson's variance") {
  const sim::CumulativeRate rate{{{sim::Time{}, 1.0}, {sim::Time{10h}, 5.0}}, sim::Time{20h}};
  sim::Tally quiet;
  sim::Tally busy;
  sim::Tally busy_squares;
  for (std::uint32_t id = 0; id < 4000; ++id) {
    int in_quiet = 0;
    int in_busy = 0;
    for (const auto& arrival : all_arrivals(rate, id)) {
      ++(arrival.at < sim::Time{10h} ? in_quiet : in_busy);
    }
    quiet.add(in_quiet);
    busy.add(in_busy);
    busy_squares.add((in_busy - 50.0) * (in_busy - 50.0));
  }
  CHECK(test::z_score(quiet, 10.0) < test::z_limit);
  CHECK(test::z_score(busy, 50.0) < test::z_limit);
  CHECK(test::z_score(busy_squares, 50.0) < test::z_limit);
  // Power: a rate that is 5 % off is seen.
  CHECK(test::z_score(quiet, 10.5) > test::z_limit);
  CHECK(test::z_score(busy, 52.5) > test::z_limit);
}
