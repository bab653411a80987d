#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/stream.hpp"
#include "sim/tally.hpp"

/// Distances between what was seen and what theory says, in standard errors. Seeds are fixed and
/// nothing is tried twice; each test names its limit and shows that it has power.
namespace ficap::test {

/// The limit for a single comparison: passed by chance alone about once in 150,000.
inline constexpr double z_limit = 4.5;

/// @returns |mean - expected| in standard errors of the mean
inline double z_score(const sim::Tally& seen, double expected) {
  const double error = std::sqrt(seen.variance() / static_cast<double>(seen.count()));
  return std::fabs(seen.mean() - expected) / error;
}

/// @returns `n` values, each drawn at an address of its own, as a model draws them
template <class D>
std::vector<double> sample_of(const D& d, std::uint32_t n, std::uint32_t id = 0) {
  std::vector<double> values;
  values.reserve(n);
  for (std::uint32_t k = 0; k < n; ++k) {
    sim::Stream stream{sim::Address{.seed = 7, .id = id, .ordinal = k}};
    values.push_back(d.sample(stream));
  }
  return values;
}

/// @returns |sample mean - mean()| in standard errors, by the variance it says it has
template <class D>
double z_of_mean(const D& d, const std::vector<double>& values) {
  sim::Tally seen;
  for (const double x : values)
    seen.add(x);
  const double error = std::sqrt(d.variance() / static_cast<double>(values.size()));
  const double away = std::fabs(seen.mean() - d.mean());
  if (error == 0.0) return away <= 1e-12 * std::fabs(d.mean()) ? 0.0 : 1e9;
  return away / error;
}

/// @returns |sample variance - variance()| in standard errors, by the sample's fourth moment
template <class D>
double z_of_variance(const D& d, const std::vector<double>& values) {
  sim::Tally squares;
  for (const double x : values)
    squares.add((x - d.mean()) * (x - d.mean()));
  if (squares.variance() == 0.0) return squares.mean() == d.variance() ? 0.0 : 1e9;
  return z_score(squares, d.variance());
}

/// Kolmogorov's distance between a sample and a distribution function, times the square root of
/// the sample's size. Beyond 2.7 by chance alone about once in a million; less often where the
/// distribution has atoms.
template <class Cdf>
double kolmogorov(std::vector<double> values, Cdf&& cdf) {
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  double distance = 0.0;
  for (std::size_t i = 0; i < values.size();) {
    std::size_t j = i;
    while (j < values.size() && values[j] == values[i])
      ++j;
    const double at = cdf(values[i]);
    // Just below an atom the distribution function is not known, so only its value there counts.
    distance = std::max(distance, std::fabs(static_cast<double>(j) / n - at));
    if (j == i + 1) distance = std::max(distance, std::fabs(at - static_cast<double>(i) / n));
    i = j;
  }
  return distance * std::sqrt(n);
}
inline constexpr double kolmogorov_limit = 2.7;

}  // namespace ficap::test
