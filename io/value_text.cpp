#include "io/value_text.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace ficap::io {

namespace {

Node parameter(double value, Dimension dimension) {
  return written(value, dimension);
}
Node parameter(int value, Dimension /*dimension*/) {
  return make_node(static_cast<double>(value));
}
Node parameter(const std::vector<double>& values, Dimension dimension) {
  Array items;
  for (const double value : values)
    items.push_back(written(value, dimension));
  return make_node(std::move(items));
}
Node parameter(const std::vector<sim::Distribution>& components, Dimension dimension) {
  Array items;
  for (const sim::Distribution& each : components) {
    items.push_back(make_node(written(each, dimension)));
  }
  return make_node(std::move(items));
}

}  // namespace

Node written(double value, Dimension dimension) {
  const bool pure = dimension == Dimension::number || dimension == Dimension::share;
  return pure ? make_node(value) : make_node(exact_text(value, dimension));
}

Node written(const std::string& text) {
  return make_node(text);
}
Node written(bool value) {
  return make_node(value);
}
Node written(double value) {
  return make_node(value);
}
Node written(sim::Date date) {
  return make_node(to_string(date));
}

Node written(models::TimeOfDay time) {
  const auto minutes =
      std::chrono::duration_cast<std::chrono::minutes>(time.since_midnight).count();
  std::string text = "00:00";
  text[0] = static_cast<char>('0' + minutes / 600);
  text[1] = static_cast<char>('0' + minutes / 60 % 10);
  text[3] = static_cast<char>('0' + minutes % 60 / 10);
  text[4] = static_cast<char>('0' + minutes % 10);
  return make_node(text);
}

Object written(const sim::Distribution& distribution, Dimension dimension) {
  return std::visit(
      [&](const auto& chosen) {
        using Chosen = std::decay_t<decltype(chosen)>;
        Object parameters;
        Chosen::fields(chosen, [&](const sim::Field& field, const auto& value) {
          const Dimension of = field.unit == sim::Unit::of_variable ? dimension : Dimension::number;
          if constexpr (requires { value.has_value(); }) {
            if (value) add(parameters, field.name, parameter(*value, of));
          } else {
            add(parameters, field.name, parameter(value, of));
          }
        });
        Object object;
        add(object, Chosen::name, make_node(std::move(parameters)));
        return object;
      },
      distribution.value);
}

}  // namespace ficap::io
