#pragma once

#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "sim/field.hpp"
#include "sim/id.hpp"
#include "sim/slots.hpp"
#include "sim/time.hpp"

/// Teaches doctest to print our values: a failure that shows none is half a test.
namespace doctest {

template <class T>
struct StringMaker<std::optional<T>> {
  static String convert(const std::optional<T>& value) {
    return value ? toString(*value) : String{"none"};
  }
};

template <class T>
struct StringMaker<std::vector<T>> {
  static String convert(const std::vector<T>& values) {
    String text{"["};
    for (const T& value : values) {
      if (text.size() > 1) text += ", ";
      text += toString(value);
    }
    return text + "]";
  }
};

template <>
struct StringMaker<ficap::sim::Duration> {
  static String convert(ficap::sim::Duration value) {
    return toString(static_cast<long long>(value.count())) + " ms";
  }
};

template <>
struct StringMaker<ficap::sim::Time> {
  static String convert(ficap::sim::Time value) {
    return String{"t = "} + toString(value.time_since_epoch());
  }
};

template <>
struct StringMaker<ficap::sim::Date> {
  static String convert(ficap::sim::Date value) { return ficap::sim::to_string(value).c_str(); }
};

template <class Tag>
struct StringMaker<ficap::sim::Id<Tag>> {
  static String convert(ficap::sim::Id<Tag> value) { return String{"#"} + toString(value.value); }
};

template <>
struct StringMaker<ficap::sim::Handle> {
  static String convert(const ficap::sim::Handle& value) {
    return toString(value.slot) + ":" + toString(value.generation);
  }
};

template <>
struct StringMaker<ficap::sim::Problem> {
  static String convert(const ficap::sim::Problem& value) {
    return String{value.field.c_str()} + ": " + value.expected.c_str();
  }
};

}  // namespace doctest
