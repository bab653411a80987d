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

/// How the plausible values of a number lie between and about its low, value and high. Of the last
/// two, low and high are the values that 5 % and 95 % of the probability lie below, and value is
/// its middle; of the others they are its ends.
enum class Spread : unsigned char { triangular, uniform, beta, normal, lognormal };

[[nodiscard]] constexpr std::array<Enumerator<Spread>, 5> enumerators(Spread) noexcept {
  return {{{"triangular",
            Spread::triangular,
            "from low to high with a peak at value, joined by straight lines"},
           {"uniform", Spread::uniform, "anything from low to high, equally likely"},
           {"beta", Spread::beta, "from low to high with a rounded peak at value, as in PERT"},
           {"normal",
            Spread::normal,
            "either half of a bell: half of it above value, 5 % below low, 5 % above high"},
           {"lognormal",
            Spread::lognormal,
            "the same by ratios instead of differences, for what is above 0: half of it above "
            "value, 5 % below low, 5 % above high"}}};
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
  std::optional<Spread> spread{};                   ///< a triangle if none is given
  std::string note{};
};

}  // namespace ficap::models
