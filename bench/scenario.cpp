// W4: a scenario as `ficap run` simulates it, all statistics on, one thread: events per second and
// nanoseconds per event.
//
//   ficap_bench_scenario SCENARIO [REPLICATIONS]

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "bench/peak_memory.hpp"
#include "io/read_scenario.hpp"
#include "models/simulator.hpp"

namespace {

using namespace ficap;

std::optional<std::string> text_of(const std::string& name) {
  std::ifstream file{name, std::ios::binary};
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments{argv + 1, argv + argc};
  if (arguments.empty() || arguments.size() > 2) {
    std::cerr << "usage: ficap_bench_scenario SCENARIO [REPLICATIONS]\n";
    return 2;
  }
  const auto text = text_of(arguments[0]);
  if (!text) {
    std::cerr << "cannot read " << arguments[0] << '\n';
    return 1;
  }
  const auto reading = io::read_scenario(arguments[0], *text, text_of, {});
  if (!reading.scenario) {
    std::cerr << arguments[0] << " is not a valid scenario; see `ficap validate`\n";
    return 3;
  }
  const std::uint32_t replications =
      arguments.size() == 2
          ? static_cast<std::uint32_t>(std::max(1L, std::strtol(arguments[1].c_str(), nullptr, 10)))
          : 20;

  const models::Compiled compiled{*reading.scenario};
  models::Simulator simulator{compiled};
  static_cast<void>(simulator.run(1, 0));  // memory is warm afterwards, as in a long run
  std::vector<double> nanoseconds;
  std::uint64_t events = 0;
  for (std::uint32_t r = 0; r < replications; ++r) {
    const auto begin = std::chrono::steady_clock::now();
    const models::Outcome outcome = simulator.run(1, r);
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
    events += outcome.events;
    nanoseconds.push_back(took.count() / static_cast<double>(outcome.events));
  }
  std::sort(nanoseconds.begin(), nanoseconds.end());
  const double median = nanoseconds[nanoseconds.size() / 2];
  std::cout << std::fixed << std::setprecision(0) << "events a replication  "
            << events / replications << "\nns an event, median   " << median
            << "\n            fastest   " << nanoseconds.front() << std::setprecision(2)
            << "\nmillion events/s      " << 1000.0 / median << "\npeak MiB              "
            << bench::peak_mebibytes() << '\n';
  return 0;
}
