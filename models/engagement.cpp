#include <algorithm>

#include "models/model.hpp"

// What the unit says of its help: words are heard on their day, and what help really was is
// published.

namespace ficap::models {

void Model::begin_engagement() {
  for (std::uint32_t i = 0; i < tables_.announcements.size(); ++i)
    calendar_.schedule(tables_.announcements[i].at, Order::staff, Announces{i});
  if (tables_.publications)
    calendar_.schedule(tables_.publications->from, Order::staff, Publishes{true});
}

void Model::handle(const Announces& event) {
  const AnnouncementRow& words = tables_.announcements[event.which];
  beliefs_.announce(words.organisation, words.work_class, words.step, now());
}

void Model::handle(const Publishes& event) {
  const PublicationRow& rule = *tables_.publications;
  // With no weight, what was experienced before is only forgotten.
  const double weight = event.begins ? 0.0 : rule.weight;
  for (const OrganisationId organisation : rule.organisations)
    beliefs_.publish(organisation, rule.work_class, weight, now());
  const sim::Time next = now() + rule.every;
  if (next < std::min(rule.until, tables_.last))
    calendar_.schedule(next, Order::staff, Publishes{false});
}

}  // namespace ficap::models
