#pragma once

#include <variant>
#include <vector>

#include "sim/distributions.hpp"
#include "sim/standard_gamma.hpp"
#include "sim/stream.hpp"

namespace ficap::sim {

/// A distribution made ready to be drawn from: what every draw would have to work out is worked
/// out once. A simulation draws from these; a scenario, a report or a formula has a Distribution.
class Sampler {
 public:
  /// Always zero.
  Sampler() = default;
  /// @pre problems(d) is empty
  explicit Sampler(const Distribution& d);

  /// @returns what sample(d, stream) returns, up to rounding, from the same random numbers
  [[nodiscard]] double sample(Stream& stream) const;

 private:
  struct ByLog {  ///< a lognormal
    double median;
    double sigma;
    [[nodiscard]] double sample(Stream& stream) const;
  };
  struct ByCutLog {  ///< a lognormal that is cut off above
    LogScale scale;
    double at_most;
    [[nodiscard]] double sample(Stream& stream) const;
  };
  struct ScaledGamma {
    double scale;
    StandardGamma standard;
    [[nodiscard]] double sample(Stream& stream) const;
  };
  struct ShareOfTwo {  ///< a beta
    StandardGamma part;
    StandardGamma rest;
    Beta beta;
    [[nodiscard]] double sample(Stream& stream) const;
  };
  struct OneOf {  ///< a mixture
    Discrete which;
    std::vector<Sampler> components;
    [[nodiscard]] double sample(Stream& stream) const;
  };
  struct AnyOther {
    Distribution distribution;
    [[nodiscard]] double sample(Stream& stream) const;
  };
  using Form =
      std::variant<Fixed, Exponential, ByLog, ByCutLog, ScaledGamma, ShareOfTwo, OneOf, AnyOther>;

  [[nodiscard]] static Form form_of(const Distribution& d);

  Form form_;
};

}  // namespace ficap::sim
