#include "sim/new_mean.hpp"

#include <algorithm>
#include <optional>
#include <type_traits>
#include <variant>
#include <vector>

#include "sim/expects.hpp"

namespace ficap::sim {

namespace {

/// x becomes offset + factor x.
struct Affine {
  double offset;
  double factor;

  void operator()(double& x) const { x = offset + factor * x; }
  void operator()(int& /*count*/) const {}
  void operator()(std::optional<double>& x) const {
    if (x) (*this)(*x);
  }
  void operator()(std::vector<double>& values) const {
    for (double& x : values)
      (*this)(x);
  }
  void operator()(std::vector<Distribution>& components) const {
    for (Distribution& component : components)
      (*this)(component);
  }
  void operator()(Distribution& d) const {
    std::visit(
        [this](auto& held) {
          std::decay_t<decltype(held)>::fields(held, [this](const Field& field, auto& member) {
            if (field.unit == Unit::of_variable) (*this)(member);
          });
        },
        d.value);
  }
};

constexpr double least_weight = 0.05;  // of Beta's fields

Beta beta_with_mean(const Beta& d, double new_mean) {
  const double rarer = std::min(new_mean, 1.0 - new_mean);
  const double weight = std::max(d.alpha + d.beta, least_weight / rarer);
  return {.alpha = std::max(least_weight, weight * new_mean),
          .beta = std::max(least_weight, weight * (1.0 - new_mean))};
}

}  // namespace

Distribution scaled(Distribution d, double factor) {
  FICAP_EXPECTS(factor > 0.0);
  Affine{.offset = 0.0, .factor = factor}(d);
  return d;
}

Distribution with_mean(const Distribution& d, double new_mean) {
  const double old_mean = mean(d);
  if (new_mean == old_mean) return d;
  if (std::holds_alternative<Fixed>(d.value)) return {Fixed{new_mean}};
  FICAP_EXPECTS(old_mean > 0.0 && new_mean > 0.0 && !std::holds_alternative<Beta>(d.value));
  return scaled(d, new_mean / old_mean);
}

Distribution share_with_mean(const Distribution& d, double new_mean) {
  FICAP_EXPECTS(new_mean > 0.0 && new_mean < 1.0);
  const double old_mean = mean(d);
  if (new_mean == old_mean) return d;
  if (const auto* beta = std::get_if<Beta>(&d.value)) return {beta_with_mean(*beta, new_mean)};
  if (new_mean < old_mean || highest(d) > 1.0) return with_mean(d, new_mean);
  if (std::holds_alternative<Fixed>(d.value)) return {Fixed{new_mean}};
  FICAP_EXPECTS(old_mean < 1.0);
  const double factor = (1.0 - new_mean) / (1.0 - old_mean);
  Distribution moved = d;
  Affine{.offset = 1.0 - factor, .factor = factor}(moved);
  return moved;
}

}  // namespace ficap::sim
