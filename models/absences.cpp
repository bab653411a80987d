#include <algorithm>

#include "models/model.hpp"

// Absence: illness in spells, leave by the month, and what becomes of the work meanwhile. What
// befalls a person is drawn at their own addresses, whatever work there is.

namespace ficap::models {

sim::Stream Model::draw(PersonId person, Purpose purpose, std::uint32_t which) const {
  const std::uint32_t post = row(person).hash;
  const std::uint32_t holder = careers_[person].holder;
  return future_.stream(purpose, holder == 0 ? post : sim::combine(post, holder), which);
}

// Somebody begins to work here: illness and leave lie ahead.
void Model::expect_absence(PersonId person) {
  careers_[person].spells = 0;
  find_leave_month(person);
  expect_illness(person);
  expect_leave(person);
}

// Other rules hold from now on: what lies ahead is drawn anew under them. A spell or a stretch of
// leave that has begun ends as it was to end.
void Model::expect_absence_under(PersonId person, const Regime& last) {
  Career& career = careers_[person];
  if (!career.ill) {
    calendar_.cancel(career.illness);
    ++career.spells;
    expect_illness(person);
  }
  const RoleRow& before = last.roles[last.people[person].role];
  if (career.on_leave || before.leave == rules_->roles[row(person).role].leave) return;
  calendar_.cancel(career.leave);
  find_leave_month(person);
  expect_leave(person);
}

void Model::find_leave_month(PersonId person) {
  const auto month = std::upper_bound(
      tables_.run_months.begin(), tables_.run_months.end(), now(), [](sim::Time t, const auto& m) {
        return t <= m.first;
      });
  careers_[person].leave_month = static_cast<std::uint32_t>(month - tables_.run_months.begin());
}

void Model::expect_illness(PersonId person) {
  const auto& sickness = rules_->roles[row(person).role].sickness;
  if (!sickness || sickness->per_ms <= 0.0) return;
  Career& career = careers_[person];
  sim::Stream numbers = draw(person, Purpose::sickness, career.spells);
  career.illness =
      expect(now() + milliseconds(numbers.exponential() / sickness->per_ms), FallsIll{person});
}

void Model::handle(const FallsIll& event) {
  Career& career = careers_[event.person];
  const auto& sickness = rules_->roles[row(event.person).role].sickness;
  sim::Stream numbers = draw(event.person, Purpose::sickness, career.spells++);
  static_cast<void>(numbers.uniform());  // when it began
  const Elapsed spell{sickness ? std::max(0.0, sickness->lasts_days.sample(numbers)) : 0.0};
  change_absence(event.person, career.ill, true);
  career.illness = expect(now() + spell.duration(), Recovers{event.person});
}

void Model::handle(const Recovers& event) {
  change_absence(event.person, careers_[event.person].ill, false);
  expect_illness(event.person);
}

// The leave of the first month ahead in which there is any.
void Model::expect_leave(PersonId person) {
  const auto& leave = rules_->roles[row(person).role].leave;
  if (!leave || leave->days_a_year <= 0.0) return;
  Career& career = careers_[person];
  // Whole days out of a fraction a month: each person rounds at a place of their own.
  const double phase = draw(person, Purpose::leave, 0).uniform();
  while (career.leave_month < tables_.run_months.size()) {
    const RunMonth& month = tables_.run_months[career.leave_month];
    ++career.leave_month;
    const auto days_by = [&](double share) {
      return static_cast<std::int64_t>(
          leave->days_a_year * (static_cast<double>(month.year) + share) + phase);
    };
    career.leave_days =
        days_by(leave->share_before[month.month + 1]) - days_by(leave->share_before[month.month]);
    if (career.leave_days == 0) continue;
    const double u = draw(person, Purpose::leave, career.leave_month).uniform();
    constexpr std::int64_t ms_per_day = 86'400'000;
    const auto day = static_cast<std::int64_t>(u * static_cast<double>(month.days));
    const sim::Time begins = month.first + sim::Duration{day * ms_per_day};
    career.leave = expect(std::max(now(), begins), LeaveBegins{person});
    return;
  }
}

void Model::handle(const LeaveBegins& event) {
  Career& career = careers_[event.person];
  const WorkingTime& office = tables_.calendars[row(event.person).calendar];
  change_absence(event.person, career.on_leave, true);
  career.leave = expect(office.end_of_days(now(), career.leave_days), LeaveEnds{event.person});
}

void Model::handle(const LeaveEnds& event) {
  change_absence(event.person, careers_[event.person].on_leave, false);
  expect_leave(event.person);
}

// @param reason  one of the reasons of this person's career
void Model::change_absence(PersonId person, bool& reason, bool value) {
  settle_hours(person);
  reason = value;
  Person& p = people_[person];
  const bool absent = careers_[person].absent();
  if (absent == p.absent) return;
  p.absent = absent;
  if (absent) {
    go_away(person);
  } else {
    come_back(person);
  }
}

// What was being worked on comes first on return, unless it has gone to a colleague by then.
void Model::go_away(PersonId person) {
  if (people_[person].working_on) set_aside(person);
  leave_free_line(person);
  if (const auto& after = rules_->handover.after)
    careers_[person].hands_over = expect(now() + *after, HandsOver{person});
}

// A task is interrupted, and stands before the others that its holder could go on with.
void Model::set_aside(PersonId person) {
  Person& p = people_[person];
  const sim::Handle task = p.working_on;
  suspend(person);
  requests_[task.slot].progress = Progress::ready;
  p.ready.insert(p.ready.begin(), task);
}

void Model::come_back(PersonId person) {
  calendar_.cancel(careers_[person].hands_over);
  people_[person].free_since = now();
  if (people_[person].at_work()) pick_next(person);
}

void Model::handle(const HandsOver& event) {
  for (const sim::Handle request : put_down(event.person))
    enqueue(request);
}

// Somebody lets go of all that they hold.
// @returns what others can take up at once; what is in an external wait follows when that is over
std::vector<sim::Handle> Model::put_down(PersonId person) {
  if (people_[person].working_on) suspend(person);
  people_[person].ready.clear();
  people_[person].load = 0;
  std::vector<sim::Handle> for_others;
  requests_.for_each([&](sim::Handle handle, Request& r) {
    if (r.holder != person) return;
    let_go(r);
    lose_effort(r);
    if (in_period()) ledger_.add(Counter::handovers, cut_of(person), 1);
    if (r.progress != Progress::external) for_others.push_back(handle);
  });
  // In the order of asking: where they are kept depends on what this memory held before.
  std::sort(for_others.begin(), for_others.end(), [this](sim::Handle a, sim::Handle b) {
    return requests_[a.slot].asked_order < requests_[b.slot].asked_order;
  });
  return for_others;
}

// Whoever takes over must first find out where things stand.
void Model::lose_effort(Request& r) const {
  const double lost = rules_->handover.effort_lost;
  if (!r.hours_left || lost <= 0.0) return;
  const double done = hours_of_task(r) - *r.hours_left;
  if (done > 0.0) *r.hours_left += lost * done;
}

}  // namespace ficap::models
