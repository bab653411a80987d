#pragma once

#include <cstdint>
#include <span>

#include "models/outcome.hpp"

namespace ficap::study {

/// One number for every whole number that some futures came to, in their order: it tells whether
/// two machines agree.
///
/// Source: FNV-1a, 64 bits (Fowler, Noll and Vo), over eight bytes a number, the lowest first.
[[nodiscard]] std::uint64_t fingerprint(std::span<const models::Outcome> outcomes);

}  // namespace ficap::study
