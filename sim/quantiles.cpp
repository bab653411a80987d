#include "sim/quantiles.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "sim/elementary.hpp"
#include "sim/expects.hpp"

namespace ficap::sim {

namespace {

constexpr double two_pi = 0x1.921fb54442d18p+2;
constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// Estrin's scheme: halves that do not wait for each other, where each step of Horner's rule waits
/// for the one before it.
[[gnu::always_inline]] inline double polynomial(const std::array<double, 8>& c, double x) noexcept {
  const double x2 = x * x;
  const double low = (c[0] + c[1] * x) + (c[2] + c[3] * x) * x2;
  const double high = (c[4] + c[5] * x) + (c[6] + c[7] * x) * x2;
  return low + high * (x2 * x2);
}

/// x^shape e^-x / gamma(shape + 1), without the cancellation of large shapes.
double gamma_term(double shape, double x) {
  if (shape < 10.0) return exp(shape * log(x) - x - lgamma(shape + 1.0));
  const double u = (x - shape) / shape;
  return exp(shape * (log1p(u) - u) - stirling_correction(shape)) / std::sqrt(two_pi * shape);
}

/// log(gamma(b) / gamma(a + b)) for b >= 10, without the cancellation of large b.
double log_gamma_ratio(double a, double b) {
  return a - (b - 0.5) * log1p(a / b) - a * log(a + b) + stirling_correction(b) -
         stirling_correction(a + b);
}

/// x^a (1 - x)^b gamma(a + b) / (gamma(a) gamma(b)).
double beta_term(double a, double b, double x) {
  if (a >= 10.0 && b >= 10.0) {
    const double n = a + b;
    const double u = (x * n - a) / a;
    const double v = (a - x * n) / b;
    const double exponent = a * (log1p(u) - u) + b * (log1p(v) - v) + stirling_correction(n) -
                            stirling_correction(a) - stirling_correction(b);
    return exp(exponent) * std::sqrt(a / n * b / two_pi);
  }
  const double powers = a * log(x) + b * log1p(-x);
  if (b >= 10.0) return exp(powers - lgamma(a) - log_gamma_ratio(a, b));
  if (a >= 10.0) return exp(powers - lgamma(b) - log_gamma_ratio(b, a));
  return exp(powers + lgamma(a + b) - lgamma(a) - lgamma(b));
}

/// The continued fraction of the incomplete beta function, by the modified Lentz method.
double beta_fraction(double a, double b, double x) {
  constexpr double tiny = 1e-300;
  const auto away_from_zero = [](double y) { return std::fabs(y) < tiny ? tiny : y; };
  double c = 1.0;
  double d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
  double value = d;
  for (int m = 1; m < 200'000; ++m) {
    const auto k = static_cast<double>(m);
    const double even = k * (b - k) * x / ((a + 2.0 * k - 1.0) * (a + 2.0 * k));
    d = 1.0 / away_from_zero(1.0 + even * d);
    c = away_from_zero(1.0 + even / c);
    value *= d * c;
    const double odd = -(a + k) * (a + b + k) * x / ((a + 2.0 * k) * (a + 2.0 * k + 1.0));
    d = 1.0 / away_from_zero(1.0 + odd * d);
    c = away_from_zero(1.0 + odd / c);
    const double factor = d * c;
    value *= factor;
    if (std::fabs(factor - 1.0) <= epsilon) break;
  }
  return value;
}

/// Solves distribution(x) = p by Halley's steps, kept inside a bracket that only shrinks.
///
/// @param slope        the density at x
/// @param bend         the density's derivative over the density at x
/// @param low, high    a bracket of the root
template <class Distribution, class Slope, class Bend>
double solve(double p,
             double x,
             double low,
             double high,
             Distribution&& distribution,
             Slope&& slope,
             Bend&& bend) {
  constexpr int most_steps = 200;  // halvings from any bracket of doubles end before that
  for (int step = 0; step < most_steps; ++step) {
    const double excess = distribution(x) - p;
    if (excess == 0.0) return x;
    (excess > 0.0 ? high : low) = x;
    const double newton = excess / slope(x);
    double curvature = newton * bend(x);
    if (curvature > 1.0) curvature = 1.0;
    if (curvature < -1.0) curvature = -1.0;
    double next = x - newton / (1.0 - 0.5 * curvature);
    if (!(next > low && next < high)) {
      // Halve the exponent while the ends are of different orders, then the number.
      next = low > 0.0 && high > 4.0 * low ? std::sqrt(low) * std::sqrt(high)
                                           : low + 0.5 * (high - low);
      if (!(next > low && next < high)) return x;
    } else if (std::fabs(next - x) <= 2.0 * epsilon * x) {
      return next;
    }
    x = next;
  }
  return x;
}

}  // namespace

double normal_quantile(double p) {
  FICAP_EXPECTS(p > 0.0 && p < 1.0);
  static constexpr std::array<double, 8> a{3.3871328727963666080e0,
                                           1.3314166789178437745e+2,
                                           1.9715909503065514427e+3,
                                           1.3731693765509461125e+4,
                                           4.5921953931549871457e+4,
                                           6.7265770927008700853e+4,
                                           3.3430575583588128105e+4,
                                           2.5090809287301226727e+3};
  static constexpr std::array<double, 8> b{1.0,
                                           4.2313330701600911252e+1,
                                           6.8718700749205790830e+2,
                                           5.3941960214247511077e+3,
                                           2.1213794301586595867e+4,
                                           3.9307895800092710610e+4,
                                           2.8729085735721942674e+4,
                                           5.2264952788528545610e+3};
  static constexpr std::array<double, 8> c{1.42343711074968357734e0,
                                           4.63033784615654529590e0,
                                           5.76949722146069140550e0,
                                           3.64784832476320460504e0,
                                           1.27045825245236838258e0,
                                           2.41780725177450611770e-1,
                                           2.27238449892691845833e-2,
                                           7.74545014278341407640e-4};
  static constexpr std::array<double, 8> d{1.0,
                                           2.05319162663775882187e0,
                                           1.67638483018380384940e0,
                                           6.89767334985100004550e-1,
                                           1.48103976427480074590e-1,
                                           1.51986665636164571966e-2,
                                           5.47593808499534494600e-4,
                                           1.05075007164441684324e-9};
  static constexpr std::array<double, 8> e{6.65790464350110377720e0,
                                           5.46378491116411436990e0,
                                           1.78482653991729133580e0,
                                           2.96560571828504891230e-1,
                                           2.65321895265761230930e-2,
                                           1.24266094738807843860e-3,
                                           2.71155556874348757815e-5,
                                           2.01033439929228813265e-7};
  static constexpr std::array<double, 8> f{1.0,
                                           5.99832206555887937690e-1,
                                           1.36929880922735805310e-1,
                                           1.48753612908506148525e-2,
                                           7.86869131145613259100e-4,
                                           1.84631831751005468180e-5,
                                           1.42151175831644588870e-7,
                                           2.04426310338993978564e-15};
  const double q = p - 0.5;
  if (std::fabs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * polynomial(a, r) / polynomial(b, r);
  }
  const double r = std::sqrt(-log(q < 0.0 ? p : 1.0 - p));
  const double magnitude = r <= 5.0 ? polynomial(c, r - 1.6) / polynomial(d, r - 1.6)
                                    : polynomial(e, r - 5.0) / polynomial(f, r - 5.0);
  return q < 0.0 ? -magnitude : magnitude;
}

double gamma_p(double shape, double x) {
  FICAP_EXPECTS(shape > 0.0 && x >= 0.0);
  if (x == 0.0) return 0.0;
  const double term = gamma_term(shape, x);
  if (x < shape + 1.0) {
    double part = 1.0;
    double sum = 1.0;
    double n = shape;
    while (part > epsilon * 0.25 * sum) {
      n += 1.0;
      part *= x / n;
      sum += part;
    }
    return term * sum;
  }
  if (term == 0.0) return 1.0;
  // 1 - P = term * shape / (x + 1 - a - 1 (1 - a) / (x + 3 - a - ...)), by the modified Lentz
  // method; with x > a + 1 no denominator comes near zero.
  double b = x + 1.0 - shape;
  double c = 1e300;
  double d = 1.0 / b;
  double value = d;
  for (int n = 1; n < 200'000; ++n) {
    const auto k = static_cast<double>(n);
    const double numerator = -k * (k - shape);
    b += 2.0;
    d = 1.0 / (numerator * d + b);
    c = b + numerator / c;
    const double factor = d * c;
    value *= factor;
    if (std::fabs(factor - 1.0) <= epsilon) break;
  }
  return 1.0 - term * shape * value;
}

double gamma_quantile(double p, double shape) {
  FICAP_EXPECTS(p >= 0.0 && p < 1.0 && shape > 0.0);
  if (p == 0.0) return 0.0;
  // Near zero P is x^a / gamma(a + 1); elsewhere the cube root of a gamma is nearly normal
  // (Wilson & Hilferty 1931).
  const double power_law = exp((log(p) + lgamma(shape + 1.0)) / shape);
  double start = power_law;
  if (shape > 1.0 || power_law > 0.5) {
    const double third = 1.0 / (9.0 * shape);
    const double root = 1.0 - third + normal_quantile(p) * std::sqrt(third);
    const double normal_law = shape * root * root * root;
    if (root > 0.0 && (normal_law > power_law || power_law > 0.5)) start = normal_law;
  }
  if (start == 0.0) return 0.0;
  return solve(
      p,
      start,
      0.0,
      std::numeric_limits<double>::max(),
      [&](double x) { return gamma_p(shape, x); },
      [&](double x) { return gamma_term(shape, x) * shape / x; },
      [&](double x) { return (shape - 1.0) / x - 1.0; });
}

double beta_i(double a, double b, double x) {
  FICAP_EXPECTS(a > 0.0 && b > 0.0 && x >= 0.0 && x <= 1.0);
  if (x == 0.0 || x == 1.0) return x;
  const double term = beta_term(a, b, x);
  return x <= (a + 1.0) / (a + b + 2.0) ? term * beta_fraction(a, b, x) / a
                                        : 1.0 - term * beta_fraction(b, a, 1.0 - x) / b;
}

double beta_quantile(double p, double a, double b) {
  FICAP_EXPECTS(p >= 0.0 && p <= 1.0 && a > 0.0 && b > 0.0);
  if (p == 0.0 || p == 1.0) return p;
  // Each end by its power law; their masses are in the proportion of `left` to `right`.
  const double left = exp(a * log(a / (a + b))) / a;
  const double right = exp(b * log(b / (a + b))) / b;
  const double all = left + right;
  double start =
      p * all < left ? exp(log(p * a * all) / a) : 1.0 - exp(log((1.0 - p) * b * all) / b);
  if (start == 0.0) return 0.0;
  if (!(start > 0.0 && start < 1.0)) start = a / (a + b);
  return solve(
      p,
      start,
      0.0,
      1.0,
      [&](double x) { return beta_i(a, b, x); },
      [&](double x) { return beta_term(a, b, x) / (x * (1.0 - x)); },
      [&](double x) { return (a - 1.0) / x - (b - 1.0) / (1.0 - x); });
}

double student_t_quantile(double p, double dof) {
  FICAP_EXPECTS(p > 0.0 && p < 1.0 && dof > 0.0);
  if (p == 0.5) return 0.0;
  const double tail = p < 0.5 ? p : 1.0 - p;
  // t^2 / (dof + t^2) is beta(1/2, dof/2); the smaller of it and its complement is solved for.
  double square = 0.0;
  if (tail < 0.25) {
    const double x = beta_quantile(2.0 * tail, 0.5 * dof, 0.5);
    square = dof * (1.0 - x) / x;
  } else {
    const double y = beta_quantile(1.0 - 2.0 * tail, 0.5, 0.5 * dof);
    square = dof * y / (1.0 - y);
  }
  return p < 0.5 ? -std::sqrt(square) : std::sqrt(square);
}

}  // namespace ficap::sim
