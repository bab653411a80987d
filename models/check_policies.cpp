#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "models/check_rules.hpp"

namespace ficap::models {

namespace {

/// A rule takes from others, and says once how long their requests wait before they may go there.
void check_overflow(const std::vector<Overflow>& rules, Findings& findings) {
  std::map<std::pair<std::string, std::string>, std::string> named;  ///< from, to: where
  for (std::size_t r = 0; r < rules.size(); ++r) {
    const std::string rule = "/policies/overflow/" + std::to_string(r);
    for (std::size_t i = 0; i < rules[r].from.size(); ++i) {
      const std::string& id = rules[r].from[i].id;
      const std::string place = rule + "/from/" + std::to_string(i);
      if (id == rules[r].to.id) {
        findings.error(place,
                       "\"" + id + "\", which is also `to`",
                       "another organisation",
                       "",
                       {rule + "/to"});
      }
      const auto [first, is_new] = named.emplace(std::pair{id, rules[r].to.id}, place);
      if (!is_new) {
        findings.error(place,
                       "\"" + id + "\" a second time",
                       "each organisation once in all of `from` with the same `to`",
                       "",
                       {first->second});
      }
    }
  }
}

}  // namespace

void check_policies(const Setting& setting, Findings& findings) {
  check_overflow(setting.policies.overflow, findings);
  if (const auto& referral = setting.policies.mandatory_referral) {
    if (referral->remembered && !referral->refuses) {
      findings.warning("/policies/mandatory_referral/remembered",
                       "a memory of referrals that are never turned away",
                       "`refuses` beside it",
                       "it changes nothing");
    }
    for (std::size_t i = 0; i < referral->reaches.size(); ++i) {
      if (setting.requests.find(referral->reaches[i].id)->second.work_class !=
          WorkClass::discretionary) {
        findings.warning("/policies/mandatory_referral/reaches/" + std::to_string(i),
                         "\"" + referral->reaches[i].id + "\", which is always asked",
                         "a discretionary request");
      }
    }
  }
}

}  // namespace ficap::models
