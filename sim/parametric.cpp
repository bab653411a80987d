#include "sim/parametric.hpp"

#include <cmath>
#include <limits>

#include "sim/elementary.hpp"
#include "sim/quantiles.hpp"
#include "sim/standard_gamma.hpp"

namespace ficap::sim {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

LogScale log_scale(const Lognormal& d) {
  const bool by_mean = d.mean_value.has_value();
  const double sigma = by_mean ? std::sqrt(log1p(*d.cv * *d.cv)) : *d.sigma;
  const double mu = by_mean ? log(*d.mean_value) - 0.5 * sigma * sigma : log(*d.median);
  if (!d.at_most) return {mu, sigma, infinity, 1.0};
  const double cut = (log(*d.at_most) - mu) / sigma;
  return {mu, sigma, cut, normal_cdf(cut)};
}

std::vector<Problem> Uniform::problems() const {
  if (low <= high) return {};
  return {{"high", "a value of at least low"}};
}

double Uniform::cdf(double x) const {
  if (x >= high) return 1.0;
  return x <= low ? 0.0 : (x - low) / (high - low);
}

std::vector<Problem> Triangular::problems() const {
  if (!(low <= high)) return {{"high", "a value of at least low"}};
  if (!(low <= mode && mode <= high)) return {{"mode", "a value from low to high"}};
  return {};
}

double Triangular::variance() const {
  const double a = mode - low;
  const double b = high - mode;
  return (a * a + a * b + b * b) / 18.0;
}

double Triangular::quantile(double p) const {
  const double width = high - low;
  const double rise = mode - low;
  if (p * width <= rise) return low + std::sqrt(p * width * rise);
  return high - std::sqrt((1.0 - p) * width * (high - mode));
}

double Triangular::cdf(double x) const {
  if (x >= high) return 1.0;
  if (x <= low) return 0.0;
  const double width = high - low;
  if (x <= mode) return (x - low) * (x - low) / (width * (mode - low));
  return 1.0 - (high - x) * (high - x) / (width * (high - mode));
}

double Exponential::highest() const {
  return infinity;
}

double Erlang::sample(Stream& stream) const {
  double sum = 0.0;
  for (int step = 0; step < shape; ++step)
    sum += stream.exponential();
  return mean_value * sum / shape;
}

double Erlang::quantile(double p) const {
  return mean_value * gamma_quantile(p, shape) / shape;
}

double Erlang::cdf(double x) const {
  return x > 0.0 ? gamma_p(shape, x * shape / mean_value) : 0.0;
}

double Erlang::highest() const {
  return infinity;
}

std::vector<Problem> Lognormal::problems() const {
  std::vector<Problem> found;
  const bool any_of_mean = mean_value.has_value() || cv.has_value();
  const bool any_of_median = median.has_value() || sigma.has_value();
  if (any_of_mean && any_of_median) {
    found.push_back({median ? "median" : "sigma", "either mean and cv, or median and sigma"});
  } else if (any_of_mean && !(mean_value && cv)) {
    found.push_back({mean_value ? "cv" : "mean", "mean and cv together"});
  } else if (any_of_median && !(median && sigma)) {
    found.push_back({median ? "sigma" : "median", "median and sigma together"});
  } else if (!any_of_mean && !any_of_median) {
    found.push_back({"mean", "mean and cv, or median and sigma"});
  }
  constexpr double least_kept = 1e-6;  // below it the kept tail is all rounding
  if (found.empty() && at_most && !(log_scale(*this).kept >= least_kept)) {
    found.push_back({"at_most", "a value that leaves at least a millionth of the distribution"});
  }
  return found;
}

double Lognormal::mean() const {
  const LogScale s = log_scale(*this);
  return exp(s.mu + 0.5 * s.sigma * s.sigma) * normal_cdf(s.cut - s.sigma) / s.kept;
}

double Lognormal::variance() const {
  const LogScale s = log_scale(*this);
  const double average = mean();
  if (!at_most) return average * average * expm1(s.sigma * s.sigma);
  const double square = exp(2.0 * (s.mu + s.sigma * s.sigma)) * normal_cdf(s.cut - 2.0 * s.sigma);
  return square / s.kept - average * average;
}

double Lognormal::sample(Stream& stream) const {
  if (median && !at_most) return *median * exp(*sigma * stream.normal());
  return quantile(stream.uniform());
}

double Lognormal::quantile(double p) const {
  const LogScale s = log_scale(*this);
  const double value = exp(s.mu + s.sigma * normal_quantile(p * s.kept));
  return at_most && value > *at_most ? *at_most : value;
}

double Lognormal::cdf(double x) const {
  if (x <= 0.0) return 0.0;
  if (at_most && x >= *at_most) return 1.0;
  const LogScale s = log_scale(*this);
  return normal_cdf((log(x) - s.mu) / s.sigma) / s.kept;
}

double Lognormal::highest() const {
  return at_most.value_or(infinity);
}

double Gamma::sample(Stream& stream) const {
  const double spread = cv * cv;
  return mean_value * spread * StandardGamma{1.0 / spread}.sample(stream);
}

double Gamma::quantile(double p) const {
  const double spread = cv * cv;
  return mean_value * spread * gamma_quantile(p, 1.0 / spread);
}

double Gamma::cdf(double x) const {
  const double spread = cv * cv;
  return x > 0.0 ? gamma_p(1.0 / spread, x / (mean_value * spread)) : 0.0;
}

double Gamma::highest() const {
  return infinity;
}

double Beta::variance() const {
  const double n = alpha + beta;
  return alpha / n * (beta / n) / (n + 1.0);
}

double Beta::sample(Stream& stream) const {
  const double x = StandardGamma{alpha}.sample(stream);
  const double sum = x + StandardGamma{beta}.sample(stream);
  // Both vanish for the smallest weights about once in 10^30 draws.
  return sum > 0.0 ? x / sum : quantile(stream.uniform());
}

double Beta::quantile(double p) const {
  return beta_quantile(p, alpha, beta);
}

double Beta::cdf(double x) const {
  if (x <= 0.0) return 0.0;
  return x >= 1.0 ? 1.0 : beta_i(alpha, beta, x);
}

}  // namespace ficap::sim
