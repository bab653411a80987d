#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sim/field.hpp"
#include "sim/parametric.hpp"
#include "sim/stream.hpp"

/// The closed set of distributions. What each promises: sim/parametric.hpp.
namespace ficap::sim {

/// One of a list of values, each with its weight.
struct Discrete {
  static constexpr std::string_view name = "discrete";
  static constexpr std::string_view doc =
      "One of the values, each as likely as its weight says (weights need not sum to 1).";
  std::vector<double> values{};  ///< in ascending order, so that a larger uniform is a larger value
  std::vector<double> weights{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(
        Field{
            .name = "values", .doc = "The values, in ascending order.", .unit = Unit::of_variable},
        self.values);
    visit(Field{.name = "weights", .doc = "A weight for each value.", .at_least = 0.0},
          self.weights);
  }
  [[nodiscard]] std::vector<Problem> problems() const;
  [[nodiscard]] double sample(Stream& stream) const { return quantile(stream.uniform()); }
  [[nodiscard]] double mean() const;
  [[nodiscard]] double variance() const;
  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double lowest() const;
  [[nodiscard]] double highest() const;
  friend bool operator==(const Discrete&, const Discrete&) = default;
};

/// A sample that was measured, joined by straight lines (quantiles of type 7, as R and Excel).
struct Empirical {
  static constexpr std::string_view name = "empirical";
  static constexpr std::string_view doc =
      "Values as observed, in ascending order; what lies between two neighbours is as likely as "
      "what lies between any other two.";
  std::vector<double> values{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(Field{.name = "values",
                .doc = "The observations, in ascending order.",
                .unit = Unit::of_variable},
          self.values);
  }
  [[nodiscard]] std::vector<Problem> problems() const;
  [[nodiscard]] double sample(Stream& stream) const { return quantile(stream.uniform()); }
  [[nodiscard]] double mean() const;
  [[nodiscard]] double variance() const;
  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double lowest() const;
  [[nodiscard]] double highest() const;
  friend bool operator==(const Empirical&, const Empirical&) = default;
};

struct Distribution;

/// Sometimes one distribution, sometimes another.
struct Mixture {
  static constexpr std::string_view name = "mixture";
  static constexpr std::string_view doc =
      "One of the components, each as often as its weight says (weights need not sum to 1).";
  std::vector<double> weights{};
  std::vector<Distribution> components;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(Field{.name = "weights", .doc = "A weight for each component.", .at_least = 0.0},
          self.weights);
    visit(Field{.name = "components",
                .doc = "Distributions of the same variable.",
                .unit = Unit::of_variable},
          self.components);
  }
  /// The components' own problems are included, with their place, as "components/1/high".
  [[nodiscard]] std::vector<Problem> problems() const;
  /// One uniform chooses the component, which then draws for itself.
  [[nodiscard]] double sample(Stream& stream) const;
  [[nodiscard]] double mean() const;
  [[nodiscard]] double variance() const;
  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double lowest() const;
  [[nodiscard]] double highest() const;
  friend bool operator==(const Mixture& a, const Mixture& b);
};

/// Any of the distributions. The order of the list is that of the reference page; results do not
/// depend on it.
struct Distribution {
  using Variant = std::variant<Fixed,
                               Uniform,
                               Triangular,
                               Exponential,
                               Erlang,
                               Lognormal,
                               Gamma,
                               Beta,
                               Discrete,
                               Mixture,
                               Empirical>;
  Variant value{};
  friend bool operator==(const Distribution&, const Distribution&) = default;
};

/// Names a type as an argument.
template <class T>
struct TypeTag {
  using type = T;
};

/// Calls f(TypeTag<D>{}) for each alternative D, in the order of the list.
template <class F>
constexpr void for_each_distribution_type(F&& f) {
  [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    (f(TypeTag<std::variant_alternative_t<Index, Distribution::Variant>>{}), ...);
  }
  (std::make_index_sequence<std::variant_size_v<Distribution::Variant>>{});
}

[[nodiscard]] std::string_view name(const Distribution& d);
[[nodiscard]] std::vector<Problem> problems(const Distribution& d);
[[nodiscard]] double sample(const Distribution& d, Stream& stream);
[[nodiscard]] double mean(const Distribution& d);
[[nodiscard]] double variance(const Distribution& d);
/// @pre 0 < p < 1
[[nodiscard]] double quantile(const Distribution& d, double p);
[[nodiscard]] double cdf(const Distribution& d, double x);
/// @returns the lower end of the support, perhaps -infinity
[[nodiscard]] double lowest(const Distribution& d);
/// @returns the upper end of the support, perhaps infinity
[[nodiscard]] double highest(const Distribution& d);

}  // namespace ficap::sim
