#pragma once

/// Elementary functions with the same bits on every machine.
///
/// The C library's differ between two processors and between a native and a browser build. These
/// use + - * /, sqrt, floor and the bits of a double, nothing else, and are compiled without
/// contraction (-ffp-contract=off). Errors are tested against the C library in
/// tests/sim/elementary_test.cpp. Approximations are our own fits or classical series; each
/// says which.
namespace ficap::sim {

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
