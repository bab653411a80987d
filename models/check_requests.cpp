#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "models/check_rules.hpp"
#include "models/resolve.hpp"

namespace ficap::models {

namespace {

void check_hold(const std::string& at, const Hold& hold, Findings& findings) {
  if (hold.kinds.empty())
    findings.error(at + "/kinds", "no kind of asset", "at least one kind that it holds");
  if (hold.at_most.value.days < hold.period.value.days) {
    findings.error(
        at + "/at_most", "less than one `period`", "at least `period`", "", {at + "/period"});
  }
}

}  // namespace

void check_requests(const Setting& setting, Findings& findings) {
  if (setting.requests.size() > 63)
    findings.error(
        "/requests", std::to_string(setting.requests.size()) + " kinds of request", "at most 63");
  if (setting.skills.size() > 64)
    findings.error("/skills", std::to_string(setting.skills.size()) + " skills", "at most 64");
  if (setting.requests.contains(referral_request_id)) {
    findings.error("/requests/mandatory_referral",
                   "the id \"mandatory_referral\"",
                   "another id: this one names the triage of a mandatory referral");
  }
  for (const auto& request : setting.requests) {
    const std::string at = "/requests/" + request.first;
    const std::vector<Task>& tasks = request.second.tasks;
    if (tasks.empty() || tasks.size() > 16) {
      findings.error(at + "/tasks", std::to_string(tasks.size()) + " tasks", "1 to 16 tasks");
      continue;
    }
    if (std::count_if(tasks.begin(), tasks.end(), [](const Task& t) { return t.decisive; }) > 1) {
      findings.error(at + "/tasks", "several decisive tasks", "at most one");
    }
    if (std::all_of(tasks.begin(), tasks.end(), [](const Task& t) { return t.triage; })) {
      findings.error(at + "/tasks",
                     "nothing but triage",
                     "at least one task that is not triage, so that work can start");
    }
    for (std::size_t i = 1; i < tasks.size(); ++i) {
      if (tasks[i].triage && !tasks[i - 1].triage) {
        findings.error(at + "/tasks/" + std::to_string(i) + "/triage",
                       "triage after the work has begun",
                       "triage first");
      }
    }
    if (request.second.holds) check_hold(at + "/holds", *request.second.holds, findings);
    if (request.second.cover && std::holds_alternative<WindowOpen>(request.second.window)) {
      findings.warning(at + "/cover",
                       "cover for a request whose window never closes",
                       "a window",
                       "nobody will ever need to step in");
    }
  }
}

}  // namespace ficap::models
