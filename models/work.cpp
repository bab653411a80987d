#include <algorithm>

#include "models/model.hpp"

// From request to work: it is taken, worked on, waits for others, and ends.

namespace ficap::models {

const TaskRow& Model::task_of(const Request& r) const {
  return rules_->requests[r.type].tasks[r.task];
}

sim::Stream Model::draw(const Request& r, Purpose purpose, std::size_t part) const {
  // The sub-ordinal: the step of the case's path, then the repeat of induced work and the part.
  const std::uint32_t id = r.repeat == 0 ? r.hash : sim::combine(r.hash, r.repeat);
  const auto sub = static_cast<std::uint16_t>((std::uint32_t{r.step} << 8U) | (part & 0xFFU));
  return future_.stream(purpose, id, cases_[r.case_file.slot].ordinal, sub);
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
  // First, since it takes longest to know: the rest does not wait for it.
  if (!r.hours_left) r.hours_left = hours_of_task(r);
  account(person);
  leave_free_line(person);
  leave_lines(r);
  if (!r.holder) {
    r.holder = person;
    r.held_since = now();
    p.load += 1000;
  }
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
  if (is_discretionary(r)) {
    if (MonthRow* row = ledger_.demand_of(now())) ++row->discretionary_served;
  }
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
  if (type.touches_assets) count_work(c, r);
  if (type.holds) hold_for_a_time(r.case_file, *type.holds);
  induce(r);
  if (r.kind == RequestKind::referral) {
    c.referred = true;
    const Bits reaches = rules_->referral ? rules_->referral->reaches : Bits{0};
    for (sim::Handle other = c.first_request; other;) {
      const Request& need = requests_[other.slot];
      const sim::Handle next = need.next;
      if (need.progress == Progress::not_asked && now() < need.window_closes &&
          (reaches & bit(need.type)) != 0 && asks_between_decisions(need)) {
        ask(other);
      }
      other = next;
    }
  }
}

// The further work that success brings.
void Model::induce(const Request& r) {
  const RequestTypeRow& type = rules_->requests[r.type];
  for (std::size_t i = 0; i < type.induces.size(); ++i) {
    const InducedRow& induced = type.induces[i];
    sim::Stream numbers = future_.stream(Purpose::induced,
                                         sim::combine(r.hash, induced.hash),
                                         cases_[r.case_file.slot].ordinal,
                                         r.step);
    if (numbers.uniform() >= induced.probability) continue;
    calendar_.schedule(now() + induced.after,
                       Order::demand,
                       InducedDue{.case_file = r.case_file,
                                  .cause = static_cast<std::uint16_t>(r.type.value),
                                  .which = static_cast<std::uint16_t>(i),
                                  .cause_hash = sim::combine(r.hash, r.step),
                                  .repeat = 1});
  }
}

void Model::handle(const InducedDue& event) {
  if (!cases_.holds(event.case_file)) return;
  const InducedRow& induced = rules_->requests[{event.cause}].induces[event.which];
  // Nothing more is to be renewed.
  if (rules_->requests[induced.request].holds && is_for_the_court(cases_[event.case_file.slot]))
    return;
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
  if (OrganisationYear* year = ledger_.organisation_at(now(), c.organisation))
    year->cover_pence += *type.cover_pence;
  if (type.holds) {
    if (draw(r, Purpose::cover, 0).uniform() < type.cover_effectiveness) {
      hold_for_a_time(r.case_file, *type.holds);
      induce(r);
    } else {
      fail_to_hold(r.case_file, *type.holds);
    }
  }
  finish(event.request, Ending::covered);
}

// A need or request comes to its end: it leaves its line, its holder and its case.
void Model::finish(sim::Handle request, Ending ending) {
  Request& r = requests_[request.slot];
  const sim::Handle file = r.case_file;
  if (r.counted) write_need(r, ending);
  if (!period_over_ && !r.started) write_unstarted(r, ending);
  const auto& holds = rules_->requests[r.type].holds;
  if (holds && (ending == Ending::expired || ending == Ending::declined))
    fail_to_hold(file, *holds);
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
