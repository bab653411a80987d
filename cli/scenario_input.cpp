#include "cli/scenario_input.hpp"

#include <utility>

#include "cli/files.hpp"
#include "report/diagnostics.hpp"

namespace ficap::cli {

std::string name_of(const ScenarioArgument& argument) {
  return argument.path == "-" ? "standard input" : argument.path;
}

std::optional<models::Scenario> read_scenario(const ScenarioArgument& argument, std::ostream& err) {
  return read_scenario(argument, read_text(argument.path), err);
}

std::optional<models::Scenario> read_scenario(const ScenarioArgument& argument,
                                              std::string text,
                                              std::ostream& err) {
  io::ScenarioReading reading =
      io::read_scenario(name_of(argument),
                        std::move(text),
                        scenario_files(),
                        argument.sets,
                        argument.skips_bad_rows ? io::BadRows::left_out : io::BadRows::refused);
  err << report::to_text(reading.problems);
  return std::move(reading.scenario);
}

}  // namespace ficap::cli
