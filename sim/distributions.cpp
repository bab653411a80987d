#include "sim/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "sim/elementary.hpp"

namespace ficap::sim {

namespace {

double sum(const std::vector<double>& terms) {
  double total = 0.0;
  for (const double term : terms)
    total += term;
  return total;
}

bool ascends(const std::vector<double>& values) {
  return std::is_sorted(values.begin(), values.end());
}

/// The rules that any list of weights keeps, and that there are as many as of what they weigh.
std::vector<Problem> problems_of_weights(const std::vector<double>& weights,
                                         std::size_t weighed,
                                         const std::string& what) {
  if (weights.size() != weighed) {
    return {{"weights", "as many weights as " + what + ": " + std::to_string(weighed)}};
  }
  if (!(sum(weights) > 0.0)) return {{"weights", "at least one weight above 0"}};
  return {};
}

/// @returns the first index whose cumulative weight reaches p, a share of the whole
/// @pre 0 < p < 1, weights sum to more than 0
std::size_t chosen(const std::vector<double>& weights, double p) {
  const double target = p * sum(weights);
  double so_far = 0.0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0.0) continue;
    so_far += weights[i];
    last = i;
    if (so_far >= target) break;
  }
  return last;
}

/// @returns the weighted average of term(i)
template <class Term>
double weighted(const std::vector<double>& weights, Term&& term) {
  double total = 0.0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] > 0.0) total += weights[i] * term(i);
  }
  return total / sum(weights);
}

}  // namespace

std::vector<Problem> Discrete::problems() const {
  if (values.empty()) return {{"values", "at least one value"}};
  if (!ascends(values)) return {{"values", "values in ascending order"}};
  return problems_of_weights(weights, values.size(), "values");
}

double Discrete::mean() const {
  return weighted(weights, [&](std::size_t i) { return values[i]; });
}

double Discrete::variance() const {
  const double centre = mean();
  return weighted(weights,
                  [&](std::size_t i) { return (values[i] - centre) * (values[i] - centre); });
}

double Discrete::quantile(double p) const {
  return values[chosen(weights, p)];
}

double Discrete::cdf(double x) const {
  return weighted(weights, [&](std::size_t i) { return values[i] <= x ? 1.0 : 0.0; });
}

double Discrete::lowest() const {
  std::size_t i = 0;
  while (weights[i] <= 0.0)
    ++i;
  return values[i];
}

double Discrete::highest() const {
  std::size_t i = weights.size() - 1;
  while (weights[i] <= 0.0)
    --i;
  return values[i];
}

std::vector<Problem> Empirical::problems() const {
  if (values.empty()) return {{"values", "at least one observation"}};
  if (!ascends(values)) return {{"values", "observations in ascending order"}};
  return {};
}

double Empirical::mean() const {
  if (values.size() == 1) return values.front();
  double total = 0.0;
  for (std::size_t i = 0; i + 1 < values.size(); ++i)
    total += 0.5 * (values[i] + values[i + 1]);
  return total / static_cast<double>(values.size() - 1);
}

double Empirical::variance() const {
  if (values.size() == 1) return 0.0;
  const double centre = mean();
  double total = 0.0;
  for (std::size_t i = 0; i + 1 < values.size(); ++i) {
    const double a = values[i] - centre;
    const double b = values[i + 1] - centre;
    total += (a * a + a * b + b * b) / 3.0;  // the second moment of a uniform from a to b
  }
  return total / static_cast<double>(values.size() - 1);
}

double Empirical::quantile(double p) const {
  const double place = p * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  if (below + 1 >= values.size()) return values.back();
  return values[below] + (place - static_cast<double>(below)) * (values[below + 1] - values[below]);
}

double Empirical::cdf(double x) const {
  if (x >= values.back()) return 1.0;
  if (x < values.front()) return 0.0;
  const auto above = std::upper_bound(values.begin(), values.end(), x);
  const double low = *(above - 1);
  const auto below = static_cast<double>(above - values.begin() - 1);
  return (below + (x - low) / (*above - low)) / static_cast<double>(values.size() - 1);
}

double Empirical::lowest() const {
  return values.front();
}

double Empirical::highest() const {
  return values.back();
}

std::vector<Problem> Mixture::problems() const {
  if (components.empty()) return {{"components", "at least one distribution"}};
  std::vector<Problem> found = problems_of_weights(weights, components.size(), "components");
  for (std::size_t i = 0; i < components.size(); ++i) {
    for (const Problem& inner : sim::problems(components[i])) {
      found.push_back({"components/" + std::to_string(i) + "/" +
                           std::string{sim::name(components[i])} + "/" + inner.field,
                       inner.expected});
    }
  }
  return found;
}

double Mixture::sample(Stream& stream) const {
  return sim::sample(components[chosen(weights, stream.uniform())], stream);
}

double Mixture::mean() const {
  return weighted(weights, [&](std::size_t i) { return sim::mean(components[i]); });
}

double Mixture::variance() const {
  const double centre = mean();
  return weighted(weights, [&](std::size_t i) {
    const double away = sim::mean(components[i]) - centre;
    return sim::variance(components[i]) + away * away;
  });
}

double Mixture::quantile(double p) const {
  // The quantile lies between the least and the greatest of the components'.
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  for (std::size_t i = 0; i < components.size(); ++i) {
    if (weights[i] <= 0.0) continue;
    const double q = sim::quantile(components[i], p);
    low = std::min(low, q);
    high = std::max(high, q);
  }
  if (cdf(low) >= p) return low;
  for (;;) {  // ends: the bracket halves until no double lies inside it
    const double middle = low + 0.5 * (high - low);
    if (!(middle > low && middle < high)) return high;
    (cdf(middle) >= p ? high : low) = middle;
  }
}

double Mixture::cdf(double x) const {
  return weighted(weights, [&](std::size_t i) { return sim::cdf(components[i], x); });
}

double Mixture::lowest() const {
  double low = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < components.size(); ++i) {
    if (weights[i] > 0.0) low = std::min(low, sim::lowest(components[i]));
  }
  return low;
}

double Mixture::highest() const {
  double high = -std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < components.size(); ++i) {
    if (weights[i] > 0.0) high = std::max(high, sim::highest(components[i]));
  }
  return high;
}

bool operator==(const Mixture& a, const Mixture& b) {
  return a.weights == b.weights && a.components == b.components;
}

std::string_view name(const Distribution& d) {
  return std::visit([](const auto& held) { return std::string_view{held.name}; }, d.value);
}

std::vector<Problem> problems(const Distribution& d) {
  return std::visit([](const auto& held) { return held.problems(); }, d.value);
}

double sample(const Distribution& d, Stream& stream) {
  return std::visit([&](const auto& held) { return held.sample(stream); }, d.value);
}

double mean(const Distribution& d) {
  return std::visit([](const auto& held) { return held.mean(); }, d.value);
}

double variance(const Distribution& d) {
  return std::visit([](const auto& held) { return held.variance(); }, d.value);
}

double quantile(const Distribution& d, double p) {
  return std::visit([&](const auto& held) { return held.quantile(p); }, d.value);
}

double cdf(const Distribution& d, double x) {
  return std::visit([&](const auto& held) { return held.cdf(x); }, d.value);
}

double lowest(const Distribution& d) {
  return std::visit([](const auto& held) { return held.lowest(); }, d.value);
}

double highest(const Distribution& d) {
  return std::visit([](const auto& held) { return held.highest(); }, d.value);
}

}  // namespace ficap::sim
