#include "study/linearised.hpp"

#include <cmath>

#include "sim/expects.hpp"
#include "sim/quantiles.hpp"

namespace ficap::study {

namespace {

double sum(std::span<const double> values) {
  double total = 0.0;
  for (const double x : values)
    total += x;
  return total;
}

}  // namespace

double Linearised::sum_of_squares() const noexcept {
  double squares = 0.0;
  for (const double residual : residuals)
    squares += residual * residual;
  return squares;
}

std::optional<double> Linearised::variance() const {
  if (residuals.size() < 2) return std::nullopt;
  return sum_of_squares() / static_cast<double>(residuals.size() - 1);
}

std::optional<double> Linearised::half_width(double confidence) const {
  FICAP_EXPECTS(confidence > 0.0 && confidence < 1.0);
  if (residuals.size() < 2) return std::nullopt;
  const auto count = static_cast<double>(residuals.size());
  return sim::student_t_quantile(0.5 + 0.5 * confidence, count - 1.0) *
         std::sqrt(sum_of_squares() / (count * (count - 1.0)));
}

Linearised linearised_mean(std::span<const double> values) {
  if (values.empty()) return {};
  const double mean = sum(values) / static_cast<double>(values.size());
  Linearised result{.value = mean, .residuals = {}};
  result.residuals.reserve(values.size());
  for (const double x : values)
    result.residuals.push_back(x - mean);
  return result;
}

Linearised linearised_ratio(std::span<const double> over, std::span<const double> under) {
  FICAP_EXPECTS(over.size() == under.size());
  const double all_under = sum(under);
  if (all_under == 0.0) return {};
  const double ratio = sum(over) / all_under;
  const double mean_under = all_under / static_cast<double>(under.size());
  Linearised result{.value = ratio, .residuals = {}};
  result.residuals.reserve(over.size());
  for (std::size_t r = 0; r < over.size(); ++r)
    result.residuals.push_back((over[r] - ratio * under[r]) / mean_under);
  return result;
}

Linearised linearised(const models::Measure& measure,
                      const models::Layout& layout,
                      std::span<const models::Outcome> outcomes,
                      std::optional<Cut> cut) {
  std::vector<double> over;
  std::vector<double> under;
  over.reserve(outcomes.size());
  under.reserve(outcomes.size());
  for (const models::Outcome& outcome : outcomes) {
    const Observed observed = observe(measure, layout, outcome, cut);
    over.push_back(static_cast<double>(observed.over) * measure.scale);
    under.push_back(static_cast<double>(observed.under.value_or(1)));
  }
  return measure.is_ratio() ? linearised_ratio(over, under) : linearised_mean(over);
}

Linearised difference(const Linearised& a, const Linearised& b) {
  if (!a.value || !b.value) return {};
  FICAP_EXPECTS(a.residuals.size() == b.residuals.size());
  Linearised result{.value = *a.value - *b.value, .residuals = a.residuals};
  for (std::size_t r = 0; r < result.residuals.size(); ++r)
    result.residuals[r] -= b.residuals[r];
  return result;
}

}  // namespace ficap::study
