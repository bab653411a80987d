#pragma once

#include <cstddef>
#include <optional>

#include "study/replicate.hpp"
#include "study/self_test.hpp"

namespace ficap::cli {

/// The program's test of itself, with the scenarios that are part of it.
///
/// @param threads at work, at least 1
/// @param watch   counts study::self_test_total() futures
/// @returns nothing when it was stopped
[[nodiscard]] std::optional<study::SelfTest> test_itself(std::size_t threads,
                                                         const study::Watch& watch = {});

}  // namespace ficap::cli
