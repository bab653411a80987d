#include <algorithm>

#include "models/model.hpp"

// People who sit with investigating teams: what they take of the work of these teams' cases, and
// where the rest goes. Whoever waits stands in the lines of unit_for, whoever comes and goes.

namespace ficap::models {

UnitId Model::unit_for(const Case& c, const Request& r) const {
  const UnitId own = unit_of(c.organisation);
  const UnitId home = rules_->home[c.team];
  if (home == own) return own;
  // A hearing is for whoever is on call: the unit.
  const auto work_class = static_cast<std::size_t>(rules_->requests[r.type].work_class);
  const bool theirs = rules_->units[home].takes[work_class] && lane_of(r) != Lane::hearing;
  return unit_of_two(own, home, task_of(r).skill, theirs);
}

// What those at the next desk cannot do goes to the unit; what is the unit's and nobody there can
// do, to them.
UnitId Model::unit_of_two(UnitId own, UnitId home, SkillId skill, bool theirs) const {
  if (in_post_[index_of(home, skill)] == 0) return own;
  return theirs || in_post_[index_of(own, skill)] == 0 ? home : own;
}

bool Model::work_waits(UnitId unit, Bits skills) const {
  if (queues_.waiting_for(unit, skills) != 0) return true;
  const auto& helps = rules_->units[unit].helps;
  return helps && queues_.waiting_for(*helps, skills) != 0;
}

// Who is there has changed: perhaps nobody, or somebody again, can do what waits.
void Model::put_in_right_lines() {
  if (!lines_may_be_wrong_ || tables_.units == tables_.organisations) return;
  lines_may_be_wrong_ = false;
  stand_anew([this](const Case& c, const Request& r) { return unit_for(c, r) != r.ticket.unit; });
}

// Other people sit with a team from now on, or nobody does.
void Model::change_homes(const Regime& last) {
  if (tables_.units == tables_.organisations) return;
  lines_may_be_wrong_ = false;
  const auto moves = [&](const Case& c) { return last.home[c.team] != rules_->home[c.team]; };
  requests_.for_each([&](sim::Handle request, Request& r) {
    if (r.progress == Progress::not_asked || r.started || !moves(cases_[r.case_file.slot])) return;
    // Who else may take it, and when, is said anew.
    stop_going_elsewhere(r);
    if (r.elsewhere) {
      for (const Queues::Ticket& ticket : elsewhere_[r.elsewhere.slot].tickets)
        queues_.leave(ticket);
      elsewhere_.release(r.elsewhere.slot);
      r.elsewhere = {};
    }
    if (r.progress != Progress::in_line || r.ticket) expect_others(request);
  });
  stand_anew(
      [&](const Case& c, const Request& r) { return moves(c) || unit_for(c, r) != r.ticket.unit; });
}

// Some of those who wait stand in other lines from now on, in the order of asking; then whoever is
// free looks again.
template <class Which>
void Model::stand_anew(Which&& which) {
  std::vector<sim::Handle> astray;
  requests_.for_each([&](sim::Handle request, const Request& r) {
    if (r.progress == Progress::in_line && r.ticket && which(cases_[r.case_file.slot], r))
      astray.push_back(request);
  });
  if (astray.empty()) return;
  std::sort(astray.begin(), astray.end(), [this](sim::Handle a, sim::Handle b) {
    return requests_[a.slot].asked_order < requests_[b.slot].asked_order;
  });
  for (const sim::Handle request : astray)
    leave_lines(requests_[request.slot]);
  for (const sim::Handle request : astray)
    stand(request);
  for (const CalendarId calendar : tables_.calendars.ids()) {
    if (is_open(calendar)) wake(calendar);
  }
}

}  // namespace ficap::models
