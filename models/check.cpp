#include <algorithm>
#include <string>
#include <utility>

#include "models/check_rules.hpp"
#include "models/references.hpp"
#include "models/same_structure.hpp"
#include "models/title.hpp"

namespace ficap::models {

namespace {

constexpr const char* title_help = "what does not fit belongs in \"description\"";

Diagnostics check(const Setting& setting) {
  // The rules look things up; with dangling references there is nothing to look up.
  Diagnostics dangling = check_references(setting);
  if (!dangling.empty()) return dangling;
  Findings findings;
  if (std::string found = too_long(setting.title); !found.empty())
    findings.error("/title", std::move(found), short_title(), title_help);
  check_time(setting, findings);
  check_demand(setting, findings);
  check_pathways(setting, findings);
  check_requests(setting, findings);
  check_people(setting, findings);
  check_staffing(setting, findings);
  check_policies(setting, findings);
  check_engagement(setting, findings);
  check_embedding(setting, findings);
  check_addresses(setting, findings);
  check_start(setting, findings);
  return findings.take();
}

}  // namespace

Diagnostics check(const Scenario& scenario) {
  Diagnostics problems = check(scenario.before);
  const Diagnostics planned = check(scenario.planned);
  for (Diagnostic problem : planned) {
    if (std::find(problems.begin(), problems.end(), problem) != problems.end()) continue;
    problem.pointer.insert(0, "/from_start");
    problems.push_back(std::move(problem));
  }
  const bool broken = std::any_of(problems.begin(), problems.end(), [](const Diagnostic& d) {
    return d.severity == Diagnostic::Severity::error;
  });
  // Open cases meet the people and the rules of the plan.
  if (check_references(scenario.planned).empty()) {
    Findings findings;
    check_open_cases(scenario.planned, findings);
    if (!broken && findings.empty()) doubt_open_cases(scenario.planned, findings);
    for (Diagnostic& problem : findings.take())
      problems.push_back(std::move(problem));
  }
  if (!broken) {
    const Diagnostics structure = check_same_structure(scenario);
    problems.insert(problems.end(), structure.begin(), structure.end());
  }
  return problems;
}

}  // namespace ficap::models
