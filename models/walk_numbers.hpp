#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "models/fields.hpp"
#include "models/sourced.hpp"

namespace ficap::models {

/// Visits every Sourced<T> below a value with fields, const or not, in the order of fields and ids:
/// visit(pointer, field, sourced). The pointer is RFC 6901 from the value on; a member of a map,
/// list or variant has the field of its container.
template <class Visit>
class NumberWalk {
 public:
  explicit NumberWalk(Visit visit) : visit_{visit} {}

  template <class T>
  void operator()(T& root) {
    pointer_.clear();
    members(root);
  }

 private:
  struct Onlooker {
    template <class Member>
    void operator()(const Field& /*field*/, Member& /*member*/) const {}
  };
  template <class T>
  static constexpr bool has_fields = requires(T& value) {
    std::remove_const_t<T>::fields(value, Onlooker{});
  };

  template <class T>
  void members(T& value) {
    std::remove_const_t<T>::fields(value, [this](const Field& field, auto& member) {
      this->below(field.name, field, member);
    });
  }

  template <class T>
  void below(std::string_view name, const Field& field, T& value) {
    const std::size_t length = pointer_.size();
    pointer_ += '/';
    pointer_ += name;
    at(field, value);
    pointer_.resize(length);
  }

  template <class T>
  void at(const Field& field, T& value) {
    if constexpr (has_fields<T>) {
      members(value);
    } else {
      inside(field, value, value);
    }
  }

  // The second argument is the first without its const, to tell what it is.
  template <class T, class U>
  void inside(const Field& field, T& value, const Sourced<U>& /*type*/) {
    visit_(std::string_view{pointer_}, field, value);
  }
  template <class T, class U>
  void inside(const Field& field, T& value, const Named<U>& /*type*/) {
    for (auto& entry : value)
      below(entry.first, field, entry.second);
  }
  template <class T, Entity E, class U>
  void inside(const Field& field, T& value, const ByRef<E, U>& /*type*/) {
    inside(field, value.values, value.values);
  }
  template <class T, class E, class U>
  void inside(const Field& field, T& value, const ByEnum<E, U>& /*type*/) {
    for (auto& entry : value.values) {
      for (const auto& enumerator : enumerators(E{})) {
        if (enumerator.value == entry.first) below(enumerator.name, field, entry.second);
      }
    }
  }
  template <class T, class U>
  void inside(const Field& field, T& value, const std::optional<U>& /*type*/) {
    if (value) at(field, *value);
  }
  template <class T, class U>
  void inside(const Field& field, T& value, const std::vector<U>& /*type*/) {
    if constexpr (!std::is_arithmetic_v<U>) {
      for (std::size_t i = 0; i < value.size(); ++i)
        below(std::to_string(i), field, value[i]);
    }
  }
  template <class T, class... U>
  void inside(const Field& field, T& value, const std::variant<U...>& /*type*/) {
    std::visit(
        [&](auto& chosen) { below(std::remove_cvref_t<decltype(chosen)>::name, field, chosen); },
        value);
  }
  // Names, dates, references and the like hold no sourced number.
  template <class T, class U>
  void inside(const Field& /*field*/, T& /*value*/, const U& /*type*/) {}

  Visit visit_;
  std::string pointer_;
};

}  // namespace ficap::models
