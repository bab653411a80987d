#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <span>

/// Functions whose sensitivities are known.
namespace ficap::test {

inline constexpr double pi = 3.14159265358979323846;

/// sin x1 + a sin^2 x2 + b x3^4 sin x1 with a = 7, b = 0.1, each x uniform on (-pi, pi).
///
/// Source: Ishigami and Homma, ISUMA '90, 398-403.
inline double ishigami(std::span<const double> places) {
  const auto x = [&](std::size_t i) { return pi * (2.0 * places[i] - 1.0); };
  const double s = std::sin(x(1));
  return std::sin(x(0)) * (1.0 + 0.1 * x(2) * x(2) * x(2) * x(2)) + 7.0 * s * s;
}
/// With V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2, V1 = (1 + b pi^4/5)^2 / 2, V2 = a^2/8 and
/// V13 = b^2 pi^8 (1/18 - 1/50).
inline constexpr std::array ishigami_first{0.3139, 0.4424, 0.0};
inline constexpr std::array ishigami_total{0.5576, 0.4424, 0.2437};

/// 4 x1 + 2 x2 - x3 + 0 x4 on the unit cube: variances are as the squares.
inline double linear(std::span<const double> places) {
  return 4.0 * places[0] + 2.0 * places[1] - places[2];
}
inline constexpr std::array linear_parts{16.0 / 21.0, 4.0 / 21.0, 1.0 / 21.0, 0.0};

inline constexpr std::array<std::uint32_t, 4> four_ids{101, 202, 303, 404};

}  // namespace ficap::test
