#include "study/sequential.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/expects.hpp"
#include "sim/quantiles.hpp"

namespace ficap::study {

namespace {

constexpr double error_of_all = 0.05;
// Skewed quantities need about this many futures before Student's interval can be trusted, and the
// first look spends little because a small spread seen early is the one most likely to mislead.
constexpr std::uint32_t first_look = 30;
constexpr double error_of_first = 0.005;
constexpr double share_of_rest = 0.5;
// Below this a look cannot end the study: the quantile would lose its digits. It takes a dozen
// looks that promised the target and missed it.
constexpr double least_error = 1e-6;

constexpr double most_expected = 1e15;

// A quarter more, rounded up.
std::uint32_t next_look(std::uint32_t replications, std::uint32_t most) {
  const std::uint64_t grown = (std::uint64_t{replications} * 5 + 3) / 4;
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(grown, most));
}

double quantile(double error, double replications) {
  return sim::student_t_quantile(1.0 - 0.5 * error, replications - 1.0);
}

// The futures that bring the half-width of a quantity with this variance down to what is wanted.
double needed(double variance, double wanted, double error, double now) {
  if (variance == 0.0) return 2.0;
  if (wanted <= 0.0) return most_expected;
  // Student's quantile changes so little from step to step that a few of them settle it.
  double many = now;
  for (int step = 0; step < 5; ++step) {
    const double z = quantile(error, std::max(many, 3.0)) / wanted;
    many = std::min(most_expected, std::floor(variance * z * z) + 1.0);
  }
  return many;
}

}  // namespace

double PrecisionTarget::wanted(double whole) const noexcept {
  return per_cent ? half_width / 100.0 * std::fabs(whole) : half_width;
}

SequentialRule::SequentialRule(std::vector<PrecisionTarget> targets,
                               std::uint32_t most,
                               std::size_t family)
    : targets_{std::move(targets)},
      most_{most},
      family_{static_cast<double>(family)},
      replications_{std::min(first_look, most)},
      left_{error_of_all} {
  FICAP_EXPECTS(!targets_.empty() && most >= 1 && family >= 1);
  for (const PrecisionTarget& target : targets_)
    FICAP_EXPECTS(target.half_width > 0.0);
}

double SequentialRule::error_of_next() const noexcept {
  if (replications_ == most_) return left_;
  return number_ == 1 ? error_of_first : share_of_rest * left_;
}

void SequentialRule::see(std::span<const Quantity> quantities, double error) {
  FICAP_EXPECTS(!finished_ && quantities.size() == targets_.size());
  error_ = error;
  seen_.clear();
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const Linearised& estimate = quantities[i].estimate;
    TargetSeen seen{.value = estimate.value};
    if (estimate.value) {
      FICAP_EXPECTS(quantities[i].whole);
      seen.wanted = targets_[i].wanted(*quantities[i].whole);
      seen.half_width = estimate.half_width(1.0 - error / family_);
      seen.met = seen.half_width && *seen.half_width <= *seen.wanted;
    }
    seen_.push_back(seen);
  }
}

bool SequentialRule::can_end_next(std::span<const Quantity> quantities) const {
  if (replications_ == most_) return true;
  const double error = error_of_next();
  if (error < least_error) return false;
  const auto many = static_cast<double>(replications_);
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const auto variance = quantities[i].estimate.variance();
    if (!variance) return false;
    const double half_width = quantile(error / family_, many) * std::sqrt(*variance / many);
    if (half_width > *seen_[i].wanted) return false;
  }
  return true;
}

std::uint64_t SequentialRule::forecast(std::span<const Quantity> quantities) const {
  // What the look that ends a study usually spends.
  const double error = finished_ ? error_ : std::max(least_error, share_of_rest * left_);
  double most = 2.0;
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const auto variance = quantities[i].estimate.variance();
    if (!variance) return 0;
    const auto now = static_cast<double>(quantities[i].estimate.replications());
    most = std::max(most, needed(*variance, *seen_[i].wanted, error / family_, now));
  }
  return static_cast<std::uint64_t>(most);
}

void SequentialRule::look(std::span<const Quantity> quantities) {
  const double error = error_of_next();
  see(quantities, error);
  const bool all_met =
      std::all_of(seen_.begin(), seen_.end(), [](const TargetSeen& seen) { return seen.met; });
  met_ = can_end_ && all_met;
  finished_ = met_ || replications_ == most_;
  if (can_end_) left_ -= error;
  expected_ = forecast(quantities);
  if (finished_) return;
  replications_ = next_look(replications_, most_);
  ++number_;
  can_end_ = can_end_next(quantities);
}

void SequentialRule::stop(std::span<const Quantity> quantities, std::uint32_t replications) {
  see(quantities, error_of_next());
  expected_ = forecast(quantities);
  replications_ = replications;
  finished_ = true;
}

}  // namespace ficap::study
