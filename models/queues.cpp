#include "models/queues.hpp"

#include <bit>
#include <tuple>

namespace ficap::models {

Queues::Queues(const Tables& tables)
    : skills_{tables.skills},
      lines_(tables.units * tables.skills * lane_count),
      waiting_(tables.units) {}

void Queues::begin() {
  for (Line& line : lines_)
    line.clear();
  for (auto& lanes : waiting_)
    lanes.fill(0);
}

void Queues::leave(const Ticket& ticket) {
  Line& line = lines_[index(ticket.unit, ticket.skill, ticket.lane)];
  static_cast<void>(line.leave(ticket.handle));
  if (line.empty())
    waiting_[ticket.unit.value][static_cast<std::size_t>(ticket.lane)] &= ~bit(ticket.skill);
}

sim::Handle Queues::first(UnitId unit, Bits skills, Lanes among) const {
  const Line* best = nullptr;
  sim::Place best_place{};
  for (; among != 0; among &= among - 1) {
    const auto lane = static_cast<Lane>(std::countr_zero(among));
    Bits open = waiting_[unit.value][static_cast<std::size_t>(lane)] & skills;
    for (; open != 0; open &= open - 1) {
      const SkillId skill{static_cast<std::uint32_t>(std::countr_zero(open))};
      const Line& line = lines_[index(unit, skill, lane)];
      const sim::Place place = line.place_of_front();
      // Places do not tie: the second number is the order of asking.
      if (best == nullptr ||
          std::tie(place.first, place.second) < std::tie(best_place.first, best_place.second)) {
        best = &line;
        best_place = place;
      }
    }
  }
  return best == nullptr ? sim::Handle{} : best->front();
}

std::size_t Queues::waiting(UnitId unit, SkillId skill) const noexcept {
  std::size_t all = 0;
  for (std::size_t lane = 0; lane < lane_count; ++lane) {
    all += lines_[index(unit, skill, static_cast<Lane>(lane))].size();
  }
  return all;
}

}  // namespace ficap::models
