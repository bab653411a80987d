#pragma once

#include <string_view>

namespace ficap::report {

/// The protective marking of a page or workbook where nobody asks for another.
inline constexpr std::string_view usual_marking{"OFFICIAL"};

}  // namespace ficap::report
