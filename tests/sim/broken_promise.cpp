// Breaks a promise of the calendar: schedules an event in the past. Run by ctest, which wants to
// see it stopped in every build.
#include <chrono>

#include "sim/calendar.hpp"

int main() {
  enum class Phase : unsigned char { only };
  ficap::sim::Calendar<int, Phase> calendar;
  static_cast<void>(calendar.next_until(ficap::sim::Time{std::chrono::hours{2}}));
  calendar.schedule(ficap::sim::Time{std::chrono::hours{1}}, Phase::only, 1);
  return 0;
}
