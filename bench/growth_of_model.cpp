// What an event costs as the model grows: years, cases with people, people alone, and backlog. One
// replication of each size, one thread, memory as new: the cost of growing is in it.
//
//   ficap_bench_growth_of_model SCENARIO [LARGEST]     LARGEST is 10 or 100 (100: half a minute)

#include <cstdint>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "bench/processor_time.hpp"
#include "bench/scenario_file.hpp"
#include "bench/sizes.hpp"
#include "models/simulator.hpp"

namespace {

using namespace ficap;

void measure(std::string_view what, const models::Scenario& scenario) {
  const models::Compiled compiled{scenario};
  models::Simulator simulator{compiled};
  const double before = bench::processor_seconds();
  const models::Outcome outcome = simulator.run(1, 0);
  const double took = 1e9 * (bench::processor_seconds() - before);
  std::cout << std::left << std::setw(34) << what << std::right << std::fixed
            << std::setprecision(0) << std::setw(11) << outcome.events << std::setw(9)
            << took / static_cast<double>(outcome.events) << std::setw(10) << took / 1e6
            << std::setw(12) << simulator.slots() << std::endl;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments{argv + 1, argv + argc};
  if (arguments.empty() || arguments.size() > 2) {
    std::cerr << "usage: ficap_bench_growth_of_model SCENARIO [LARGEST]\n";
    return 2;
  }
  const auto region = bench::scenario_of_file(arguments[0]);
  if (!region) return 3;
  const double largest = arguments.size() == 2 ? std::strtod(arguments[1].c_str(), nullptr) : 10.0;
  std::cout << "one replication                       events ns/event        ms  most slots\n";
  measure("as it is", *region);
  measure("50 years instead of 5", bench::over_years(*region, 50.0));
  for (double factor = 10.0; factor <= largest; factor *= 10.0) {
    const std::string times = "x " + std::to_string(static_cast<int>(factor));
    measure("cases and people " + times, bench::scaled(*region, factor, factor));
    measure("people " + times, bench::scaled(*region, 1.0, factor));
    measure("cases, so backlog, " + times, bench::scaled(*region, factor, 1.0));
  }
  measure("national", bench::national(*region));
  return 0;
}
