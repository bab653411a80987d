#include "study/linearised.hpp"

#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "study/estimate.hpp"

using namespace ficap;
using doctest::Approx;

TEST_CASE("residuals of a mean are the distances from it") {
  const auto mean = study::linearised_mean(std::vector<double>{5, 1, 4, 2, 3});
  CHECK(mean.value == 3.0);
  CHECK(mean.residuals == std::vector<double>{2, -2, 1, -1, 0});
  CHECK(*mean.variance() == Approx(2.5));
  CHECK(*mean.half_width() == Approx(2.7764451052 * std::sqrt(2.5 / 5)));
  CHECK(*mean.half_width(0.99) == Approx(4.6040948713 * std::sqrt(2.5 / 5)));
}

TEST_CASE("residuals of a ratio say by how much each future moves it") {
  const auto ratio = study::linearised_ratio(std::vector<double>{1, 2}, std::vector<double>{2, 2});
  CHECK(*ratio.value == Approx(0.75));
  REQUIRE(ratio.replications() == 2);
  CHECK(ratio.residuals[0] == Approx(-0.25));
  CHECK(ratio.residuals[1] == Approx(0.25));
}

TEST_CASE("an interval here has the bits of the estimate's") {
  const std::vector<double> over{3, 1, 4, 1, 5};
  const std::vector<double> under{9, 2, 6, 5, 3};
  const study::Estimator estimator{5};
  CHECK(study::linearised_mean(over).half_width() == estimator.mean(over).half_width);
  CHECK(study::linearised_ratio(over, under).half_width() ==
        estimator.ratio(over, under).half_width);
}

TEST_CASE("what two quantities have in common cancels in their difference") {
  const auto a = study::linearised_mean(std::vector<double>{11, 25, 3});
  const auto b = study::linearised_mean(std::vector<double>{10, 24, 2});
  const auto apart = study::difference(a, b);
  CHECK(*apart.value == Approx(1.0));
  CHECK(*apart.half_width() == Approx(0.0));
}

TEST_CASE("what is undefined stays so") {
  const auto nothing = study::linearised_ratio(std::vector<double>{1}, std::vector<double>{0});
  CHECK_FALSE(nothing.value);
  CHECK_FALSE(nothing.half_width());
  const auto something = study::linearised_mean(std::vector<double>{1, 2});
  CHECK_FALSE(study::difference(something, nothing).value);
  CHECK_FALSE(study::linearised_mean(std::vector<double>{4}).half_width());
  CHECK_FALSE(study::linearised_mean({}).value);
}
