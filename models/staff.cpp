#include <algorithm>

#include "models/model.hpp"

// People: who is free, what they take next, when the office opens and closes, who comes and goes.

namespace ficap::models {

namespace {

constexpr Lanes hearings = only(Lane::hearing);
constexpr Lanes early_work = only(Lane::directed_early) | only(Lane::discretionary_early);
constexpr Lanes timetable = only(Lane::timetable);
constexpr Lanes directed = only(Lane::directed_early) | only(Lane::directed_later);
constexpr Lanes discretionary = only(Lane::discretionary_early) | only(Lane::discretionary_later);

}  // namespace

void Model::stand_in_line(PersonId person) {
  Person& p = people_[person];
  if (!p.ready.empty()) own_work_waits_.push_back(person);
  const bool at_cap = !below_cap(person);
  if (p.place && p.at_cap == at_cap) return;
  leave_free_line(person);
  p.at_cap = at_cap;
  const auto since = static_cast<std::uint64_t>(p.free_since.time_since_epoch().count());
  p.place =
      free_[people_[person].ability.group][p.at_cap ? 1 : 0].join({since, person.value}, person);
}

void Model::leave_free_line(PersonId person) {
  Person& p = people_[person];
  if (!p.place) return;
  static_cast<void>(free_[people_[person].ability.group][p.at_cap ? 1 : 0].leave(p.place));
  p.place = {};
}

bool Model::is_statutory(const Request& r) const {
  return rules_->requests[r.type].work_class == WorkClass::statutory;
}

sim::Handle Model::own_ready(const Person& p, bool (Model::*wanted)(const Request&) const) const {
  for (const sim::Handle request : p.ready) {
    if ((this->*wanted)(requests_[request.slot])) return request;
  }
  return {};
}

// What a free person turns to. Own statutory work, hearings, other own work; then, below the cap,
// new work class by class. On the early desk, early work comes right after hearings.
// Who sits with an investigating team and has nothing to do may turn to what waits for the unit.
// @returns the handle that names nothing where nothing is to be done
sim::Handle Model::choose(PersonId person) const {
  const UnitId own = people_[person].serves;
  const sim::Handle request = choose_from(own, person);
  const auto& helps = rules_->units[own].helps;
  return request || !helps ? request : choose_from(*helps, person);
}

sim::Handle Model::choose_from(UnitId unit, PersonId person) const {
  const Person& p = people_[person];
  const PersonRow& who = row(person);
  const Lanes open = queues_.waiting_for(unit, p.ability.skills);
  if (open == 0 && p.ready.empty()) return {};
  const auto waiting = [&](Lanes among) {
    return (open & among) == 0 ? sim::Handle{}
                               : queues_.first(unit, p.ability.skills, open & among);
  };
  const bool below = below_cap(person);
  if (who.early_desk) {
    if (const auto r = waiting(hearings)) return r;
    if (const auto r = own_ready(p, &Model::is_early)) return r;
    if (const auto r = below ? waiting(early_work) : sim::Handle{}) return r;
  }
  if (const auto r = own_ready(p, &Model::is_statutory)) return r;
  if (const auto r = waiting(hearings)) return r;
  if (const auto r = own_ready(p, &Model::is_any)) return r;
  if (!below) return {};
  if (const auto r = waiting(timetable)) return r;
  if (const auto r = waiting(directed)) return r;
  return waiting(discretionary);
}

void Model::pick_next(PersonId person) {
  if (is_open(row(person).calendar)) {
    if (const auto request = choose(person)) {
      std::erase(people_[person].ready, request);
      start(person, request);
      return;
    }
  }
  stand_in_line(person);
}

void Model::hold_ready(PersonId person, sim::Handle request) {
  requests_[request.slot].progress = Progress::ready;
  people_[person].ready.push_back(request);
}

void Model::let_go(Request& r) {
  if (!row(*r.holder).of_agency)
    ledger_.add(Counter::held_ms, cut_of(*r.holder), within_period(r.held_since, now()));
  r.holder.reset();
}

// A request leaves its holder, whose caseload shrinks.
void Model::release(Request& r, sim::Handle request) {
  if (!r.holder) return;
  const PersonId person = *r.holder;
  Person& p = people_[person];
  p.load -= r.progress == Progress::external ? row(person).weight_of_waiting : 1000;
  std::erase(p.ready, request);
  let_go(r);
  if (!p.place || p.at_cap == !below_cap(person)) return;
  // There is room now: stand where new work is handed out, and take some if it waits.
  if (is_open(row(person).calendar)) {
    pick_next(person);
  } else {
    stand_in_line(person);
  }
}

void Model::handle(const OfficeOpens& event) {
  open_[event.calendar.value] = true;
  if (const auto closing = tables_.calendars[event.calendar].next_close(now())) {
    calendar_.schedule(*closing, Order::office_closes, OfficeCloses{event.calendar});
  }
  wake(event.calendar);
}

// Those who are free turn to what has come in meanwhile, longest free first. Of people in one line
// who have nothing of their own to go on with, all find something or none, and what waits can only
// become less: where the first finds nothing, nobody behind needs to look.
void Model::wake(CalendarId calendar) {
  using Turn = std::pair<sim::Time, PersonId>;
  const auto turn_of = [this](PersonId p) { return Turn{people_[p].free_since, p}; };
  std::vector<Turn> with_own_work;
  std::erase_if(own_work_waits_, [&](PersonId person) {
    if (row(person).calendar != calendar) return false;
    if (people_[person].place) with_own_work.push_back(turn_of(person));
    return true;
  });
  std::sort(with_own_work.begin(), with_own_work.end());
  struct Front {
    Turn turn;
    const sim::WaitingLine<PersonId>* line;
  };
  std::vector<Front> fronts;
  fronts.reserve(free_.size());
  for (std::size_t g = 0; g < tables_.groups.size(); ++g) {
    const GroupRow& group = tables_.groups[g];
    if (group.calendar != calendar) continue;
    for (const auto& line : free_[g]) {
      if (!line.empty() && work_waits(group.unit, group.skills))
        fronts.push_back({turn_of(line.front()), &line});
    }
  }
  for (auto own = with_own_work.begin();;) {
    const auto next = std::min_element(
        fronts.begin(), fronts.end(), [](auto& a, auto& b) { return a.turn < b.turn; });
    if (own != with_own_work.end() && (next == fronts.end() || *own <= next->turn)) {
      const PersonId person = (own++)->second;
      if (!people_[person].working_on) pick_next(person);
      continue;
    }
    if (next == fronts.end()) return;
    const PersonId first = next->turn.second;
    if (!people_[first].working_on) pick_next(first);
    if (!people_[first].working_on || next->line->empty()) {
      fronts.erase(next);
    } else {
      next->turn = turn_of(next->line->front());
    }
  }
}

void Model::handle(const OfficeCloses& event) {
  open_[event.calendar.value] = false;
  rescue_hearings(event.calendar);
  if (const auto opening = tables_.calendars[event.calendar].next_open(now())) {
    calendar_.schedule(*opening, Order::office_opens, OfficeOpens{event.calendar});
  }
}

// At the end of the working day: a hearing that tomorrow is the last chance to start, and that
// nobody would be free for, interrupts other work.
void Model::rescue_hearings(CalendarId calendar) {
  const WorkingTime& office = tables_.calendars[calendar];
  const auto tomorrow = office.next_open(now());
  if (!tomorrow) return;
  const auto evening = office.next_close(*tomorrow);
  const sim::Time day_after =
      evening ? office.next_open(*evening).value_or(sim::Time::max()) : sim::Time::max();
  std::vector<PersonId> taken;
  for (std::uint32_t u = 0; u < tables_.units; ++u) {
    if (!queues_.any(UnitId{u}, Lane::hearing)) continue;
    std::vector<sim::Handle> last_chance;
    for (std::uint32_t s = 0; s < tables_.skills; ++s) {
      queues_.line(UnitId{u}, SkillId{s}, Lane::hearing)
          .for_each([&](auto /*place*/, sim::Handle request) {
            const sim::Time closes = requests_[request.slot].window_closes;
            if (*tomorrow < closes && closes <= day_after) last_chance.push_back(request);
          });
    }
    std::sort(last_chance.begin(), last_chance.end(), [&](sim::Handle a, sim::Handle b) {
      const Request& first = requests_[a.slot];
      const Request& second = requests_[b.slot];
      return std::pair{first.window_closes, first.asked_order} <
             std::pair{second.window_closes, second.asked_order};
    });
    for (const sim::Handle request : last_chance)
      rescue(request, calendar, taken);
  }
}

void Model::rescue(sim::Handle request, CalendarId calendar, std::vector<PersonId>& taken) {
  const Request& hearing = requests_[request.slot];
  const UnitId unit = hearing.ticket.unit;
  const Bits skill = bit(task_of(hearing).skill);
  std::optional<PersonId> interrupt;
  // Later classes first, then whose work would last longest.
  const auto rank = [&](PersonId person) {
    const Person& p = people_[person];
    const Request& r = requests_[p.working_on.slot];
    const sim::Time end =
        calendar_.pending(p.work_event) ? calendar_.time_of(p.work_event) : sim::Time::max();
    return std::pair{rules_->requests[r.type].work_class, end};
  };
  for (const PersonId person : people_.ids()) {
    const PersonRow& who = row(person);
    const bool could = people_[person].at_work() && people_[person].serves == unit &&
                       who.calendar == calendar && (people_[person].ability.skills & skill) != 0 &&
                       std::find(taken.begin(), taken.end(), person) == taken.end();
    if (!could) continue;
    const Person& p = people_[person];
    const bool free_in_time =
        !p.working_on || (calendar_.pending(p.work_event) &&
                          calendar_.time_of(p.work_event) < hearing.window_closes);
    if (free_in_time) {  // no need to interrupt anybody
      taken.push_back(person);
      return;
    }
    if (is_statutory(requests_[p.working_on.slot])) continue;
    if (!interrupt || rank(person) > rank(*interrupt)) interrupt = person;
  }
  if (!interrupt) return;
  taken.push_back(*interrupt);
  const sim::Handle set_aside = people_[*interrupt].working_on;
  suspend(*interrupt);
  people_[*interrupt].free_since = now();
  hold_ready(*interrupt, set_aside);
  stand_in_line(*interrupt);
}

// The rules are about to change: people leave their lines, and those whose post goes put down what
// they hold. @returns what they held and others must take up
std::vector<sim::Handle> Model::leave_posts(const Regime& next) {
  std::vector<sim::Handle> for_others;
  for (const PersonId person : people_.ids()) {
    const Person& p = people_[person];
    if (p.in_post && !next.people[person].in_post) {
      const std::vector<sim::Handle> held = end_service(person);
      for_others.insert(for_others.end(), held.begin(), held.end());
      continue;
    }
    settle_hours(person);
    leave_free_line(person);
    // A task goes on at the new rate; in the same order as if it had been interrupted.
    if (p.working_on && rate_of(person, next) != p.rate) {
      set_aside(person);
      people_[person].free_since = now();
    }
  }
  return for_others;
}

// People take up their posts under the rules now in force; some are new.
void Model::take_posts(const Regime& last) {
  std::fill(in_post_.begin(), in_post_.end(), 0);
  for (const PersonId person : people_.ids()) {
    Person& p = people_[person];
    const bool stays = p.in_post && row(person).in_post;
    if (!p.in_post) p.free_since = now();
    p.in_post = row(person).in_post;
    p.is_post = row(person).is_post;
    p.serves = row(person).unit;
    p.load = 0;
    describe(person);
    if (p.in_post) count_skills(person, 1);
    if (stays) {
      expect_absence_under(person, last);
    } else if (p.in_post) {
      expect_absence(person);
    }
  }
  requests_.for_each([&](sim::Handle /*handle*/, Request& r) {
    if (!r.holder) return;
    const bool waits = r.progress == Progress::external;
    people_[*r.holder].load += waits ? row(*r.holder).weight_of_waiting : 1000;
  });
  for (const PersonId person : people_.ids()) {
    const Person& p = people_[person];
    if (p.at_work() && !p.working_on) stand_in_line(person);
  }
}

// How many in post have a skill decides what is declined for want of people.
void Model::count_skills(PersonId person, int people) {
  for (std::uint32_t s = 0; s < tables_.skills; ++s) {
    if ((people_[person].ability.skills & bit(SkillId{s})) == 0) continue;
    std::int32_t& in_post = in_post_[index_of(people_[person].serves, SkillId{s})];
    lines_may_be_wrong_ |= in_post == 0 || in_post + people == 0;
    in_post += people;
  }
}

void Model::change_rules(const Regime& next) {
  const Regime& last = *rules_;
  const std::vector<sim::Handle> for_others = leave_posts(next);
  settle_before(next);
  rules_ = &next;
  beliefs_.change_rules(rules_->belief, now());
  readiness_.change_rules(rules_->referral ? rules_->referral->remembered : std::nullopt, now());
  take_posts(last);
  for (const sim::Handle request : for_others)
    enqueue(request);
  change_homes(last);
  for (const CalendarId calendar : tables_.calendars.ids()) {
    if (is_open(calendar)) wake(calendar);
  }
}

}  // namespace ficap::models
