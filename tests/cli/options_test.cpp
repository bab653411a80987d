#include "cli/options.hpp"

#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "cli/command.hpp"

using namespace ficap;
using cli::ExitCode;

namespace {

struct Said {
  ExitCode code;
  std::string out;
  std::string err;
};

Said ficap_with(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  std::ostringstream err;
  const ExitCode code = cli::run_program(arguments, {.out = out, .err = err});
  return {.code = code, .out = out.str(), .err = err.str()};
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("help leads with examples, in general and for every command") {
  for (const char* how : {"--help", "-h", "help"}) {
    const Said said = ficap_with({how});
    CHECK(said.code == ExitCode::ok);
    CHECK(contains(said.out, "Examples\n  ficap run "));
    CHECK(said.out.find("Examples") < said.out.find("Commands"));
    CHECK(said.err.empty());
  }
  for (const cli::Command& command : cli::commands()) {
    const Said said = ficap_with({command.name, "--help"});
    CAPTURE(command.name);
    CHECK(said.code == ExitCode::ok);
    CHECK(contains(said.out, "Examples\n  ficap " + command.name));
    CHECK(said.out.find("Examples") < said.out.find("Usage"));
    CHECK(ficap_with({"help", command.name}).out == said.out);
    CHECK(contains(ficap_with({"--help"}).out, "  " + command.name));
  }
}

TEST_CASE("the version is one line") {
  const Said said = ficap_with({"--version"});
  CHECK(said.code == ExitCode::ok);
  CHECK(said.out.substr(0, 6) == "ficap ");
}

TEST_CASE("no command at all is a usage error that shows the help") {
  const Said said = ficap_with({});
  CHECK(said.code == ExitCode::usage);
  CHECK(said.out.empty());
  CHECK(contains(said.err, "Examples"));
}

TEST_CASE("an unknown command or option is answered with the nearest one") {
  Said said = ficap_with({"rum", "x.json"});
  CHECK(said.code == ExitCode::usage);
  CHECK(
      contains(said.err, "there is no command \"rum\"; did you mean \"run\"?\nTry: ficap help\n"));
  said = ficap_with({"run", "x.json", "--thread", "2"});
  CHECK(said.code == ExitCode::usage);
  CHECK(contains(
      said.err,
      "ficap run has no option --thread; did you mean --threads?\nTry: ficap run --help\n"));
  said = ficap_with({"run", "x.json", "--zebra"});
  CHECK(said.code == ExitCode::usage);
  CHECK(contains(said.err, "ficap run has no option --zebra\n"));
}

TEST_CASE("numbers out of their range are refused with the range") {
  const auto refused = [](const std::string& option, const std::string& text) {
    const Said said = ficap_with({"run", "x.json", "--" + option, text});
    return said.code == ExitCode::usage &&
           contains(said.err, "--" + option + " takes a whole number from ") &&
           contains(said.err, "not \"" + text + "\"");
  };
  for (const char* text : {"0", "-5", "1.5", "1e3", "", "ten", "99999999999999999999"}) {
    CHECK(refused("replications", text));
    CHECK(refused("threads", text));
  }
  CHECK(refused("seed", "-1"));
  CHECK(contains(ficap_with({"run", "x.json", "--replications", "1,000"}).err,
                 "from 1 to 16,777,216, typed without commas, not \"1,000\""));
  CHECK(refused("seed", "9007199254740992"));
  CHECK(cli::whole_number("seed", "9007199254740991", 0, 9007199254740991) == 9007199254740991);
}

TEST_CASE("a command that needs a scenario says so, and takes one only") {
  Said said = ficap_with({"validate"});
  CHECK(said.code == ExitCode::usage);
  CHECK(contains(said.err, "which scenario?"));
  said = ficap_with({"validate", "a.json", "b.json"});
  CHECK(said.code == ExitCode::usage);
  CHECK(contains(said.err, "one scenario at a time: a.json or b.json?"));
  CHECK(ficap_with({"schema", "a.json"}).code == ExitCode::usage);
}

TEST_CASE("a scenario's file that does not exist is no fault of the command line's form") {
  const Said said = ficap_with({"run", "no/such/file.json"});
  CHECK(said.code == ExitCode::internal);
  CHECK(contains(said.err, "cannot read no/such/file.json: No such file or directory"));
}

TEST_CASE("settings are kept in the order in which they were given") {
  for (const cli::Command& command : cli::commands()) {
    if (command.options.find_nothrow("set", false) == nullptr) continue;
    const auto values =
        cli::parse(command, {"--set", "/a=1", "s.json", "--set", "/b=-2", "--set=/a=3"});
    const cli::ScenarioArgument argument = cli::scenario_argument(values);
    CHECK(argument.path == "s.json");
    CHECK(argument.sets == std::vector<std::string>{"/a=1", "/b=-2", "/a=3"});
    CHECK(cli::scenario_argument(cli::parse(command, {"-"})).path == "-");
  }
}

TEST_CASE("the schema goes to standard output") {
  const Said said = ficap_with({"schema"});
  CHECK(said.code == ExitCode::ok);
  CHECK(contains(said.out, "https://json-schema.org/draft/2020-12/schema"));
}
