#pragma once

#include "sim/distributions.hpp"
#include "sim/stream.hpp"

namespace ficap::sim {

/// A variable of which it is known that it is larger than some value: what has lasted for a while
/// and goes on.
///
/// Drawn by inversion of one uniform, whatever the distribution: no draw is rejected, so none takes
/// longer than another, and more of the variable for a larger uniform holds here as well.
class Beyond {
 public:
  /// @pre problems(d) is empty
  Beyond(Distribution d, double than);

  /// @returns whether the variable can be so large: its chance is at least 1e-12, less than which
  ///          cannot be told from rounding
  [[nodiscard]] bool is_possible() const noexcept { return left_ > 0.0; }

  /// @returns a draw of the variable, not less than `than`; where it cannot be so large, `than`
  ///          itself: it is over at once
  [[nodiscard]] double sample(Stream& stream) const;

 private:
  Distribution distribution_;
  double than_;
  double below_;  ///< the chance that the variable is not so large
  double left_;   ///< the chance that it is; 0 where it cannot be
};

}  // namespace ficap::sim
