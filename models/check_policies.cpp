#include <string>

#include "models/check_rules.hpp"

namespace ficap::models {

void check_policies(const Setting& setting, Findings& findings) {
  if (const auto& overflow = setting.policies.overflow) {
    for (std::size_t i = 0; i < overflow->from.size(); ++i) {
      if (overflow->from[i].id == overflow->to.id) {
        findings.error("/policies/overflow/from/" + std::to_string(i),
                       "\"" + overflow->to.id + "\", which is also `to`",
                       "another organisation",
                       "",
                       {"/policies/overflow/to"});
      }
    }
  }
  if (const auto& referral = setting.policies.mandatory_referral) {
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
