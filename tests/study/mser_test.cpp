#include "study/mser.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "sim/quantiles.hpp"
#include "sim/stream.hpp"

using namespace ficap;

namespace {

// An autoregressive series that begins `away` from its mean of 0 and forgets 0.9 of it a step.
std::vector<double> autoregressive(std::size_t length, double away, std::uint32_t study) {
  sim::Stream stream{sim::Address{.seed = 11, .replication = study}};
  std::vector<double> series;
  double x = away;
  for (std::size_t i = 0; i < length; ++i) {
    x = 0.9 * x + 0.1 * sim::normal_quantile(stream.uniform());
    series.push_back(x);
  }
  return series;
}

// The cut that MSER-5 suggests in the middle of 41 studies; undecided ones count as half.
std::size_t median_cut(double away) {
  std::vector<std::size_t> cuts;
  for (std::uint32_t study = 0; study < 41; ++study)
    cuts.push_back(study::mser5(autoregressive(400, away, study)).value_or(200));
  std::sort(cuts.begin(), cuts.end());
  return cuts[20];
}

}  // namespace

TEST_CASE("the statistic and the batches are those of an example by hand") {
  // Of 9, 1, 3 the mean is 13/3 and the squares sum to 104/3; of 1, 3 the mean is 2, the squares 2.
  const std::array values{9.0, 1.0, 3.0};
  CHECK(study::mser_statistic(values, 0) == doctest::Approx(104.0 / 27.0));
  CHECK(study::mser_statistic(values, 1) == doctest::Approx(0.5));
  CHECK(study::mser_statistic(values, 2) == 0.0);
  const std::array twelve{1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 99.0, 99.0};
  CHECK(study::batches_of_five(twelve) == std::vector<double>{3.0, 8.0});
}

TEST_CASE("a step is cut where it ends, and a series without one is not cut") {
  std::vector<double> step(60, 1.0);
  std::fill(step.begin(), step.begin() + 15, 9.0);
  for (std::size_t i = 0; i < step.size(); ++i)
    step[i] += i / 5 % 2 == 0 ? 0.1 : -0.1;
  CHECK(study::mser5(step) == 15);
  CHECK(study::mser5(std::vector<double>(60, 4.0)) == 0);
}

TEST_CASE("what rounding leaves of a constant is no transient") {
  std::vector<double> trust(144, 0.6);
  for (std::size_t month = 0; month < trust.size() / 2; ++month)
    trust[month] += 8.9e-16;
  CHECK(study::mser5(trust) == 0);
  CHECK(study::mser5(std::vector<double>(144, 0.0)) == 0);
  // A thousandth of a millionth is none of rounding's.
  std::vector<double> moved(144, 0.6);
  for (std::size_t month = 0; month < 20; ++month)
    moved[month] += 1e-9;
  CHECK(study::mser5(moved) == 20);
}

TEST_CASE("where the first half is all transient, nobody can tell") {
  std::vector<double> slope;
  for (int i = 0; i < 100; ++i)
    slope.push_back(i);
  CHECK_FALSE(study::mser5(slope));
  CHECK_FALSE(study::mser5(std::vector<double>(49, 1.0)));  // fewer than ten batches
}

// 0.9 a step: a start of 20 is down to the noise of 0.23 after log(0.23 / 20) / log(0.9) = 42
// steps.
TEST_CASE("a transient that decays is cut where it has sunk into the noise") {
  const std::size_t cut = median_cut(20.0);
  CHECK(cut >= 25);
  CHECK(cut <= 60);
}

TEST_CASE("a longer transient is cut later, and a steady series hardly at all") {
  CHECK(median_cut(2000.0) > median_cut(20.0));
  CHECK(median_cut(0.0) <= 40);
}
