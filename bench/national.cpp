// A scenario of national size, made of a region's:
//
//   ficap_national scenarios/west-midlands.json > build/national.json
//   build/ficap run build/national.json --replications 1

#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "bench/sizes.hpp"
#include "io/json_text.hpp"
#include "io/read_scenario.hpp"
#include "io/write_scenario.hpp"

namespace {

std::optional<std::string> text_of(const std::string& name) {
  std::ifstream file{name, std::ios::binary};
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

int main(int argc, char** argv) {
  using namespace ficap;
  const std::vector<std::string> arguments{argv + 1, argv + argc};
  if (arguments.size() != 1) {
    std::cerr << "usage: ficap_national SCENARIO > NATIONAL\n";
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
  std::cout << io::canonical(io::write_scenario(bench::national(*reading.scenario))) << '\n';
  return 0;
}
