#include <algorithm>
#include <chrono>
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

}  // namespace

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
