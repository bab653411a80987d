#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <variant>

#include "models/check_rules.hpp"
#include "models/pathway_graph.hpp"

namespace ficap::models {

namespace {

bool asks_for(const Pathway& pathway, const std::string& request) {
  return std::any_of(pathway.stages.begin(), pathway.stages.end(), [&](const auto& stage) {
    return std::any_of(stage.second.needs.begin(), stage.second.needs.end(), [&](const auto& need) {
      return need.second.request.id == request;
    });
  });
}

// Work may bring further work, but not, in the end, itself.
void induced_work_ends(const Setting& setting, Findings& findings) {
  std::map<std::string, bool> open;  // false: done
  std::function<void(const std::string&)> visit = [&](const std::string& id) {
    open[id] = true;
    for (const auto& induced : setting.requests.find(id)->second.induces) {
      const std::string& next = induced.second.request.id;
      const auto seen = open.find(next);
      if (seen == open.end()) {
        visit(next);
      } else if (seen->second) {
        findings.error("/requests/" + id + "/induces/" + induced.first + "/request",
                       "\"" + next + "\", whose work can bring this work about",
                       "a request that does not lead back",
                       "the work would never end");
      }
    }
    open[id] = false;
  };
  for (const auto& request : setting.requests) {
    if (!open.contains(request.first)) visit(request.first);
  }
}

void stage_rules(const std::string& at,
                 const Pathway& pathway,
                 const Stage& stage,
                 const Setting& setting,
                 Findings& findings) {
  for (const auto& need : stage.needs) {
    const std::string here = at + "/needs/" + need.first;
    const NeedPoint& n = need.second;
    if (n.benefit_at_least && n.benefit_below &&
        n.benefit_below->value <= n.benefit_at_least->value) {
      findings.error(here + "/benefit_below",
                     "no benefit fits both bounds",
                     "more than `benefit_at_least`",
                     "",
                     {here + "/benefit_at_least"});
    }
    const auto request = setting.requests.find(n.request.id);
    if (const auto* window = std::get_if<WindowUntilPhaseEnds>(&request->second.window)) {
      if (stage.phase > window->phase) {
        findings.warning(here + "/request",
                         "\"" + n.request.id + "\", whose window has closed before this stage",
                         "a request that is still of use here");
      }
    }
  }
  if (stage.decides) {
    const bool confiscation = std::holds_alternative<ConfiscationDecision>(*stage.decides);
    const std::string& on = confiscation ? std::get<ConfiscationDecision>(*stage.decides).on.id
                                         : std::get<ForfeitureDecision>(*stage.decides).on.id;
    if (!asks_for(pathway, on)) {
      findings.error(at + "/decides/" + (confiscation ? "confiscation" : "forfeiture") + "/on",
                     "\"" + on + "\", which no stage of this pathway needs",
                     "a request that a need of this pathway asks for",
                     "without it the order can never be made");
    }
  }
}

// A case may give rise to a case of another stream, but not, in the end, of its own.
void escalation_ends(const Setting& setting, Findings& findings) {
  enum class Mark : unsigned char { unseen, open, done };
  std::map<std::string, Mark> marks;
  std::function<void(const std::string&, const std::string&)> visit =
      [&](const std::string& id, const std::string& cause) {
        Mark& mark = marks[id];
        if (mark == Mark::done) return;
        if (mark == Mark::open) {
          findings.error(cause,
                         "\"" + id + "\", whose cases can lead back here",
                         "a stream that does not lead back");
          return;
        }
        mark = Mark::open;
        const CaseStream& stream = setting.streams.find(id)->second;
        for (const auto& stage : setting.pathways.find(stream.pathway.id)->second.stages) {
          const auto found = stage.second.escalates.values.find(stream.organisation.id);
          if (found == stage.second.escalates.values.end()) continue;
          visit(found->second.to.id,
                "/pathways/" + stream.pathway.id + "/stages/" + stage.first + "/escalates/" +
                    stream.organisation.id + "/to");
        }
        marks[id] = Mark::done;
      };
  for (const auto& stream : setting.streams)
    visit(stream.first, "");
}

// What `ficap explain` says of a pathway counts all its stages, a run no more than so many.
void paths_end(const std::string& id, const Pathway& pathway, Findings& findings) {
  constexpr double negligible = 1e-6;
  const double cut_off = StageChain{pathway}.goes_beyond(most_stages_of_a_case);
  if (cut_off <= negligible) return;
  const std::string most = std::to_string(most_stages_of_a_case);
  findings.warning("/pathways/" + id,
                   "stages that lead back to themselves so often that some cases would go through "
                   "more than " +
                       most,
                   "a way out sooner",
                   "a case closes after " + most +
                       " stages, so less is simulated than `ficap explain` counts; a longer stage "
                       "does the work of many short ones");
}

}  // namespace

void check_pathways(const Setting& setting, Findings& findings) {
  for (const auto& pathway : setting.pathways) {
    const Diagnostics found = check_pathway(pathway.first, pathway.second);
    findings.append(found);
    if (found.empty()) paths_end(pathway.first, pathway.second, findings);
    for (const auto& stage : pathway.second.stages) {
      stage_rules("/pathways/" + pathway.first + "/stages/" + stage.first,
                  pathway.second,
                  stage.second,
                  setting,
                  findings);
    }
  }
  escalation_ends(setting, findings);
  induced_work_ends(setting, findings);
}

}  // namespace ficap::models
