// A million conversions of effort into an instant: the median of eleven rounds, of the processor's
// time. Starts lie anywhere in ten years, work takes up to 300 hours of the office.
//
//   ficap_bench_working_time

#include "models/working_time.hpp"

#include <algorithm>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <vector>

#include "bench/processor_time.hpp"
#include "models/units.hpp"
#include "sim/stream.hpp"

int main() {
  using namespace ficap;
  constexpr std::uint32_t conversions = 1'000'000;
  constexpr std::int64_t days = 12L * 366;
  const models::WorkingTime office{models::OfficeHours{}, {2026, 4, 1}, days};
  struct Work {
    sim::Time start;
    models::Effort effort;
    models::Fte fte;
  };
  std::vector<Work> works;
  works.reserve(conversions);
  for (std::uint32_t i = 0; i < conversions; ++i) {
    sim::Stream numbers{sim::Address{.seed = 1, .ordinal = i}};
    constexpr double ms_of_ten_years = 3652.5 * 86'400'000.0;
    works.push_back({.start = sim::Time{sim::Duration{
                         static_cast<std::int64_t>(numbers.uniform() * ms_of_ten_years)}},
                     .effort = models::Effort{numbers.uniform() * 150.0},
                     .fte = models::Fte{0.5 + (numbers.uniform() / 2.0)}});
  }
  std::vector<double> seconds;
  std::int64_t sum = 0;  // so that nothing is left out
  for (int round = 0; round < 11; ++round) {
    const double before = bench::processor_seconds();
    for (const Work& work : works) {
      const auto open = sim::from_hours((work.effort / work.fte).count());
      const auto done = office.after(work.start, open);
      sum += done ? done->time_since_epoch().count() : 0;
    }
    seconds.push_back(bench::processor_seconds() - before);
  }
  std::sort(seconds.begin(), seconds.end());
  std::cout << std::fixed << std::setprecision(3) << "a million conversions  "
            << seconds[seconds.size() / 2] << " s, fastest " << seconds.front() << " s  (" << sum
            << ")\n";
  return 0;
}
