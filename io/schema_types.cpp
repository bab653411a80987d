#include "io/schema_types.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "models/sourced.hpp"

namespace ficap::io {

namespace {

std::string_view dimension_name(Dimension dimension) noexcept {
  switch (dimension) {
    case Dimension::number:
      return "number";
    case Dimension::share:
      return "share";
    case Dimension::effort:
      return "effort";
    case Dimension::elapsed:
      return "duration";
    case Dimension::money:
      return "money";
    case Dimension::rate:
      return "rate";
  }
  return "";
}

std::vector<std::string_view> examples(Dimension dimension) {
  switch (dimension) {
    case Dimension::effort:
      return {"14 h", "30 min"};
    case Dimension::elapsed:
      return {"3 d", "8 h", "9 mo"};
    case Dimension::money:
      return {"£18.6k", "£55,000", "£3.50"};
    case Dimension::rate:
      return {"320 /y", "4 /wk"};
    case Dimension::number:
    case Dimension::share:
      break;
  }
  return {};
}

std::string_view unit_words(Dimension dimension) noexcept {
  switch (dimension) {
    case Dimension::number:
      return "a pure number";
    case Dimension::share:
      return "a share from 0 to 1, or a percentage such as \"85 %\"";
    case Dimension::effort:
      return "hours of one person's work, in h or min";
    case Dimension::elapsed:
      return "time on the wall clock, in min, h, d, wk, mo or y";
    case Dimension::money:
      return "pounds sterling; k, m and bn may follow";
    case Dimension::rate:
      return "how often something happens, by y, mo, wk, d or h";
  }
  return "";
}

void add_bounds(Object& schema, const sim::Field& field) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (field.at_least > -infinity) {
    add(schema, field.above ? "exclusiveMinimum" : "minimum", make_node(field.at_least));
  }
  if (field.at_most < infinity) {
    add(schema, field.below ? "exclusiveMaximum" : "maximum", make_node(field.at_most));
  }
}

std::string title(std::string_view name) {
  std::string text{name};
  std::replace(text.begin(), text.end(), '_', ' ');
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

Object typed(std::string_view type) {
  Object schema;
  add(schema, "type", make_node(type));
  return schema;
}

}  // namespace

Object SchemaTypes::take_definitions() {
  Object all;
  for (auto& entry : definitions_)
    add(all, entry.first, make_node(std::move(entry.second)));
  definitions_.clear();
  return all;
}

Object SchemaTypes::of(Tag<std::string> /*type*/, const sim::Field& /*field*/, Form /*form*/) {
  return typed("string");
}
Object SchemaTypes::of(Tag<bool> /*type*/, const sim::Field& /*field*/, Form /*form*/) {
  return typed("boolean");
}
Object SchemaTypes::of(Tag<double> /*type*/, const sim::Field& field, Form /*form*/) {
  Object schema = typed("number");
  add_bounds(schema, field);
  return schema;
}
Object SchemaTypes::of(Tag<sim::Date> /*type*/, const sim::Field& /*field*/, Form /*form*/) {
  Object schema = typed("string");
  add(schema, "pattern", make_node("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
  add(schema, "examples", make_node(Array{make_node("2026-04-01")}));
  return schema;
}
Object SchemaTypes::of(Tag<models::TimeOfDay> /*type*/,
                       const sim::Field& /*field*/,
                       Form /*form*/) {
  Object schema = typed("string");
  add(schema, "pattern", make_node("^([01][0-9]|2[0-3]):[0-5][0-9]$"));
  add(schema, "examples", make_node(Array{make_node("09:00")}));
  return schema;
}

Object SchemaTypes::nullable(Object schema, Form form) {
  if (form == Form::whole) return schema;
  // What an editor shows stays outside the choice.
  Object outer;
  for (const std::string_view key : {"title", "description"}) {
    if (const Node* const text = schema.find(key)) add(outer, key, *text);
  }
  schema.members.erase(
      std::remove_if(schema.members.begin(),
                     schema.members.end(),
                     [&](const Member& member) { return outer.member(member.key) != nullptr; }),
      schema.members.end());
  add(outer, "anyOf", make_node(Array{make_node(std::move(schema)), make_node(typed("null"))}));
  return outer;
}

Object SchemaTypes::reference(const std::string& name) {
  Object schema;
  add(schema, "$ref", make_node("#/$defs/" + name));
  return schema;
}

Object SchemaTypes::bounded_reference(const std::string& name,
                                      const sim::Field& field,
                                      Dimension dimension) {
  Object schema = reference(name);
  if (dimension != Dimension::number && dimension != Dimension::share) return schema;
  // These words hold for numbers only, so they leave "85 %" and the sourced form alone.
  const sim::Field narrowed = bounded(field, dimension);
  add_bounds(schema, narrowed);
  Object value;
  add_bounds(value, narrowed);
  if (value.members.empty()) return schema;
  Object properties;
  add(properties, "value", make_node(std::move(value)));
  add(schema, "properties", make_node(std::move(properties)));
  return schema;
}

Object SchemaTypes::closed_object(Object properties, const std::vector<std::string>& required) {
  Object schema = typed("object");
  add(schema, "properties", make_node(std::move(properties)));
  if (!required.empty()) {
    Array names;
    for (const std::string& name : required)
      names.push_back(make_node(name));
    add(schema, "required", make_node(std::move(names)));
  }
  add(schema, "additionalProperties", make_node(false));
  return schema;
}

Object SchemaTypes::keyed(Object values, Form form) {
  Object schema = typed("object");
  add(schema, "propertyNames", make_node(id()));
  add(schema, "additionalProperties", make_node(nullable(std::move(values), form)));
  return schema;
}

Object SchemaTypes::id() {
  Object schema = typed("string");
  add(schema, "pattern", make_node("^[a-z0-9][a-z0-9_-]{0,59}$"));
  return schema;
}

void SchemaTypes::describe_property(Object& schema,
                                    const sim::Field& field,
                                    std::optional<Node> default_value,
                                    const std::string& what) {
  std::string text{field.doc};
  if (const Node* const already = schema.find("description")) {
    text += " (" + *already->string() + ")";
    schema.members.erase(
        std::find_if(schema.members.begin(), schema.members.end(), [](const Member& member) {
          return member.key == "description";
        }));
  } else if (what != "a text" && what != "an object" && what != "true or false") {
    text += " (" + what + ")";
  }
  add(schema, "title", make_node(title(field.name)));
  add(schema, "description", make_node(text));
  const bool is_plain = default_value && default_value->object() == nullptr &&
                        default_value->array() == nullptr &&
                        !(default_value->string() != nullptr && default_value->string()->empty());
  if (is_plain) add(schema, "default", std::move(*default_value));
}

std::string SchemaTypes::quantity(Dimension dimension) {
  std::string name{dimension_name(dimension)};
  if (!begin(name)) return name;
  Object schema;
  const std::string_view pattern = text_pattern(dimension);
  if (dimension == Dimension::number) {
    schema = typed("number");
  } else if (dimension == Dimension::share) {
    Object number = typed("number");
    add_bounds(number, bounded({}, dimension));
    Object percentage = typed("string");
    add(percentage, "pattern", make_node(pattern));
    add(schema,
        "anyOf",
        make_node(Array{make_node(std::move(number)), make_node(std::move(percentage))}));
  } else {
    schema = typed("string");
    add(schema, "pattern", make_node(pattern));
    Array list;
    for (const std::string_view example : examples(dimension))
      list.push_back(make_node(example));
    add(schema, "examples", make_node(std::move(list)));
  }
  add(schema, "description", make_node(unit_words(dimension)));
  define(name, std::move(schema));
  return name;
}

void SchemaTypes::add_provenance(Object& properties, Dimension dimension, Form form) {
  const auto with = [&](std::string_view key, Object schema, std::string_view doc) {
    add(schema, "description", make_node(doc));
    add(properties, key, make_node(nullable(std::move(schema), form)));
  };
  with("source", typed("string"), "id of the source under \"evidence\"");
  with("grade", of(Tag<models::Grade>{}, {}, form), "how well it is known");
  with("low",
       reference(quantity(dimension)),
       "lowest plausible value, or what 5 % lie below (`spread`); of a distribution, of its mean");
  with(
      "high",
      reference(quantity(dimension)),
      "highest plausible value, or what 95 % lie below (`spread`); of a distribution, of its mean");
  with("spread",
       of(Tag<models::Spread>{}, {}, form),
       "how plausible values lie between low and high, for `ficap uncertainty`; a triangle if "
       "absent");
  with("note", typed("string"), "how it was come by");
}

std::string SchemaTypes::sourced(Dimension dimension, Form form) {
  std::string name = "sourced_" + std::string{dimension_name(dimension)} + suffix(form);
  if (!begin(name)) return name;
  Object properties;
  add(properties, "value", make_node(nullable(reference(quantity(dimension)), form)));
  add_provenance(properties, dimension, form);
  std::vector<std::string> required;
  if (form == Form::whole) required.emplace_back("value");
  Object schema;
  add(schema,
      "anyOf",
      make_node(Array{make_node(reference(quantity(dimension))),
                      make_node(closed_object(std::move(properties), required))}));
  define(name, std::move(schema));
  return name;
}

Object SchemaTypes::distributions(Dimension dimension, Form form) {
  Object all;
  sim::for_each_distribution_type([&]<class D>(sim::TypeTag<D>) {
    Object properties;
    std::vector<std::string> required;
    D initial{};
    D::fields(initial, [&](const sim::Field& field, auto& parameter) {
      using Parameter = std::decay_t<decltype(parameter)>;
      const bool in_unit = field.unit == sim::Unit::of_variable;
      Object schema;
      if constexpr (std::is_same_v<Parameter, std::vector<sim::Distribution>>) {
        schema = typed("array");
        add(schema, "items", make_node(reference(distribution(dimension))));
      } else {
        Object one = in_unit ? bounded_reference(quantity(dimension), field, dimension)
                             : typed(field.unit == sim::Unit::count ? "integer" : "number");
        if (!in_unit) add_bounds(one, field);
        if constexpr (std::is_same_v<Parameter, std::vector<double>>) {
          schema = typed("array");
          add(schema, "items", make_node(std::move(one)));
        } else {
          schema = std::move(one);
        }
      }
      add(schema, "description", make_node(field.doc));
      if (field.required && form == Form::whole) required.emplace_back(field.name);
      add(properties, field.name, make_node(nullable(std::move(schema), form)));
    });
    Object schema = closed_object(std::move(properties), required);
    add(schema, "description", make_node(D::doc));
    add(all, D::name, make_node(nullable(std::move(schema), form)));
  });
  return all;
}

std::string SchemaTypes::distribution(Dimension dimension) {
  std::string name = "distribution_of_" + std::string{dimension_name(dimension)};
  if (!begin(name)) return name;
  Object schema = closed_object(distributions(dimension, Form::whole), {});
  add(schema, "minProperties", make_node(1.0));
  add(schema, "maxProperties", make_node(1.0));
  define(name, std::move(schema));
  return name;
}

std::string SchemaTypes::drawn(Dimension dimension, Form form) {
  std::string name = "drawn_" + std::string{dimension_name(dimension)} + suffix(form);
  if (!begin(name)) return name;
  Object properties = distributions(dimension, form);
  add(properties, "value", make_node(nullable(reference(quantity(dimension)), form)));
  Array exactly_one;
  for (const Member& member : properties.members) {
    exactly_one.push_back(make_object({{"required", make_node(Array{make_node(member.key)})}}));
  }
  add_provenance(properties, dimension, form);
  Object object = closed_object(std::move(properties), {});
  if (form == Form::whole) add(object, "oneOf", make_node(std::move(exactly_one)));
  Object schema;
  add(schema,
      "anyOf",
      make_node(Array{make_node(reference(quantity(dimension))), make_node(std::move(object))}));
  define(name, std::move(schema));
  return name;
}

bool SchemaTypes::begin(const std::string& name) {
  return definitions_.try_emplace(name).second;
}

void SchemaTypes::define(const std::string& name, Object schema) {
  definitions_[name] = std::move(schema);
}

}  // namespace ficap::io
