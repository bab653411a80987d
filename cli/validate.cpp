#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <utility>

#include "cli/appraisal_study.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/scenario_input.hpp"
#include "io/read_study.hpp"
#include "report/starts_from.hpp"
#include "report/words.hpp"

namespace ficap::cli {

namespace {

constexpr std::size_t line_width = 100;

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

std::string ok(const std::string& name, const models::Scenario& scenario) {
  return report::wrapped(name + " is ok: \"" + scenario.planned.title + "\", " +
                             contents_of(scenario.planned) + "; a run " +
                             report::starts_from(scenario.planned) + ".",
                         line_width);
}

ExitCode validate_study(const ScenarioArgument& argument,
                        const std::string& text,
                        const Streams& streams) {
  if (!argument.sets.empty() || argument.skips_bad_rows) {
    throw UsageError{"--set and --skip-bad-rows are for a scenario; " + name_of(argument) +
                     " is a study, which changes its scenarios by their \"set\""};
  }
  const auto input = read_study(argument.path, text, streams.err);
  if (!input) return ExitCode::bad_scenario;
  const study::StudyDocument& study = input->study();
  const auto years = static_cast<std::int64_t>(input->scenarios.front().planned.plan.years);
  streams.out << report::wrapped(
      name_of(argument) + " is ok: \"" + study.title + "\", " +
          report::counted(static_cast<std::int64_t>(study.options.size()), "option", "options") +
          " against \"" + input->titles().front() + "\" over " +
          report::counted(years, "year", "years") + ", for " + study.pays.id + ", in prices of " +
          study.terms.price_base + ".",
      line_width);
  for (std::size_t i = 0; i < input->scenarios.size(); ++i)
    streams.out << ok(input->paths.at(i + 1), input->scenarios[i]);
  return ExitCode::ok;
}

ExitCode validate(const boost::program_options::variables_map& values, const Streams& streams) {
  const ScenarioArgument argument = scenario_argument(values);
  std::string text = read_text(argument.path);
  if (io::is_study(text)) return validate_study(argument, text, streams);
  const auto scenario = read_scenario(argument, std::move(text), streams.err);
  if (!scenario) return ExitCode::bad_scenario;
  streams.out << ok(name_of(argument), *scenario);
  return ExitCode::ok;
}

}  // namespace

Command validate_command() {
  Command command{
      .name = "validate",
      .summary = "say what is wrong with a scenario or study, all at once, and how to mend it",
      .usage = "SCENARIO|STUDY [options]",
      .examples =
          "  ficap validate my-scenario.json\n"
          "  ficap validate my-scenario.json --set /asking/ceiling=0.9\n"
          "  ficap validate - < my-scenario.json\n"
          "  ficap validate scenarios/studies/west-midlands.json\n",
      .notes = "Of a study its scenarios are checked as well. Nothing is simulated.\n",
      .takes_scenario = true,
      .options = boost::program_options::options_description{"Options", 100},
      .execute = validate};
  add_scenario_options(command.options);
  return command;
}

}  // namespace ficap::cli
