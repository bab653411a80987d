#include "study/variance_split.hpp"

#include <algorithm>
#include <cmath>

#include "sim/expects.hpp"
#include "sim/quantiles.hpp"

namespace ficap::study {

namespace {

double mean_of(std::span<const double> values) {
  double sum = 0.0;
  for (const double x : values)
    sum += x;
  return sum / static_cast<double>(values.size());
}

// Quantile of the F distribution, through that of a beta.
double f_quantile(double p, double over, double under) {
  const double x = sim::beta_quantile(p, 0.5 * over, 0.5 * under);
  return under * x / (over * (1.0 - x));
}

}  // namespace

VarianceSplit split_variance(std::span<const double> means,
                             std::span<const double> variances,
                             std::size_t futures) {
  FICAP_EXPECTS(means.size() >= 2 && means.size() == variances.size() && futures >= 2);
  const auto n = static_cast<double>(futures);
  const auto draws = static_cast<double>(means.size());
  VarianceSplit split{.mean = mean_of(means), .chance = mean_of(variances)};
  double squares = 0.0;
  for (const double x : means)
    squares += (x - split.mean) * (x - split.mean);
  const double between = squares / (draws - 1.0);
  const double evidence = between - split.chance / n;
  split.evidence_set_to_0 = evidence < 0.0;
  split.evidence = std::max(0.0, evidence);
  const double all = split.evidence + split.chance;
  if (all > 0.0) split.share = split.evidence / all;
  if (between > 0.0) split.shrinkage = std::sqrt(split.evidence / between);
  if (split.chance <= 0.0) {  // no chance, so nothing of the share is in doubt
    split.share_low = split.share;
    split.share_high = split.share;
    return split;
  }
  const double ratio = n * between / split.chance;
  const double over = draws - 1.0;
  const double under = draws * (n - 1.0);
  const auto share_at = [&](double quantile) {
    const double f = ratio / f_quantile(quantile, over, under);
    return std::max(0.0, (f - 1.0) / (f - 1.0 + n));
  };
  split.share_low = share_at(0.975);
  split.share_high = share_at(0.025);
  return split;
}

}  // namespace ficap::study
