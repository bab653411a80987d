#pragma once

#include "models/scenario.hpp"

namespace ficap::models {

/// @returns the first day after the measured period; 28 February where it began on a 29th and there
///          is none that year
[[nodiscard]] inline sim::Date plan_end(const Plan& plan) {
  sim::Date end = plan.start;
  end.year += static_cast<int>(plan.years);
  if (!sim::is_valid(end)) end.day = 28;
  return end;
}

}  // namespace ficap::models
