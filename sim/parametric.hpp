#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sim/field.hpp"
#include "sim/stream.hpp"

/// Distributions with a formula, as values: what a scenario says, and nothing else.
///
/// Each has `name`, `doc`, `fields` (one list for reader, schema, docs and tests), problems() for
/// the rules across its own fields, and then sample, mean, variance, quantile, cdf, lowest and
/// highest. All numbers are plain: whoever uses a distribution knows its variable and unit.
///
/// Common to all: @pre problems() is empty and every field within its bounds, for everything but
/// fields() and problems(). quantile(p) is the generalised inverse of cdf, @pre 0 < p < 1.
/// A sample is quantile(one uniform), so common random numbers stay in step, except where a
/// docstring says how it is drawn instead. lowest() and highest() are the ends of the support.
namespace ficap::sim {

/// Always the same value.
struct Fixed {
  static constexpr std::string_view name = "fixed";
  static constexpr std::string_view doc = "Always this value.";
  double value{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(Field{.name = "value", .doc = "The value.", .unit = Unit::of_variable}, self.value);
  }
  [[nodiscard]] std::vector<Problem> problems() const { return {}; }
  /// Uses no random number.
  [[nodiscard]] double sample(Stream&) const { return value; }
  [[nodiscard]] double mean() const { return value; }
  [[nodiscard]] double variance() const { return 0.0; }
  [[nodiscard]] double quantile(double) const { return value; }
  [[nodiscard]] double cdf(double x) const { return x >= value ? 1.0 : 0.0; }
  [[nodiscard]] double lowest() const { return value; }
  [[nodiscard]] double highest() const { return value; }
  friend bool operator==(const Fixed&, const Fixed&) = default;
};

/// Anything between two values, equally likely.
struct Uniform {
  static constexpr std::string_view name = "uniform";
  static constexpr std::string_view doc = "Any value from low to high, all equally likely.";
  double low{};
  double high{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(Field{.name = "low", .doc = "The least value.", .unit = Unit::of_variable}, self.low);
    visit(Field{.name = "high", .doc = "The greatest value.", .unit = Unit::of_variable},
          self.high);
  }
  [[nodiscard]] std::vector<Problem> problems() const;
  [[nodiscard]] double sample(Stream& stream) const { return quantile(stream.uniform()); }
  [[nodiscard]] double mean() const { return low + 0.5 * (high - low); }
  [[nodiscard]] double variance() const { return (high - low) * (high - low) / 12.0; }
  [[nodiscard]] double quantile(double p) const { return low + p * (high - low); }
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double lowest() const { return low; }
  [[nodiscard]] double highest() const { return high; }
  friend bool operator==(const Uniform&, const Uniform&) = default;
};

/// A least, a most likely and a greatest value, joined by straight lines.
struct Triangular {
  static constexpr std::string_view name = "triangular";
  static constexpr std::string_view doc =
      "From low to high with a peak at mode; what three judgements by an expert amount to.";
  double low{};
  double mode{};
  double high{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(Field{.name = "low", .doc = "The least value.", .unit = Unit::of_variable}, self.low);
    visit(Field{.name = "mode", .doc = "The most likely value.", .unit = Unit::of_variable},
          self.mode);
    visit(Field{.name = "high", .doc = "The greatest value.", .unit = Unit::of_variable},
          self.high);
  }
  [[nodiscard]] std::vector<Problem> problems() const;
  [[nodiscard]] double sample(Stream& stream) const { return quantile(stream.uniform()); }
  [[nodiscard]] double mean() const { return (low + mode + high) / 3.0; }
  [[nodiscard]] double variance() const;
  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double lowest() const { return low; }
  [[nodiscard]] double highest() const { return high; }
  friend bool operator==(const Triangular&, const Triangular&) = default;
};

/// Time without memory: however long it has lasted, as long again may be expected.
struct Exponential {
  static constexpr std::string_view name = "exponential";
  static constexpr std::string_view doc =
      "Without memory: many short values and a tail of long ones; standard deviation = mean.";
  double mean_value{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(Field{.name = "mean",
                .doc = "The mean.",
                .unit = Unit::of_variable,
                .at_least = 0.0,
                .above = true},
          self.mean_value);
  }
  [[nodiscard]] std::vector<Problem> problems() const { return {}; }
  [[nodiscard]] double sample(Stream& stream) const { return mean_value * stream.exponential(); }
  [[nodiscard]] double mean() const { return mean_value; }
  [[nodiscard]] double variance() const { return mean_value * mean_value; }
  [[nodiscard]] double quantile(double p) const { return -mean_value * log1p(-p); }
  [[nodiscard]] double cdf(double x) const { return x > 0.0 ? -expm1(-x / mean_value) : 0.0; }
  [[nodiscard]] double lowest() const { return 0.0; }
  [[nodiscard]] double highest() const;
  friend bool operator==(const Exponential&, const Exponential&) = default;
};

/// The sum of `shape` equal exponentials: a procedure of that many steps.
struct Erlang {
  static constexpr std::string_view name = "erlang";
  static constexpr std::string_view doc =
      "The sum of that many equal exponential steps; the more steps, the less spread.";
  int shape{1};
  double mean_value{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(Field{.name = "shape",
                .doc = "How many steps.",
                .unit = Unit::count,
                .at_least = 1.0,
                .at_most = 1000.0},
          self.shape);
    visit(Field{.name = "mean",
                .doc = "The mean of the whole.",
                .unit = Unit::of_variable,
                .at_least = 0.0,
                .above = true},
          self.mean_value);
  }
  [[nodiscard]] std::vector<Problem> problems() const { return {}; }
  /// The sum itself: `shape` uniforms, many times faster than inversion.
  [[nodiscard]] double sample(Stream& stream) const;
  [[nodiscard]] double mean() const { return mean_value; }
  [[nodiscard]] double variance() const { return mean_value * mean_value / shape; }
  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double lowest() const { return 0.0; }
  [[nodiscard]] double highest() const;
  friend bool operator==(const Erlang&, const Erlang&) = default;
};

/// A variable whose logarithm is normal, said by its mean and coefficient of variation or by its
/// median and the standard deviation of its logarithm; cut off above where `at_most` is given.
struct Lognormal {
  static constexpr std::string_view name = "lognormal";
  static constexpr std::string_view doc =
      "Right-skewed: most values moderate, a few very large. Say mean and cv, or median and sigma; "
      "at_most leaves out what lies above it (mean and the others describe the uncut variable).";
  std::optional<double> mean_value{};
  std::optional<double> cv{};
  std::optional<double> median{};
  std::optional<double> sigma{};
  std::optional<double> at_most{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(Field{.name = "mean",
                .doc = "The mean (with cv).",
                .unit = Unit::of_variable,
                .at_least = 0.0,
                .above = true,
                .required = false},
          self.mean_value);
    visit(Field{.name = "cv",
                .doc = "Coefficient of variation: standard deviation over mean (with mean).",
                .at_least = 0.0,
                .at_most = 100.0,
                .above = true,
                .required = false},
          self.cv);
    visit(Field{.name = "median",
                .doc = "The median (with sigma).",
                .unit = Unit::of_variable,
                .at_least = 0.0,
                .above = true,
                .required = false},
          self.median);
    visit(Field{.name = "sigma",
                .doc = "Standard deviation of the logarithm (with median).",
                .at_least = 0.0,
                .at_most = 10.0,
                .above = true,
                .required = false},
          self.sigma);
    visit(Field{.name = "at_most",
                .doc = "Values above this do not happen; the rest keep their proportions.",
                .unit = Unit::of_variable,
                .at_least = 0.0,
                .above = true,
                .required = false},
          self.at_most);
  }
  [[nodiscard]] std::vector<Problem> problems() const;
  [[nodiscard]] double sample(Stream& stream) const;
  [[nodiscard]] double mean() const;
  [[nodiscard]] double variance() const;
  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double lowest() const { return 0.0; }
  [[nodiscard]] double highest() const;
  friend bool operator==(const Lognormal&, const Lognormal&) = default;
};

/// A lognormal's logarithm, and how much of it the cut leaves.
struct LogScale {
  double mu{};
  double sigma{};
  double cut{};   ///< of the standardised logarithm; infinity for none
  double kept{};  ///< P(the uncut variable is at most the cut)
};
[[nodiscard]] LogScale log_scale(const Lognormal& d);

/// Gamma, said by its mean and coefficient of variation (shape = 1 / cv^2).
struct Gamma {
  static constexpr std::string_view name = "gamma";
  static constexpr std::string_view doc =
      "Right-skewed with a lighter tail than the lognormal; cv = 1 is the exponential.";
  double mean_value{};
  double cv{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(Field{.name = "mean",
                .doc = "The mean.",
                .unit = Unit::of_variable,
                .at_least = 0.0,
                .above = true},
          self.mean_value);
    visit(Field{.name = "cv",
                .doc = "Coefficient of variation: standard deviation over mean.",
                .at_least = 0.01,
                .at_most = 10.0},
          self.cv);
  }
  [[nodiscard]] std::vector<Problem> problems() const { return {}; }
  /// By acceptance and rejection, ten times faster than by inversion: a few random numbers.
  /// Source: Marsaglia and Tsang, ACM Trans. Math. Softw. 26 (2000), 363-372.
  [[nodiscard]] double sample(Stream& stream) const;
  [[nodiscard]] double mean() const { return mean_value; }
  [[nodiscard]] double variance() const { return mean_value * cv * mean_value * cv; }
  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double lowest() const { return 0.0; }
  [[nodiscard]] double highest() const;
  friend bool operator==(const Gamma&, const Gamma&) = default;
};

/// A share between 0 and 1.
struct Beta {
  static constexpr std::string_view name = "beta";
  static constexpr std::string_view doc =
      "A share from 0 to 1 with mean alpha / (alpha + beta); as after seeing alpha - 1 successes "
      "and beta - 1 failures.";
  double alpha{1.0};
  double beta{1.0};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(Field{.name = "alpha", .doc = "Weight towards 1.", .at_least = 0.05, .at_most = 1e6},
          self.alpha);
    visit(Field{.name = "beta", .doc = "Weight towards 0.", .at_least = 0.05, .at_most = 1e6},
          self.beta);
  }
  [[nodiscard]] std::vector<Problem> problems() const { return {}; }
  /// One gamma as a share of two: X / (X + Y). Source: Devroye, Non-Uniform Random Variate
  /// Generation (1986), ch. IX.3.
  [[nodiscard]] double sample(Stream& stream) const;
  [[nodiscard]] double mean() const { return alpha / (alpha + beta); }
  [[nodiscard]] double variance() const;
  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double lowest() const { return 0.0; }
  [[nodiscard]] double highest() const { return 1.0; }
  friend bool operator==(const Beta&, const Beta&) = default;
};

}  // namespace ficap::sim
