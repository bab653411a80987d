#pragma once

#include <string_view>

#include "models/measures.hpp"

namespace ficap::io {

/// What the numbers of a measure are numbers of: a "total over the period" (or over the cases
/// opened in it), a "share" or a "mean". A share is a plain ratio of counts; belief, too, lies
/// between 0 and 1, but it is averaged over time.
[[nodiscard]] std::string_view kind_of(const models::Measure& measure) noexcept;

}  // namespace ficap::io
