#include <algorithm>
#include <exception>
#include <new>
#include <ostream>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"
#include "io/nearest.hpp"

namespace ficap::cli {

namespace {

const Command& find(const std::vector<Command>& all, const std::string& name) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Command& c) { return c.name == name; });
  if (found != all.end()) return *found;
  std::vector<std::string> names{"help"};
  for (const Command& command : all)
    names.push_back(command.name);
  const auto meant = io::nearest(name, names);
  throw UsageError{"there is no command \"" + name + "\"" +
                   (meant ? "; did you mean \"" + *meant + "\"?" : "")};
}

bool asks_for_help(const std::vector<std::string>& arguments) {
  return std::any_of(arguments.begin(), arguments.end(), [](const std::string& argument) {
    return argument == "--help" || argument == "-h";
  });
}

ExitCode dispatch(const std::vector<std::string>& arguments, const Streams& streams) {
  const std::vector<Command> all = commands();
  if (arguments.empty()) {
    streams.err << help(all);
    return ExitCode::usage;
  }
  const std::string& first = arguments.front();
  if (first == "--version") {
    streams.out << "ficap " FICAP_VERSION "\n";
    return ExitCode::ok;
  }
  if (first == "--help" || first == "-h" || first == "help") {
    streams.out << (arguments.size() > 1 ? help(find(all, arguments[1])) : help(all));
    return ExitCode::ok;
  }
  const Command& command = find(all, first);
  const std::vector<std::string> rest{arguments.begin() + 1, arguments.end()};
  if (asks_for_help(rest)) {
    streams.out << help(command);
    return ExitCode::ok;
  }
  return command.execute(parse(command, rest), streams);
}

/// @returns what shows the help nearest to a command line that is wrong: its command's, if it has
/// one
std::string whose_help(const std::vector<std::string>& arguments) {
  if (arguments.empty() || arguments.front().substr(0, 1) == "-") return "--help";
  const std::vector<Command> all = commands();
  const bool known = std::any_of(all.begin(), all.end(), [&](const Command& command) {
    return command.name == arguments.front();
  });
  return known ? arguments.front() + " --help" : "help";
}

}  // namespace

std::vector<Command> commands() {
  std::vector<Command> all;
  all.push_back(run_command());
  all.push_back(compare_command());
  all.push_back(attribute_command());
  all.push_back(engage_command());
  all.push_back(appraise_command());
  all.push_back(validate_command());
  all.push_back(explain_command());
  all.push_back(uncertainty_command());
  all.push_back(warmup_command());
  all.push_back(runs_command());
  all.push_back(cite_command());
  all.push_back(verify_command());
  all.push_back(selftest_command());
  all.push_back(schema_command());
  return all;
}

ExitCode run_program(const std::vector<std::string>& arguments, const Streams& streams) {
  try {
    const ExitCode code = dispatch(arguments, streams);
    streams.out.flush();
    if (!streams.out) {
      streams.err << "ficap: cannot write to standard output\n";
      return ExitCode::internal;
    }
    return code;
  } catch (const RefusedOutput& problem) {
    streams.err << "ficap: " << problem.what() << "\n";
    return ExitCode::usage;
  } catch (const UsageError& problem) {
    streams.err << "ficap: " << problem.what() << "\n";
    streams.err << "Try: ficap " << whose_help(arguments) << "\n";
    return ExitCode::usage;
  } catch (const std::bad_alloc&) {
    streams.err << "ficap: out of memory\n";
  } catch (const std::exception& problem) {
    streams.err << "ficap: " << problem.what() << "\n";
  }
  return ExitCode::internal;
}

}  // namespace ficap::cli
