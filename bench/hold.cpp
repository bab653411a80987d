#include "bench/hold.hpp"

#include <array>

#include "sim/calendar.hpp"
#include "sim/stream.hpp"
#include "sim/time.hpp"

namespace ficap::bench {

double hold(std::int64_t pending, std::int64_t holds, std::uint64_t seed) {
  enum class Only : std::uint8_t { phase };
  sim::Calendar<std::uint32_t, Only> calendar;
  sim::Stream draws{sim::Address{.seed = seed}};
  // A short cycle of gaps, so that what is timed is the calendar and not the draws.
  std::array<sim::Duration, 4096> gaps{};
  for (auto& gap : gaps)
    gap = sim::from_hours(draws.exponential());
  std::uint32_t which = 0;
  for (std::int64_t i = 0; i < pending; ++i) {
    calendar.schedule(sim::Time{gaps[which++ % gaps.size()] * (i % 7 + 1) / 7}, Only::phase, 0U);
  }
  for (std::int64_t i = 0; i < holds; ++i) {
    const auto event = calendar.next_until(sim::Time::max());
    calendar.schedule(calendar.now() + gaps[which++ % gaps.size()], Only::phase, event.value_or(0));
  }
  return sim::to_hours(calendar.now() - sim::Time{});
}

}  // namespace ficap::bench
