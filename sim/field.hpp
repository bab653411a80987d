#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace ficap::sim {

/// What a parameter is measured in.
enum class Unit : std::uint8_t {
  number,       ///< a pure number: a shape, a weight, a coefficient of variation
  share,        ///< a number from 0 to 1
  count,        ///< a whole number
  of_variable,  ///< the unit of the variable that the distribution describes
};

/// What there is to say about one parameter. Readers, schemas, reference pages and tests walk one
/// list of these, so a bound or a sentence stands in one place.
///
/// A type's `fields(self, visit)` calls visit(Field, member) for each; the member is a double, an
/// int, a std::optional<double>, a std::vector<double> or a std::vector<Distribution>. Bounds hold
/// for each element of a vector.
struct Field {
  std::string_view name;
  std::string_view doc;
  Unit unit{Unit::number};
  double at_least{-std::numeric_limits<double>::infinity()};
  double at_most{std::numeric_limits<double>::infinity()};
  bool above{false};  ///< at_least itself is not allowed
  bool below{false};  ///< at_most itself is not allowed
  bool required{true};

  /// @returns whether `value` keeps the bounds; never for NaN and infinities
  [[nodiscard]] constexpr bool allows(double value) const noexcept {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    return value > -infinity && value < infinity &&
           (above ? value > at_least : value >= at_least) &&
           (below ? value < at_most : value <= at_most);
  }
};

/// A rule across fields that is broken: which field to change, and what may stand there.
struct Problem {
  std::string field;
  std::string expected;
  friend bool operator==(const Problem&, const Problem&) = default;
};

}  // namespace ficap::sim
