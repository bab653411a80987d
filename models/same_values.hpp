#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "models/fields.hpp"
#include "models/sourced.hpp"

namespace ficap::models {

/// Whether two values with fields say the same to a simulation: all numbers, dates, references and
/// choices below them are equal, by field, id and place in a list. What a number's source and range
/// are, and what people call a thing, is of no account.
class SameValues {
 public:
  template <class T>
  [[nodiscard]] static bool of(const T& a, const T& b) {
    if constexpr (has_fields<T>) {
      return members(a, b);
    } else {
      return plain(a, b);
    }
  }

 private:
  struct Onlooker {
    template <class Member>
    void operator()(const Field& /*field*/, Member& /*member*/) const {}
  };
  template <class T>
  static constexpr bool has_fields = requires(const T& value) {
    T::fields(value, Onlooker{});
  };

  // A type says its fields in one order, so the members of both come in pairs.
  template <class T>
  static bool members(const T& a, const T& b) {
    std::vector<const void*> of_a;
    T::fields(a, [&of_a](const Field& /*field*/, const auto& member) { of_a.push_back(&member); });
    std::size_t place = 0;
    bool same = true;
    T::fields(b, [&](const Field& field, const auto& member) {
      using Member = std::remove_cvref_t<decltype(member)>;
      const auto& other = *static_cast<const Member*>(of_a[place++]);
      same = same && (is_for_people<Member>(field) || of(other, member));
    });
    return same;
  }
  template <class Member>
  static bool is_for_people(const Field& field) {
    return std::is_same_v<Member, std::string> &&
           (field.name == "name" || field.name == "title" || field.name == "description");
  }

  template <class T>
  static bool plain(const Sourced<T>& a, const Sourced<T>& b) {
    return of(a.value, b.value);
  }
  template <class T>
  static bool plain(const Drawn<T>& a, const Drawn<T>& b) {
    return a.distribution == b.distribution;
  }
  template <class Key, class T, class Less>
  static bool plain(const std::map<Key, T, Less>& a, const std::map<Key, T, Less>& b) {
    if (a.size() != b.size()) return false;
    auto other = b.begin();
    for (const auto& entry : a) {
      if (entry.first != other->first || !of(entry.second, other->second)) return false;
      ++other;
    }
    return true;
  }
  template <Entity E, class T>
  static bool plain(const ByRef<E, T>& a, const ByRef<E, T>& b) {
    return of(a.values, b.values);
  }
  template <class E, class T>
  static bool plain(const ByEnum<E, T>& a, const ByEnum<E, T>& b) {
    return of(a.values, b.values);
  }
  template <class T>
  static bool plain(const std::optional<T>& a, const std::optional<T>& b) {
    return a.has_value() == b.has_value() && (!a || of(*a, *b));
  }
  template <class T>
  static bool plain(const std::vector<T>& a, const std::vector<T>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!of(a[i], b[i])) return false;
    }
    return true;
  }
  template <class... T>
  static bool plain(const std::variant<T...>& a, const std::variant<T...>& b) {
    if (a.index() != b.index()) return false;
    return std::visit(
        [&b](const auto& chosen) {
          return of(chosen, std::get<std::remove_cvref_t<decltype(chosen)>>(b));
        },
        a);
  }
  template <class T>
  static bool plain(const T& a, const T& b) {
    return a == b;
  }
};

}  // namespace ficap::models
