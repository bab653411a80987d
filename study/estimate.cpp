#include "study/estimate.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/expects.hpp"
#include "sim/quantiles.hpp"

namespace ficap::study {

namespace {

// Spread and percentiles of single futures.
void describe(Estimate& estimate, std::vector<double> singles) {
  estimate.replications = singles.size();
  if (singles.empty()) return;
  if (singles.size() > 1) estimate.sd = std::sqrt(*linearised_mean(singles).variance());
  std::sort(singles.begin(), singles.end());
  estimate.p10 = quantile(singles, 0.1);
  estimate.p90 = quantile(singles, 0.9);
}

}  // namespace

double quantile(std::span<const double> ascending, double p) {
  FICAP_EXPECTS(!ascending.empty() && p >= 0.0 && p <= 1.0);
  const double place = p * static_cast<double>(ascending.size() - 1);
  const double below = std::floor(place);
  const auto index = static_cast<std::size_t>(below);
  if (index + 1 >= ascending.size()) return ascending.back();
  return ascending[index] + (place - below) * (ascending[index + 1] - ascending[index]);
}

Estimator::Estimator(std::size_t replications)
    : replications_{replications},
      t_{replications > 1 ? sim::student_t_quantile(0.975, static_cast<double>(replications - 1))
                          : 0.0} {}

std::optional<double> Estimator::half_width(const Linearised& quantity) const {
  if (replications_ < 2) return std::nullopt;
  const auto count = static_cast<double>(replications_);
  return t_ * std::sqrt(quantity.sum_of_squares() / (count * (count - 1.0)));
}

Estimate Estimator::mean(std::span<const double> values) const {
  FICAP_EXPECTS(values.size() == replications_);
  Estimate estimate;
  if (values.empty()) return estimate;
  const Linearised mean = linearised_mean(values);
  estimate.mean = mean.value;
  estimate.half_width = half_width(mean);
  describe(estimate, {values.begin(), values.end()});
  return estimate;
}

Estimate Estimator::ratio(std::span<const double> over, std::span<const double> under) const {
  FICAP_EXPECTS(over.size() == replications_ && under.size() == replications_);
  Estimate estimate;
  const Linearised ratio = linearised_ratio(over, under);
  if (!ratio.value) return estimate;
  std::vector<double> singles;
  singles.reserve(replications_);
  for (std::size_t r = 0; r < replications_; ++r) {
    if (under[r] != 0.0) singles.push_back(over[r] / under[r]);
  }
  estimate.mean = ratio.value;
  estimate.half_width = half_width(ratio);
  describe(estimate, std::move(singles));
  return estimate;
}

Estimate scaled(const Estimate& estimate, double scale) {
  const auto times = [scale](std::optional<double> x) -> std::optional<double> {
    return x ? std::optional{*x * scale} : std::nullopt;
  };
  return Estimate{.mean = times(estimate.mean),
                  .half_width = times(estimate.half_width),
                  .sd = times(estimate.sd),
                  .p10 = times(estimate.p10),
                  .p90 = times(estimate.p90),
                  .replications = estimate.replications};
}

}  // namespace ficap::study
