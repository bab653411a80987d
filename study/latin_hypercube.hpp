#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ficap::study {

/// A Latin hypercube in (0, 1)^k: of each input's `points` equal strata every one holds exactly one
/// point, at a uniformly random place within it; inputs are independent of each other.
///
/// An input's column follows from seed, design, its id and the number of points alone: with one
/// input more or less the others keep theirs.
///
/// @param design tells designs of one study apart, below 2^24
/// @param ids one for each input, stable and all different
/// @returns points x ids, point by point
/// Source: McKay, Beckman and Conover, Technometrics 21 (1979), 239-245.
[[nodiscard]] std::vector<double> latin_hypercube(std::uint64_t seed,
                                                  std::uint32_t design,
                                                  std::span<const std::uint32_t> ids,
                                                  std::size_t points);

}  // namespace ficap::study
