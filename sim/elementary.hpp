#pragma once

#include <array>
#include <cstdint>
#include <cstring>

/// Elementary functions with the same bits on every machine.
///
/// The C library's differ between two processors and between a native and a browser build. These
/// use + - * /, sqrt, floor and the bits of a double, nothing else, and are compiled without
/// contraction (-ffp-contract=off). Errors are tested against the C library in
/// tests/sim/elementary_test.cpp. Approximations are our own fits or classical series; each
/// says which.
namespace ficap::sim {

[[nodiscard]] inline std::uint64_t bits_of(double x) noexcept {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}

[[nodiscard]] inline double double_of_bits(std::uint64_t bits) noexcept {
  double x = 0.0;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}

inline constexpr double ln2_high = 0x1.62e42feep-1;  // 32 bits: a small whole multiple is exact
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;

/// log(2^k x) for a normal x > 0: what is left of a logarithm where nothing can go wrong. No
/// branch, so that a loop over it becomes vectors.
/// @param k a whole number
[[nodiscard]] inline double log_of_normal(double x, double k = 0.0) noexcept {
  constexpr std::uint64_t sqrt_half_bits = 0x3FE6A09E00000000;
  constexpr std::uint64_t mantissa = 0x000FFFFFFFFFFFFF;
  // x = 2^e m with m from sqrt(1/2) to sqrt(2); log m = 2 atanh(s) with s = f / (2 + f), f = m - 1.
  const std::uint64_t shifted = bits_of(x) - sqrt_half_bits;
  // e + 1023 as the last bits of 2^52: the conversion from whole numbers that has a vector form.
  const std::uint64_t biased = (shifted + (std::uint64_t{1023} << 52U)) >> 52U;
  const double exponent = (double_of_bits(biased | 0x4330000000000000) - (0x1p52 + 1023.0)) + k;
  const double f = double_of_bits((shifted & mantissa) + sqrt_half_bits) - 1.0;
  const double s = f / (2.0 + f);
  const double z = s * s;
  const double z2 = z * z;
  // 2 (atanh(s) / s - 1) = z P(z): minimax fit, error 1e-17.
  constexpr std::array<double, 7> c{0x1.5555555555558p-1,
                                    0x1.99999999952ccp-2,
                                    0x1.2492492df3ba9p-2,
                                    0x1.c71c62e26208bp-3,
                                    0x1.7462b58e46ebep-3,
                                    0x1.39fe42e9740a7p-3,
                                    0x1.2b59b713616c9p-3};
  const double remainder = z * (((c[0] + c[1] * z) + (c[2] + c[3] * z) * z2) +
                                (z2 * z2) * ((c[4] + c[5] * z) + c[6] * z2));
  // 2s = f - s f, so that the largest part, f, carries no error.
  return exponent * ln2_high - ((s * (f - remainder) - exponent * ln2_low) - f);
}

/// Natural logarithm, within 1 ulp.
/// @returns -infinity at 0, NaN below it and at NaN, infinity at infinity
[[nodiscard]] double log(double x) noexcept;

/// Natural exponential, within 1 ulp where the result is a normal number.
/// @returns 0 below -745.2, infinity above 709.8, NaN at NaN
[[nodiscard]] double exp(double x) noexcept;

/// log(1 + x) without the loss of small x, within 3 ulp.
/// @returns -infinity at -1, NaN below it
[[nodiscard]] double log1p(double x) noexcept;

/// exp(x) - 1 without the loss of small x, within 5 ulp.
[[nodiscard]] double expm1(double x) noexcept;

/// Logarithm to base 10, within 3 ulp.
[[nodiscard]] double log10(double x) noexcept;

/// x to the power y, for x >= 0 (or any x where y is a whole number of at most 64 either way).
///
/// Whole numbers up to 64 go by repeated squaring, exact where every product is; others by
/// exp(y log x), with a relative error of at most (3 + 3 |y log x|) * 2^-53.
/// @returns 1 for y = 0; NaN for a negative x with any other y
[[nodiscard]] double pow(double x, double y) noexcept;

/// Logarithm of the gamma function, for x > 0.
///
/// Error at most 1e-14 * max(1, |result|). Stirling's series beyond 10, the recurrence below it.
/// @pre x > 0
[[nodiscard]] double lgamma(double x);

/// What Stirling's formula leaves out: lgamma(x) - ((x - 1/2) log x - x + log(2 pi) / 2), without
/// the loss of taking that difference.
/// @pre x >= 10
[[nodiscard]] double stirling_correction(double x);

/// Complementary error function, relative error within 1e-14 down to 1e-300.
/// @returns NaN at NaN
[[nodiscard]] double erfc(double x) noexcept;

/// P(a standard normal is at most x), relative error within 1e-14 down to 1e-300.
[[nodiscard]] double normal_cdf(double x) noexcept;

}  // namespace ficap::sim
