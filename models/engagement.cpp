#include "models/model.hpp"

// What the unit says of its help: words are heard on their day.

namespace ficap::models {

void Model::begin_engagement() {
  for (std::uint32_t i = 0; i < tables_.announcements.size(); ++i)
    calendar_.schedule(tables_.announcements[i].at, Order::staff, Announces{i});
}

void Model::handle(const Announces& event) {
  const AnnouncementRow& words = tables_.announcements[event.which];
  beliefs_.announce(words.organisation, words.work_class, words.step, now());
}

}  // namespace ficap::models
