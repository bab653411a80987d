#pragma once

#include <optional>
#include <string>

#include "io/complaints.hpp"
#include "io/document.hpp"
#include "io/quantity.hpp"
#include "models/sourced.hpp"

namespace ficap::io {

/// What a sourced number says of its plausible values, in base units.
struct PlausibleRange {
  double value{};
  bool is_mean{false};  ///< of a distribution
  std::optional<double> low;
  std::optional<double> high;
  std::optional<models::Spread> spread;
};

/// Reports what contradicts itself: a range that does not hold its value, and a spread that this
/// range cannot have. The range of a mean may have been rounded by its author: that it does not
/// hold the mean is a warning only.
///
/// @param number the object in which all of it stands
void check_range(Complaints& complaints,
                 const PlausibleRange& range,
                 const Object& number,
                 const std::string& pointer,
                 Dimension dimension);

}  // namespace ficap::io
