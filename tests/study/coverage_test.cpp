#include <cmath>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "sim/quantiles.hpp"
#include "sim/stream.hpp"
#include "study/estimate.hpp"

// Many studies of known truth: how often does a 95 % interval hold it? The number of hits is
// binomial, so the share has a standard error of sqrt(0.95 * 0.05 / studies).

using namespace ficap;

namespace {

constexpr std::uint32_t studies = 4000;
constexpr std::size_t replications = 30;
constexpr double true_mean = 7.0;
constexpr double true_ratio = 0.3;

double normal(sim::Stream& stream) {
  return sim::normal_quantile(stream.uniform());
}

/// Futures in which a share of a varying number of cases is counted, with its own noise.
struct Futures {
  std::vector<double> over;
  std::vector<double> under;
};
Futures simulate(std::uint32_t study) {
  sim::Stream stream{sim::Address{.seed = 1, .replication = study}};
  Futures futures;
  for (std::size_t r = 0; r < replications; ++r) {
    const double under = 100.0 + 20.0 * normal(stream);
    futures.under.push_back(under);
    futures.over.push_back(true_ratio * under + 5.0 * normal(stream));
  }
  return futures;
}

/// @returns by how many standard errors the share of intervals that hold the truth misses 95 %
template <class Study>
double z_of_coverage(double truth, double stretch, Study estimate) {
  int hits = 0;
  for (std::uint32_t study = 0; study < studies; ++study) {
    const study::Estimate found = estimate(study);
    if (std::fabs(*found.mean - truth) <= stretch * *found.half_width) ++hits;
  }
  const double share = static_cast<double>(hits) / studies;
  return (share - 0.95) / std::sqrt(0.95 * 0.05 / studies);
}

study::Estimate mean_of(std::uint32_t study) {
  sim::Stream stream{sim::Address{.seed = 2, .replication = study}};
  std::vector<double> values;
  for (std::size_t r = 0; r < replications; ++r)
    values.push_back(true_mean + normal(stream));
  return study::Estimator{replications}.mean(values);
}

study::Estimate ratio_of(std::uint32_t study) {
  const Futures futures = simulate(study);
  return study::Estimator{replications}.ratio(futures.over, futures.under);
}

}  // namespace

TEST_CASE("95 % intervals of a mean hold the truth 95 times in 100") {
  CHECK(std::fabs(z_of_coverage(true_mean, 1.0, mean_of)) < 3.5);
}

TEST_CASE("95 % intervals of a ratio hold the truth 95 times in 100") {
  CHECK(std::fabs(z_of_coverage(true_ratio, 1.0, ratio_of)) < 3.5);
}

TEST_CASE("the coverage test notices intervals a tenth too narrow or too wide") {
  CHECK(z_of_coverage(true_mean, 0.9, mean_of) < -3.5);
  CHECK(z_of_coverage(true_mean, 1.1, mean_of) > 3.5);
  CHECK(z_of_coverage(true_ratio, 0.9, ratio_of) < -3.5);
  CHECK(z_of_coverage(true_ratio, 1.1, ratio_of) > 3.5);
}

TEST_CASE("the coverage test notices a ratio's interval that forgets what it divides by") {
  const auto numerator_only = [](std::uint32_t study) {
    const Futures futures = simulate(study);
    study::Estimate found = study::Estimator{replications}.ratio(futures.over, futures.under);
    found.half_width = *study::Estimator{replications}.mean(futures.over).half_width / 100.0;
    return found;
  };
  CHECK(z_of_coverage(true_ratio, 1.0, numerator_only) > 3.5);
}
