#include <algorithm>

#include "models/model.hpp"

// Careers: people leave, posts are vacant until somebody is recruited, recruits learn until they
// are accredited. All of it begins with the plan: the warm-up has the people of today.

namespace ficap::models {

void Model::begin_careers() {
  resume_training();
  for (const PersonId person : people_.ids()) {
    if (people_[person].in_post) {
      expect_leaving(person);
    } else {
      recruit(person);
    }
  }
  begin_training_year();
}

// Somebody's first day as far as leaving goes: how much risk they will bear is drawn once.
void Model::expect_leaving(PersonId person) {
  const auto& leaving = rules_->roles[row(person).role].leaving;
  if (!leaving) return;
  careers_[person].exposure_left = draw(person, Purpose::leaving).exponential();
  set_hazard(person, leaving->per_ms);
}

// @param role_per_ms  what the role says; a staffing plan may leave less of it
void Model::set_hazard(PersonId person, double role_per_ms) {
  Career& career = careers_[person];
  const double per_ms = role_per_ms * terms_[row(person).team.value].leaving;
  career.role_per_ms = role_per_ms;
  const auto under_the_last = static_cast<double>((now() - career.hazard_since).count());
  career.exposure_left =
      std::max(0.0, career.exposure_left - career.hazard_per_ms * under_the_last);
  career.hazard_per_ms = per_ms;
  career.hazard_since = now();
  calendar_.cancel(career.leaves);
  career.leaves = per_ms > 0.0
                      ? expect(now() + milliseconds(career.exposure_left / per_ms), Leaves{person})
                      : sim::Handle{};
}

void Model::handle(const Leaves& event) {
  leave_post(event.person);
  put_in_right_lines();
}

// A post falls vacant: work goes to colleagues, and a successor is sought.
void Model::leave_post(PersonId person) {
  if (in_period()) ledger_.add(Counter::leavers, cut_of(person), 1);
  if (MonthRow* month = ledger_.month_of(now())) ++month->leavers;
  if (TeamYear* year = ledger_.team_at(now(), row(person).team)) ++year->leavers;
  const std::vector<sim::Handle> for_others = end_service(person);
  recruit(person);
  for (const sim::Handle request : for_others)
    enqueue(request);
}

// @returns what others must take up
std::vector<sim::Handle> Model::end_service(PersonId person) {
  settle_hours(person);
  leave_free_line(person);
  std::vector<sim::Handle> for_others = put_down(person);
  count_skills(person, -1);
  people_[person].in_post = false;
  people_[person].absent = false;
  Career& career = careers_[person];
  for (const sim::Handle planned :
       {career.leaves, career.learns, career.illness, career.leave, career.hands_over})
    calendar_.cancel(planned);
  std::erase(awaiting_place_, person);
  people_[person].serves = row(person).unit;
  people_[person].loan.reset();
  const std::optional<PersonId> tutor = career.tutor;
  career = career.of_successor();
  if (tutor) teach(*tutor, -1);
  find_others_to_teach(person);
  return for_others;
}

// Whoever was taught by somebody who is gone.
void Model::find_others_to_teach(PersonId tutor) {
  for (const PersonId recruit : people_.ids()) {
    if (careers_[recruit].tutor == tutor) find_tutor(recruit);
  }
}

void Model::recruit(PersonId person) {
  const PersonRow& post = row(person);
  Career& career = careers_[person];
  const auto& takes_days = rules_->roles[post.role].recruitment_days;
  const bool wanted = people_[person].is_post && !terms_[post.team.value].frozen;
  if (!wanted || !takes_days || calendar_.pending(career.joins)) return;
  sim::Stream numbers = draw(person, Purpose::recruitment);
  // At least a day, so that a post that nobody keeps does not change hands without end.
  const Elapsed takes{std::max(1.0, takes_days->sample(numbers))};
  career.joins = expect(now() + takes.duration(), Joins{person});
}

void Model::handle(const Joins& event) {
  join(event.person, true);
  put_in_right_lines();
}

// Somebody's first day.
void Model::begin_service(PersonId person) {
  Person& p = people_[person];
  p.in_post = true;
  p.free_since = now();
  p.accounted_to = now();
  describe(person);
  count_skills(person, 1);
}

// @param as_recruit  who must first be accredited, where the role has such
void Model::join(PersonId person, bool as_recruit) {
  settle_hours(person);
  Career& career = careers_[person];
  calendar_.cancel(career.joins);
  const auto& training = rules_->roles[row(person).role].training;
  if (as_recruit && training) {
    career.recruit = true;
    career.productivity = training->productivity_at_first;
  }
  if (TeamYear* year = ledger_.team_at(now(), row(person).team)) ++year->joiners;
  begin_service(person);
  expect_absence(person);
  expect_leaving(person);
  if (career.recruit) {
    awaiting_place_.push_back(person);
    give_places();
  } else {
    if (as_recruit) become_new(person);
    find_tutors(row(person).team);
  }
  if (people_[person].at_work() && !people_[person].working_on) pick_next(person);
}

void Model::handle(const TrainingYearBegins& /*event*/) {
  begin_training_year();
}

void Model::begin_training_year() {
  for (std::size_t team = 0; team < places_left_.size(); ++team) {
    const auto role = tables_.role_of_team[team];
    if (!role) continue;
    const auto& training = rules_->roles[*role].training;
    places_left_[team] = training ? training->places : std::nullopt;
  }
  give_places();
  const auto next = std::upper_bound(tables_.plan_years.begin(), tables_.plan_years.end(), now());
  if (next != tables_.plan_years.end()) expect(*next, TrainingYearBegins{});
}

// Those who wait for a place in training, in the order of joining.
void Model::give_places() {
  std::vector<PersonId> waiting;
  waiting.swap(awaiting_place_);
  for (const PersonId person : waiting) {
    auto& left = places_left_[row(person).team.value];
    if (left && *left == 0) {
      awaiting_place_.push_back(person);
      continue;
    }
    if (left) --*left;
    begin_training(person);
  }
}

void Model::begin_training(PersonId person) {
  const auto& training = rules_->roles[row(person).role].training;
  Career& career = careers_[person];
  sim::Stream numbers = draw(person, Purpose::training);
  if (TeamYear* year = ledger_.team_at(now(), row(person).team)) ++year->trainees;
  career.learning = true;
  career.training_began = now();
  career.training_takes = Elapsed{std::max(0.0, training->takes_days.sample(numbers))}.duration();
  find_tutor(person);
  expect_progress(person);
}

void Model::expect_progress(PersonId person) {
  constexpr sim::Duration step = std::chrono::hours{24 * 30};
  Career& career = careers_[person];
  const sim::Time accredited = career.training_began + career.training_takes;
  career.learns = expect(std::min(accredited, now() + step), Learns{person});
}

void Model::handle(const Learns& event) {
  const PersonId person = event.person;
  Career& career = careers_[person];
  const auto& training = rules_->roles[row(person).role].training;
  if (now() >= career.training_began + career.training_takes) {
    end_training(person);
    put_in_right_lines();
    return;
  }
  const double way = static_cast<double>((now() - career.training_began).count()) /
                     static_cast<double>(career.training_takes.count());
  change_ability(person, [&] {
    career.productivity = training->productivity_at_first +
                          way * (training->productivity_at_last - training->productivity_at_first);
  });
  expect_progress(person);
}

void Model::end_training(PersonId person) {
  const auto& training = rules_->roles[row(person).role].training;
  if (draw(person, Purpose::accreditation).uniform() < training->fails) {
    leave_post(person);
    return;
  }
  Career& career = careers_[person];
  if (in_period()) ledger_.add(Counter::recruits_accredited, cut_of(person), 1);
  if (MonthRow* month = ledger_.month_of(now())) ++month->recruits_accredited;
  if (const auto tutor = career.tutor) {
    career.tutor.reset();
    teach(*tutor, -1);
  }
  career.learning = false;
  change_ability(person, [&] { career.recruit = false; });
  become_new(person);
  find_tutors(row(person).team);
}

// For a time after accreditation people leave at a rate of their own.
void Model::become_new(PersonId person) {
  const auto& leaving = rules_->roles[row(person).role].leaving;
  if (!leaving || leaving->newly_per_ms == leaving->per_ms) return;
  set_hazard(person, leaving->newly_per_ms);
  careers_[person].learns = expect(now() + leaving->newly, NoLongerNew{person});
}

void Model::handle(const NoLongerNew& event) {
  if (const auto& leaving = rules_->roles[row(event.person).role].leaving)
    set_hazard(event.person, leaving->per_ms);
}

// Recruits of a team who learn alone, since nobody could teach them.
void Model::find_tutors(StaffTeamId team) {
  for (const PersonId recruit : people_.ids()) {
    const Career& career = careers_[recruit];
    if (career.learning && !career.tutor && row(recruit).team == team) find_tutor(recruit);
  }
}

// The colleague who has fewest recruits to teach, and of these the first of the team.
void Model::find_tutor(PersonId recruit) {
  Career& career = careers_[recruit];
  career.tutor.reset();
  for (const PersonId colleague : people_.ids()) {
    const bool could = people_[colleague].in_post && !careers_[colleague].recruit &&
                       row(colleague).team == row(recruit).team && !row(colleague).of_agency &&
                       !people_[colleague].loan;
    if (could && (!career.tutor || careers_[colleague].recruits < careers_[*career.tutor].recruits))
      career.tutor = colleague;
  }
  if (career.tutor) teach(*career.tutor, 1);
}

void Model::teach(PersonId tutor, int recruits) {
  Career& career = careers_[tutor];
  change_ability(tutor, [&] { career.recruits += static_cast<std::uint32_t>(recruits); });
}

// A person's abilities change, perhaps in the middle of a task, which goes on at the new rate, or
// to a colleague if they can do nothing any more.
template <class Change>
void Model::change_ability(PersonId person, Change&& change) {
  settle_hours(person);
  Person& p = people_[person];
  const sim::Handle task = p.working_on;
  if (task) set_aside(person);
  leave_free_line(person);
  count_skills(person, -1);
  change();
  describe(person);
  count_skills(person, 1);
  if (p.in_post && p.rate <= 0.0) {
    for (const sim::Handle request : put_down(person))
      enqueue(request);
    return;
  }
  if (!p.at_work()) return;
  if (task) {
    std::erase(p.ready, task);
    start(person, task);
  } else {
    pick_next(person);
  }
}

}  // namespace ficap::models
