// A scenario of national size, made of a region's:
//
//   ficap_national scenarios/west-midlands.json > build/national.json
//   build/ficap run build/national.json --replications 1

#include <iostream>
#include <string>
#include <vector>

#include "bench/scenario_file.hpp"
#include "bench/sizes.hpp"
#include "io/json_text.hpp"
#include "io/write_scenario.hpp"

int main(int argc, char** argv) {
  using namespace ficap;
  const std::vector<std::string> arguments{argv + 1, argv + argc};
  if (arguments.size() != 1) {
    std::cerr << "usage: ficap_national SCENARIO > NATIONAL\n";
    return 2;
  }
  const auto region = bench::scenario_of_file(arguments[0]);
  if (!region) return 3;
  std::cout << io::canonical(io::write_scenario(bench::national(*region))) << '\n';
  return 0;
}
