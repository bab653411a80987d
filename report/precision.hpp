#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "models/outcome.hpp"
#include "study/precision.hpp"

namespace ficap::report {

/// Whether a study became as precise as it was asked to be, after how many futures, and where it
/// did not, how many it would take: a few sentences. Of differences the least certain one is told.
///
/// @param ids    of the scenario, or of the base
/// @param titles of all scenarios, the base first; for goals that are for differences
[[nodiscard]] std::string precision_sentences(const study::PrecisionReached& reached,
                                              const models::DimensionIds& ids,
                                              std::span<const std::string> titles = {});

/// @returns a number of futures to propose where `expected` are guessed to be needed: a twentieth
///          more, rounded up to two digits that mean something
[[nodiscard]] std::uint64_t to_propose(std::uint64_t expected) noexcept;

}  // namespace ficap::report
