#include "io/read_distribution.hpp"

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/pointer.hpp"
#include "io/read_number.hpp"
#include "io/shapes.hpp"

namespace ficap::io {

namespace {

/// A parameter and what is said about it.
struct Parameter {
  const sim::Field& field;
  Dimension dimension;
};

std::string wanted(double /*type*/, const Parameter& parameter) {
  return expectation(parameter.field, parameter.dimension);
}
std::string wanted(int /*type*/, const Parameter& parameter) {
  const std::string_view number = "a number";
  return "a whole number" + expectation(parameter.field, Dimension::number).substr(number.size());
}
std::string wanted(const std::optional<double>& /*type*/, const Parameter& parameter) {
  return expectation(parameter.field, parameter.dimension);
}
std::string wanted(const std::vector<double>& /*type*/, const Parameter& parameter) {
  return "a list, each of its items " + expectation(parameter.field, parameter.dimension);
}
std::string wanted(const std::vector<sim::Distribution>& /*type*/, const Parameter& /*parameter*/) {
  return "a list of distributions";
}

class DistributionReader {
 public:
  DistributionReader(Complaints& complaints, Dimension dimension) noexcept
      : complaints_{complaints}, dimension_{dimension} {}

  std::optional<sim::Distribution> read(const Member& member, const std::string& pointer) {
    std::optional<sim::Distribution> result;
    sim::for_each_distribution_type([&]<class D>(sim::TypeTag<D> /*type*/) {
      if (D::name == member.key) result = read_as<D>(member, pointer);
    });
    return result;
  }

 private:
  template <class D>
  std::optional<sim::Distribution> read_as(const Member& member, const std::string& pointer) {
    const Object* const object = member.value.object();
    if (object == nullptr) {
      complaints_.unexpected(
          member.value, pointer, "an object with the parameters of \"" + member.key + "\"");
      return std::nullopt;
    }
    const std::size_t problems_before = complaints_.count();
    D distribution{};
    std::vector<std::string> known;
    D::fields(distribution, [&](const sim::Field& field, auto& target) {
      known.emplace_back(field.name);
      const bool in_unit = field.unit == sim::Unit::of_variable;
      const Parameter parameter{field, in_unit ? dimension_ : Dimension::number};
      const Node* const value = object->find(field.name);
      if (value != nullptr && !value->is_null()) {
        read_parameter(target, *value, child(pointer, field.name), parameter);
      } else if (field.required) {
        complaints_.missing(
            member.value, pointer, field.name, wanted(target, parameter), std::string{field.doc});
      }
    });
    complaints_.unknown_keys(*object, pointer, known);
    if (complaints_.count() > problems_before) return std::nullopt;
    for (const sim::Problem& problem : distribution.problems()) {
      // A component of a mixture has spoken for itself when it was read.
      if (problem.field.find('/') != std::string::npos) continue;
      const Node* const value = object->find(problem.field);
      complaints_.report(child(pointer, problem.field),
                         value == nullptr ? "nothing" : describe(*value),
                         problem.expected,
                         "",
                         place_of(member.value, child("", problem.field)));
    }
    if (complaints_.count() > problems_before) return std::nullopt;
    return sim::Distribution{std::move(distribution)};
  }

  void read_parameter(double& into,
                      const Node& node,
                      const std::string& pointer,
                      const Parameter& parameter) {
    const auto value =
        read_number(complaints_, node, pointer, parameter.field, parameter.dimension);
    if (value) into = *value;
  }

  void read_parameter(std::optional<double>& into,
                      const Node& node,
                      const std::string& pointer,
                      const Parameter& parameter) {
    into = read_number(complaints_, node, pointer, parameter.field, parameter.dimension);
  }

  void read_parameter(int& into,
                      const Node& node,
                      const std::string& pointer,
                      const Parameter& parameter) {
    const Number* const number = node.number();
    if (number != nullptr && parameter.field.allows(number->value) &&
        std::floor(number->value) == number->value) {
      into = static_cast<int>(number->value);
    } else {
      complaints_.unexpected(node, pointer, wanted(into, parameter));
    }
  }

  void read_parameter(std::vector<double>& into,
                      const Node& node,
                      const std::string& pointer,
                      const Parameter& parameter) {
    const Array* const array = node.array();
    if (array == nullptr) {
      complaints_.unexpected(node, pointer, wanted(into, parameter));
      return;
    }
    for (std::size_t i = 0; i < array->size(); ++i) {
      read_parameter(
          into.emplace_back(), (*array)[i], child(pointer, std::to_string(i)), parameter);
    }
  }

  void read_parameter(std::vector<sim::Distribution>& into,
                      const Node& node,
                      const std::string& pointer,
                      const Parameter& parameter) {
    const Array* const array = node.array();
    if (array == nullptr) {
      complaints_.unexpected(node, pointer, wanted(into, parameter));
      return;
    }
    const std::vector<std::string> names = distribution_names();
    for (std::size_t i = 0; i < array->size(); ++i) {
      const std::string at = child(pointer, std::to_string(i));
      const Member* const chosen = complaints_.only_one(
          (*array)[i], at, names, {}, "an object with exactly one of " + one_of(names));
      if (chosen == nullptr) continue;
      if (auto component = read(*chosen, child(at, chosen->key))) {
        into.push_back(std::move(*component));
      }
    }
  }

  Complaints& complaints_;
  Dimension dimension_;
};

bool is_finite(double value) noexcept {
  return value - value == 0.0;
}

/// @returns what is wrong with the ends of the distribution; empty when it keeps the bounds
std::string overreach(const sim::Distribution& distribution,
                      const sim::Field& bounds,
                      Dimension dimension) {
  const double low = sim::lowest(distribution);
  const double high = sim::highest(distribution);
  const auto reaching = [&](double end) -> std::string {
    if (!is_finite(end)) return "a distribution without an upper end";
    return "a distribution that reaches " + plain_text(end, dimension);
  };
  // An excluded bound is a matter of single values, not of a density.
  if (!(low >= bounds.at_least)) return reaching(low);
  if (!(high <= bounds.at_most)) return reaching(high);
  return {};
}

}  // namespace

std::optional<sim::Distribution> read_distribution(Complaints& complaints,
                                                   const Member& member,
                                                   const std::string& pointer,
                                                   const sim::Field& variable,
                                                   Dimension dimension) {
  auto distribution = DistributionReader{complaints, dimension}.read(member, pointer);
  if (!distribution) return std::nullopt;
  const sim::Field bounds = bounded(variable, dimension);
  const std::string problem = overreach(*distribution, bounds, dimension);
  if (problem.empty()) return distribution;
  const bool is_share = dimension == Dimension::share;
  complaints.report(pointer,
                    problem,
                    expectation(variable, dimension),
                    is_share ? "beta stays between 0 and 1; lognormal can be cut with at_most" : "",
                    member.value.place);
  return std::nullopt;
}

std::string summary(const Member& distribution) {
  std::string text = distribution.key;
  if (const Object* const object = distribution.value.object()) {
    for (const Member& member : object->members) {
      const std::string* const written = member.value.string();
      text += ", " + member.key + " " + (written != nullptr ? *written : describe(member.value));
    }
  }
  return text;
}

}  // namespace ficap::io
