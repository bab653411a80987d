#include "sim/arrivals.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/expects.hpp"

namespace ficap::sim {

CumulativeRate::CumulativeRate(std::vector<RateChange> changes, Time until)
    : changes_{std::move(changes)}, until_{until} {
  FICAP_EXPECTS(!changes_.empty() && changes_.back().from < until);
  before_.reserve(changes_.size() + 1);
  double sum = 0.0;
  for (std::size_t i = 0; i < changes_.size(); ++i) {
    const RateChange& change = changes_[i];
    FICAP_EXPECTS(change.per_hour >= 0.0 && change.per_hour < 1e15);
    before_.push_back(sum);
    const Time end = i + 1 < changes_.size() ? changes_[i + 1].from : until;
    FICAP_EXPECTS(change.from < end);
    sum += change.per_hour * to_hours(end - change.from);
  }
  before_.push_back(sum);
}

double CumulativeRate::at(Time t) const {
  if (t >= until_) return before_.back();
  const auto after = std::upper_bound(
      changes_.begin(), changes_.end(), t, [](Time x, const RateChange& c) { return x < c.from; });
  if (after == changes_.begin()) return 0.0;
  const RateChange& change = *(after - 1);
  return before_[static_cast<std::size_t>(after - changes_.begin()) - 1] +
         change.per_hour * to_hours(t - change.from);
}

std::optional<Time> CumulativeRate::inverse(double expected) const {
  FICAP_EXPECTS(expected >= 0.0);
  if (expected >= before_.back()) return std::nullopt;
  // The last change before which no more than this is expected. The next has more before it, so
  // the rate between the two is not 0.
  const auto after = std::upper_bound(before_.begin(), before_.end(), expected);
  const auto i = static_cast<std::size_t>(after - before_.begin()) - 1;
  const Time from = changes_[i].from;
  const Time end = i + 1 < changes_.size() ? changes_[i + 1].from : until_;
  const double hours = (expected - before_[i]) / changes_[i].per_hour;
  const Time found = from + from_hours(std::min(hours, to_hours(end - from)));
  if (found < until_) return found;
  return std::nullopt;
}

std::optional<Arrival> PoissonArrivals::next(const CumulativeRate& rate) {
  address_.ordinal = next_ordinal_;
  const double sum = partial_sum_ + Stream{address_}.exponential();
  const auto at = rate.inverse(sum);
  if (!at) return std::nullopt;  // and again, since nothing has changed
  partial_sum_ = sum;
  return Arrival{*at, next_ordinal_++};
}

}  // namespace ficap::sim
