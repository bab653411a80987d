#pragma once

#include <string>

#include "tests/support/scenarios.hpp"

/// One team around the clock, for tests of who is there.
namespace ficap::test {

inline constexpr const char* mm1 = "scenarios/oracles/mm1.json";
inline constexpr double ms_per_hour = 3'600'000.0;

inline Changes operator+(Changes changes, const Changes& more) {
  changes.insert(changes.end(), more.begin(), more.end());
  return changes;
}

/// Nobody asks the team for anything.
inline Changes nobody_asks(int posts, int people, int years) {
  return {"/streams/cases/rate=0 /y",
          "/plan/years=" + std::to_string(years),
          "/teams/investigators/establishment=" + std::to_string(posts),
          "/teams/investigators/strength=" + std::to_string(people)};
}

inline double total(const World& world, const models::Outcome& o, models::Counter counter) {
  return static_cast<double>(world.total(o, counter));
}
inline double hours(const World& world, const models::Outcome& o, models::Counter counter) {
  return total(world, o, counter) / ms_per_hour;
}

}  // namespace ficap::test
