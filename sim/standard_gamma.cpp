#include "sim/standard_gamma.hpp"

#include <cmath>

#include "sim/elementary.hpp"
#include "sim/expects.hpp"

namespace ficap::sim {

StandardGamma::StandardGamma(double shape)
    : shape_{shape},
      d_{(shape < 1.0 ? shape + 1.0 : shape) - 1.0 / 3.0},
      c_{1.0 / std::sqrt(9.0 * d_)} {
  FICAP_EXPECTS(shape > 0.0);
}

double StandardGamma::sample(Stream& stream) const {
  // A shape below 1 is raised by 1 and taken back by a power of a uniform.
  const double factor = shape_ < 1.0 ? exp(log(stream.uniform()) / shape_) : 1.0;
  while (true) {
    const double x = stream.normal();
    const double root = 1.0 + c_ * x;
    if (root <= 0.0) continue;
    const double v = root * root * root;
    const double u = stream.uniform();
    const double square = x * x;
    // Most are accepted without logarithms.
    if (u < 1.0 - 0.0331 * square * square || log(u) < 0.5 * square + d_ * (1.0 - v + log(v)))
      return factor * (d_ * v);
  }
}

}  // namespace ficap::sim
