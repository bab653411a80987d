#include "sim/fine_histogram.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "sim/elementary.hpp"
#include "sim/stream.hpp"

namespace {

namespace sim = ficap::sim;

double type_7(const std::vector<std::uint64_t>& sorted, double p) {
  const double position = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  const double step = static_cast<double>(sorted[above] - sorted[below]);
  return static_cast<double>(sorted[below]) + (position - static_cast<double>(below)) * step;
}

std::uint64_t quantile_of(const std::vector<std::uint64_t>& numbers, double p) {
  sim::FineHistogram histogram;
  for (const std::uint64_t number : numbers)
    histogram.add(number);
  return histogram.quantile(p);
}

}  // namespace

TEST_CASE("a quantile of type 7 lies between neighbours, as R and Excel have it") {
  CHECK(quantile_of({10}, 0.9) == 10);
  CHECK(quantile_of({10, 0}, 0.9) == 9);
  CHECK(quantile_of({20, 0, 10}, 0.9) == 18);
  CHECK(quantile_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 0.9) == 10);
  CHECK(quantile_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0.5) == 6);  // 5.5, halves upwards
  CHECK(quantile_of({9, 5, 3}, 0.0) == 3);
  CHECK(quantile_of({9, 5, 3}, 1.0) == 9);
  CHECK(quantile_of({127, 127, 127}, 0.7) == 127);
}

TEST_CASE("a quantile is off by at most a 256th of itself, over twelve orders of magnitude") {
  sim::FineHistogram histogram;
  std::vector<std::uint64_t> numbers;
  sim::Stream draws{sim::Address{.seed = 3}};
  for (int i = 0; i < 5000; ++i) {
    numbers.push_back(static_cast<std::uint64_t>(sim::exp(28.0 * draws.uniform())));
    histogram.add(numbers.back());
  }
  std::sort(numbers.begin(), numbers.end());
  for (double p = 0.0; p <= 1.0; p += 0.005) {
    const double exact = type_7(numbers, p);
    CHECK(std::fabs(static_cast<double>(histogram.quantile(p)) - exact) <= exact / 256.0 + 0.5);
  }
}

TEST_CASE("a histogram that is cleared is as new, and any number fits") {
  sim::FineHistogram histogram;
  histogram.add(UINT64_MAX);
  histogram.add(0);
  CHECK(histogram.count() == 2);
  CHECK(histogram.quantile(0.0) == 0);
  CHECK(static_cast<double>(histogram.quantile(1.0)) == doctest::Approx(0x1p64).epsilon(1.0 / 256));
  histogram.clear();
  CHECK(histogram.count() == 0);
  histogram.add(77);
  CHECK(histogram.quantile(0.9) == 77);
}
