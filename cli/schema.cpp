#include "io/schema.hpp"

#include <ostream>

#include "cli/command.hpp"

namespace ficap::cli {

Command schema_command() {
  return {.name = "schema",
          .summary = "print the JSON Schema of scenarios, for editors that complete and check",
          .usage = "",
          .examples =
              "  ficap schema > scenario.schema.json\n"
              "      then in a scenario: \"$schema\": \"scenario.schema.json\"\n",
          .notes = "",
          .takes_scenario = false,
          .options = boost::program_options::options_description{},
          .execute = [](const auto& /*values*/, const Streams& streams) {
            streams.out << io::schema();
            return ExitCode::ok;
          }};
}

}  // namespace ficap::cli
