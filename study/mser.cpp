#include "study/mser.hpp"

#include <algorithm>
#include <cmath>

#include "sim/expects.hpp"

namespace ficap::study {

namespace {

constexpr std::size_t fewest_batches = 10;

// A statistic below this is what rounding leaves of a constant.
double rounding_of(const std::vector<double>& values) {
  constexpr double relative = 1e-12;
  double largest = 0.0;
  for (const double x : values)
    largest = std::max(largest, relative * std::fabs(x));
  return largest * largest;
}

}  // namespace

std::vector<double> batches_of_five(std::span<const double> series) {
  std::vector<double> means;
  means.reserve(series.size() / mser_batch);
  for (std::size_t at = 0; at + mser_batch <= series.size(); at += mser_batch) {
    double total = 0.0;
    for (const double x : series.subspan(at, mser_batch))
      total += x;
    means.push_back(total / static_cast<double>(mser_batch));
  }
  return means;
}

double mser_statistic(std::span<const double> values, std::size_t cut) {
  FICAP_EXPECTS(cut < values.size());
  const std::span<const double> rest = values.subspan(cut);
  const auto many = static_cast<double>(rest.size());
  double total = 0.0;
  for (const double x : rest)
    total += x;
  double squares = 0.0;
  for (const double x : rest)
    squares += (x - total / many) * (x - total / many);
  return squares / (many * many);
}

std::optional<std::size_t> mser5(std::span<const double> series) {
  const std::vector<double> means = batches_of_five(series);
  if (means.size() < fewest_batches) return std::nullopt;
  const std::size_t half = means.size() / 2;
  std::size_t best = 0;
  const double rounding = rounding_of(means);
  double least = std::max(rounding, mser_statistic(means, 0));
  for (std::size_t cut = 1; cut <= half; ++cut) {
    const double here = std::max(rounding, mser_statistic(means, cut));
    if (here < least) {
      least = here;
      best = cut;
    }
  }
  if (best == half) return std::nullopt;
  return best * mser_batch;
}

}  // namespace ficap::study
