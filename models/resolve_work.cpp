#include <algorithm>

#include "models/resolve.hpp"
#include "sim/elementary.hpp"
#include "sim/stream.hpp"

namespace ficap::models {

namespace {

template <class Visit>
void for_kinds(const std::vector<AssetKind>& kinds, Visit&& visit) {
  for (const auto& kind : enumerators(AssetKind{})) {
    if (kinds.empty() || std::find(kinds.begin(), kinds.end(), kind.value) != kinds.end()) {
      visit(static_cast<std::size_t>(kind.value));
    }
  }
}

TaskRow task_row(const Task& task, const Resolver& resolver) {
  TaskRow row;
  row.skill = resolver.skill(task.skill.id);
  row.effort_hours = sim::Sampler{task.effort.value.distribution};
  if (task.then_waits) {
    row.then_waits_days = sim::Sampler{task.then_waits->value.distribution};
  }
  row.triage = task.triage;
  return row;
}

RequestTypeRow request_row(const std::string& id,
                           const RequestType& type,
                           const Resolver& resolver) {
  RequestTypeRow row;
  row.work_class = type.work_class;
  row.hash = sim::stable_hash(id);
  row.decisive = type.tasks.size() - 1;
  for (std::size_t i = 0; i < type.tasks.size(); ++i) {
    row.tasks.push_back(task_row(type.tasks[i], resolver));
    row.expected_hours += sim::mean(type.tasks[i].effort.value.distribution);
    if (type.tasks[i].decisive) row.decisive = i;
  }
  row.window = type.window;
  row.is_hearing = type.work_class == WorkClass::statutory &&
                   (std::holds_alternative<WindowStatutoryClock>(type.window) ||
                    std::holds_alternative<WindowWithin>(type.window));
  row.timely = type.timely;
  row.reconsidered_at.resize(resolver.stage_count());
  for (const auto& stage : type.reconsidered_at) {
    for (const StageId found : resolver.stages_named(stage.id))
      row.reconsidered_at[found.value] = true;
  }
  row.declines = type.declines;
  if (type.cover) {
    row.cover_pence = type.cover->cost.value.pence;
    row.cover_effectiveness = type.cover->effectiveness.value.value;
  }
  if (type.identifies) {
    const Identification& found = *type.identifies;
    for_kinds(found.kinds, [&](std::size_t kind) {
      row.identifies[kind] = {
          found.early.value.value, found.middle.value.value, found.late.value.value};
    });
  }
  if (type.protects) {
    for_kinds(type.protects->kinds,
              [&](std::size_t kind) { row.protects[kind] = type.protects->share.value.value; });
  }
  row.touches_assets = type.identifies || type.protects;
  if (type.holds) {
    HoldRow& hold = row.holds.emplace();
    for (const AssetKind kind : type.holds->kinds)
      hold.kinds.add(static_cast<std::size_t>(kind));
    hold.period = type.holds->period.value.duration();
    hold.at_most = type.holds->at_most.value.duration();
    for (const auto& request : type.holds->until_decided)
      hold.until_decided |= bit(resolver.request(request.id));
  }
  for (const auto& induced : type.induces) {
    InducedRow follow;
    follow.request = resolver.request(induced.second.request.id);
    follow.probability = induced.second.probability.value.value;
    follow.after = induced.second.after.value.duration();
    if (induced.second.every) follow.every = induced.second.every->value.duration();
    follow.hash = sim::stable_hash(induced.first);
    row.induces.push_back(follow);
  }
  return row;
}

// Where a promise and a rule of overflow fall due together, the rule comes first.
void resolve_promise(const Policies& policies, const Resolver& resolver, Regime& regime) {
  regime.promised.resize(resolver.unit_count());
  if (!policies.service_promise) return;
  const ServicePromise& promise = *policies.service_promise;
  const OverflowRow row{.to = unit_of(resolver.organisation(promise.escalates_to.id)),
                        .after = promise.time.value.duration(),
                        .promised = true};
  std::vector<bool> covered(resolver.organisation_count(), promise.organisations.empty());
  for (const auto& organisation : promise.organisations)
    covered[resolver.organisation(organisation.id).value] = true;
  for (std::uint32_t o = 0; o < resolver.organisation_count(); ++o) {
    const UnitId unit = unit_of(OrganisationId{o});
    if (!covered[o] || unit == row.to) continue;
    auto& rows = regime.promised[unit];
    rows = regime.overflow[unit];
    rows.insert(std::upper_bound(
                    rows.begin(),
                    rows.end(),
                    row,
                    [](const OverflowRow& a, const OverflowRow& b) { return a.after < b.after; }),
                row);
  }
}

void resolve_policies(const Policies& policies, const Resolver& resolver, Regime& regime) {
  regime.allocation = policies.allocation;
  RequestTypeRow triage;
  triage.work_class = WorkClass::directed;
  triage.hash = sim::stable_hash(referral_request_id);
  triage.reconsidered_at.resize(resolver.stage_count());
  if (policies.mandatory_referral) {
    const MandatoryReferral& policy = *policies.mandatory_referral;
    ReferralRow row;
    for (const Harm harm : policy.harms)
      row.harms[static_cast<std::size_t>(harm)] = true;
    row.at.resize(resolver.stage_count());
    for (const StageId stage : resolver.stages_named(policy.at.id))
      row.at[stage.value] = true;
    row.compliance = policy.compliance.value.value;
    row.request = resolver.referral();
    row.skills = bit(resolver.skill(policy.skill.id));
    for (const auto& request : policy.reaches) {
      const RequestTypeId type = resolver.request(request.id);
      row.reaches |= bit(type);
      row.skills |= bit(regime.requests[type].tasks.front().skill);
    }
    if (policy.refuses) row.refused_above = policy.refuses->waiting_per_person_above.value.value;
    if (const auto& remembered = policy.remembered) {
      row.remembered = {
          .weight = remembered->weight.value.value,
          .memory_ms = static_cast<double>(remembered->memory.value.duration().count())};
    }
    regime.referral = row;
    triage.tasks.push_back({resolver.skill(policy.skill.id),
                            sim::Sampler{policy.effort.value.distribution},
                            std::nullopt,
                            true});
    triage.expected_hours = sim::mean(policy.effort.value.distribution);
  }
  regime.requests.push_back(triage);
  regime.overflow.resize(resolver.unit_count());
  for (const Overflow& rule : policies.overflow) {
    for (const auto& from : rule.from) {
      regime.overflow[unit_of(resolver.organisation(from.id))].push_back(
          {.to = unit_of(resolver.organisation(rule.to.id)),
           .after = rule.after.value.duration(),
           .behind_own = rule.own_first});
    }
  }
  for (const UnitId unit : regime.overflow.ids()) {
    auto& rows = regime.overflow[unit];
    std::stable_sort(rows.begin(), rows.end(), [](const OverflowRow& a, const OverflowRow& b) {
      return a.after < b.after;
    });
  }
  resolve_promise(policies, resolver, regime);
  const Handover& handover = policies.handover;
  if (handover.after) regime.handover.after = handover.after->value.duration();
  regime.handover.effort_lost = handover.effort_lost.value.value;
}

double log_kept(Share lost_per_month) {
  return sim::log1p(-lost_per_month.value);
}

}  // namespace

void resolve_work(const Setting& setting, const Resolver& resolver, Regime& regime) {
  for (const auto& type : setting.requests) {
    regime.requests.push_back(request_row(type.first, type.second, resolver));
  }
  resolve_policies(setting.policies, resolver, regime);
  resolve_joining(setting, resolver, regime);
  const BeliefRules& belief = setting.belief;
  regime.belief = BeliefRow{
      .initial = belief.initial.value.value,
      .memory_ms = static_cast<double>(belief.memory.value.duration().count()),
      .weight_of_news = belief.weight_of_news.value.value,
      .weight_of_bad_news = belief.weight_of_bad_news.value.value,
      .word_of_mouth = belief.word_of_mouth.value.value,
      .organisation_weight = belief.organisation_weight.value.value,
      .floor = setting.asking.floor.value.value,
      .ceiling = setting.asking.ceiling.value.value,
  };
  for (const auto& kind : setting.assets.dissipation.values) {
    regime.dissipation[static_cast<std::size_t>(kind.first)] =
        DissipationRow{.at_first_overt_act = kind.second.lost_at_first_overt_act.value.value,
                       .log_kept_per_month = {log_kept(kind.second.lost_per_month_covert.value),
                                              log_kept(kind.second.lost_per_month_overt.value)}};
  }
  regime.collection = setting.assets.collection;
  regime.time_to_pay = setting.assets.time_to_pay;
}

}  // namespace ficap::models
