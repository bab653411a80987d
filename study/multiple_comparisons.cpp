#include "study/multiple_comparisons.hpp"

#include <algorithm>
#include <cmath>

#include "sim/expects.hpp"
#include "sim/quantiles.hpp"

namespace ficap::study {

namespace {

// One-sided half-widths of the differences between any two systems.
class Pairs {
 public:
  Pairs(std::span<const Linearised> systems,
        models::Better better,
        double confidence,
        std::size_t futures)
      : systems_{systems},
        sign_{better == models::Better::higher ? 1.0 : -1.0},
        t_{sim::student_t_quantile(confidence, static_cast<double>(futures) - 1.0)},
        error_of_squares_{1.0 /
                          (static_cast<double>(futures) * (static_cast<double>(futures) - 1.0))} {}

  /// The least (or, with `sense` -1, the least lower end) of d_ij + sense * w_ij over the others.
  template <class Counts>
  [[nodiscard]] std::optional<double> least(std::size_t i, double sense, Counts counts) const {
    std::optional<double> least;
    for (std::size_t j = 0; j < systems_.size(); ++j) {
      if (j == i || !systems_[j].value || !counts(j)) continue;
      const Linearised apart = difference(systems_[i], systems_[j]);
      const double half_width = t_ * std::sqrt(apart.sum_of_squares() * error_of_squares_);
      const double end = sign_ * *apart.value + sense * half_width;
      if (!least || end < *least) least = end;
    }
    return least;
  }

 private:
  std::span<const Linearised> systems_;
  double sign_;
  double t_;
  double error_of_squares_;  // squared standard error of a sum of squared residuals of 1
};

}  // namespace

double one_of_many(double joint, std::size_t statements) {
  FICAP_EXPECTS(joint > 0.0 && joint < 1.0 && statements > 0);
  return 1.0 - (1.0 - joint) / static_cast<double>(statements);
}

Verdict verdict_on(const Linearised& apart, std::optional<double> half_width) {
  if (!apart.value) return Verdict::undefined;
  const bool varies = std::any_of(apart.residuals.begin(),
                                  apart.residuals.end(),
                                  [](double residual) { return residual != 0.0; });
  if (!varies && *apart.value == 0.0) return Verdict::same;
  if (!half_width || std::fabs(*apart.value) <= *half_width) return Verdict::cannot_tell;
  return *apart.value < 0.0 ? Verdict::lower : Verdict::higher;
}

PairedDifference paired_difference(const Linearised& a, const Linearised& b, double confidence) {
  const Linearised apart = difference(a, b);
  if (!apart.value) return {};
  PairedDifference result{
      .value = apart.value, .half_width = apart.half_width(confidence), .verdict = {}};
  result.verdict = verdict_on(apart, result.half_width);
  const std::optional<double> variance = apart.variance();
  if (variance && *variance > 0.0) {
    result.variance_reduction = (*a.variance() + *b.variance()) / *variance;
  }
  return result;
}

std::optional<std::uint32_t> futures_to_tell(const Linearised& a,
                                             const Linearised& b,
                                             double confidence) {
  const Linearised apart = difference(a, b);
  const std::optional<double> variance = apart.variance();
  if (!variance || *apart.value == 0.0) return std::nullopt;
  const double in_deviations = std::fabs(*apart.value) / std::sqrt(*variance);
  const auto tells = [&](std::uint32_t futures) {
    const double freedom = static_cast<double>(futures) - 1.0;
    const double away = sim::student_t_quantile(0.5 + 0.5 * confidence, freedom) +
                        sim::student_t_quantile(chance_to_tell, freedom);
    return away <= in_deviations * std::sqrt(static_cast<double>(futures));
  };
  if (!tells(most_futures_to_tell)) return std::nullopt;
  std::uint32_t too_few = 1;
  std::uint32_t enough = most_futures_to_tell;
  while (enough - too_few > 1) {
    const std::uint32_t middle = too_few + (enough - too_few) / 2;
    (tells(middle) ? enough : too_few) = middle;
  }
  return enough;
}

std::vector<AgainstBest> against_best(std::span<const Linearised> systems,
                                      models::Better better,
                                      double joint) {
  FICAP_EXPECTS(better != models::Better::neither && joint > 0.0 && joint < 1.0);
  std::vector<AgainstBest> all(systems.size());
  std::size_t futures = 0;
  for (std::size_t i = 0; i < systems.size(); ++i) {
    all[i].may_be_best = systems[i].value.has_value();
    futures = std::max(futures, systems[i].replications());
  }
  if (systems.size() < 2 || futures < 2) return all;
  const Pairs pairs{systems, better, one_of_many(joint, systems.size() - 1), futures};
  for (std::size_t i = 0; i < systems.size(); ++i) {
    if (!systems[i].value) continue;
    const double lead = pairs.least(i, 1.0, [](std::size_t) { return true; }).value_or(0.0);
    all[i].may_be_best = lead >= 0.0;
    all[i].at_most = std::max(0.0, lead);
  }
  for (std::size_t i = 0; i < systems.size(); ++i) {
    if (!systems[i].value) continue;
    const auto may_be_best = [&all](std::size_t j) { return all[j].may_be_best; };
    all[i].at_least = std::min(0.0, pairs.least(i, -1.0, may_be_best).value_or(0.0));
  }
  return all;
}

}  // namespace ficap::study
