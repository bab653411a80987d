#include "sim/elementary.hpp"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include <doctest/doctest.h>

#include "tests/support/for_all.hpp"

using namespace ficap;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// |x - expected| in units of the last place of `expected`.
double ulps(double x, double expected) {
  if (x == expected) return 0.0;
  const double next = std::nextafter(std::fabs(expected), infinity);
  return std::fabs(x - expected) / (next - std::fabs(expected));
}

/// The greatest error over random arguments from low to high, in units of the last place.
template <class Ours, class Theirs>
double worst(double low, double high, Ours&& ours, Theirs&& theirs) {
  double greatest = 0.0;
  test::for_all(200'000, [&](sim::Stream& stream) {
    const double x = low + (high - low) * stream.uniform();
    greatest = std::fmax(greatest, ulps(ours(x), theirs(x)));
  });
  return greatest;
}

double library_lgamma(double x) {
  return std::lgamma(x);  // NOLINT(concurrency-mt-unsafe): it also sets a global; one thread here
}

}  // namespace

// The C library is right to within about half a unit, so a limit of n here is n - 1/2 there.

TEST_CASE("the logarithm is within 1.3 units of the last place, near 1 and far from it") {
  const auto ours = [](double x) { return sim::log(x); };
  const auto theirs = [](double x) { return std::log(x); };
  CHECK(worst(0.0, 1.0, ours, theirs) < 1.3);
  CHECK(worst(0.6, 1.6, ours, theirs) < 1.3);
  CHECK(worst(0.999, 1.001, ours, theirs) < 1.3);
  CHECK(worst(1.0, 1e9, ours, theirs) < 1.3);
  CHECK(worst(
            -700.0,
            700.0,
            [](double x) { return sim::log(std::exp(x)); },
            [](double x) { return std::log(std::exp(x)); }) < 1.3);
}

TEST_CASE("the exponential is within 1.3 units of the last place") {
  const auto ours = [](double x) { return sim::exp(x); };
  const auto theirs = [](double x) { return std::exp(x); };
  CHECK(worst(-1.0, 1.0, ours, theirs) < 1.3);
  CHECK(worst(-708.0, 709.0, ours, theirs) < 1.3);
}

TEST_CASE("log1p and expm1 keep small arguments") {
  CHECK(worst(
            -0.9,
            3.0,
            [](double x) { return sim::log1p(x); },
            [](double x) { return std::log1p(x); }) < 3.0);
  CHECK(worst(
            -1e-5,
            1e-5,
            [](double x) { return sim::log1p(x); },
            [](double x) { return std::log1p(x); }) < 3.0);
  CHECK(worst(
            -3.0,
            3.0,
            [](double x) { return sim::expm1(x); },
            [](double x) { return std::expm1(x); }) < 5.0);
  CHECK(worst(
            -1e-5,
            1e-5,
            [](double x) { return sim::expm1(x); },
            [](double x) { return std::expm1(x); }) < 2.0);
  CHECK(sim::log1p(1e-300) == 1e-300);
  CHECK(sim::expm1(1e-300) == 1e-300);
}

TEST_CASE("log10 is within 3 units of the last place") {
  CHECK(worst(
            1e-6,
            1e6,
            [](double x) { return sim::log10(x); },
            [](double x) { return std::log10(x); }) < 3.0);
}

TEST_CASE("a power is as good as its docstring says") {
  test::for_all(200'000, [](sim::Stream& stream) {
    const double x = 20.0 * stream.uniform();
    const double y = 40.0 * stream.uniform() - 20.0;
    const double expected = std::pow(x, y);
    const double limit = (3.0 + 3.0 * std::fabs(y * std::log(x))) * 0x1p-53;
    REQUIRE(std::fabs(sim::pow(x, y) - expected) <= limit * expected);
  });
  CHECK(sim::pow(2.0, 10.0) == 1024.0);
  CHECK(sim::pow(-2.0, 3.0) == -8.0);
  CHECK(sim::pow(2.0, -2.0) == 0.25);
  CHECK(sim::pow(0.0, 0.0) == 1.0);
  CHECK(sim::pow(0.0, 2.5) == 0.0);
  CHECK(std::isnan(sim::pow(-2.0, 0.5)));
}

TEST_CASE("lgamma is within 1e-14 of the larger of 1 and itself") {
  test::for_all(100'000, [](sim::Stream& stream) {
    const double x = std::exp(20.0 * stream.uniform() - 8.0);
    const double expected = library_lgamma(x);
    REQUIRE(std::fabs(sim::lgamma(x) - expected) <= 1e-14 * std::fmax(1.0, std::fabs(expected)));
  });
  CHECK(sim::lgamma(5.0) == doctest::Approx(std::log(24.0)).epsilon(1e-14));
}

TEST_CASE("what Stirling leaves out is what lgamma has more") {
  for (const double x : {10.0, 37.5, 1e4}) {
    const double formula = (x - 0.5) * std::log(x) - x + 0.5 * std::log(2.0 * std::acos(-1.0));
    CHECK(sim::stirling_correction(x) ==
          doctest::Approx(library_lgamma(x) - formula).epsilon(1e-6));
  }
}

TEST_CASE("erfc and the normal distribution function hold to 1e-14 far into the tail") {
  const auto relative = [](double a, double b) { return std::fabs(a - b) / b; };
  test::for_all(100'000, [&](sim::Stream& stream) {
    const double x = 32.0 * stream.uniform() - 6.0;
    REQUIRE(relative(sim::erfc(x), std::erfc(x)) < 1e-14);
    // The C library has no normal distribution function; through its erfc the argument's own
    // rounding costs about x^2 units.
    const double z = 12.0 * stream.uniform() - 6.0;
    REQUIRE(relative(sim::normal_cdf(z), 0.5 * std::erfc(-z * std::sqrt(0.5))) < 4e-14);
  });
  CHECK(sim::normal_cdf(0.0) == 0.5);
  CHECK(sim::normal_cdf(-infinity) == 0.0);
  CHECK(sim::normal_cdf(infinity) == 1.0);
}

TEST_CASE("the ends of the domains are as stated") {
  CHECK(sim::log(0.0) == -infinity);
  CHECK(sim::log(infinity) == infinity);
  CHECK(std::isnan(sim::log(-1.0)));
  CHECK(std::isnan(sim::log(std::numeric_limits<double>::quiet_NaN())));
  CHECK(sim::log(1.0) == 0.0);
  CHECK(ulps(sim::log(5e-324), std::log(5e-324)) < 1.3);
  CHECK(ulps(sim::log(std::numeric_limits<double>::max()),
             std::log(std::numeric_limits<double>::max())) < 1.3);
  CHECK(sim::exp(0.0) == 1.0);
  CHECK(sim::exp(-infinity) == 0.0);
  CHECK(sim::exp(infinity) == infinity);
  CHECK(sim::exp(709.9) == infinity);
  CHECK(sim::exp(-746.0) == 0.0);
  CHECK(std::isnan(sim::exp(std::numeric_limits<double>::quiet_NaN())));
  CHECK(std::fabs(sim::exp(-740.0) - std::exp(-740.0)) <= 5e-324);  // subnormal
  CHECK(std::isfinite(sim::exp(709.7)));
  CHECK(sim::log1p(-1.0) == -infinity);
  CHECK(std::isnan(sim::log1p(-2.0)));
  CHECK(sim::log1p(infinity) == infinity);
  CHECK(std::isnan(sim::erfc(std::numeric_limits<double>::quiet_NaN())));
}
