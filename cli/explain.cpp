#include "report/explain.hpp"

#include <ostream>
#include <string>
#include <vector>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/plan_options.hpp"
#include "cli/scenario_input.hpp"
#include "cli/thread_pool.hpp"
#include "io/nearest.hpp"
#include "report/explain_plan.hpp"
#include "report/explain_teams.hpp"
#include "report/pathway_dot.hpp"
#include "study/expected_people.hpp"

namespace ficap::cli {

namespace {

// The id of the organisation that is asked for; empty: none is.
std::string organisation_of(const boost::program_options::variables_map& values,
                            const models::Setting& setting) {
  std::string id = text_of(values, "organisation");
  if (id.empty() || setting.organisations.contains(id)) return id;
  std::vector<std::string> ids;
  for (const auto& organisation : setting.organisations)
    ids.push_back(organisation.first);
  const auto meant = io::nearest(id, ids);
  throw UsageError{"the scenario has no organisation \"" + id + "\"" +
                   (meant ? "; did you mean \"" + *meant + "\"?" : "")};
}

ExitCode explain(const boost::program_options::variables_map& values, const Streams& streams) {
  const auto scenario = read_scenario(scenario_argument(values), streams.err);
  if (!scenario) return ExitCode::bad_scenario;
  const std::string organisation = organisation_of(values, scenario->planned);
  if (values.count("dot") > 0) {
    streams.out << report::pathways_dot(scenario->planned);
    return ExitCode::ok;
  }
  const auto people = study::expected_people(*scenario, thread_pool(hardware_threads()));
  const std::string plan = report::explain_plan(scenario->planned);
  streams.out << report::explain(*scenario, organisation) << "\n"
              << plan << (plan.empty() ? "" : "\n")
              << report::explain_teams(*scenario, people, organisation);
  return ExitCode::ok;
}

}  // namespace

Command explain_command() {
  Command command{
      .name = "explain",
      .summary = "show pathways, people and the load against the hours, before any case",
      .usage = "SCENARIO [options]",
      .examples =
          "  ficap explain scenarios/west-midlands.json\n"
          "  ficap explain scenarios/west-midlands.json --set /belief/initial=0.8\n"
          "  ficap explain scenarios/people-come-and-go.json --organisation wmp\n"
          "  ficap explain scenarios/west-midlands.json --dot | dot -Tsvg > pathways.svg\n",
      .notes = "",
      .takes_scenario = true,
      .options = boost::program_options::options_description{"Options"},
      .execute = explain};
  add_scenario_options(command.options);
  command.options.add_options()("organisation",
                                boost::program_options::value<std::string>()->value_name("ID"),
                                "tell of the people of this one alone")(
      "dot", "draw the pathways as they are from the start of the plan, for Graphviz");
  return command;
}

}  // namespace ficap::cli
