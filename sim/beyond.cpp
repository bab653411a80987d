#include "sim/beyond.hpp"

#include <algorithm>
#include <utility>

namespace ficap::sim {

namespace {

constexpr double least_chance = 1e-12;
constexpr double below_one = 1.0 - 0x1p-53;

}  // namespace

Beyond::Beyond(Distribution d, double than)
    : distribution_{std::move(d)},
      than_{than},
      below_{than < lowest(distribution_) ? 0.0 : cdf(distribution_, than)},
      left_{1.0 - below_ >= least_chance ? 1.0 - below_ : 0.0} {}

double Beyond::sample(Stream& stream) const {
  const double u = stream.uniform();
  if (!is_possible()) return than_;
  return std::max(than_, quantile(distribution_, std::min(below_ + left_ * u, below_one)));
}

}  // namespace ficap::sim
