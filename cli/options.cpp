#include "cli/options.hpp"

#include <cstddef>
#include <cstdint>

#include <boost/program_options/errors.hpp>
#include <boost/program_options/option.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/value_semantic.hpp>

#include "io/nearest.hpp"
#include "report/words.hpp"

namespace ficap::cli {

namespace po = boost::program_options;

namespace {

constexpr const char* scenario_name = "scenario";

std::vector<std::string> names_of(const po::options_description& options) {
  std::vector<std::string> names;
  for (const auto& option : options.options())
    names.push_back("--" + option->long_name());
  return names;
}

std::string unknown_option(const Command& command, const po::unknown_option& problem) {
  const std::string name = problem.get_option_name();
  std::string text = "ficap " + command.name + " has no option " + name;
  const auto meant = io::nearest(name, names_of(command.options));
  if (meant) text += "; did you mean " + *meant + "?";
  return text;
}

}  // namespace

void add_scenario_options(po::options_description& options) {
  options.add_options()(
      "set",
      po::value<std::vector<std::string>>()->value_name("/POINTER=VALUE"),
      "change one value of the scenario (of each, the base too, where several are "
      "named), e.g. /asking/ceiling=0.9; may be repeated; its title says so")(
      "skip-bad-rows",
      "leave out the bad rows of the table of open cases that it starts from, and list them");
}

std::string file_argument(const po::variables_map& values,
                          std::string_view what,
                          std::string_view example) {
  if (values.count(scenario_name) == 0) {
    throw UsageError{"which " + std::string{what} + "? Give its name, e.g. " +
                     std::string{example}};
  }
  const auto& paths = values[scenario_name].as<std::vector<std::string>>();
  if (paths.size() > 1) {
    throw UsageError{"one " + std::string{what} + " at a time: " + paths[0] + " or " + paths[1] +
                     "?"};
  }
  return paths.front();
}

std::vector<std::string> file_arguments(const po::variables_map& values) {
  if (values.count(scenario_name) == 0) return {};
  return values[scenario_name].as<std::vector<std::string>>();
}

ScenarioArgument scenario_argument(const po::variables_map& values) {
  ScenarioArgument argument{
      .path = file_argument(values, "scenario", "scenarios/west-midlands.json"), .sets = {}};
  argument.skips_bad_rows = values.count("skip-bad-rows") > 0;
  if (values.count("set") > 0) argument.sets = values["set"].as<std::vector<std::string>>();
  return argument;
}

std::uint64_t whole_number(std::string_view option,
                           const std::string& text,
                           std::uint64_t at_least,
                           std::uint64_t at_most) {
  const auto wrong = [&] {
    const bool commas = text.find(',') != std::string::npos;
    return UsageError{"--" + std::string{option} + " takes a whole number from " +
                      report::with_commas(static_cast<std::int64_t>(at_least)) + " to " +
                      report::with_commas(static_cast<std::int64_t>(at_most)) +
                      (commas ? ", typed without commas" : "") + ", not \"" + text + "\""};
  };
  constexpr std::size_t most_digits = 18;  // any such number fits
  if (text.empty() || text.size() > most_digits ||
      text.find_first_not_of("0123456789") != std::string::npos) {
    throw wrong();
  }
  std::uint64_t number = 0;
  for (const char digit : text)
    number = 10 * number + static_cast<std::uint64_t>(digit - '0');
  if (number < at_least || number > at_most) throw wrong();
  return number;
}

po::variables_map parse(const Command& command, const std::vector<std::string>& arguments) {
  po::options_description all;
  all.add(command.options);
  po::positional_options_description positions;
  if (command.takes_scenario || command.takes_results) {
    all.add_options()(scenario_name, po::value<std::vector<std::string>>());
    positions.add(scenario_name, -1);
  }
  // Abbreviations of options would hide typing errors, and change meaning as options are added.
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  po::variables_map values;
  try {
    po::store(
        po::command_line_parser{arguments}.options(all).positional(positions).style(style).run(),
        values);
    po::notify(values);
  } catch (const po::unknown_option& problem) {
    throw UsageError{unknown_option(command, problem)};
  } catch (const po::too_many_positional_options_error&) {
    throw UsageError{"ficap " + command.name + " takes no file"};
  } catch (const po::error& problem) {
    throw UsageError{problem.what()};
  }
  return values;
}

}  // namespace ficap::cli
