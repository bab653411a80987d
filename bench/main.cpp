// Nanoseconds per event of the bare engine. Each figure is the best of five, since whatever else
// the machine does only ever adds.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iostream>
#include <string_view>

#include "bench/queue_kernels.hpp"

namespace {

template <class Work>
double best_of_five_seconds(Work&& work) {
  double best = 1e300;
  for (int round = 0; round < 5; ++round) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    best = std::min(best, took.count());
  }
  return best;
}

void print_queue(std::string_view title,
                 ficap::bench::QueueResult (*queue)(std::int64_t, std::uint64_t),
                 std::string_view theory) {
  constexpr std::int64_t customers = 1'000'000;
  constexpr double events_per_customer = 2.0;  // an arrival, and a departure or an abandonment
  ficap::bench::QueueResult result;
  const double seconds = best_of_five_seconds([&] { result = queue(customers, 1); });
  const double each = seconds * 1e9 / static_cast<double>(customers);
  std::cout << title << ": " << each << " ns a customer, " << each / events_per_customer
            << " ns an event, " << 1e3 * events_per_customer / each
            << " million events/s; mean wait " << result.mean_wait << " h, abandoned "
            << result.share_abandoned << " (theory " << theory << ")\n";
}

void print_hold(std::int64_t pending) {
  constexpr std::int64_t holds = 2'000'000;
  double clock = 0.0;
  const double all = best_of_five_seconds([&] { clock = ficap::bench::hold(pending, holds, 1); });
  const double filling = best_of_five_seconds([&] { clock += ficap::bench::hold(pending, 0, 1); });
  std::cout << "hold, " << pending
            << " pending: " << (all - filling) * 1e9 / static_cast<double>(holds) << " ns (clock "
            << clock << ")\n";
}

}  // namespace

int main() {
  print_queue("M/M/1", ficap::bench::single_server, "wait 9 h");
  print_queue("M/M/50+M", ficap::bench::impatient_pool, "wait 0.0910 to 0.0960, abandoned 0.04668");
  print_hold(10);
  print_hold(1'000);
  print_hold(100'000);
}
