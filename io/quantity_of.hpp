#pragma once

#include <concepts>

#include "io/quantity.hpp"
#include "models/units.hpp"

namespace ficap::io {

/// The dimension of a unit type of the models, and its number in the dimension's base unit.
template <class T>
struct QuantityOf;

template <>
struct QuantityOf<models::Number> {
  static constexpr Dimension dimension = Dimension::number;
  static double base(models::Number x) noexcept { return x.value; }
  static models::Number make(double value) noexcept { return {value}; }
};
template <>
struct QuantityOf<models::Share> {
  static constexpr Dimension dimension = Dimension::share;
  static double base(models::Share x) noexcept { return x.value; }
  static models::Share make(double value) noexcept { return {value}; }
};
template <>
struct QuantityOf<models::Effort> {
  static constexpr Dimension dimension = Dimension::effort;
  static double base(models::Effort x) noexcept { return x.hours; }
  static models::Effort make(double hours) noexcept { return {hours}; }
};
template <>
struct QuantityOf<models::Elapsed> {
  static constexpr Dimension dimension = Dimension::elapsed;
  static double base(models::Elapsed x) noexcept { return x.days; }
  static models::Elapsed make(double days) noexcept { return {days}; }
};
template <>
struct QuantityOf<models::Rate> {
  static constexpr Dimension dimension = Dimension::rate;
  static double base(models::Rate x) noexcept { return x.per_year; }
  static models::Rate make(double per_year) noexcept { return {per_year}; }
};
/// Amounts are read and written exactly, in pence: there is no make() from a double.
template <>
struct QuantityOf<models::Money> {
  static constexpr Dimension dimension = Dimension::money;
  static double base(models::Money x) noexcept { return static_cast<double>(x.pence) / 100.0; }
};

template <class T>
concept Quantity = requires {
  { QuantityOf<T>::dimension } -> std::convertible_to<Dimension>;
};

}  // namespace ficap::io
