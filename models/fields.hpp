#pragma once

#include <limits>
#include <map>
#include <string>
#include <string_view>

#include "sim/field.hpp"

namespace ficap::models {

// One list, and everything walks it: a struct of the scenario says its members once, in a static
// function template `fields(self, visit)` that calls `visit(Field, member)` for each. The
// reader, the JSON Schema, the reference page and the evidence register all go through that list.
//
// What a member's type means in JSON:
//   Sourced<T>            "14 h", or {"value": "14 h", "source": "F26", "grade": "A", "low": ...,
//   "high": ..., "note": ...} Sourced<Drawn<T>>     {"lognormal": {"mean": "14 h", "cv": 0.9},
//   "source": ..., "grade": ...} Named<T>              an object whose keys are ids that the author
//   invents ByRef<E, T>           an object whose keys are ids (or enumerators) that exist
//   elsewhere Ref<E>                the id of something defined elsewhere, as a string
//   std::optional<T>      may be absent or null
//   std::vector<T>        an array
//   std::variant<...>     {"name_of_alternative": {its fields}}; without fields also
//   "name_of_alternative" an enum               one of the names in `enumerators(E{})` a struct
//   with fields  an object

using Field = sim::Field;

/// A member that the scenario must give.
[[nodiscard]] constexpr Field needed(std::string_view name, std::string_view doc) noexcept {
  return Field{.name = name, .doc = doc, .unit = sim::Unit::number};
}

/// A member that keeps its initial value when the scenario says nothing.
[[nodiscard]] constexpr Field maybe(std::string_view name, std::string_view doc) noexcept {
  Field field = needed(name, doc);
  field.required = false;
  return field;
}

/// The same member with bounds in its base unit (days, hours, pounds, shares), both included.
[[nodiscard]] constexpr Field within(Field field, double at_least, double at_most) noexcept {
  field.at_least = at_least;
  field.at_most = at_most;
  return field;
}

/// The same member with an excluded lower and an included upper bound.
[[nodiscard]] constexpr Field above(
    Field field, double lower, double at_most = std::numeric_limits<double>::infinity()) noexcept {
  field.at_least = lower;
  field.above = true;
  field.at_most = at_most;
  return field;
}

/// Things keyed by ids that the scenario's author invents. Sorted by id, so that the order in
/// the file never matters.
template <class T>
using Named = std::map<std::string, T, std::less<>>;

/// What a reference can point at.
enum class Entity : unsigned char {
  organisation,
  threat,
  stream,
  pathway,
  stage,
  request,
  skill,
  role,
  team,
  calendar,
  asset_profile,
  evidence,
};

/// The id of something defined elsewhere in the scenario. That it exists is checked after reading.
template <Entity E>
struct Ref {
  std::string id;
  friend auto operator<=>(const Ref&, const Ref&) = default;
};

/// Values keyed by the ids of things defined elsewhere.
template <Entity E, class T>
struct ByRef {
  Named<T> values;
};

/// Values keyed by the names of an enumeration.
template <class Enum, class T>
struct ByEnum {
  std::map<Enum, T> values;
};

/// One value of a closed set: its name in a scenario and what it means.
template <class Enum>
struct Enumerator {
  std::string_view name;
  Enum value;
  std::string_view doc;
};

}  // namespace ficap::models
