#pragma once

/// Distribution functions and their inverses. Same bits everywhere (elementary.hpp).
namespace ficap::sim {

/// Inverse of normal_cdf. Relative error about 1e-15.
///
/// Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution",
/// Applied Statistics 37 (1988), PPND16.
/// @pre 0 < p < 1
[[nodiscard]] double normal_quantile(double p);

/// Regularised lower incomplete gamma function: P(a gamma of this shape and scale 1 is at most x).
///
/// Source: series below shape + 1, continued fraction above; Abramowitz & Stegun 6.5.29, 6.5.31.
/// @pre shape > 0, x >= 0
[[nodiscard]] double gamma_p(double shape, double x);

/// Inverse of gamma_p in x, to the last digits that gamma_p can tell apart.
/// @pre shape > 0, 0 <= p < 1
[[nodiscard]] double gamma_quantile(double p, double shape);

/// Regularised incomplete beta function: P(a beta of these parameters is at most x).
///
/// Source: continued fraction, Abramowitz & Stegun 26.5.8.
/// @pre a > 0, b > 0, 0 <= x <= 1
[[nodiscard]] double beta_i(double a, double b, double x);

/// Inverse of beta_i in x, to the last digits that beta_i can tell apart.
/// @pre a > 0, b > 0, 0 <= p <= 1
[[nodiscard]] double beta_quantile(double p, double a, double b);

/// Quantile of Student's t.
///
/// @param dof degrees of freedom, a real number > 0
/// @pre 0 < p < 1
[[nodiscard]] double student_t_quantile(double p, double dof);

}  // namespace ficap::sim
