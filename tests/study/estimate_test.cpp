#include "study/estimate.hpp"

#include <cmath>
#include <vector>

#include <doctest/doctest.h>

using namespace ficap;
using doctest::Approx;

TEST_CASE("a type-7 quantile lies between order statistics on a straight line") {
  const std::vector<double> four{1, 2, 3, 4};
  CHECK(study::quantile(four, 0.1) == Approx(1.3));
  CHECK(study::quantile(four, 0.5) == Approx(2.5));
  CHECK(study::quantile(four, 0.9) == Approx(3.7));
  CHECK(study::quantile(four, 0.0) == 1.0);
  CHECK(study::quantile(four, 1.0) == 4.0);
  CHECK(study::quantile(std::vector<double>{7}, 0.9) == 7.0);
}

TEST_CASE("the mean of five futures has Student's interval with four degrees of freedom") {
  const auto estimate = study::Estimator{5}.mean(std::vector<double>{5, 1, 4, 2, 3});
  CHECK(estimate.mean == 3.0);
  CHECK(*estimate.sd == Approx(std::sqrt(2.5)));
  CHECK(*estimate.half_width == Approx(2.7764451052 * std::sqrt(2.5 / 5)));
  CHECK(*estimate.p10 == Approx(1.4));
  CHECK(*estimate.p90 == Approx(4.6));
  CHECK(estimate.replications == 5);
}

TEST_CASE("a ratio is that of summed counts, not the mean of ratios") {
  // 1 of 1 and 0 of 9: one tenth, though the two futures' own ratios average one half.
  const auto estimate =
      study::Estimator{2}.ratio(std::vector<double>{1, 0}, std::vector<double>{1, 9});
  CHECK(*estimate.mean == Approx(0.1));
  CHECK(*estimate.p90 == Approx(0.9));
}

TEST_CASE("a ratio's interval is that of its linearised residuals") {
  // Ratio 3/4, mean under 2, residuals -1/4 and 1/4, so s^2 = 1/8; t with one degree is 12.7062.
  const auto estimate =
      study::Estimator{2}.ratio(std::vector<double>{1, 2}, std::vector<double>{2, 2});
  CHECK(*estimate.mean == Approx(0.75));
  CHECK(*estimate.half_width == Approx(12.7062047362 * 0.25));
  CHECK(*estimate.sd == Approx(std::sqrt(0.125)));
}

TEST_CASE("numerator and denominator that move together leave no doubt about their ratio") {
  const auto estimate =
      study::Estimator{3}.ratio(std::vector<double>{1, 2, 3}, std::vector<double>{4, 8, 12});
  CHECK(*estimate.mean == Approx(0.25));
  CHECK(*estimate.half_width == Approx(0.0));
}

TEST_CASE("a ratio of nothing to nothing is absent") {
  CHECK(study::Estimator{2}.ratio(std::vector<double>{0, 0}, std::vector<double>{0, 0}) ==
        study::Estimate{});
}

TEST_CASE(
    "a future in which a ratio is undefined counts in the interval, not among single futures") {
  const auto estimate =
      study::Estimator{3}.ratio(std::vector<double>{1, 0, 1}, std::vector<double>{2, 0, 2});
  CHECK(*estimate.mean == Approx(0.5));
  CHECK(estimate.replications == 2);
  CHECK(estimate.half_width.has_value());
}

TEST_CASE("one future has a mean and percentiles but neither interval nor spread") {
  const auto estimate = study::Estimator{1}.mean(std::vector<double>{42});
  CHECK(estimate.mean == 42.0);
  CHECK_FALSE(estimate.half_width.has_value());
  CHECK_FALSE(estimate.sd.has_value());
  CHECK(estimate.p10 == 42.0);
}

TEST_CASE("no future has no estimate") {
  CHECK(study::Estimator{0}.mean({}) == study::Estimate{});
}

TEST_CASE("a scale applies to all that has a unit") {
  const study::Estimate pence{
      .mean = 100.0, .half_width = 20.0, .sd = 10.0, .p10 = 80.0, .p90 = 120.0, .replications = 9};
  CHECK(study::scaled(pence, 0.5) == study::Estimate{.mean = 50.0,
                                                     .half_width = 10.0,
                                                     .sd = 5.0,
                                                     .p10 = 40.0,
                                                     .p90 = 60.0,
                                                     .replications = 9});
  CHECK(study::scaled({}, 0.5) == study::Estimate{});
}
