#include "study/power.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "sim/quantiles.hpp"
#include "sim/stream.hpp"

using namespace ficap;

namespace {

constexpr std::size_t replications = 25;

study::Estimate option(sim::Stream& stream, double mean) {
  std::vector<double> values;
  for (std::size_t r = 0; r < replications; ++r)
    values.push_back(mean + sim::normal_quantile(stream.uniform()));
  return study::Estimator{replications}.mean(values);
}

// How often two options that differ by `times` what can be seen are told apart, by the two-sided
// t test at 5 % for options with futures of their own.
double share_told_apart(double times) {
  constexpr std::uint32_t studies = 4000;
  const double t = sim::student_t_quantile(0.975, 2.0 * (replications - 1));
  const study::Estimate exact{.mean = 0.0,
                              .half_width = sim::student_t_quantile(0.975, 1e6) /
                                            std::sqrt(1e6 + 1.0)};  // a spread of 1, well known
  const double difference = times * *study::smallest_difference(exact, 1'000'001, replications);
  std::uint32_t seen = 0;
  for (std::uint32_t s = 0; s < studies; ++s) {
    sim::Stream stream{sim::Address{.seed = 5, .replication = s}};
    const study::Estimate a = option(stream, 0.0);
    const study::Estimate b = option(stream, difference);
    const double error = std::sqrt((*a.sd * *a.sd + *b.sd * *b.sd) / replications);
    if (std::fabs(*b.mean - *a.mean) > t * error) ++seen;
  }
  return seen / static_cast<double>(studies);
}

}  // namespace

// The share of 4,000 studies has a standard error of 0.6 %.
TEST_CASE("the smallest difference that can be seen is seen in 80 of 100 studies") {
  CHECK(std::fabs(share_told_apart(1.0) - study::usual_power) < 0.022);
}

TEST_CASE("the test of what can be seen notices a difference a tenth too small") {
  CHECK(share_told_apart(0.9) < study::usual_power - 0.022);
}

namespace {

// How often a paired difference of `times` what can be seen leaves 0 out of its interval.
double share_seen_in_pairs(double times, double confidence) {
  constexpr std::uint32_t studies = 4000;
  study::Linearised spread_of_1{.value = 0.0, .residuals = {}};
  for (int i = 0; i < 10'000; ++i)
    spread_of_1.residuals.push_back(i % 2 == 0 ? 1.0 : -1.0);
  const double difference =
      times * *study::smallest_paired_difference(spread_of_1, replications, confidence);
  std::uint32_t seen = 0;
  for (std::uint32_t s = 0; s < studies; ++s) {
    sim::Stream stream{sim::Address{.seed = 6, .replication = s}};
    std::vector<double> values;
    for (std::size_t r = 0; r < replications; ++r)
      values.push_back(difference + sim::normal_quantile(stream.uniform()));
    const study::Linearised apart = study::linearised_mean(values);
    if (std::fabs(*apart.value) > *apart.half_width(confidence)) ++seen;
  }
  return seen / static_cast<double>(studies);
}

}  // namespace

TEST_CASE("the smallest paired difference that can be seen is seen in 80 of 100 studies") {
  for (const double confidence : {0.95, 0.998}) {
    CAPTURE(confidence);
    CHECK(std::fabs(share_seen_in_pairs(1.0, confidence) - study::usual_power) < 0.022);
  }
}

TEST_CASE("the test of paired differences notices one a tenth too small") {
  CHECK(share_seen_in_pairs(0.9, 0.95) < study::usual_power - 0.022);
}

TEST_CASE("a difference from one future foretells nothing") {
  const study::Linearised one{.value = 1.0, .residuals = {0.0}};
  CHECK_FALSE(study::smallest_paired_difference(one, 200, 0.95));
}

TEST_CASE("four times the futures see half the difference, and one future sees none") {
  const study::Estimate estimate{.mean = 3.0, .half_width = 0.5};
  const double at_200 = *study::smallest_difference(estimate, 100, 200);
  const double at_800 = *study::smallest_difference(estimate, 100, 800);
  CHECK(at_200 / at_800 == doctest::Approx(2.0).epsilon(0.01));
  CHECK_FALSE(study::smallest_difference({.mean = 3.0}, 1, 200));
}
