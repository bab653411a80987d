#include "sim/sampler.hpp"

#include <cmath>
#include <utility>

#include "sim/elementary.hpp"
#include "sim/quantiles.hpp"

namespace ficap::sim {

namespace {

/// The same lognormal, given by its median.
Lognormal by_median(Lognormal d) {
  if (d.median) return d;
  const double square = *d.cv * *d.cv;
  return {.mean_value = {},
          .cv = {},
          .median = *d.mean_value / std::sqrt(1.0 + square),
          .sigma = std::sqrt(log1p(square)),
          .at_most = d.at_most};
}

}  // namespace

Sampler::Sampler(const Distribution& d) : form_{form_of(d)} {}

Sampler::Form Sampler::form_of(const Distribution& d) {
  if (const auto* fixed = std::get_if<Fixed>(&d.value)) return *fixed;
  if (const auto* exponential = std::get_if<Exponential>(&d.value)) return *exponential;
  if (const auto* lognormal = std::get_if<Lognormal>(&d.value)) {
    const Lognormal given = by_median(*lognormal);
    if (given.at_most) return ByCutLog{log_scale(given), *given.at_most};
    return ByLog{*given.median, *given.sigma};
  }
  if (const auto* gamma = std::get_if<Gamma>(&d.value)) {
    const double spread = gamma->cv * gamma->cv;
    return ScaledGamma{gamma->mean_value * spread, StandardGamma{1.0 / spread}};
  }
  if (const auto* beta = std::get_if<Beta>(&d.value))
    return ShareOfTwo{StandardGamma{beta->alpha}, StandardGamma{beta->beta}, *beta};
  if (const auto* mixture = std::get_if<Mixture>(&d.value)) {
    OneOf one;
    one.which.weights = mixture->weights;
    for (const Distribution& component : mixture->components) {
      one.which.values.push_back(static_cast<double>(one.components.size()));
      one.components.emplace_back(component);
    }
    return one;
  }
  return AnyOther{d};
}

double Sampler::sample(Stream& stream) const {
  return std::visit([&](const auto& form) { return form.sample(stream); }, form_);
}

double Sampler::ByLog::sample(Stream& stream) const {
  return median * exp(sigma * stream.normal());
}

double Sampler::ByCutLog::sample(Stream& stream) const {
  const double value = exp(scale.mu + scale.sigma * normal_quantile(stream.uniform() * scale.kept));
  return value > at_most ? at_most : value;
}

double Sampler::ScaledGamma::sample(Stream& stream) const {
  return scale * standard.sample(stream);
}

double Sampler::ShareOfTwo::sample(Stream& stream) const {
  const double x = part.sample(stream);
  const double sum = x + rest.sample(stream);
  // Both vanish for the smallest weights about once in 10^30 draws.
  return sum > 0.0 ? x / sum : beta.quantile(stream.uniform());
}

double Sampler::OneOf::sample(Stream& stream) const {
  const double index = which.quantile(stream.uniform());
  return components[static_cast<std::size_t>(index)].sample(stream);
}

double Sampler::AnyOther::sample(Stream& stream) const {
  return sim::sample(distribution, stream);
}

}  // namespace ficap::sim
