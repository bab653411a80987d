#include "cli/test_itself.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "cli/thread_pool.hpp"
#include "io/embedded.hpp"
#include "io/read_scenario.hpp"

namespace ficap::cli {

namespace {

constexpr std::size_t several_threads = 3;

/// A scenario that is part of the program, read as a user's is.
models::Scenario embedded(const std::string& name) {
  const std::optional<std::string> text = io::embedded_scenario(name);
  if (!text) throw std::logic_error{"the program lacks its scenario " + name};
  io::ScenarioReading reading = io::read_scenario(name, *text, io::embedded_scenario, {});
  if (!reading.scenario) throw std::logic_error{"the program cannot read its scenario " + name};
  return *reading.scenario;
}

}  // namespace

std::optional<study::SelfTest> test_itself(std::size_t threads, const study::Watch& watch) {
  const std::size_t most = study::self_test_total(study::self_test_futures);
  return study::self_test(
      {.oracle = [](const std::string& name) { return embedded("oracles/" + name); },
       .region = embedded("west-midlands.json"),
       .executor = thread_pool(std::clamp<std::size_t>(threads, 1, most)),
       .several = thread_pool(several_threads),
       .watch = watch});
}

}  // namespace ficap::cli
