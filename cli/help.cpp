#include "cli/help.hpp"

#include <algorithm>
#include <cstddef>
#include <sstream>

namespace ficap::cli {

std::string help(const std::vector<Command>& commands) {
  std::string text =
      "ficap simulates how far financial investigators meet the need for them.\n"
      "\n"
      "Examples\n"
      "  ficap run scenarios/west-midlands.json\n"
      "      simulate and read the answer\n"
      "  ficap run scenarios/west-midlands.json --json results.json --csv results\n"
      "      the same, with every figure in files\n"
      "  ficap compare scenarios/west-midlands.json scenarios/early-desk.json\n"
      "      what an option changes, in the same futures\n"
      "  ficap validate my-scenario.json\n"
      "      say what is wrong with a scenario, all at once\n"
      "  ficap explain scenarios/west-midlands.json\n"
      "      what the load is against the hours, without simulating\n"
      "\n"
      "Commands\n";
  std::size_t width = 0;
  for (const Command& command : commands)
    width = std::max(width, command.name.size());
  for (const Command& command : commands) {
    text += "  " + command.name + std::string(width - command.name.size() + 2, ' ') +
            command.summary + "\n";
  }
  return text +
         "\n"
         "  ficap COMMAND --help    what a command takes, with examples\n"
         "  ficap --version\n"
         "\n"
         "Exit codes: 0 done, 1 could not (file, disk), 2 wrong command line, 3 wrong scenario,\n"
         "4 not as precise as asked for, 5 a result that does not come out again,\n"
         "130 interrupted.\n";
}

std::string help(const Command& command) {
  std::ostringstream options;
  options << command.options;
  std::string text = "ficap " + command.name + ": " + command.summary + "\n\nExamples\n" +
                     command.examples + "\nUsage\n  ficap " + command.name;
  if (!command.usage.empty()) text += " " + command.usage;
  text += "\n\n" + options.str();
  if (!command.notes.empty()) text += "\n" + command.notes;
  return text;
}

}  // namespace ficap::cli
