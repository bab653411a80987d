#pragma once

#include <cstdint>
#include <string>

#include "models/outcome.hpp"
#include "study/precision.hpp"

namespace ficap::report {

/// Whether a run became as precise as it was asked to be, after how many futures, and where it did
/// not, how many it would take: a few sentences.
[[nodiscard]] std::string precision_sentences(const study::PrecisionReached& reached,
                                              const models::DimensionIds& ids);

/// @returns a number of futures to propose where `expected` are guessed to be needed: a twentieth
///          more, rounded up to two digits that mean something
[[nodiscard]] std::uint64_t to_propose(std::uint64_t expected) noexcept;

}  // namespace ficap::report
