#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "io/quantity.hpp"
#include "io/quantity_of.hpp"
#include "models/fields.hpp"
#include "models/sourced.hpp"
#include "sim/distributions.hpp"
#include "sim/time.hpp"

namespace ficap::io {

/// A type as an argument: overloads on Tag<T> walk the types of a scenario without a value.
template <class T>
struct Tag {};

/// A visitor that looks at nothing: T has fields if T::fields takes it.
struct Onlooker {
  template <class Member>
  void operator()(const sim::Field& /*field*/, Member& /*member*/) const {}
};

template <class T>
concept HasFields = requires(T& value) {
  T::fields(value, Onlooker{});
};

template <class T>
concept Enumeration = std::is_enum_v<T> && requires {
  enumerators(T{});
};

/// @returns how many fields T lists
template <HasFields T>
[[nodiscard]] std::size_t field_count() {
  std::size_t count = 0;
  T value{};
  T::fields(value, [&](const sim::Field& /*field*/, auto& /*member*/) { ++count; });
  return count;
}

/// @returns what a reference points at, in words: "a stage"
[[nodiscard]] std::string_view entity_name(models::Entity entity) noexcept;

/// @returns `"a", "b" or "c"`
[[nodiscard]] std::string one_of(const std::vector<std::string>& names);

template <Enumeration E>
[[nodiscard]] std::vector<std::string> names_of(Tag<E> /*type*/) {
  std::vector<std::string> names;
  for (const auto& enumerator : enumerators(E{}))
    names.emplace_back(enumerator.name);
  return names;
}

template <class... Alternative>
[[nodiscard]] std::vector<std::string> names_of(Tag<std::variant<Alternative...>> /*type*/) {
  return {std::string{Alternative::name}...};
}

[[nodiscard]] std::vector<std::string> distribution_names();

/// What may stand in a member of each type, in words, for a diagnostic.
[[nodiscard]] std::string wanted(Tag<std::string> type, const sim::Field& field);
[[nodiscard]] std::string wanted(Tag<bool> type, const sim::Field& field);
[[nodiscard]] std::string wanted(Tag<double> type, const sim::Field& field);
[[nodiscard]] std::string wanted(Tag<sim::Date> type, const sim::Field& field);
[[nodiscard]] std::string wanted(Tag<models::TimeOfDay> type, const sim::Field& field);

template <Quantity Q>
[[nodiscard]] std::string wanted(Tag<Q> /*type*/, const sim::Field& field) {
  return expectation(field, QuantityOf<Q>::dimension);
}

template <Enumeration E>
[[nodiscard]] std::string wanted(Tag<E> type, const sim::Field& /*field*/) {
  return one_of(names_of(type));
}

template <HasFields T>
[[nodiscard]] std::string wanted(Tag<T> /*type*/, const sim::Field& /*field*/) {
  return "an object";
}

template <models::Entity E>
[[nodiscard]] std::string wanted(Tag<models::Ref<E>> /*type*/, const sim::Field& /*field*/) {
  return "the id of " + std::string{entity_name(E)};
}

template <class T>
[[nodiscard]] std::string wanted(Tag<models::Named<T>> /*type*/, const sim::Field& /*field*/) {
  return "an object whose keys are ids";
}

template <models::Entity E, class T>
[[nodiscard]] std::string wanted(Tag<models::ByRef<E, T>> /*type*/, const sim::Field& /*field*/) {
  return "an object whose keys are each the id of " + std::string{entity_name(E)};
}

template <class E, class T>
[[nodiscard]] std::string wanted(Tag<models::ByEnum<E, T>> /*type*/, const sim::Field& /*field*/) {
  return "an object whose keys are among " + one_of(names_of(Tag<E>{}));
}

template <class... Alternative>
[[nodiscard]] std::string wanted(Tag<std::variant<Alternative...>> type,
                                 const sim::Field& /*field*/) {
  return "an object with exactly one of " + one_of(names_of(type));
}

template <class T>
[[nodiscard]] std::string wanted(Tag<models::Drawn<T>> /*type*/, const sim::Field& field) {
  return expectation(field, QuantityOf<T>::dimension) + ", or a distribution of it";
}

template <class T>
[[nodiscard]] std::string wanted(Tag<models::Sourced<T>> /*type*/, const sim::Field& field) {
  return wanted(Tag<T>{}, field);
}

template <class T>
[[nodiscard]] std::string wanted(Tag<std::optional<T>> /*type*/, const sim::Field& field) {
  return wanted(Tag<T>{}, field);
}

template <class T>
[[nodiscard]] std::string wanted(Tag<std::vector<T>> /*type*/, const sim::Field& field) {
  return "a list, each of its items " + wanted(Tag<T>{}, field);
}

}  // namespace ficap::io
