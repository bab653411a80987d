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

}  // namespace ficap::study
