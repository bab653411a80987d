#pragma once

#include "sim/stream.hpp"

namespace ficap::sim {

/// Draws from a gamma distribution of scale 1, by acceptance and rejection: a few random numbers.
///
/// Source: Marsaglia and Tsang, ACM Trans. Math. Softw. 26 (2000), 363-372.
class StandardGamma {
 public:
  /// @pre shape > 0
  explicit StandardGamma(double shape);

  [[nodiscard]] double sample(Stream& stream) const;

 private:
  double shape_;
  double d_;  ///< of the shape, raised by 1 where it is below 1
  double c_;
};

}  // namespace ficap::sim
