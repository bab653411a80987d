#include <algorithm>

#include "models/allocation.hpp"
#include "models/model.hpp"

// From request to work: it stands in line, is taken, worked on, waits for others, and ends.

namespace ficap::models {

namespace {

// Set in the first number of a place, which no policy uses so far up.
constexpr std::uint64_t behind_all_own = std::uint64_t{1} << 63U;

}  // namespace

const TaskRow& Model::task_of(const Request& r) const {
  return rules_->requests[r.type].tasks[r.task];
}

sim::Stream Model::draw(const Request& r, Purpose purpose, std::size_t part) const {
  // The sub-ordinal: the step of the case's path, then the repeat of induced work and the part.
  const std::uint32_t id = r.repeat == 0 ? r.hash : sim::combine(r.hash, r.repeat);
  const auto sub = static_cast<std::uint16_t>((std::uint32_t{r.step} << 8U) | (part & 0xFFU));
  return future_.stream(purpose, id, cases_[r.case_file.slot].ordinal, sub);
}

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
  r.ticket = queues_.join(c.organisation, skill, lane_of(r), place, request);
  if (r.elsewhere) {
    const auto& others = others_for(r);
    const std::size_t opened = elsewhere_[r.elsewhere.slot].opened;
    for (std::size_t i = 0; i < std::min(opened, others.size()); ++i)
      stand_elsewhere(request, others[i]);
  }
  offer(request);
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
  return !rules_->promised[c.organisation].empty() && r.kind == RequestKind::primary &&
         r.phase == Phase::early && !is_statutory(r);
}

// Who may take it when its own unit has let it wait.
const std::vector<OverflowRow>& Model::others_for(const Request& r) const {
  const OrganisationId own = cases_[r.case_file.slot].organisation;
  const bool promised = r.promise != Promise::none && !rules_->promised[own].empty();
  return promised ? rules_->promised[own] : rules_->overflow[own];
}

// It keeps its place in its own line and stands in the other unit's as well.
void Model::stand_elsewhere(sim::Handle request, const OverflowRow& rule) {
  const Request& r = requests_[request.slot];
  const Queues::Ticket& own = r.ticket;
  sim::Place place = queues_.line(own.organisation, own.skill, own.lane).place_of(own.handle);
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
// others, whoever has been free longest.
void Model::offer(sim::Handle request) {
  const Request& r = requests_[request.slot];
  const SkillId skill = task_of(r).skill;
  const std::size_t lines = lane_of(r) == Lane::hearing ? 2 : 1;  // hearings go beyond the cap
  std::optional<PersonId> best;
  const auto ask_those_of = [&](OrganisationId organisation) {
    for (const std::uint32_t g : groups_with_[index_of(organisation, skill)]) {
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
  ask_those_of(cases_[r.case_file.slot].organisation);
  if (!best && r.elsewhere) {
    for (const Queues::Ticket& ticket : elsewhere_[r.elsewhere.slot].tickets) {
      ask_those_of(ticket.organisation);
      if (best) break;
    }
  }
  if (best) start(*best, request);
}

// What its current task takes in all.
double Model::hours_of_task(const Request& r) const {
  if (r.hours_in_all > 0.0) return r.hours_in_all;
  sim::Stream numbers = draw(r, Purpose::effort, r.task);
  // More than anybody's working life is as much as never.
  return std::clamp(task_of(r).effort_hours.sample(numbers), 0.0, 100'000.0);
}

// A person begins, or goes on with, a request's current task.
void Model::start(PersonId person, sim::Handle request) {
  Request& r = requests_[request.slot];
  Person& p = people_[person];
  account(person);
  leave_free_line(person);
  leave_lines(r);
  if (!r.holder) {
    r.holder = person;
    r.held_since = now();
    p.load += 1000;
  }
  if (!r.hours_left) r.hours_left = hours_of_task(r);
  r.progress = Progress::working;
  p.working_on = request;
  p.work_began = now();
  p.overtime = overtime_of(person);
  if (p.rate > 0.0) {
    const sim::Hours open = Effort{*r.hours_left} / Fte{p.rate + p.overtime};
    const WorkingTime& office = tables_.calendars[row(person).calendar];
    if (const auto end = office.after(now(), sim::from_hours(open.count())))
      p.work_event = calendar_.schedule(*end, Order::work_done, WorkDone{person});
  }
  if (!r.started && !task_of(r).triage) note_start(r);
}

void Model::note_start(Request& r) {
  r.started = true;
  r.waited_ms = (now() - r.asked_at).count();
  calendar_.cancel(r.window_event);
  stop_going_elsewhere(r);
  waiting_for_start_.change(now(), -1);
  ledger_.add(Counter::queue_stay_ms, within_period(r.asked_at, now()));
  if (r.kind != RequestKind::primary) return;
  Case& c = cases_[r.case_file.slot];
  if (MonthRow* month = ledger_.month_of(now())) ++month->served;
  become_engaged(c);
  // A window that never closes, or that closes as it opens, leaves no time to wait for help.
  double waited = 0.0;
  if (r.window_closes != sim::Time::max() && r.window_closes > r.asked_at) {
    const double window = static_cast<double>((r.window_closes - r.asked_at).count());
    waited = std::clamp(static_cast<double>(r.waited_ms) / window, 0.0, 1.0);
  }
  beliefs_.news(c.team, rules_->requests[r.type].work_class, 1.0 - waited, now());
}

// Somebody stops in the middle of a task; what is left of it stays.
void Model::suspend(PersonId person) {
  Person& p = people_[person];
  Request& r = requests_[p.working_on.slot];
  const PersonRow& who = row(person);
  const sim::Duration done = tables_.calendars[who.calendar].open_between(p.work_began, now());
  r.hours_left = std::max(0.0, *r.hours_left - (sim::to_hours(done) * (p.rate + p.overtime)));
  account(person);
  calendar_.cancel(p.work_event);
  p.work_event = {};
  p.working_on = {};
}

void Model::handle(const WorkDone& event) {
  const PersonId person = event.person;
  Person& p = people_[person];
  const sim::Handle request = p.working_on;
  account(person);
  p.working_on = {};
  p.work_event = {};
  p.free_since = now();
  Request& r = requests_[request.slot];
  r.hours_left.reset();
  if (const auto& waits = task_of(r).then_waits_days) {
    sim::Stream numbers = draw(r, Purpose::external_wait, r.task);
    const sim::Duration wait = Elapsed{std::max(0.0, waits->sample(numbers))}.duration();
    r.progress = Progress::external;
    p.load += row(person).weight_of_waiting - 1000;
    r.wait_event = calendar_.schedule(now() + wait, Order::wait_over, WaitOver{request});
  } else {
    r.progress = Progress::ready;  // until it is known what comes next
    go_on(request);
  }
  // What came next may have found this person already.
  if (!p.working_on && p.at_work()) pick_next(person);
}

void Model::handle(const WaitOver& event) {
  Request& r = requests_[event.request.slot];
  r.wait_event = {};
  r.progress = Progress::ready;
  if (r.holder) people_[*r.holder].load += 1000 - row(*r.holder).weight_of_waiting;
  const std::optional<PersonId> holder = r.holder;
  go_on(event.request);
  if (holder && people_[*holder].at_work() && !people_[*holder].working_on) pick_next(*holder);
}

// A task and its external wait are over: on to the next, by the same person if they have the skill.
void Model::go_on(sim::Handle request) {
  Request& r = requests_[request.slot];
  const RequestTypeRow& type = rules_->requests[r.type];
  if (r.task == type.decisive) decisive_task_done(request);
  if (std::size_t{r.task} + 1 >= type.tasks.size()) {
    finish(request, Ending::completed);
    return;
  }
  ++r.task;
  r.hours_in_all = 0.0;
  if (r.holder && people_[*r.holder].in_post &&
      (people_[*r.holder].ability.skills & bit(task_of(r).skill)) != 0) {
    hold_ready(*r.holder, request);
    return;
  }
  release(r, request);
  enqueue(request);
}

// What the work finds and secures, and the further work that this brings.
void Model::decisive_task_done(sim::Handle request) {
  Request& r = requests_[request.slot];
  Case& c = cases_[r.case_file.slot];
  const RequestTypeRow& type = rules_->requests[r.type];
  const bool in_time = type.timely == TimelyUntil::case_ends ||
                       (type.timely == TimelyUntil::stage_ends && c.step == r.step) ||
                       (type.timely == TimelyUntil::window_closes && now() < r.window_closes);
  r.timely = in_time && r.started;
  c.done |= bit(r.type);
  if (type.touches_assets) {
    note(c,
         {.at = now(),
          .kind = AssetAct::Kind::worked,
          .phase = rules_->stages[c.stage].phase,
          .type = r.type});
  }
  for (std::size_t i = 0; i < type.induces.size(); ++i) {
    const InducedRow& induced = type.induces[i];
    sim::Stream numbers =
        future_.stream(Purpose::induced, sim::combine(r.hash, induced.hash), c.ordinal, r.step);
    if (numbers.uniform() >= induced.probability) continue;
    calendar_.schedule(now() + induced.after,
                       Order::demand,
                       InducedDue{.case_file = r.case_file,
                                  .cause = static_cast<std::uint16_t>(r.type.value),
                                  .which = static_cast<std::uint16_t>(i),
                                  .cause_hash = sim::combine(r.hash, r.step),
                                  .repeat = 1});
  }
  if (r.kind == RequestKind::referral) {
    c.referred = true;
    const Bits reaches = rules_->referral ? rules_->referral->reaches : Bits{0};
    for (sim::Handle other = c.first_request; other;) {
      const Request& need = requests_[other.slot];
      const sim::Handle next = need.next;
      if (need.progress == Progress::not_asked && now() < need.window_closes &&
          (reaches & bit(need.type)) != 0) {
        ask(other);
      }
      other = next;
    }
  }
}

void Model::handle(const InducedDue& event) {
  if (!cases_.holds(event.case_file)) return;
  const InducedRow& induced = rules_->requests[{event.cause}].induces[event.which];
  if (induced.every) {
    InducedDue next = event;
    ++next.repeat;
    calendar_.schedule(now() + *induced.every, Order::demand, next);
  }
  const sim::Handle request = add_request(event.case_file,
                                          RequestKind::induced,
                                          induced.request,
                                          sim::combine(event.cause_hash, induced.hash));
  Request& r = requests_[request.slot];
  r.repeat = event.repeat;
  r.window_closes = window_of(cases_[event.case_file.slot], r, now());
  ask(request);
}

void Model::handle(const WindowCloses& event) {
  Request& r = requests_[event.request.slot];
  r.window_event = {};
  const RequestTypeRow& type = rules_->requests[r.type];
  if (!type.cover_pence) {
    finish(event.request, Ending::expired);
    return;
  }
  Case& c = cases_[r.case_file.slot];
  c.covered |= bit(r.type);
  if (in_period()) ledger_.add(Counter::cover_pence, cut_of(r), *type.cover_pence);
  finish(event.request, Ending::covered);
}

// A need or request comes to its end: it leaves its line, its holder and its case.
void Model::finish(sim::Handle request, Ending ending) {
  Request& r = requests_[request.slot];
  const sim::Handle file = r.case_file;
  if (r.counted) write_need(r, ending);
  const bool asked = r.progress != Progress::not_asked;
  if (asked && !r.started) {
    waiting_for_start_.change(now(), -1);
    ledger_.add(Counter::queue_stay_ms, within_period(r.asked_at, now()));
    const bool disappointed = ending == Ending::declined || ending == Ending::expired;
    if (disappointed && r.kind == RequestKind::primary) {
      beliefs_.news(cases_[file.slot].team, rules_->requests[r.type].work_class, 0.0, now());
    }
  }
  calendar_.cancel(r.window_event);
  calendar_.cancel(r.wait_event);
  stop_going_elsewhere(r);
  leave_lines(r);
  if (r.elsewhere) elsewhere_.release(r.elsewhere.slot);
  std::optional<PersonId> freed;
  if (r.holder && people_[*r.holder].working_on == request) {
    freed = r.holder;
    suspend(*freed);
    people_[*freed].free_since = now();
  }
  release(r, request);
  if (r.previous) {
    requests_[r.previous.slot].next = r.next;
  } else {
    cases_[file.slot].first_request = r.next;
  }
  if (r.next) requests_[r.next.slot].previous = r.previous;
  requests_.release(request.slot);
  stop_waiting_if_done(cases_[file.slot], file);
  if (freed) pick_next(*freed);
}

}  // namespace ficap::models
