#include <algorithm>
#include <variant>

#include "models/model.hpp"
#include "sim/expects.hpp"

// The staffing plan: on its dates posts are added and cut, nobody is recruited for a time, people
// of an agency come and go, some work for another organisation, and terms of work change.

namespace ficap::models {

// Terms that hold from the first day are known before anybody thinks of leaving or of recruiting.
void Model::begin_staffing_plan() {
  std::size_t next = 0;
  while (next < tables_.staffing.size() && tables_.staffing[next].is_of_terms() &&
         tables_.staffing[next].at <= now()) {
    take(tables_.staffing[next]);
    ++next;
  }
  expect_staffing_change(next);
}

void Model::expect_staffing_change(std::size_t which) {
  if (which >= tables_.staffing.size()) return;
  calendar_.schedule(tables_.staffing[which].at,
                     Order::boundary,
                     StaffingChanges{static_cast<std::uint32_t>(which)});
}

// All that one day changes; only then is it known where somebody is to be recruited.
void Model::handle(const StaffingChanges& event) {
  std::size_t next = event.which;
  while (next < tables_.staffing.size() && tables_.staffing[next].at <= now())
    take(tables_.staffing[next++]);
  for (const PersonId person : people_.ids()) {
    if (people_[person].is_post && !people_[person].in_post) recruit(person);
  }
  put_in_right_lines();
  expect_staffing_change(next);
}

void Model::take(const StaffingStep& step) {
  std::visit([&](const auto& what) { change(step.team, what); }, step.what);
}

void Model::change(StaffTeamId team, const StaffingStep::Freeze& freeze) {
  terms_[team.value].frozen = freeze.holds;
}

void Model::change(StaffTeamId team, const StaffingStep::OvertimeTerms& overtime) {
  for_each_of(team, [&](PersonId person) { settle_hours(person); });
  terms_[team.value].overtime = overtime.share;
  terms_[team.value].overtime_pence_an_hour = overtime.pence_an_hour;
  // Work under way goes on at the new pace.
  for_each_of(team, [&](PersonId person) {
    Person& p = people_[person];
    const sim::Handle task = p.working_on;
    if (!task) return;
    set_aside(person);
    std::erase(p.ready, task);
    start(person, task);
  });
}

void Model::change(StaffTeamId team, const StaffingStep::Supplement& supplement) {
  for_each_of(team, [&](PersonId person) { settle_hours(person); });
  terms_[team.value].leaving = supplement.leaving;
  terms_[team.value].supplement_pence_per_ms = supplement.pence_per_ms;
  for_each_of(team, [&](PersonId person) {
    const Career& career = careers_[person];
    if (people_[person].in_post && career.role_per_ms > 0.0) set_hazard(person, career.role_per_ms);
  });
}

void Model::change(StaffTeamId team, const StaffingStep::Posts& posts) {
  if (posts.change > 0) {
    add_posts(team, static_cast<std::size_t>(posts.change), posts.on_the_day);
  } else {
    cut_posts(team, static_cast<std::size_t>(-posts.change));
  }
}

// Whoever works there without a post has one now; then the first numbers that are no posts.
void Model::add_posts(StaffTeamId team, std::size_t number, bool filled_on_the_day) {
  std::vector<PersonId> added;
  for (const bool held : {true, false}) {
    for_each_of(team, [&](PersonId person) {
      const Person& p = people_[person];
      if (added.size() < number && !p.is_post && p.in_post == held) added.push_back(person);
    });
  }
  FICAP_EXPECTS(added.size() == number);
  for (const PersonId person : added) {
    settle_hours(person);
    people_[person].is_post = true;
    if (!people_[person].in_post && filled_on_the_day) join(person, false);
  }
}

// Vacant posts, the last of them first; then the last, whose holders leave.
void Model::cut_posts(StaffTeamId team, std::size_t number) {
  std::vector<PersonId> cut;
  for (const bool held : {true, false}) {
    for_each_of(team, [&](PersonId person) {
      const Person& p = people_[person];
      if (p.is_post && p.in_post == held) cut.push_back(person);
    });
  }
  FICAP_EXPECTS(cut.size() >= number);
  std::reverse(cut.begin(), cut.end());
  cut.resize(number);
  for (const PersonId person : cut) {
    settle_hours(person);
    people_[person].is_post = false;
    calendar_.cancel(careers_[person].joins);
    if (people_[person].in_post) leave_post(person);
  }
}

void Model::change(StaffTeamId /*team*/, const StaffingStep::Agency& agency) {
  for (std::uint32_t i = 0; i < agency.people; ++i) {
    const PersonId person{agency.first.value + i};
    if (agency.comes) {
      settle_hours(person);
      begin_service(person);
      if (people_[person].at_work()) pick_next(person);
      continue;
    }
    for (const sim::Handle request : end_service(person))
      enqueue(request);
  }
}

// The last of those who could be lent, so that an early desk stays at home.
void Model::change(StaffTeamId team, const StaffingStep::Lending& lending) {
  std::vector<PersonId> people;
  for_each_of(team, [&](PersonId person) {
    const Person& p = people_[person];
    const bool goes = lending.begins && p.in_post && !p.loan && !careers_[person].recruit;
    const bool returns = !lending.begins && p.loan == lending.loan;
    if (goes || returns) people.push_back(person);
  });
  if (lending.begins && people.size() > lending.people)
    people.erase(people.begin(), people.end() - lending.people);
  for (const PersonId person : people) {
    if (lending.begins) {
      work_for(person, lending.to, lending.loan);
    } else {
      work_for(person, row(person).unit, std::nullopt);
    }
  }
}

// What they hold goes to colleagues.
void Model::work_for(PersonId person, UnitId whom, std::optional<std::uint32_t> loan) {
  Person& p = people_[person];
  settle_hours(person);
  leave_free_line(person);
  const std::vector<sim::Handle> for_others = put_down(person);
  count_skills(person, -1);
  p.serves = whom;
  p.loan = loan;
  careers_[person].recruits = 0;  // whom somebody else teaches from now on
  describe(person);
  count_skills(person, 1);
  p.free_since = now();
  for (const sim::Handle request : for_others)
    enqueue(request);
  if (loan) {
    find_others_to_teach(person);
  } else {
    find_tutors(row(person).team);
  }
  if (p.at_work() && !p.working_on) pick_next(person);
}

}  // namespace ficap::models
