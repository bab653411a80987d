#include "sim/histogram.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "sim/stream.hpp"
#include "tests/support/for_all.hpp"

using namespace ficap;

TEST_CASE("small numbers are counted one by one") {
  sim::Histogram histogram;
  for (std::int64_t value = 0; value < 64; ++value) {
    for (std::int64_t times = 0; times <= value; ++times)
      histogram.add(value);
  }
  for (std::int64_t value = 0; value < 64; ++value)
    CHECK(histogram.count_near(value) == value + 1);
  CHECK(histogram.count() == 64 * 65 / 2);
}

TEST_CASE("the largest number has a bin") {
  sim::Histogram histogram;
  histogram.add(INT64_MAX);
  CHECK(histogram.count_near(INT64_MAX) == 1);
  CHECK(histogram.quantile(0.5) == INT64_MAX);
}

TEST_CASE("a quantile of the histogram is that of the sorted sample, and at most 1/32 more") {
  test::for_all(100, [](sim::Stream& stream) {
    sim::Histogram histogram;
    std::vector<std::int64_t> values;
    const double scale = 2.0 + 30.0 * stream.uniform();
    const int count = test::whole_number(stream, 1, 500);
    for (int i = 0; i < count; ++i) {
      values.push_back(static_cast<std::int64_t>(sim::exp(scale * stream.uniform())));
      histogram.add(values.back());
    }
    std::sort(values.begin(), values.end());
    for (int k = 0; k < count; ++k) {
      // Just above k / count: the next of the sample.
      const double p = (k + 0.5) / count;
      const std::int64_t exact = values[static_cast<std::size_t>(k)];
      const std::int64_t found = histogram.quantile(p);
      REQUIRE(found >= exact);
      REQUIRE(found <= exact + exact / 32);
    }
    REQUIRE(histogram.quantile(1.0) >= values.back());
    REQUIRE(histogram.quantile(0.0) <= values.front() + values.front() / 32);
  });
}

TEST_CASE("merged halves are the whole") {
  sim::Histogram whole;
  sim::Histogram halves[2];
  sim::Stream stream{sim::Address{.seed = 8}};
  for (std::size_t i = 0; i < 1000; ++i) {
    const auto value = static_cast<std::int64_t>(1e6 * stream.exponential());
    whole.add(value);
    halves[i % 2].add(value);
  }
  halves[1].merge(halves[0]);
  CHECK(halves[1] == whole);
}
