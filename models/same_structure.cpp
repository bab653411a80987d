#include "models/same_structure.hpp"

#include <string>

namespace ficap::models {

namespace {

using Severity = Diagnostic::Severity;

class SameStructure {
 public:
  SameStructure(const Scenario& scenario, Diagnostics& problems)
      : scenario_{scenario}, problems_{problems} {}

  void check() {
    const Setting& b = scenario_.before;
    const Setting& p = scenario_.planned;
    keys("/organisations", b.organisations, p.organisations);
    keys("/threats", b.threats, p.threats);
    keys("/pathways", b.pathways, p.pathways);
    keys("/streams", b.streams, p.streams);
    keys("/skills", b.skills, p.skills);
    keys("/requests", b.requests, p.requests);
    if (!problems_.empty()) return;
    for (const auto& request : b.requests) {
      const RequestType& planned = p.requests.find(request.first)->second;
      const std::string at = "/requests/" + request.first;
      keys(at + "/induces", request.second.induces, planned.induces);
      if (request.second.tasks.size() == planned.tasks.size()) continue;
      problems_.push_back({"/from_start" + at + "/tasks",
                           "a workflow of " + std::to_string(planned.tasks.size()) + " tasks",
                           "as many tasks as before the start of the plan, " +
                               std::to_string(request.second.tasks.size()),
                           "requests may be under way; a task without effort takes no time",
                           Severity::error,
                           {}});
    }
    for (const auto& organisation : b.organisations) {
      keys("/organisations/" + organisation.first + "/areas",
           organisation.second.areas,
           p.organisations.find(organisation.first)->second.areas);
    }
    for (const auto& pathway : b.pathways) {
      const Pathway& planned = p.pathways.find(pathway.first)->second;
      const std::string at = "/pathways/" + pathway.first + "/stages";
      keys(at, pathway.second.stages, planned.stages);
      for (const auto& stage : pathway.second.stages) {
        const auto found = planned.stages.find(stage.first);
        if (found != planned.stages.end())
          keys(at + "/" + stage.first + "/needs", stage.second.needs, found->second.needs);
      }
    }
  }

 private:
  template <class T>
  void keys(const std::string& at, const Named<T>& before, const Named<T>& planned) {
    const auto tell = [&](const std::string& id, const char* found) {
      problems_.push_back({"/from_start" + at + "/" + id,
                           found,
                           "the same ids before and after the start of the plan",
                           "put it outside \"from_start\", with a rate, probability or strength of "
                           "0 for the time before",
                           Severity::error,
                           {}});
    };
    for (const auto& entry : planned) {
      if (!before.contains(entry.first))
        tell(entry.first, "something new from the start of the plan");
    }
    for (const auto& entry : before) {
      if (!planned.contains(entry.first))
        tell(entry.first, "something removed from the start of the plan");
    }
  }

  const Scenario& scenario_;
  Diagnostics& problems_;
};

}  // namespace

Diagnostics check_same_structure(const Scenario& scenario) {
  Diagnostics problems;
  SameStructure{scenario, problems}.check();
  return problems;
}

}  // namespace ficap::models
