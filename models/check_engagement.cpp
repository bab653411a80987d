#include <map>
#include <string>
#include <vector>

#include "models/check_rules.hpp"

namespace ficap::models {

namespace {

constexpr const char* trust_of_the_warm_up = "trust is then what the warm-up has left";

/// An organisation named twice would hear it twice.
void check_each_once(const std::string& list,
                     const std::vector<Ref<Entity::organisation>>& organisations,
                     Findings& findings) {
  std::map<std::string, std::string> named;  ///< where
  for (std::size_t i = 0; i < organisations.size(); ++i) {
    const std::string place = list + "/" + std::to_string(i);
    const auto [first, is_new] = named.emplace(organisations[i].id, place);
    if (is_new) continue;
    findings.error(place,
                   "\"" + organisations[i].id + "\" a second time",
                   "each organisation once",
                   "",
                   {first->second});
  }
}

/// Trust decides only whether discretionary work is asked for.
void check_class(const std::string& entry, WorkClass work_class, Findings& findings) {
  if (work_class == WorkClass::discretionary) return;
  findings.warning(entry + "/class", "work that is always asked for", "\"discretionary\"");
}

}  // namespace

void check_engagement(const Setting& setting, Findings& findings) {
  for (const auto& announcement : setting.policies.announcements) {
    const std::string entry = "/policies/announcements/" + announcement.first;
    check_day(entry + "/on", announcement.second.on, setting.plan, trust_of_the_warm_up, findings);
    check_each_once(entry + "/organisations", announcement.second.organisations, findings);
    check_class(entry, announcement.second.work_class, findings);
  }
  if (const auto& publishes = setting.policies.published_waits) {
    const std::string entry = "/policies/published_waits";
    check_day(entry + "/from", publishes->from, setting.plan, trust_of_the_warm_up, findings);
    check_until(entry, publishes->from, publishes->until, findings);
    check_each_once(entry + "/organisations", publishes->organisations, findings);
    check_class(entry, publishes->work_class, findings);
  }
  if (const auto& joins = setting.policies.unit_joins) {
    const std::string entry = "/policies/unit_joins";
    if (joins->at && joins->after) {
      findings.error(entry + "/after", "both `at` and `after`", "one of them", "", {entry + "/at"});
    } else if (!joins->at && !joins->after) {
      findings.error(entry, "neither `at` nor `after`", "one of them");
    }
    for (std::size_t i = 0; i < joins->pathways.size(); ++i) {
      const Ref<Entity::pathway>& pathway = joins->pathways[i];
      if (!joins->at || setting.pathways.find(pathway.id)->second.stages.contains(joins->at->id))
        continue;
      findings.error(entry + "/pathways/" + std::to_string(i),
                     "\"" + pathway.id + "\", which has no stage \"" + joins->at->id + "\"",
                     "a pathway that has it",
                     "",
                     {entry + "/at"});
    }
  }
  if (const auto& promise = setting.policies.service_promise) {
    const std::string entry = "/policies/service_promise";
    check_each_once(entry + "/organisations", promise->organisations, findings);
    for (std::size_t i = 0; i < promise->organisations.size(); ++i) {
      if (promise->organisations[i] != promise->escalates_to) continue;
      findings.error(entry + "/organisations/" + std::to_string(i),
                     "\"" + promise->escalates_to.id + "\", which is also `escalates_to`",
                     "another organisation",
                     "",
                     {entry + "/escalates_to"});
    }
  }
}

}  // namespace ficap::models
