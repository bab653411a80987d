#include "sim/elementary.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>

#include "sim/expects.hpp"

namespace ficap::sim {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

constexpr double one_over_ln2 = 0x1.71547652b82fep+0;
constexpr double one_over_ln10 = 0x1.bcb7b1526e50ep-2;
constexpr double half_log_two_pi = 0x1.d67f1c864beb5p-1;
constexpr double sqrt_half = 0x1.6a09e667f3bcdp-1;

/// 2^k for -1022 <= k <= 1023.
double power_of_two(std::int64_t k) noexcept {
  return double_of_bits(static_cast<std::uint64_t>(k + 1023) << 52U);
}

/// The nearest whole number, by adding and taking away a number so large that it has no fraction:
/// floor() is a function call on the plainest x86-64.
double nearest(double x) noexcept {
  constexpr double large = 0x1.8p52;
  return (x + large) - large;
}

/// (exp(r) - 1 - r) / r^2 for |r| <= ln 2 / 2; minimax fit, error 1e-16 of r^2's weight.
[[gnu::always_inline]] inline double exp_remainder(double r) noexcept {
  constexpr std::array<double, 10> c{0x1.0000000000001p-1,
                                     0x1.5555555555556p-3,
                                     0x1.5555555553d63p-5,
                                     0x1.11111111109b3p-7,
                                     0x1.6c16c1788bd90p-10,
                                     0x1.a01a01a7c41d5p-13,
                                     0x1.a019b90d2ae7ap-16,
                                     0x1.71de0dae63bb3p-19,
                                     0x1.289185613a3d6p-22,
                                     0x1.af38a9b0ec855p-26};
  const double r2 = r * r;
  const double r4 = r2 * r2;
  return ((c[0] + c[1] * r) + (c[2] + c[3] * r) * r2) +
         r4 * (((c[4] + c[5] * r) + (c[6] + c[7] * r) * r2) + r4 * (c[8] + c[9] * r));
}

/// exp(x^2) erfc(x) for x >= 0: Chebyshev series of (1 + 2x) times it, in t = (x - 3) / (x + 3).
/// The form is Schonfelder's (Mathematics of Computation 32, 1978), the coefficients are ours.
double scaled_erfc(double x) noexcept {
  constexpr std::array<double, 25> c{
      0x1.2d74bda92af4ep+0,  0x1.5edf9ce74f65ep-8,   -0x1.801abe05df685p-4,  0x1.bd5ede288613bp-5,
      -0x1.36e99d8ff90f7p-6, 0x1.23dc174a04d86p-8,   -0x1.4c2a11331e0e4p-11, 0x1.285081fb7471ep-16,
      0x1.aee3ed67adcfbp-17, -0x1.0d67d92ebb16fp-19, -0x1.84299dc44cfe1p-23, 0x1.44433d928dccap-24,
      0x1.032a101f63366p-29, -0x1.7304e1f9377d0p-29, -0x1.00dc1e28761e4p-36, 0x1.c7b5541debf46p-34,
      0x1.9f608af23def6p-40, -0x1.2cfdb55efc61bp-38, -0x1.d433281a86cb9p-43, 0x1.985a49637781fp-43,
      0x1.638030f9632e2p-46, -0x1.06936a9e2323bp-47, -0x1.b53df2ab9d8b7p-50, 0x1.0f1968e597de2p-52,
      0x1.cd7350f20ad1ap-54};
  const double t = (x - 3.0) / (x + 3.0);
  double next = 0.0;
  double after_next = 0.0;
  for (std::size_t k = c.size() - 1; k > 0; --k) {  // Clenshaw's recurrence
    const double here = c[k] + 2.0 * t * next - after_next;
    after_next = next;
    next = here;
  }
  return (c[0] + t * next - after_next) / (1.0 + 2.0 * x);
}

/// exp(-x^2 / 2) for x >= 0. The square is split so that its rounding does not grow into an error
/// of the result.
double exp_minus_half_square(double x) noexcept {
  if (x > 39.0) return 0.0;
  const double high = std::floor(x * 16.0) / 16.0;
  return exp(-0.5 * high * high) * exp(-0.5 * (x - high) * (x + high));
}

}  // namespace

double log(double x) noexcept {
  if (x >= std::numeric_limits<double>::min() && x < infinity) return log_of_normal(x);
  if (x == 0.0) return -infinity;
  if (!(x > 0.0)) return not_a_number;
  if (x == infinity) return x;
  return log_of_normal(x * 0x1p54, -54.0);
}

double exp(double x) noexcept {
  if (!(x > -745.2)) return x <= -745.2 ? 0.0 : x;
  if (x > 709.8) return infinity;
  const double k = nearest(x * one_over_ln2);
  const double high = x - k * ln2_high;
  const double low = k * ln2_low;
  const double r = high - low;
  const double lost = (high - r) - low;
  const double scaled = 1.0 + (r + (lost + r * r * exp_remainder(r)));
  const auto power = static_cast<std::int64_t>(k);
  if (power > 1023) return scaled * 2.0 * power_of_two(power - 1);
  if (power < -1022) return scaled * 0x1p-100 * power_of_two(power + 100);
  return scaled * power_of_two(power);
}

double log1p(double x) noexcept {
  if (x <= -1.0 || x >= 0x1p60 || x != x) return log(1.0 + x);
  const double u = 1.0 + x;
  // What the sum lost is put back at the slope there.
  return log(u) + (x - (u - 1.0)) / u;
}

double expm1(double x) noexcept {
  constexpr double half_ln2 = 0.34657359027997264;
  if (std::fabs(x) <= half_ln2) return x + x * x * exp_remainder(x);
  return exp(x) - 1.0;
}

double log10(double x) noexcept {
  return log(x) * one_over_ln10;
}

double pow(double x, double y) noexcept {
  if (y == 0.0) return 1.0;
  if (std::fabs(y) <= 64.0 && std::floor(y) == y) {
    double result = 1.0;
    double square = x;
    for (auto n = static_cast<unsigned>(std::fabs(y)); n != 0; n >>= 1U) {
      if ((n & 1U) != 0) result *= square;
      square *= square;
    }
    return y < 0.0 ? 1.0 / result : result;
  }
  if (x < 0.0) return not_a_number;
  return exp(y * log(x));
}

double stirling_correction(double x) {
  FICAP_EXPECTS(x >= 10.0);
  // Bernoulli number B(2k) / (2k (2k - 1)), k = 1 to 8; the first term left out is below 2e-18.
  constexpr std::array<double, 8> c{1.0 / 12.0,
                                    -1.0 / 360.0,
                                    1.0 / 1260.0,
                                    -1.0 / 1680.0,
                                    1.0 / 1188.0,
                                    -691.0 / 360360.0,
                                    1.0 / 156.0,
                                    -3617.0 / 122400.0};
  const double y = 1.0 / (x * x);
  double sum = 0.0;
  for (std::size_t k = c.size(); k > 0; --k)
    sum = sum * y + c[k - 1];
  return sum / x;
}

double lgamma(double x) {
  FICAP_EXPECTS(x > 0.0);
  double product = 1.0;
  while (x < 10.0) {
    product *= x;
    x += 1.0;
  }
  return ((x - 0.5) * log(x) - x + half_log_two_pi + stirling_correction(x)) - log(product);
}

double erfc(double x) noexcept {
  const double y = std::fabs(x);
  if (y > 27.3) return x > 0.0 ? 0.0 : 2.0;
  const double high = std::floor(y * 16.0) / 16.0;
  const double tail = exp(-high * high) * exp(-(y - high) * (y + high)) * scaled_erfc(y);
  return x >= 0.0 ? tail : 2.0 - tail;
}

double normal_cdf(double x) noexcept {
  const double y = std::fabs(x);
  const double tail = y > 39.0 ? 0.0 : 0.5 * exp_minus_half_square(y) * scaled_erfc(y * sqrt_half);
  return x <= 0.0 ? tail : 1.0 - tail;
}

}  // namespace ficap::sim
