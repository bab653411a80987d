#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options/variables_map.hpp>

#include "cli/command.hpp"

namespace ficap::cli {

/// The scenario that a command is about.
struct ScenarioArgument {
  std::string path;               ///< "-" is standard input
  std::vector<std::string> sets;  ///< "/json/pointer=VALUE", in order
  bool skips_bad_rows{false};     ///< of its table of open cases
};

/// Adds --set and --skip-bad-rows to a command that takes a scenario.
void add_scenario_options(boost::program_options::options_description& options);

/// The one file that a command is about.
///
/// @param what    it is, e.g. "results file"
/// @param example of its name
/// @returns its path; "-" is standard input
/// @pre the command takes a scenario or results
/// @throws UsageError where none or more than one was given
[[nodiscard]] std::string file_argument(const boost::program_options::variables_map& values,
                                        std::string_view what,
                                        std::string_view example);

/// All files that a command was given, in order; there may be none.
///
/// @pre the command takes a scenario or results
[[nodiscard]] std::vector<std::string> file_arguments(
    const boost::program_options::variables_map& values);

/// @pre the command takes a scenario and has --set
/// @throws UsageError where no scenario was given
[[nodiscard]] ScenarioArgument scenario_argument(
    const boost::program_options::variables_map& values);

/// @throws UsageError where the text is no whole number between the limits
[[nodiscard]] std::uint64_t whole_number(std::string_view option,
                                         const std::string& text,
                                         std::uint64_t at_least,
                                         std::uint64_t at_most);

/// Reads the arguments after a command's name.
///
/// @throws UsageError with the nearest known option for one that does not exist
[[nodiscard]] boost::program_options::variables_map parse(
    const Command& command, const std::vector<std::string>& arguments);

}  // namespace ficap::cli
