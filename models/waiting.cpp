#include <algorithm>

#include "models/allocation.hpp"
#include "models/model.hpp"

// A request waits for somebody: in the lines of its own unit, and of others that may take it.

namespace ficap::models {

namespace {

// Set in the first number of a place, which no policy uses so far up.
constexpr std::uint64_t behind_all_own = std::uint64_t{1} << 63U;

}  // namespace

Lane Model::lane_of(const Request& r) const {
  const RequestTypeRow& type = rules_->requests[r.type];
  switch (type.work_class) {
    case WorkClass::statutory:
      return type.is_hearing && !r.started ? Lane::hearing : Lane::timetable;
    case WorkClass::directed:
      return r.phase == Phase::early ? Lane::directed_early : Lane::directed_later;
    case WorkClass::discretionary:
      break;
  }
  return r.phase == Phase::early ? Lane::discretionary_early : Lane::discretionary_later;
}

void Model::enqueue(sim::Handle request) {
  stand(request);
  offer(request);
}

void Model::stand(sim::Handle request) {
  Request& r = requests_[request.slot];
  Case& c = cases_[r.case_file.slot];
  r.progress = Progress::in_line;
  const bool by_value = std::holds_alternative<ValuePerHour>(rules_->allocation);
  const Standing standing{.harm = c.harm,
                          .phase = r.phase,
                          .window_closes = r.window_closes,
                          .realisable_pence = by_value ? worth_of(c).realisable : 0,
                          .expected_hours = rules_->requests[r.type].expected_hours,
                          .asked = r.asked_order};
  const sim::Place place = place_of(rules_->allocation, standing);
  const SkillId skill = task_of(r).skill;
  r.ticket = queues_.join(unit_for(c, r), skill, lane_of(r), place, request);
  if (r.elsewhere) {
    const auto& others = others_for(r);
    const std::size_t opened = elsewhere_[r.elsewhere.slot].opened;
    for (std::size_t i = 0; i < std::min(opened, others.size()); ++i)
      stand_elsewhere(request, others[i]);
  }
}

// Where others may take what has waited too long, it will stand in their lines, too.
void Model::expect_others(sim::Handle request) {
  Request& r = requests_[request.slot];
  const auto& others = others_for(r);
  if (others.empty()) return;
  const auto [handle, elsewhere] = elsewhere_.open();
  elsewhere.opened = 0;
  elsewhere.tickets.clear();
  elsewhere.next_opens = calendar_.schedule(
      std::max(now(), r.asked_at + others.front().after), Order::demand, OverflowOpens{request});
  r.elsewhere = handle;
}

bool Model::is_promised(const Case& c, const Request& r) const {
  return !rules_->promised[rules_->home[c.team]].empty() && r.kind == RequestKind::primary &&
         r.phase == Phase::early && !is_statutory(r);
}

// Who may take it when its own unit has let it wait.
const std::vector<OverflowRow>& Model::others_for(const Request& r) const {
  const UnitId home = rules_->home[cases_[r.case_file.slot].team];
  const bool promised = r.promise != Promise::none && !rules_->promised[home].empty();
  return promised ? rules_->promised[home] : rules_->overflow[home];
}

// It keeps its place in its own line and stands in the other unit's as well.
void Model::stand_elsewhere(sim::Handle request, const OverflowRow& rule) {
  const Request& r = requests_[request.slot];
  const Queues::Ticket& own = r.ticket;
  if (rule.to == own.unit) return;
  sim::Place place = queues_.line(own.unit, own.skill, own.lane).place_of(own.handle);
  if (rule.behind_own) place.first |= behind_all_own;
  if (rule.promised) place = {0, r.asked_order - first_in_order};
  elsewhere_[r.elsewhere.slot].tickets.push_back(
      queues_.join(rule.to, own.skill, own.lane, place, request));
}

void Model::leave_lines(Request& r) {
  if (r.ticket) queues_.leave(r.ticket);
  r.ticket = {};
  if (!r.elsewhere) return;
  std::vector<Queues::Ticket>& tickets = elsewhere_[r.elsewhere.slot].tickets;
  for (const Queues::Ticket& ticket : tickets)
    queues_.leave(ticket);
  tickets.clear();
}

void Model::handle(const OverflowOpens& event) {
  Request& r = requests_[event.request.slot];
  Elsewhere& elsewhere = elsewhere_[r.elsewhere.slot];
  elsewhere.next_opens = {};
  const std::size_t which = elsewhere.opened++;
  const auto& others = others_for(r);
  if (which < others.size() && others[which].promised) r.promise = Promise::escalated;
  if (which + 1 < others.size()) {
    elsewhere.next_opens = calendar_.schedule(
        std::max(now(), r.asked_at + others[which + 1].after), Order::demand, event);
  }
  if (r.progress != Progress::in_line || which >= others.size()) return;
  stand_elsewhere(event.request, others[which]);
  offer(event.request);
}

void Model::stop_going_elsewhere(const Request& r) {
  if (r.elsewhere) calendar_.cancel(elsewhere_[r.elsewhere.slot].next_opens);
}

// Somebody who is free takes it at once: of the first unit that has somebody, its own before
// others, whoever has been free longest; where all of a unit are busy, of those who help it.
void Model::offer(sim::Handle request) {
  const Request& r = requests_[request.slot];
  const SkillId skill = r.ticket.skill;
  const std::size_t lines = r.ticket.lane == Lane::hearing ? 2 : 1;  // hearings go beyond the cap
  std::optional<PersonId> best;
  const auto ask_those_of = [&](UnitId unit) {
    for (const std::uint32_t g : groups_with_[index_of(unit, skill)]) {
      if (!is_open(tables_.groups[g].calendar)) continue;
      for (std::size_t at_cap = 0; at_cap < lines; ++at_cap) {
        const auto& line = free_[g][at_cap];
        if (line.empty()) continue;
        const PersonId first = line.front();
        if (!best || std::pair{people_[first].free_since, first} <
                         std::pair{people_[*best].free_since, *best})
          best = first;
      }
    }
  };
  const auto ask_unit = [&](UnitId unit) {
    ask_those_of(unit);
    if (best) return;
    for (const UnitId helper : rules_->units[unit].helpers)
      ask_those_of(helper);
  };
  ask_unit(r.ticket.unit);
  if (!best && r.elsewhere) {
    for (const Queues::Ticket& ticket : elsewhere_[r.elsewhere.slot].tickets) {
      ask_unit(ticket.unit);
      if (best) break;
    }
  }
  if (best) start(*best, request);
}

}  // namespace ficap::models
