#pragma once

#include <string_view>

#include "study/multiple_comparisons.hpp"

namespace ficap::io {

/// @returns "lower", "higher", "cannot tell apart", "exactly the same" or "undefined"
[[nodiscard]] std::string_view verdict_words(study::Verdict verdict) noexcept;

}  // namespace ficap::io
