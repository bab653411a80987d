#include "sim/time_average.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/for_all.hpp"

using namespace ficap;
using namespace std::chrono_literals;

TEST_CASE("the integral of a level is its area, in whole milliseconds") {
  sim::Level level;
  level.change(sim::Time{1h}, 2);   // 2 for two hours
  level.change(sim::Time{3h}, -1);  // 1 for one hour
  level.close(sim::Time{4h});
  CHECK(level.integral() == 5 * 3'600'000);
  CHECK(level.average() == 1.25);
}

TEST_CASE("a window starts with the level that was there and ends before what comes after") {
  sim::Level level{sim::Time{10h}};
  level.change(sim::Time{2h}, 3);
  level.change(sim::Time{9h}, 1);
  CHECK(level.integral() == 0);
  level.change(sim::Time{11h}, -4);
  level.close(sim::Time{12h});
  level.change(sim::Time{13h}, 7);
  CHECK(level.integral() == 4 * 3'600'000);
  CHECK(level.average() == 2.0);
  CHECK(level.value() == 7);
}

TEST_CASE("the integral is the sum of everybody's stay within the window, exactly") {
  test::for_all(100, [](sim::Stream& stream) {
    struct Change {
      std::int64_t at;
      std::int64_t delta;
    };
    const std::int64_t from = test::whole_number(stream, 0, 500);
    const std::int64_t until = from + test::whole_number(stream, 1, 500);
    std::int64_t stays = 0;
    std::vector<Change> changes;
    for (int i = 0; i < 30; ++i) {
      const std::int64_t in = test::whole_number(stream, 0, 1000);
      const std::int64_t out = in + test::whole_number(stream, 0, 300);
      changes.push_back({in, 1});
      changes.push_back({out, -1});
      stays += std::max<std::int64_t>(0, std::min(out, until) - std::max(in, from));
    }
    std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
      return a.at < b.at;
    });
    sim::Level level{sim::Time{sim::Duration{from}}};
    bool closed = false;
    for (const Change& change : changes) {
      if (!closed && change.at > until) {
        level.close(sim::Time{sim::Duration{until}});
        closed = true;
      }
      level.change(sim::Time{sim::Duration{change.at}}, change.delta);
    }
    if (!closed) level.close(sim::Time{sim::Duration{std::max(until, changes.back().at)}});
    CHECK(level.integral() == stays);
    CHECK(level.value() == 0);
  });
}
