#include "io/schema.hpp"

#include <ostream>

#include "cli/command.hpp"

namespace ficap::cli {

Command schema_command() {
  Command command{
      .name = "schema",
      .summary =
          "print the JSON Schema of scenarios or studies, for editors that complete and check",
      .usage = "[options]",
      .examples =
          "  ficap schema > scenario.schema.json\n"
          "      then in a scenario: \"$schema\": \"scenario.schema.json\"\n"
          "  ficap schema --study > study.schema.json\n",
      .notes = "",
      .takes_scenario = false,
      .options = boost::program_options::options_description{"Options", 100},
      .execute = [](const auto& values, const Streams& streams) {
        streams.out << (values.count("study") > 0 ? io::study_schema() : io::schema());
        return ExitCode::ok;
      }};
  command.options.add_options()("study", "of studies, as `ficap appraise` takes them");
  return command;
}

}  // namespace ficap::cli
