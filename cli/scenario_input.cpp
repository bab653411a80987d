#include "cli/scenario_input.hpp"

#include <utility>

#include "cli/files.hpp"
#include "report/diagnostics.hpp"

namespace ficap::cli {

std::optional<models::Scenario> read_scenario(const ScenarioArgument& argument, std::ostream& err) {
  const std::string name = argument.path == "-" ? "standard input" : argument.path;
  io::ScenarioReading reading =
      io::read_scenario(name, read_text(argument.path), scenario_files(), argument.sets);
  err << report::to_text(reading.problems);
  return std::move(reading.scenario);
}

}  // namespace ficap::cli
