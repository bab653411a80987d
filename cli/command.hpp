#pragma once

#include <functional>
#include <iosfwd>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>

#include "cli/exit_code.hpp"

namespace ficap::cli {

/// Where a command writes: what was asked for goes out, everything else is said on the side.
struct Streams {
  std::ostream& out;
  std::ostream& err;
};

/// A command line that cannot be followed; the text says why and what to type instead.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The command line is well formed, but where it would write it may not; help would add nothing to
/// the message.
class RefusedOutput : public UsageError {
 public:
  using UsageError::UsageError;
};

/// A sub-command. One table of options serves the parser and the help.
struct Command {
  std::string name;
  std::string summary;   ///< half a line
  std::string usage;     ///< after "ficap NAME", e.g. "SCENARIO [options]"
  std::string examples;  ///< lines that begin with two spaces
  std::string notes;     ///< paragraphs after the options; may be empty
  bool takes_scenario{false};
  bool takes_results{false};  ///< a results file, where others take a scenario
  boost::program_options::options_description options;
  /// @throws UsageError, std::system_error
  std::function<ExitCode(const boost::program_options::variables_map&, const Streams&)> execute;
};

// A file each.
[[nodiscard]] Command run_command();
[[nodiscard]] Command compare_command();
[[nodiscard]] Command attribute_command();
[[nodiscard]] Command engage_command();
[[nodiscard]] Command appraise_command();
[[nodiscard]] Command validate_command();
[[nodiscard]] Command explain_command();
[[nodiscard]] Command uncertainty_command();
[[nodiscard]] Command warmup_command();
[[nodiscard]] Command runs_command();
[[nodiscard]] Command cite_command();
[[nodiscard]] Command verify_command();
[[nodiscard]] Command selftest_command();
[[nodiscard]] Command schema_command();

/// @returns all commands, in the order in which a new user meets them
[[nodiscard]] std::vector<Command> commands();

/// Runs the program.
///
/// @param arguments without the program's name
/// @returns its exit code; problems have been said on the side
[[nodiscard]] ExitCode run_program(const std::vector<std::string>& arguments,
                                   const Streams& streams);

}  // namespace ficap::cli
