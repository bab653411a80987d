#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/outcome.hpp"

namespace ficap::io {

/// An outcome in few bytes, to be read again by outcome_of(): exact, and the same on every machine.
/// They say nothing of the scenario; whoever keeps them keeps that too.
[[nodiscard]] std::string outcome_bytes(const models::Outcome& outcome);

/// @returns nothing where the bytes are not those of an outcome, from the first to the last
[[nodiscard]] std::optional<models::Outcome> outcome_of(std::string_view bytes);

}  // namespace ficap::io
