#pragma once

#include <cstdint>
#include <vector>

namespace ficap::models {

/// What people's time has come to when a year of the plan ends, counted from the plan's start.
struct StaffYear {
  std::int64_t ms{};                  ///< since then, nights and weekends included
  std::vector<std::int64_t> values;   ///< by Layout; those of people and their time are up to date
  std::vector<std::int64_t> away_ms;  ///< by team and within it by cause, both in the order of ids
  friend bool operator==(const StaffYear&, const StaffYear&) = default;
};

}  // namespace ficap::models
