#include <cstddef>
#include <ostream>
#include <string>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/scenario_input.hpp"
#include "report/starts_from.hpp"
#include "report/words.hpp"

namespace ficap::cli {

namespace {

std::string contents_of(const models::Setting& setting) {
  const auto count = [](std::size_t size, std::string_view one, std::string_view many) {
    return report::counted(static_cast<std::int64_t>(size), one, many);
  };
  return count(setting.organisations.size(), "organisation", "organisations") + ", " +
         count(setting.streams.size(), "stream of cases", "streams of cases") + ", " +
         count(setting.pathways.size(), "pathway", "pathways") + ", " +
         count(setting.requests.size(), "kind of help", "kinds of help") + ", " +
         count(setting.teams.size(), "team", "teams");
}

ExitCode validate(const boost::program_options::variables_map& values, const Streams& streams) {
  const ScenarioArgument argument = scenario_argument(values);
  const auto scenario = read_scenario(argument, streams.err);
  if (!scenario) return ExitCode::bad_scenario;
  streams.out << report::wrapped(name_of(argument) + " is ok: \"" + scenario->planned.title +
                                     "\", " + contents_of(scenario->planned) + "; a run " +
                                     report::starts_from(scenario->planned) + ".",
                                 100);
  return ExitCode::ok;
}

}  // namespace

Command validate_command() {
  Command command{.name = "validate",
                  .summary = "say what is wrong with a scenario, all at once, and how to mend it",
                  .usage = "SCENARIO [options]",
                  .examples =
                      "  ficap validate my-scenario.json\n"
                      "  ficap validate my-scenario.json --set /asking/ceiling=0.9\n"
                      "  ficap validate - < my-scenario.json\n",
                  .notes = "",
                  .takes_scenario = true,
                  .options = boost::program_options::options_description{"Options", 100},
                  .execute = validate};
  add_scenario_options(command.options);
  return command;
}

}  // namespace ficap::cli
