#include "study/plausible.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "sim/elementary.hpp"
#include "sim/expects.hpp"
#include "sim/parametric.hpp"
#include "sim/quantiles.hpp"
#include "sim/stream.hpp"

namespace ficap::study {

namespace {

using models::Spread;

// How many standard deviations of a normal variable the point lies out that 95 % lie below.
constexpr double z_95 = 1.6448536269514722;

// A beta between low and high whose mean is a sixth of low + 4 peak + high.
// Source: Malcolm, Roseboom, Clark and Fazar, Operations Research 7 (1959), 646-669.
double pert(double place, double low, double peak, double high) {
  const double width = high - low;
  const double alpha = 1.0 + 4.0 * (peak - low) / width;
  const double beta = 1.0 + 4.0 * (high - peak) / width;
  return low + width * sim::beta_quantile(place, alpha, beta);
}

/// Two halves of normal variables that meet in the middle, each with half of the probability: 5 %
/// lie below low and 5 % above high. What lies outside the limits does not happen, and the rest
/// keeps its proportions.
struct TwoHalves {
  double low;
  double middle;
  double high;

  [[nodiscard]] double step(bool is_below) const {
    return (is_below ? middle - low : high - middle) / z_95;
  }
  [[nodiscard]] double cdf(double x) const {
    return sim::normal_cdf((x - middle) / step(x < middle));
  }
  [[nodiscard]] double quantile(double place, double at_least, double at_most) const {
    const double below = cdf(at_least);
    const double p = below + place * (cdf(at_most) - below);
    return middle + step(p < 0.5) * sim::normal_quantile(p);
  }
};

constexpr double infinity = std::numeric_limits<double>::infinity();

double log_or_end(double x) {
  return x <= 0.0 ? -infinity : x == infinity ? infinity : sim::log(x);
}

/// @param reach how far beyond its outermost values a whole number is rounded from
double value_at(const models::UncertainNumber& n, double place, double reach) {
  const double low = n.low - reach;
  const double high = n.high + reach;
  const double peak = std::clamp(n.value, n.low, n.high);
  const double at_least = n.at_least - reach;
  const double at_most = n.at_most + reach;
  switch (n.spread) {
    case Spread::triangular:
      return sim::Triangular{.low = low, .mode = peak, .high = high}.quantile(place);
    case Spread::uniform:
      return sim::Uniform{.low = low, .high = high}.quantile(place);
    case Spread::beta:
      return pert(place, low, peak, high);
    case Spread::normal:
      return TwoHalves{n.low, n.value, n.high}.quantile(place, at_least, at_most);
    case Spread::lognormal: {
      const TwoHalves logs{sim::log(n.low), sim::log(n.value), sim::log(n.high)};
      return sim::exp(logs.quantile(place, log_or_end(at_least), log_or_end(at_most)));
    }
  }
  return n.value;
}

}  // namespace

bool ends_at_range(models::Spread spread) {
  return spread != Spread::normal && spread != Spread::lognormal;
}

double plausible_value(const models::UncertainNumber& number, double place) {
  const double value = value_at(number, place, number.is_whole ? 0.5 : 0.0);
  const double drawn = number.is_whole ? std::floor(value + 0.5) : value;
  const bool ends = ends_at_range(number.spread);
  return std::clamp(
      drawn, ends ? number.low : number.at_least, ends ? number.high : number.at_most);
}

std::vector<double> plausible_values(std::span<const models::UncertainNumber> numbers,
                                     std::span<const double> places) {
  FICAP_EXPECTS(numbers.size() == places.size());
  std::vector<double> values;
  values.reserve(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i)
    values.push_back(plausible_value(numbers[i], places[i]));
  return values;
}

std::vector<std::uint32_t> ids_of(std::span<const models::UncertainNumber> numbers) {
  std::vector<std::uint32_t> ids;
  ids.reserve(numbers.size());
  for (const models::UncertainNumber& number : numbers)
    ids.push_back(sim::stable_hash(number.pointer));
  return ids;
}

}  // namespace ficap::study
