#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "models/resolve.hpp"

namespace ficap::models {

namespace {

sim::Time first_instant(sim::Date date, const Tables& tables) {
  return sim::Time{std::chrono::hours{24} *
                   (sim::days_from_civil(date) - sim::days_from_civil(tables.first_day))};
}

/// In the order of their ids; all where none is named.
std::vector<OrganisationId> organisations_of(const std::vector<Ref<Entity::organisation>>& some,
                                             const Resolver& resolver) {
  std::vector<OrganisationId> found;
  found.reserve(resolver.organisation_count());
  for (const auto& organisation : some)
    found.push_back(resolver.organisation(organisation.id));
  for (std::uint32_t o = 0; some.empty() && o < resolver.organisation_count(); ++o)
    found.push_back(OrganisationId{o});
  std::sort(found.begin(), found.end());
  return found;
}

/// The stage, and all to which cases come from it. Stages are in the order of their ids.
std::set<std::string> from_stage_on(const Pathway& pathway, const std::string& first) {
  std::set<std::string> found{first};
  std::vector<std::string> open{first};
  while (!open.empty()) {
    const Stage& stage = pathway.stages.find(open.back())->second;
    open.pop_back();
    for (const auto& next : stage.next.values) {
      if (next.first == closed_id || next.second.value.value <= 0.0) continue;
      if (found.insert(next.first).second) open.push_back(next.first);
    }
  }
  return found;
}

}  // namespace

void resolve_joining(const Setting& setting, const Resolver& resolver, Regime& regime) {
  if (!setting.policies.unit_joins) return;
  const UnitJoins& rule = *setting.policies.unit_joins;
  JoinRow& row = regime.joins.emplace();
  row.concerns.resize(resolver.stage_count());
  if (rule.after) row.after = rule.after->value.duration();
  if (rule.at) row.joined.resize(resolver.stage_count());
  for (const auto& pathway : setting.pathways) {
    const bool named = rule.pathways.empty() ||
                       std::find(rule.pathways.begin(),
                                 rule.pathways.end(),
                                 Ref<Entity::pathway>{pathway.first}) != rule.pathways.end();
    if (!named || (rule.at && !pathway.second.stages.contains(rule.at->id))) continue;
    for (const auto& stage : pathway.second.stages)
      row.concerns[resolver.stage(pathway.first, stage.first).value] = true;
    if (!rule.at) continue;
    for (const std::string& stage : from_stage_on(pathway.second, rule.at->id))
      row.joined[resolver.stage(pathway.first, stage).value] = true;
  }
}

void resolve_engagement(const Setting& planned, const Resolver& resolver, Tables& tables) {
  for (const auto& entry : planned.policies.announcements) {
    const Announcement& announcement = entry.second;
    const sim::Time at = first_instant(announcement.on, tables);
    if (at >= tables.period_end) continue;  // the run-on goes on as the plan ended
    for (const OrganisationId organisation :
         organisations_of(announcement.organisations, resolver)) {
      tables.announcements.push_back(
          {at, organisation, announcement.work_class, announcement.step.value.value});
    }
  }
  if (const auto& publishes = planned.policies.published_waits) {
    const sim::Time from = first_instant(publishes->from, tables);
    if (from >= tables.period_end) return;
    tables.publications = {
        .from = from,
        .until = publishes->until ? first_instant(*publishes->until, tables) : tables.last,
        .every = publishes->every.value.duration(),
        .organisations = organisations_of(publishes->organisations, resolver),
        .work_class = publishes->work_class,
        .weight = publishes->weight.value.value};
  }
}

}  // namespace ficap::models
