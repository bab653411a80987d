#include "study/power.hpp"

#include <cmath>

#include "sim/expects.hpp"
#include "sim/quantiles.hpp"

namespace ficap::study {

std::optional<double> smallest_difference(const Estimate& estimate,
                                          std::size_t replications,
                                          std::size_t planned) {
  FICAP_EXPECTS(planned >= 2);
  if (!estimate.half_width || replications < 2) return std::nullopt;
  const auto seen = static_cast<double>(replications);
  const auto many = static_cast<double>(planned);
  // The standard deviation of a future's share in the error, for means and ratios alike.
  const double sd =
      *estimate.half_width / sim::student_t_quantile(0.975, seen - 1.0) * std::sqrt(seen);
  const double freedom = 2.0 * (many - 1.0);
  const double quantiles =
      sim::student_t_quantile(0.975, freedom) + sim::student_t_quantile(usual_power, freedom);
  return quantiles * sd * std::sqrt(2.0 / many);
}

std::optional<double> smallest_paired_difference(const Linearised& apart,
                                                 std::size_t planned,
                                                 double confidence) {
  FICAP_EXPECTS(planned >= 2 && confidence > 0.0 && confidence < 1.0);
  const std::optional<double> variance = apart.variance();
  if (!variance) return std::nullopt;
  const auto many = static_cast<double>(planned);
  const double quantiles = sim::student_t_quantile(0.5 + 0.5 * confidence, many - 1.0) +
                           sim::student_t_quantile(usual_power, many - 1.0);
  return quantiles * std::sqrt(*variance / many);
}

}  // namespace ficap::study
