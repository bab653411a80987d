#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "io/json_text.hpp"
#include "io/quantity.hpp"
#include "io/quantity_of.hpp"
#include "io/shapes.hpp"

/// The way back of a reader: values of a scenario as JSON, by their types. Each written() is read
/// again as the same value.
namespace ficap::io {

/// @returns a number in its base unit, with the unit's sign where it has one
[[nodiscard]] Node written(double value, Dimension dimension);

[[nodiscard]] Node written(const std::string& text);
[[nodiscard]] Node written(bool value);
[[nodiscard]] Node written(double value);
[[nodiscard]] Node written(sim::Date date);
[[nodiscard]] Node written(models::TimeOfDay time);

/// @returns {"lognormal": {...}} as a single member
[[nodiscard]] Object written(const sim::Distribution& distribution, Dimension dimension);

template <Quantity Q>
[[nodiscard]] Node written(const Q& quantity) {
  if constexpr (std::is_same_v<Q, models::Money>) {
    return make_node(exact_text(quantity));
  } else {
    return written(QuantityOf<Q>::base(quantity), QuantityOf<Q>::dimension);
  }
}

/// @returns the name of an enumerator in a scenario
template <Enumeration E>
[[nodiscard]] std::string_view name_of(E value) {
  for (const auto& enumerator : enumerators(E{})) {
    if (enumerator.value == value) return enumerator.name;
  }
  return {};
}

template <Enumeration E>
[[nodiscard]] Node written(const E& value) {
  return make_node(name_of(value));
}

template <models::Entity E>
[[nodiscard]] Node written(const models::Ref<E>& reference) {
  return make_node(reference.id);
}

// The templates below call one another, so all are declared first.
template <class T>
[[nodiscard]] Node written(const std::vector<T>& list);
template <class T>
[[nodiscard]] Node written(const models::Named<T>& named);
template <models::Entity E, class T>
[[nodiscard]] Node written(const models::ByRef<E, T>& by);
template <class E, class T>
[[nodiscard]] Node written(const models::ByEnum<E, T>& by);
template <class... Alternative>
[[nodiscard]] Node written(const std::variant<Alternative...>& choice);
template <class T>
[[nodiscard]] Node written(const models::Sourced<T>& sourced);
template <HasFields T>
[[nodiscard]] Node written(const T& value);

template <class T>
Node written(const std::vector<T>& list) {
  Array items;
  for (const T& item : list)
    items.push_back(written(item));
  return make_node(std::move(items));
}

template <class T>
Node written(const models::Named<T>& named) {
  Object object;
  for (const auto& entry : named)
    add(object, entry.first, written(entry.second));
  return make_node(std::move(object));
}

template <models::Entity E, class T>
Node written(const models::ByRef<E, T>& by) {
  return written(by.values);
}

template <class E, class T>
Node written(const models::ByEnum<E, T>& by) {
  Object object;
  for (const auto& entry : by.values) {
    add(object, name_of(entry.first), written(entry.second));
  }
  return make_node(std::move(object));
}

template <class... Alternative>
Node written(const std::variant<Alternative...>& choice) {
  return std::visit(
      [](const auto& chosen) {
        using Chosen = std::decay_t<decltype(chosen)>;
        if (field_count<Chosen>() == 0) return make_node(Chosen::name);
        return make_object({{Chosen::name, written(chosen)}});
      },
      choice);
}

template <class T>
Node written(const models::Sourced<T>& sourced) {
  Object object;
  if constexpr (Quantity<T>) {
    const bool is_bare = sourced.source.empty() && !sourced.grade && !sourced.low &&
                         !sourced.high && !sourced.spread && sourced.note.empty();
    if (is_bare) return written(sourced.value);
    add(object, "value", written(sourced.value));
  } else {
    using Variable = typename models::RangeOf<T>::type;
    object = written(sourced.value.distribution, QuantityOf<Variable>::dimension);
  }
  if (!sourced.source.empty()) add(object, "source", written(sourced.source));
  if (sourced.grade) add(object, "grade", written(*sourced.grade));
  if (sourced.low) add(object, "low", written(*sourced.low));
  if (sourced.high) add(object, "high", written(*sourced.high));
  if (sourced.spread) add(object, "spread", written(*sourced.spread));
  if (!sourced.note.empty()) add(object, "note", written(sourced.note));
  return make_node(std::move(object));
}

template <HasFields T>
Node written(const T& value) {
  Object object;
  T::fields(value, [&](const sim::Field& field, const auto& member) {
    if constexpr (requires { member.has_value(); }) {
      if (member) add(object, field.name, written(*member));
    } else {
      add(object, field.name, written(member));
    }
  });
  return make_node(std::move(object));
}

}  // namespace ficap::io
