#include "sim/new_mean.hpp"

#include <cmath>
#include <vector>

#include <doctest/doctest.h>

using namespace ficap;

namespace {

sim::Distribution of(sim::Distribution::Variant value) {
  return {std::move(value)};
}

std::vector<sim::Distribution> amounts() {
  return {of(sim::Uniform{2.0, 6.0}),
          of(sim::Triangular{1.0, 2.0, 9.0}),
          of(sim::Exponential{4.0}),
          of(sim::Erlang{3, 4.0}),
          of(sim::Lognormal{.mean_value = 4.0, .cv = 0.9}),
          of(sim::Lognormal{.median = 4.0, .sigma = 0.7}),
          of(sim::Lognormal{.mean_value = 4.0, .cv = 0.9, .at_most = 20.0}),
          of(sim::Gamma{4.0, 0.5}),
          of(sim::Discrete{{1.0, 2.0, 8.0}, {1.0, 2.0, 1.0}}),
          of(sim::Empirical{{1.0, 2.0, 3.0, 9.0}}),
          of(sim::Mixture{{1.0, 3.0}, {of(sim::Fixed{2.0}), of(sim::Exponential{5.0})}})};
}

std::vector<sim::Distribution> shares() {
  return {of(sim::Uniform{0.1, 0.7}),
          of(sim::Triangular{0.0, 0.2, 1.0}),
          of(sim::Beta{1.0, 3.0}),
          of(sim::Discrete{{0.0, 0.5, 1.0}, {1.0, 2.0, 1.0}}),
          of(sim::Mixture{{1.0, 1.0}, {of(sim::Fixed{0.2}), of(sim::Uniform{0.3, 0.9})}})};
}

}  // namespace

TEST_CASE("a distribution with another mean has that mean and its old shape") {
  for (const sim::Distribution& d : amounts()) {
    CAPTURE(sim::name(d));
    for (const double factor : {0.3, 0.9, 2.5}) {
      const sim::Distribution moved = sim::with_mean(d, factor * sim::mean(d));
      CHECK(sim::problems(moved).empty());
      CHECK(sim::mean(moved) == doctest::Approx(factor * sim::mean(d)));
      for (const double p : {0.05, 0.4, 0.97})
        CHECK(sim::quantile(moved, p) == doctest::Approx(factor * sim::quantile(d, p)));
    }
  }
}

TEST_CASE("a share with another mean has that mean and stays a share") {
  for (const sim::Distribution& d : shares()) {
    CAPTURE(sim::name(d));
    for (const double mean : {0.01, 0.2, 0.6, 0.99}) {
      CAPTURE(mean);
      const sim::Distribution moved = sim::share_with_mean(d, mean);
      CHECK(sim::mean(moved) == doctest::Approx(mean));
      CHECK(sim::lowest(moved) >= -1e-12);
      CHECK(sim::highest(moved) <= 1.0 + 1e-12);
    }
  }
}

TEST_CASE("a beta keeps the weight behind it") {
  const auto moved = std::get<sim::Beta>(sim::share_with_mean(of(sim::Beta{2.0, 6.0}), 0.4).value);
  CHECK(moved.alpha == doctest::Approx(3.2));
  CHECK(moved.beta == doctest::Approx(4.8));
}

TEST_CASE("the mean that it has leaves a distribution as it is, to the last bit") {
  for (const sim::Distribution& d : amounts())
    CHECK(sim::with_mean(d, sim::mean(d)) == d);
  for (const sim::Distribution& d : shares())
    CHECK(sim::share_with_mean(d, sim::mean(d)) == d);
}

TEST_CASE("a fixed value is replaced, even from nothing") {
  CHECK(sim::with_mean(of(sim::Fixed{0.0}), 3.0) == of(sim::Fixed{3.0}));
  CHECK(sim::share_with_mean(of(sim::Fixed{0.0}), 0.3) == of(sim::Fixed{0.3}));
}
