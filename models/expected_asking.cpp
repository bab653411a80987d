#include "models/expected_asking.hpp"

#include <algorithm>
#include <variant>
#include <vector>

namespace ficap::models {
namespace {

bool is_open_at(const Window& window, Phase phase) {
  if (std::holds_alternative<WindowUntilStageEnds>(window)) return false;
  const auto* until = std::get_if<WindowUntilPhaseEnds>(&window);
  return until == nullptr || phase <= until->phase;
}

template <class T>
bool contains(const std::vector<T>& list, const T& element) {
  return std::find(list.begin(), list.end(), element) != list.end();
}

}  // namespace

ExpectedAsking::ExpectedAsking(const Setting& setting,
                               const CaseStream& stream,
                               const StreamFlow& flow)
    : setting_{setting},
      pathway_{setting.pathways.find(stream.pathway.id)->second},
      flow_{flow},
      chain_{pathway_} {
  const double floor = setting.asking.floor.value.value;
  once_ = floor + (setting.asking.ceiling.value.value - floor) * setting.belief.initial.value.value;
  const auto& policy = setting.policies.mandatory_referral;
  if (policy && pathway_.stages.contains(policy->at.id)) {
    referred_at_ = chain_.index_of(policy->at.id);
  }
}

double ExpectedAsking::referrals_per_case(Harm harm) const {
  if (!referred_at_) return 0.0;
  const MandatoryReferral& policy = *setting_.policies.mandatory_referral;
  if (!contains(policy.harms, harm)) return 0.0;
  return flow_.visits[*referred_at_] * policy.compliance.value.value;
}

double ExpectedAsking::probability(const std::string& request, std::size_t stage, Harm harm) const {
  const RequestType& type = setting_.requests.find(request)->second;
  if (type.work_class != WorkClass::discretionary) return 1.0;
  const auto& policy = setting_.policies.mandatory_referral;
  const double comply = referred_at_ && contains(policy->harms, harm) &&
                                contains(policy->reaches, Ref<Entity::request>{request})
                            ? policy->compliance.value.value
                            : 0.0;

  // P(not asked) at each entry into a stage.
  std::vector<double> passed;
  for (const auto& [id, s] : pathway_.stages) {
    double chance = 1.0;
    if (is_open_at(type.window, s.phase)) {
      if (contains(type.reconsidered_at, Ref<Entity::stage>{id})) chance *= 1.0 - once_;
      if (referred_at_ == passed.size()) chance *= 1.0 - comply;
    }
    passed.push_back(chance);
  }
  const double asked = 1.0 - (1.0 - once_) * chain_.expected_product(passed)[stage];
  if (!(comply > 0.0) || !(flow_.visits[stage] > 0.0)) return asked;
  // Of the visits to this stage, those by cases that have been where cases are referred.
  const double before =
      flow_.reached[*referred_at_] * chain_.visits(*referred_at_, stage) / flow_.visits[stage];
  const double referred = comply * before;
  return referred + (1.0 - referred) * asked;
}

}  // namespace ficap::models
