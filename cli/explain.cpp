#include "report/explain.hpp"

#include <ostream>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/scenario_input.hpp"
#include "report/pathway_dot.hpp"

namespace ficap::cli {

namespace {

ExitCode explain(const boost::program_options::variables_map& values, const Streams& streams) {
  const auto scenario = read_scenario(scenario_argument(values), streams.err);
  if (!scenario) return ExitCode::bad_scenario;
  streams.out << (values.count("dot") > 0 ? report::pathways_dot(scenario->planned)
                                          : report::explain(*scenario));
  return ExitCode::ok;
}

}  // namespace

Command explain_command() {
  Command command{
      .name = "explain",
      .summary = "show pathways and the load against the hours, without simulating",
      .usage = "SCENARIO [options]",
      .examples =
          "  ficap explain scenarios/west-midlands.json\n"
          "  ficap explain scenarios/west-midlands.json --set /belief/initial=0.8\n"
          "  ficap explain scenarios/west-midlands.json --dot | dot -Tsvg > pathways.svg\n",
      .notes = "",
      .takes_scenario = true,
      .options = boost::program_options::options_description{"Options"},
      .execute = explain};
  add_set_option(command.options);
  command.options.add_options()(
      "dot", "draw the pathways as they are from the start of the plan, for Graphviz");
  return command;
}

}  // namespace ficap::cli
