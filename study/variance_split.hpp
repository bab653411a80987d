#pragma once

#include <cstddef>
#include <span>

namespace ficap::study {

/// The variance of one future, taken apart: what is between draws of the inputs is evidence, what
/// is between futures of one draw is chance.
struct VarianceSplit {
  double mean{};
  double evidence{};         ///< variance of the expected output, over what nobody has measured
  double chance{};           ///< variance of a single future about its expectation
  bool evidence_set_to_0{};  ///< the estimate was negative: nothing to see beyond chance
  double share{};            ///< evidence / (evidence + chance); 0 where neither varies
  double share_low{};        ///< of its 95 % interval
  double share_high{};
  /// Factor by which the spread of the draws' means is to be shrunk so that it is that of the
  /// expected output: the means still hold a draw's share of chance.
  double shrinkage{1.0};
};

/// One-way analysis of variance with random effects: unbiased, the evidence's part by the method of
/// moments and the share's interval from the F distribution (exact where both parts are normal).
///
/// @param means of the futures of each draw, at least 2 draws; independent
/// @param variances of a single future within each draw, with divisor `futures` - 1
/// @param futures of each draw, at least 2
/// Source: Searle, Casella and McCulloch, Variance Components (1992), ch. 3.
[[nodiscard]] VarianceSplit split_variance(std::span<const double> means,
                                           std::span<const double> variances,
                                           std::size_t futures);

}  // namespace ficap::study
