#include "models/model.hpp"

// Under a mandatory policy some cases are brought to the unit whether help is expected or not. The
// unit may turn them away, and officers may remember that.

namespace ficap::models {

void Model::refer(sim::Handle file) {
  if (!rules_->referral) return;
  const ReferralRow& policy = *rules_->referral;
  const Case& c = cases_[file.slot];
  if (!policy.at[c.stage.value] || !policy.harms[static_cast<std::size_t>(c.harm)]) return;
  const auto count = [&](Counter counter) {
    if (in_period()) ledger_.add(counter, cut_of(c), 1);
  };
  count(Counter::referrals_covered);
  const double compliance = policy.compliance * readiness_.of(c.team, now());
  if (draw(c, Purpose::referral, c.step).uniform() >= compliance) {
    count(Counter::referrals_withheld);
    return;
  }
  count(Counter::referrals);
  const bool refused = refused_at_once(c);
  readiness_.remember(c.team, refused, now());
  if (refused) {
    count(Counter::referrals_refused);
    // Whoever was sent away has learnt something of the help that the referral was to bring.
    beliefs_.news(c.team, WorkClass::discretionary, 0.0, now());
    return;
  }
  const std::uint32_t hash = sim::combine(c.hash, rules_->requests[policy.request].hash);
  const sim::Handle referral = add_request(file, RequestKind::referral, policy.request, hash);
  requests_[referral.slot].counted = in_period();
  ask(referral);
}

// Too much waits already for those who would look at it, or begin the work that it reaches.
bool Model::refused_at_once(const Case& c) const {
  const ReferralRow& policy = *rules_->referral;
  if (!policy.refused_above) return false;
  const UnitId own = unit_of(c.organisation);
  const UnitId home = rules_->home[c.team];
  const auto discretionary = static_cast<std::size_t>(WorkClass::discretionary);
  Bits at_home{};
  Bits at_unit{};
  std::size_t waiting = 0;
  for (std::uint32_t s = 0; s < tables_.skills; ++s) {
    const SkillId skill{s};
    if ((policy.skills & bit(skill)) == 0) continue;
    const bool theirs = home != own && rules_->units[home].takes[discretionary];
    const UnitId unit = home == own ? own : unit_of_two(own, home, skill, theirs);
    (unit == own ? at_unit : at_home) |= bit(skill);
    waiting += queues_.waiting(unit, skill);
  }
  std::size_t people = 0;
  for (const Person& p : people_) {
    const Bits skills = p.serves == own ? at_unit : p.serves == home ? at_home : Bits{0};
    if (p.in_post && (p.ability.skills & skills) != 0) ++people;
  }
  return static_cast<double>(waiting) > *policy.refused_above * static_cast<double>(people);
}

// A referral is triage and nothing else: it is over when that is.
void Model::write_referral(const Request& r, std::optional<Ending> ending) {
  ledger_.add(!ending                        ? Counter::referrals_open
              : *ending == Ending::completed ? Counter::referrals_triaged
                                             : Counter::referrals_lapsed,
              cut_of(cases_[r.case_file.slot]),
              1);
}

}  // namespace ficap::models
