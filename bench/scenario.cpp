// W4: a scenario as `ficap run` simulates it, all statistics on: events per second and nanoseconds
// per event, of the processor's time. Threads simulate different replications; with more than one,
// the time is that of the clock on the wall, for all of them together.
//
//   ficap_bench_scenario SCENARIO [REPLICATIONS [THREADS]]

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "bench/peak_memory.hpp"
#include "bench/processor_time.hpp"
#include "bench/scenario_file.hpp"
#include "models/simulator.hpp"

namespace {

using namespace ficap;

using Nanoseconds = std::chrono::duration<double, std::nano>;

struct Share {
  std::uint64_t events{};
  std::vector<double> nanoseconds;  ///< an event, by replication; for one thread alone
};

Share simulate(models::Simulator& simulator, std::uint32_t first, std::uint32_t replications) {
  Share share;
  for (std::uint32_t r = first; r < first + replications; ++r) {
    const double before = bench::processor_seconds();
    const models::Outcome outcome = simulator.run(1, r);
    const double took = bench::processor_seconds() - before;
    share.events += outcome.events;
    share.nanoseconds.push_back(1e9 * took / static_cast<double>(outcome.events));
  }
  return share;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments{argv + 1, argv + argc};
  if (arguments.empty() || arguments.size() > 3) {
    std::cerr << "usage: ficap_bench_scenario SCENARIO [REPLICATIONS [THREADS]]\n";
    return 2;
  }
  const auto number = [&](std::size_t which, long otherwise) {
    const long given =
        which < arguments.size() ? std::strtol(arguments[which].c_str(), nullptr, 10) : otherwise;
    return static_cast<std::uint32_t>(std::max(1L, given));
  };
  const auto scenario = bench::scenario_of_file(arguments[0]);
  if (!scenario) return 3;
  const std::uint32_t replications = number(1, 20);
  const std::uint32_t threads = number(2, 1);

  const models::Compiled compiled{*scenario};
  std::vector<models::Simulator> simulators;
  for (std::uint32_t t = 0; t < threads; ++t) {
    simulators.emplace_back(compiled);
    static_cast<void>(simulators.back().run(1, 0));  // memory is warm afterwards, as in a long run
  }

  std::vector<Share> shares(threads);
  const auto begin = std::chrono::steady_clock::now();
  {
    std::vector<std::thread> others;
    for (std::uint32_t t = 1; t < threads; ++t)
      others.emplace_back(
          [&, t] { shares[t] = simulate(simulators[t], t * replications, replications); });
    shares[0] = simulate(simulators[0], 0, replications);
    for (std::thread& other : others)
      other.join();
  }
  const Nanoseconds took = std::chrono::steady_clock::now() - begin;

  std::uint64_t events = 0;
  for (const Share& share : shares)
    events += share.events;
  std::vector<double>& nanoseconds = shares[0].nanoseconds;
  std::sort(nanoseconds.begin(), nanoseconds.end());
  const double all = took.count() / static_cast<double>(events);
  const double median = threads == 1 ? nanoseconds[nanoseconds.size() / 2] : all;
  std::cout << std::fixed << std::setprecision(0) << "events a replication  "
            << events / replications / threads << "\nns an event, "
            << (threads == 1 ? "median   " : "together ") << median;
  if (threads == 1) std::cout << "\n            fastest   " << nanoseconds.front();
  std::cout << std::setprecision(2) << "\nmillion events/s      " << 1000.0 / median
            << "\npeak MiB              " << bench::peak_mebibytes() << '\n';
  return 0;
}
