#include "sim/quantiles.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "sim/elementary.hpp"
#include "tests/support/for_all.hpp"

using namespace ficap;

namespace {

double relative(double x, double expected) {
  return std::fabs(x - expected) / std::fabs(expected);
}

/// A number between the two, evenly in its logarithm.
double log_uniform(sim::Stream& stream, double low, double high) {
  return low * std::exp(stream.uniform() * std::log(high / low));
}

}  // namespace

// The published values are those of Abramowitz & Stegun's tables 26.1, 26.2, 26.10 and of the
// tables of the t distribution, extended to 15 digits with 50-digit arithmetic.

TEST_CASE("normal quantiles are the tabulated ones") {
  CHECK(sim::normal_quantile(0.5) == 0.0);
  CHECK(relative(sim::normal_quantile(0.975), 1.95996398454005423552) < 2e-15);
  CHECK(relative(sim::normal_quantile(0.999), 3.09023230616781354152) < 2e-15);
  CHECK(relative(sim::normal_quantile(1e-20), -9.26234008979840757332) < 2e-15);
  CHECK(relative(sim::normal_quantile(1e-300), -37.0471) < 1e-6);
}

TEST_CASE("the normal quantile undoes the distribution function, in both tails") {
  test::for_all(100'000, [](sim::Stream& stream) {
    const double p = 0.5 * log_uniform(stream, 1e-200, 1.0);
    const double z = sim::normal_quantile(p);
    // A relative error e of z is one of about z^2 e of p.
    REQUIRE(relative(sim::normal_cdf(z), p) < 1e-14 + 1e-15 * z * z);
    if (p > 1e-10) {
      REQUIRE(std::fabs(sim::normal_quantile(1.0 - p) + z) <= 1e-15 * std::fabs(z) + 3e-16 / p);
    }
  });
}

TEST_CASE("the incomplete gamma function gives its closed forms") {
  test::for_all(2'000, [](sim::Stream& stream) {
    const double x = log_uniform(stream, 1e-6, 50.0);
    REQUIRE(relative(sim::gamma_p(1.0, x), -std::expm1(-x)) < 1e-14);
    REQUIRE(relative(sim::gamma_p(0.5, x), std::erf(std::sqrt(x))) < 1e-14);
    const double two = -std::expm1(-x) - x * std::exp(-x);
    REQUIRE(std::fabs(sim::gamma_p(2.0, x) - two) < 4e-15);
  });
  CHECK(sim::gamma_p(3.0, 0.0) == 0.0);
}

TEST_CASE("the incomplete beta function gives its closed forms") {
  test::for_all(2'000, [](sim::Stream& stream) {
    const double x = stream.uniform();
    const double a = log_uniform(stream, 0.1, 100.0);
    REQUIRE(relative(sim::beta_i(a, 1.0, x), std::pow(x, a)) < 1e-13);
    REQUIRE(std::fabs(sim::beta_i(1.0, a, x) + std::expm1(a * std::log1p(-x))) < 1e-14);
    const double b = log_uniform(stream, 0.1, 100.0);
    REQUIRE(std::fabs(sim::beta_i(a, b, x) + sim::beta_i(b, a, 1.0 - x) - 1.0) < 1e-13);
  });
  CHECK(relative(sim::beta_i(0.5, 0.5, 0.25), 1.0 / 3.0) < 1e-14);  // arcsine law
}

TEST_CASE("gamma quantiles undo the distribution function over all shapes in use") {
  test::for_all(3'000, [](sim::Stream& stream) {
    const double shape = log_uniform(stream, 0.01, 1e4);
    const double p = stream.uniform();
    const double x = sim::gamma_quantile(p, shape);
    if (x > 1e-290) REQUIRE(std::fabs(sim::gamma_p(shape, x) - p) < 1e-12);
  });
}

TEST_CASE("beta quantiles undo the distribution function") {
  test::for_all(3'000, [](sim::Stream& stream) {
    const double a = log_uniform(stream, 0.05, 1e4);
    const double b = log_uniform(stream, 0.05, 1e4);
    const double p = stream.uniform();
    const double x = sim::beta_quantile(p, a, b);
    CAPTURE(a);
    CAPTURE(b);
    CAPTURE(p);
    REQUIRE(x >= 0.0);
    REQUIRE(x <= 1.0);
    // Close to 1 the density may be so large that neighbouring doubles are far apart in p.
    if (x > 1e-290 && x < 1.0 - 1e-6) REQUIRE(std::fabs(sim::beta_i(a, b, x) - p) < 1e-11);
  });
}

TEST_CASE("a quantile is larger for a larger p") {
  test::for_all(200, [](sim::Stream& stream) {
    const double shape = log_uniform(stream, 0.05, 1e3);
    const double b = log_uniform(stream, 0.2, 1e3);
    double gamma_before = 0.0;
    double beta_before = 0.0;
    for (int k = 1; k < 50; ++k) {
      const double gamma = sim::gamma_quantile(k / 50.0, shape);
      const double beta = sim::beta_quantile(k / 50.0, shape, b);
      REQUIRE(gamma >= gamma_before);
      REQUIRE(beta >= beta_before);
      gamma_before = gamma;
      beta_before = beta;
    }
  });
}

TEST_CASE("Student's t has the tabulated quantiles, and Cauchy's and the normal's at its ends") {
  CHECK(relative(sim::student_t_quantile(0.975, 4.0), 2.77644510519779) < 1e-13);
  CHECK(relative(sim::student_t_quantile(0.975, 19.0), 2.09302405440831) < 1e-13);
  CHECK(relative(sim::student_t_quantile(0.995, 199.0), 2.60076021605852) < 1e-13);
  CHECK(sim::student_t_quantile(0.5, 7.0) == 0.0);
  test::for_all(500, [](sim::Stream& stream) {
    const double p = stream.uniform();
    const double cauchy = std::tan(std::acos(-1.0) * (p - 0.5));
    REQUIRE(std::fabs(sim::student_t_quantile(p, 1.0) - cauchy) <=
            1e-12 * std::fmax(1.0, std::fabs(cauchy)));
    const double two = (2.0 * p - 1.0) / std::sqrt(2.0 * p * (1.0 - p));
    REQUIRE(std::fabs(sim::student_t_quantile(p, 2.0) - two) <=
            1e-12 * std::fmax(1.0, std::fabs(two)));
  });
  CHECK(relative(sim::student_t_quantile(0.975, 1e6), 1.96) < 1e-4);
}
