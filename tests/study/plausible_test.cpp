#include "study/plausible.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

using namespace ficap;
using models::Spread;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

models::UncertainNumber number(Spread spread, double low, double value, double high) {
  models::UncertainNumber result;
  result.spread = spread;
  result.low = low;
  result.value = value;
  result.high = high;
  result.at_least = -infinity;
  result.at_most = infinity;
  return result;
}

models::UncertainNumber people(Spread spread, double low, double value, double high) {
  auto result = number(spread, low, value, high);
  result.is_whole = true;
  result.at_least = 0.0;
  return result;
}

/// Says "close" to 12 digits.
doctest::Approx about(double x) {
  return doctest::Approx(x).epsilon(1e-12);
}

}  // namespace

TEST_CASE("a range and the value in it are read as a triangle") {
  const auto n = number(Spread::triangular, 10.0, 12.0, 20.0);
  CHECK(study::plausible_value(n, 1e-9) == doctest::Approx(10.0).epsilon(1e-4));
  CHECK(study::plausible_value(n, 0.05) == about(11.0));  // a quarter of what lies below 12
  CHECK(study::plausible_value(n, 0.2) == about(12.0));   // 2 of 10 to the peak
  CHECK(study::plausible_value(n, 0.8) == about(16.0));   // a quarter of what lies above
  CHECK(study::plausible_value(n, 1.0 - 1e-9) == doctest::Approx(20.0).epsilon(1e-4));
}

TEST_CASE("a uniform spread takes no side") {
  const auto n = number(Spread::uniform, 10.0, 12.0, 20.0);
  for (const double place : {0.001, 0.25, 0.5, 0.999})
    CHECK(study::plausible_value(n, place) == about(10.0 + 10.0 * place));
}

// With the peak in the middle it is a beta of 3 and 3, P(below x) = x^3 (10 - 15 x + 6 x^2); with
// the peak at an end one of 1 and 5, P = 1 - (1 - x)^5.
TEST_CASE("a beta spread is PERT's") {
  const auto middle = number(Spread::beta, 10.0, 15.0, 20.0);
  CHECK(study::plausible_value(middle, 0.103515625) == about(12.5));
  CHECK(study::plausible_value(middle, 0.5) == about(15.0));
  CHECK(study::plausible_value(middle, 1.0 - 0.103515625) == about(17.5));
  const auto end = number(Spread::beta, 10.0, 10.0, 20.0);
  for (const double place : {0.1, 0.5, 0.9})
    CHECK(study::plausible_value(end, place) == about(20.0 - 10.0 * std::pow(1.0 - place, 0.2)));
}

// Its mean is a sixth of low + 4 peak + high.
TEST_CASE("a beta spread with its peak to one side has PERT's mean") {
  const auto n = number(Spread::beta, 10.0, 12.0, 20.0);
  constexpr int strips = 20'000;
  double sum = 0.0;
  for (int i = 0; i < strips; ++i)
    sum += study::plausible_value(n, (i + 0.5) / strips);
  CHECK(sum / strips == doctest::Approx((10.0 + 4.0 * 12.0 + 20.0) / 6.0).epsilon(1e-6));
}

// One standard normal deviation out lie 15.87 %; two, 2.28 %.
TEST_CASE("normal and lognormal halves meet at the value and leave 5 % beyond either end") {
  constexpr double one_out = 0.15865525393145705;
  constexpr double two_out = 0.022750131948179195;
  constexpr double z_95 = 1.6448536269514722;
  const auto bell = number(Spread::normal, 6.0, 10.0, 12.0);
  CHECK(study::plausible_value(bell, 0.05) == about(6.0));
  CHECK(study::plausible_value(bell, one_out) == about(10.0 - 4.0 / z_95));
  CHECK(study::plausible_value(bell, 0.5) == about(10.0));
  CHECK(study::plausible_value(bell, 1.0 - two_out) == about(10.0 + 2.0 * 2.0 / z_95));
  CHECK(study::plausible_value(bell, 0.95) == about(12.0));
  const auto ratios = number(Spread::lognormal, 15.0, 30.0, 120.0);
  CHECK(study::plausible_value(ratios, 0.05) == about(15.0));
  CHECK(study::plausible_value(ratios, one_out) == about(30.0 * std::pow(0.5, 1.0 / z_95)));
  CHECK(study::plausible_value(ratios, 0.5) == about(30.0));
  CHECK(study::plausible_value(ratios, 1.0 - two_out) == about(30.0 * std::pow(4.0, 2.0 / z_95)));
  CHECK(study::plausible_value(ratios, 0.95) == about(120.0));
}

// Of a standard normal cut at 0 and above, what 1 - p lies above is at the quantile of
// (1 + p) / 2: at half of it, 0.6745.
TEST_CASE("what a field does not allow does not happen, and the rest keeps its proportions") {
  constexpr double z_95 = 1.6448536269514722;
  auto n = number(Spread::normal, -z_95, 0.0, z_95);
  n.at_least = 0.0;
  CHECK(study::plausible_value(n, 0.5) == about(0.6744897501960817));
  CHECK(study::plausible_value(n, 1e-12) >= 0.0);
  n.at_most = 1e-6;  // so near that what is left is as good as uniform
  CHECK(study::plausible_value(n, 0.25) == doctest::Approx(0.25e-6).epsilon(1e-6));
  CHECK(study::plausible_value(n, 1.0 - 1e-12) <= 1e-6);
  auto ratio = number(Spread::lognormal, 0.5, 0.8, 0.95);
  ratio.at_least = 0.0;
  ratio.at_most = 1.0;
  double before = 0.0;
  for (int i = 1; i < 1000; ++i) {
    const double value = study::plausible_value(ratio, i / 1000.0);
    CHECK(value > before);
    before = value;
  }
  CHECK(before < 1.0);
}

TEST_CASE("a mean that lies outside its range counts at the range's end") {
  for (const Spread spread : {Spread::triangular, Spread::beta}) {
    CHECK(study::plausible_value(number(spread, 10.0, 25.0, 20.0), 0.999999) <= 20.0);
    CHECK(study::plausible_value(number(spread, 10.0, 5.0, 20.0), 0.000001) >= 10.0);
  }
}

TEST_CASE("whole numbers have the chance of their own step, the outer ones too") {
  const auto counts = [](const models::UncertainNumber& n) {
    std::vector<int> count(6, 0);
    for (int i = 0; i < 900; ++i)
      ++count[static_cast<std::size_t>(study::plausible_value(n, (i + 0.5) / 900.0))];
    return count;
  };
  // A triangle from 1.5 to 4.5 with its peak at 3: beyond 2.5 on either side lie 2/9.
  CHECK(counts(people(Spread::triangular, 2.0, 3.0, 4.0)) == std::vector{0, 0, 200, 500, 200, 0});
  CHECK(counts(people(Spread::uniform, 2.0, 3.0, 4.0)) == std::vector{0, 0, 300, 300, 300, 0});
  // A beta of 3 and 3 over the same three steps: x^3 (10 - 15 x + 6 x^2) at a third is 17/81.
  CHECK(counts(people(Spread::beta, 2.0, 3.0, 4.0)) == std::vector{0, 0, 189, 522, 189, 0});
}

TEST_CASE("there are no fewer people than a field allows, and those are whole") {
  const auto n = people(Spread::normal, 0.5, 1.0, 3.0);
  CHECK(study::plausible_value(n, 1e-9) == 0.0);
  CHECK(study::plausible_value(n, 0.5) == 1.0);
  CHECK(study::plausible_value(n, 0.95) == 3.0);
  CHECK(study::plausible_value(n, 0.999) > 3.0);
}
