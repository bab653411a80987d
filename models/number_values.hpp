#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "models/sourced.hpp"
#include "models/uncertain_numbers.hpp"
#include "models/units.hpp"
#include "sim/new_mean.hpp"

namespace ficap::models {

// Quantities of every kind as plain numbers of their base unit: pounds, hours, days, shares.

inline constexpr double pence_in_a_pound = 100.0;

[[nodiscard]] inline double base(Number x) {
  return x.value;
}
[[nodiscard]] inline double base(Share x) {
  return x.value;
}
[[nodiscard]] inline double base(Effort x) {
  return x.hours;
}
[[nodiscard]] inline double base(Elapsed x) {
  return x.days;
}
[[nodiscard]] inline double base(Rate x) {
  return x.per_year;
}
[[nodiscard]] inline double base(Money x) {
  return static_cast<double>(x.pence) / pence_in_a_pound;
}
template <class T>
[[nodiscard]] double base(const Drawn<T>& x) {
  return sim::mean(x.distribution);
}

inline void set(Number& x, double value) {
  x.value = value;
}
inline void set(Share& x, double value) {
  x.value = value;
}
inline void set(Elapsed& x, double value) {
  x.days = value;
}
inline void set(Rate& x, double value) {
  x.per_year = value;
}
inline void set(Money& x, double value) {
  x.pence = static_cast<std::int64_t>(std::floor(value * pence_in_a_pound + 0.5));
}
template <class T>
void set(Drawn<T>& x, double value) {
  x.distribution = std::is_same_v<T, Share> ? sim::share_with_mean(x.distribution, value)
                                            : sim::with_mean(x.distribution, value);
}

[[nodiscard]] constexpr Counts counts_of(Number /*type*/) {
  return Counts::number;
}
[[nodiscard]] constexpr Counts counts_of(Share /*type*/) {
  return Counts::share;
}
[[nodiscard]] constexpr Counts counts_of(Effort /*type*/) {
  return Counts::hours;
}
[[nodiscard]] constexpr Counts counts_of(Elapsed /*type*/) {
  return Counts::days;
}
[[nodiscard]] constexpr Counts counts_of(Rate /*type*/) {
  return Counts::per_year;
}
[[nodiscard]] constexpr Counts counts_of(Money /*type*/) {
  return Counts::pounds;
}

// A mean of nothing cannot be moved by stretching.
template <class T>
[[nodiscard]] bool can_move(const T& /*value*/) {
  return true;
}
template <class T>
[[nodiscard]] bool can_move(const Drawn<T>& drawn) {
  const double mean = sim::mean(drawn.distribution);
  return std::holds_alternative<sim::Fixed>(drawn.distribution.value) || mean > 0.0;
}

template <class T>
[[nodiscard]] bool is_uncertain(const Sourced<T>& sourced) {
  return sourced.low && sourced.high && base(*sourced.low) < base(*sourced.high) &&
         can_move(sourced.value);
}

/// Least and greatest values that a field allows for what it counts.
[[nodiscard]] double least_allowed(const Field& field, Counts counts, bool is_whole);
[[nodiscard]] double greatest_allowed(const Field& field, Counts counts);

/// @returns what a map has a number under; empty where its field is none
[[nodiscard]] std::string key_of(std::string_view pointer, const Field& field);

/// A number with a range, described.
///
/// @param is_whole people and posts
/// @pre is_uncertain(sourced)
template <class T>
[[nodiscard]] UncertainNumber uncertain_number(std::string_view pointer,
                                               const Field& field,
                                               const Sourced<T>& sourced,
                                               bool is_whole) {
  using Range = typename RangeOf<T>::type;
  return {.pointer = std::string{pointer},
          .also = {},
          .meaning = std::string{field.doc},
          .key = key_of(pointer, field),
          .source = sourced.source,
          .grade = sourced.grade,
          .counts = counts_of(Range{}),
          .is_mean = !std::is_same_v<T, Range>,
          .is_whole = is_whole,
          .spread = sourced.spread.value_or(Spread::triangular),
          .low = base(*sourced.low),
          .value = base(sourced.value),
          .high = base(*sourced.high),
          .at_least = least_allowed(field, counts_of(Range{}), is_whole),
          .at_most = greatest_allowed(field, counts_of(Range{}))};
}

}  // namespace ficap::models
