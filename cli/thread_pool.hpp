#pragma once

#include <cstddef>

#include "study/executor.hpp"

namespace ficap::cli {

/// As many workers as asked for: the caller and threads beside it. Where the system refuses a
/// thread the others do its part.
///
/// @pre workers >= 1
[[nodiscard]] study::Executor thread_pool(std::size_t workers);

/// @returns the number of threads that the machine runs at once, at least 1
[[nodiscard]] std::size_t hardware_threads() noexcept;

}  // namespace ficap::cli
