#pragma once

#include <array>
#include <optional>
#include <string>

#include "models/fields.hpp"
#include "models/units.hpp"
#include "sim/distributions.hpp"

namespace ficap::models {

/// How well a number is known (evidence grades of the scenario's sources).
enum class Grade : unsigned char { published, derived, judgement };

[[nodiscard]] constexpr std::array<Enumerator<Grade>, 3> enumerators(Grade) noexcept {
  return {{{"A", Grade::published, "published or measured"},
           {"B", Grade::derived, "derived from published figures"},
           {"C", Grade::judgement, "judgement, to be replaced by local data"}}};
}

/// A quantity that varies from one case, request or task to the next. The distribution's numbers
/// are in the base unit of T: hours of effort, days, pounds, shares.
template <class T>
struct Drawn {
  sim::Distribution distribution;
};

/// The type in which the plausible range of a quantity is stated: that of its mean, when drawn.
template <class T>
struct RangeOf {
  using type = T;
};
template <class T>
struct RangeOf<Drawn<T>> {
  using type = T;
};

/// A value with what is known about it: where it is from, how sure it is, and between which
/// values it may lie.
template <class T>
struct Sourced {
  T value{};
  std::string source{};          ///< id in the scenario's `evidence`, empty if none is given
  std::optional<Grade> grade{};  ///< absent if none is given
  std::optional<typename RangeOf<T>::type> low{};   ///< lowest plausible value
  std::optional<typename RangeOf<T>::type> high{};  ///< highest plausible value
  std::string note{};
};

}  // namespace ficap::models
