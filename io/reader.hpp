#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "io/check_range.hpp"
#include "io/complaints.hpp"
#include "io/document.hpp"
#include "io/identifier.hpp"
#include "io/quantity_of.hpp"
#include "io/read_distribution.hpp"
#include "io/read_number.hpp"
#include "io/read_setting.hpp"
#include "io/shapes.hpp"

namespace ficap::io {

using models::Drawn;
using models::Sourced;
using sim::Field;

/// Reads members by their types. Each read() fills its target as far as it can and reports the
/// rest; the pointer is that of the value being read.
class Reader {
 public:
  [[nodiscard]] Problems take_problems() { return complaints_.take(); }
  [[nodiscard]] std::vector<SourcedNumber> take_numbers() { return std::move(numbers_); }

  void read(std::string& into, const Node& node, const std::string& pointer, const Field& field);
  void read(bool& into, const Node& node, const std::string& pointer, const Field& field);
  void read(double& into, const Node& node, const std::string& pointer, const Field& field);
  void read(sim::Date& into, const Node& node, const std::string& pointer, const Field& field);
  void read(models::TimeOfDay& into,
            const Node& node,
            const std::string& pointer,
            const Field& field);

  template <Quantity Q>
  void read(Q& into, const Node& node, const std::string& pointer, const Field& field) {
    if constexpr (std::is_same_v<Q, models::Money>) {
      if (const auto amount = read_amount(complaints_, node, pointer, field)) into = *amount;
    } else if (const auto value =
                   read_number(complaints_, node, pointer, field, QuantityOf<Q>::dimension)) {
      into = QuantityOf<Q>::make(*value);
    }
  }

  template <Enumeration E>
  void read(E& into, const Node& node, const std::string& pointer, const Field& field) {
    const std::string* const text = node.string();
    if (text != nullptr) {
      for (const auto& enumerator : enumerators(E{})) {
        if (enumerator.name == *text) {
          into = enumerator.value;
          return;
        }
      }
    }
    complaints_.unexpected(
        node,
        pointer,
        wanted(Tag<E>{}, field),
        text == nullptr ? std::string{field.doc} : did_you_mean(*text, names_of(Tag<E>{})));
  }

  template <models::Entity E>
  void read(models::Ref<E>& into,
            const Node& node,
            const std::string& pointer,
            const Field& field) {
    const std::string* const text = node.string();
    if (text != nullptr && is_id(*text)) {
      into.id = *text;
    } else {
      complaints_.unexpected(node,
                             pointer,
                             wanted(Tag<models::Ref<E>>{}, field),
                             text == nullptr ? std::string{field.doc} : id_help(*text));
    }
  }

  template <class T>
  void read(std::optional<T>& into,
            const Node& node,
            const std::string& pointer,
            const Field& field) {
    read(into.emplace(), node, pointer, field);
  }

  template <class T>
  void read(std::vector<T>& into,
            const Node& node,
            const std::string& pointer,
            const Field& field) {
    const Array* const array = node.array();
    if (array == nullptr) {
      complaints_.unexpected(
          node, pointer, wanted(Tag<std::vector<T>>{}, field), std::string{field.doc});
      return;
    }
    into.clear();
    for (std::size_t i = 0; i < array->size(); ++i) {
      read(into.emplace_back(), (*array)[i], pointer + "/" + std::to_string(i), field);
    }
  }

  template <class T>
  void read(models::Named<T>& into,
            const Node& node,
            const std::string& pointer,
            const Field& field) {
    const Object* const object = node.object();
    if (object == nullptr) {
      complaints_.unexpected(
          node, pointer, wanted(Tag<models::Named<T>>{}, field), std::string{field.doc});
      return;
    }
    read_ids(into, *object, pointer, field);
  }

  template <models::Entity E, class T>
  void read(models::ByRef<E, T>& into,
            const Node& node,
            const std::string& pointer,
            const Field& field) {
    const Object* const object = node.object();
    if (object == nullptr) {
      complaints_.unexpected(
          node, pointer, wanted(Tag<models::ByRef<E, T>>{}, field), std::string{field.doc});
      return;
    }
    read_ids(into.values, *object, pointer, field);
  }

  template <class E, class T>
  void read(models::ByEnum<E, T>& into,
            const Node& node,
            const std::string& pointer,
            const Field& field) {
    const Object* const object = node.object();
    if (object == nullptr) {
      complaints_.unexpected(
          node, pointer, wanted(Tag<models::ByEnum<E, T>>{}, field), std::string{field.doc});
      return;
    }
    into.values.clear();
    for (const auto& enumerator : enumerators(E{})) {
      const Node* const value = object->find(enumerator.name);
      if (value == nullptr || value->is_null()) continue;
      read(into.values[enumerator.value], *value, child(pointer, enumerator.name), field);
    }
    complaints_.unknown_keys(*object, pointer, names_of(Tag<E>{}));
  }

  template <class... Alternative>
  void read(std::variant<Alternative...>& into,
            const Node& node,
            const std::string& pointer,
            const Field& field) {
    using Variant = std::variant<Alternative...>;
    const std::vector<std::string> names = names_of(Tag<Variant>{});
    if (const std::string* const text = node.string()) {
      bool known = false;
      ((known = known || read_bare<Alternative>(into, *text)), ...);
      if (known) return;
      const bool needs_fields = std::find(names.begin(), names.end(), *text) != names.end();
      complaints_.unexpected(node,
                             pointer,
                             wanted(Tag<Variant>{}, field),
                             needs_fields ? "write {\"" + *text + "\": {...}} with its fields"
                                          : did_you_mean(*text, names));
      return;
    }
    const Member* const chosen =
        complaints_.only_one(node, pointer, names, {}, wanted(Tag<Variant>{}, field));
    if (chosen == nullptr) return;
    const std::string inner = child(pointer, chosen->key);
    ((Alternative::name == chosen->key
          ? read(into.template emplace<Alternative>(), chosen->value, inner, field)
          : void()),
     ...);
  }

  template <HasFields T>
  void read(T& into, const Node& node, const std::string& pointer, const Field& field) {
    const Object* const object = node.object();
    if (object == nullptr) {
      complaints_.unexpected(node, pointer, wanted(Tag<T>{}, field), std::string{field.doc});
      return;
    }
    std::vector<std::string> known;
    T::fields(into, [&](const Field& each, auto& member) {
      known.emplace_back(each.name);
      const Node* const value = object->find(each.name);
      if (value != nullptr && !value->is_null()) {
        read(member, *value, child(pointer, each.name), each);
      } else if (each.required) {
        complaints_.missing(node,
                            pointer,
                            each.name,
                            wanted(Tag<std::decay_t<decltype(member)>>{}, each),
                            std::string{each.doc});
      }
    });
    complaints_.unknown_keys(*object, pointer, known);
  }

  template <class T>
  void read(Sourced<T>& into, const Node& node, const std::string& pointer, const Field& field) {
    into = Sourced<T>{};
    SourcedNumber number;
    number.pointer = pointer;
    number.place = node.place;
    const std::size_t problems_before = complaints_.count();
    if (const Object* const object = node.object()) {
      read_members(into, *object, node, pointer, field, number);
    } else {
      read_value(into.value, node, pointer, field);
      number.text = describe(node);
    }
    if (complaints_.count() == problems_before) check_range(into, node, pointer);
    numbers_.push_back(std::move(number));
  }

 private:
  template <class T>
  void read_ids(models::Named<T>& into,
                const Object& object,
                const std::string& pointer,
                const Field& field) {
    into.clear();
    for (const Member& member : object.members) {
      const std::string at = child(pointer, member.key);
      if (!is_id(member.key)) {
        complaints_.report(at,
                           "the id \"" + member.key + "\"",
                           "an id of 1 to 60 small letters, digits, \"_\" and \"-\", beginning "
                           "with a letter or digit",
                           id_help(member.key),
                           member.key_place);
      }
      if (!member.value.is_null()) read(into[member.key], member.value, at, field);
    }
  }

  template <class Alternative, class Variant>
  static bool read_bare(Variant& into, const std::string& text) {
    if (Alternative::name != text || field_count<Alternative>() > 0) return false;
    into.template emplace<Alternative>();
    return true;
  }

  template <Quantity Q>
  void read_value(Q& into, const Node& node, const std::string& pointer, const Field& field) {
    read(into, node, pointer, field);
  }

  /// A bare quantity is short for a fixed one.
  template <class T>
  void read_value(Drawn<T>& into,
                  const Node& node,
                  const std::string& pointer,
                  const Field& field) {
    constexpr Dimension dimension = QuantityOf<T>::dimension;
    if (node.string() == nullptr && node.number() == nullptr) {
      complaints_.unexpected(node, pointer, wanted(Tag<Drawn<T>>{}, field), std::string{field.doc});
    } else if (const auto value = read_number(complaints_, node, pointer, field, dimension)) {
      into.distribution.value = sim::Fixed{*value};
    }
  }

  inline static const std::vector<std::string> beside_value{
      "source", "grade", "low", "high", "spread", "note"};

  template <class T>
  void read_members(Sourced<T>& into,
                    const Object& object,
                    const Node& node,
                    const std::string& pointer,
                    const Field& field,
                    SourcedNumber& number) {
    std::vector<std::string> values{"value"};
    if constexpr (Quantity<T>) {
      const Node* const value = object.find("value");
      if (value == nullptr || value->is_null()) {
        complaints_.missing(
            node, pointer, "value", wanted(Tag<T>{}, field), std::string{field.doc});
      } else {
        number.text = describe(*value);
        read(into.value, *value, child(pointer, "value"), field);
      }
      values.insert(values.end(), beside_value.begin(), beside_value.end());
      complaints_.unknown_keys(object, pointer, values);
    } else {
      for (std::string& name : distribution_names())
        values.push_back(std::move(name));
      const Member* const chosen = complaints_.only_one(
          node, pointer, values, beside_value, "exactly one of " + one_of(values));
      if (chosen != nullptr) {
        number.text = chosen->key == "value" ? describe(chosen->value) : summary(*chosen);
        read_chosen(into.value, *chosen, child(pointer, chosen->key), field);
      }
    }
    const auto optional_member = [&](std::string_view name, auto& target, const Field& bounds) {
      const Node* const value = object.find(name);
      if (value == nullptr || value->is_null()) return std::string{};
      read(target, *value, child(pointer, name), bounds);
      const std::string* const text = value->string();
      return text == nullptr ? describe(*value) : *text;
    };
    const Field plain{};
    Field range = field;
    range.above = false;  // "above 0" leaves room for a lowest plausible value of 0
    number.source = optional_member("source", into.source, plain);
    (void)optional_member("grade", into.grade, plain);
    number.grade = into.grade;
    number.low = optional_member("low", into.low, range);
    number.high = optional_member("high", into.high, range);
    (void)optional_member("spread", into.spread, plain);
    number.note = optional_member("note", into.note, plain);
  }

  template <class T>
  void read_chosen(Drawn<T>& into,
                   const Member& member,
                   const std::string& pointer,
                   const Field& field) {
    if (member.key == "value") {
      read_value(into, member.value, pointer, field);
      return;
    }
    auto distribution =
        read_distribution(complaints_, member, pointer, field, QuantityOf<T>::dimension);
    if (distribution) into.distribution = std::move(*distribution);
  }

  template <Quantity Q>
  static double central(const Q& value) {
    return QuantityOf<Q>::base(value);
  }
  template <class T>
  static double central(const Drawn<T>& drawn) {
    return sim::mean(drawn.distribution);
  }

  template <class T>
  void check_range(const Sourced<T>& sourced, const Node& node, const std::string& pointer) {
    using Range = QuantityOf<typename models::RangeOf<T>::type>;
    const Object* const object = node.object();
    if (object == nullptr) return;
    PlausibleRange range{.value = central(sourced.value),
                         .is_mean = !Quantity<T>,
                         .low = std::nullopt,
                         .high = std::nullopt,
                         .spread = sourced.spread};
    if (sourced.low) range.low = Range::base(*sourced.low);
    if (sourced.high) range.high = Range::base(*sourced.high);
    io::check_range(complaints_, range, *object, pointer, Range::dimension);
  }

  Complaints complaints_;
  std::vector<SourcedNumber> numbers_;
};

}  // namespace ficap::io
