#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "io/json_text.hpp"
#include "io/shapes.hpp"
#include "io/value_text.hpp"

namespace ficap::io {

/// @returns the last name of a type, "Stage" for ficap::models::Stage, as the compiler spells it
template <class T>
[[nodiscard]] std::string type_name() {
  std::string_view text = __PRETTY_FUNCTION__;
  text.remove_prefix(text.find("T = ") + 4);
  text = text.substr(0, text.find_first_of(";]"));
  if (const std::size_t scope = text.rfind("::"); scope != std::string_view::npos) {
    text.remove_prefix(scope + 2);
  }
  return std::string{text};
}

/// Generates the schema of each type once, under "$defs"; of structs and sourced numbers twice:
/// whole, and as a patch.
class SchemaTypes {
 public:
  /// Whether members may be missing and null takes one away.
  enum class Form : unsigned char { whole, patch };

  [[nodiscard]] Object take_definitions();

  /// @returns a schema that refers to the definition of T, which is made if need be
  template <HasFields T>
  [[nodiscard]] Object of(Tag<T> /*type*/, const sim::Field& /*field*/, Form form) {
    const std::string name = type_name<T>() + suffix(form);
    if (begin(name)) define(name, struct_schema<T>(form));
    return reference(name);
  }

  template <Quantity Q>
  [[nodiscard]] Object of(Tag<Q> /*type*/, const sim::Field& field, Form /*form*/) {
    return bounded_reference(quantity(QuantityOf<Q>::dimension), field, QuantityOf<Q>::dimension);
  }

  template <Enumeration E>
  [[nodiscard]] Object of(Tag<E> /*type*/, const sim::Field& /*field*/, Form /*form*/) {
    Array choices;
    for (const auto& enumerator : enumerators(E{})) {
      choices.push_back(make_object(
          {{"const", make_node(enumerator.name)}, {"description", make_node(enumerator.doc)}}));
    }
    Object schema;
    add(schema, "oneOf", make_node(std::move(choices)));
    return schema;
  }

  template <models::Entity E>
  [[nodiscard]] Object of(Tag<models::Ref<E>> type, const sim::Field& field, Form /*form*/) {
    Object schema = id();
    add(schema, "description", make_node(wanted(type, field)));
    return schema;
  }

  [[nodiscard]] Object of(Tag<std::string> type, const sim::Field& field, Form form);
  [[nodiscard]] Object of(Tag<bool> type, const sim::Field& field, Form form);
  [[nodiscard]] Object of(Tag<double> type, const sim::Field& field, Form form);
  [[nodiscard]] Object of(Tag<sim::Date> type, const sim::Field& field, Form form);
  [[nodiscard]] Object of(Tag<models::TimeOfDay> type, const sim::Field& field, Form form);

  template <class T>
  [[nodiscard]] Object of(Tag<std::optional<T>> /*type*/, const sim::Field& field, Form form) {
    return of(Tag<T>{}, field, form);
  }

  /// A list is replaced as a whole, so its items are never patches.
  template <class T>
  [[nodiscard]] Object of(Tag<std::vector<T>> /*type*/, const sim::Field& field, Form /*form*/) {
    Object schema;
    add(schema, "type", make_node("array"));
    add(schema, "items", make_node(of(Tag<T>{}, field, Form::whole)));
    return schema;
  }

  template <class T>
  [[nodiscard]] Object of(Tag<models::Named<T>> /*type*/, const sim::Field& field, Form form) {
    return keyed(of(Tag<T>{}, field, form), form);
  }

  template <models::Entity E, class T>
  [[nodiscard]] Object of(Tag<models::ByRef<E, T>> /*type*/, const sim::Field& field, Form form) {
    return keyed(of(Tag<T>{}, field, form), form);
  }

  template <class E, class T>
  [[nodiscard]] Object of(Tag<models::ByEnum<E, T>> /*type*/, const sim::Field& field, Form form) {
    Object properties;
    for (const auto& enumerator : enumerators(E{})) {
      add(properties, enumerator.name, make_node(nullable(of(Tag<T>{}, field, form), form)));
    }
    return closed_object(std::move(properties), {});
  }

  template <class... Alternative>
  [[nodiscard]] Object of(Tag<std::variant<Alternative...>> /*type*/,
                          const sim::Field& field,
                          Form form) {
    Array choices;
    (add_alternative<Alternative>(choices, field, form), ...);
    if (form == Form::patch) {
      // A patch of another alternative names both: null for the old one.
      Object properties;
      (add(properties,
           Alternative::name,
           make_node(nullable(of(Tag<Alternative>{}, field, form), form))),
       ...);
      choices.push_back(make_node(closed_object(std::move(properties), {})));
    }
    Object schema;
    add(schema, "anyOf", make_node(std::move(choices)));
    return schema;
  }

  template <class T>
  [[nodiscard]] Object of(Tag<models::Sourced<T>> /*type*/, const sim::Field& field, Form form) {
    if constexpr (Quantity<T>) {
      constexpr Dimension dimension = QuantityOf<T>::dimension;
      return bounded_reference(sourced(dimension, form), field, dimension);
    } else {
      using Variable = typename models::RangeOf<T>::type;
      return reference(drawn(QuantityOf<Variable>::dimension, form));
    }
  }

  /// @returns `schema`, or null where a patch may take the member away
  [[nodiscard]] static Object nullable(Object schema, Form form);

 private:
  template <class Alternative>
  void add_alternative(Array& choices, const sim::Field& field, Form form) {
    if (field_count<Alternative>() == 0) {
      choices.push_back(make_object(
          {{"const", make_node(Alternative::name)}, {"description", make_node(Alternative::doc)}}));
    } else if (form == Form::whole) {
      Object properties;
      Object inner = of(Tag<Alternative>{}, field, form);
      add(inner, "description", make_node(Alternative::doc));
      add(properties, Alternative::name, make_node(std::move(inner)));
      choices.push_back(
          make_node(closed_object(std::move(properties), {std::string{Alternative::name}})));
    }
  }

  template <HasFields T>
  [[nodiscard]] Object struct_schema(Form form) {
    Object properties;
    std::vector<std::string> required;
    const T initial{};
    T::fields(initial, [&](const sim::Field& field, const auto& member) {
      using Value = std::decay_t<decltype(member)>;
      Object schema = of(Tag<Value>{}, field, form);
      std::optional<Node> default_value;
      if constexpr (!requires { member.has_value(); }) {
        if (!field.required) default_value = written(member);
      }
      if (form == Form::whole && field.required) required.emplace_back(field.name);
      describe_property(schema, field, std::move(default_value), wanted(Tag<Value>{}, field));
      add(properties, field.name, make_node(nullable(std::move(schema), form)));
    });
    return closed_object(std::move(properties), required);
  }

  [[nodiscard]] static std::string suffix(Form form) { return form == Form::patch ? ".patch" : ""; }
  [[nodiscard]] static Object reference(const std::string& name);
  [[nodiscard]] static Object bounded_reference(const std::string& name,
                                                const sim::Field& field,
                                                Dimension dimension);
  [[nodiscard]] static Object closed_object(Object properties,
                                            const std::vector<std::string>& required);
  [[nodiscard]] static Object keyed(Object values, Form form);
  [[nodiscard]] static Object id();
  static void describe_property(Object& schema,
                                const sim::Field& field,
                                std::optional<Node> default_value,
                                const std::string& what);

  // Each makes its definition if need be and returns its name.
  [[nodiscard]] std::string quantity(Dimension dimension);
  [[nodiscard]] std::string sourced(Dimension dimension, Form form);
  [[nodiscard]] std::string drawn(Dimension dimension, Form form);
  [[nodiscard]] std::string distribution(Dimension dimension);
  [[nodiscard]] Object distributions(Dimension dimension, Form form);
  void add_provenance(Object& properties, Dimension dimension, Form form);

  /// @returns whether the definition is yet to be made; a second call for it returns false
  [[nodiscard]] bool begin(const std::string& name);
  void define(const std::string& name, Object schema);

  std::map<std::string, Object>
      definitions_;  // sorted: the file does not depend on the order of use
};

}  // namespace ficap::io
