#include "models/opening.hpp"

#include <algorithm>

#include "models/model.hpp"

// What there is at first: the cases and requests that are open today, and who is in training.

namespace ficap::models {

// Everything that is open gets its place before anybody turns to any of it, so that the policy,
// and not the order of the table, decides who takes what.
void Model::open_backlog() {
  const Opening& opening = *tables_.opening;
  if (opening.cases.empty()) return;
  for (const PersonId person : people_.ids())
    leave_free_line(person);
  struct Asked {
    const OpenRequestRow* row{};
    sim::Handle request;
  };
  std::vector<Asked> asked(opening.asked);
  for (const OpenCaseRow& row : opening.cases) {
    const sim::Handle file = open_case_of_today(row);
    for (const OpenRequestRow& request : row.requests) {
      const sim::Handle handle = open_request_of_today(file, request);
      if (handle && request.asked) asked[request.rank] = {&request, handle};
    }
  }
  for (const Asked& each : asked) {
    if (each.request) put_in_place(each.request, *each.row);
  }
  for (const PersonId person : people_.ids()) {
    if (people_[person].at_work()) pick_next(person);
  }
}

sim::Handle Model::open_case_of_today(const OpenCaseRow& row) {
  const StreamRow& source = rules_->streams[row.stream];
  const auto [file, c] = cases_.open_new();
  c.stream = row.stream;
  c.hash = row.hash;
  c.organisation = source.organisation;
  c.threat = source.threat;
  c.opened = row.opened;
  const auto numbers_for = [this, &born = c](Purpose purpose) {
    return [this, &born, purpose] { return draw(born, purpose); };
  };
  c.harm = row.harm ? *row.harm : source.harms.pick(numbers_for(Purpose::harm));
  c.origin = row.origin ? *row.origin : source.origins.pick(numbers_for(Purpose::origin));
  c.team = row.team ? *row.team : source.teams.pick(numbers_for(Purpose::area));
  open_cases_.change(now(), 1);

  c.stage = row.stage;
  c.stage_entered = row.stage_entered;
  sim::Stream numbers = draw(c, Purpose::stage_duration);
  const Elapsed lasts{row.stage_lasts_days.sample(numbers)};
  c.stage_should_end = std::max(now(), c.stage_entered + lasts.duration());
  c.stage_event = calendar_.schedule(c.stage_should_end, Order::case_moves, StageEnds{file});
  c.overt = rules_->stages[c.stage].visibility == Visibility::overt;
  set_worth(c, row);

  Bits met{};
  for (const OpenRequestRow& request : row.requests)
    met |= bit(request.type);
  schedule_needs(file, met);
  return file;
}

// What is stated of a case's worth stands in place of what would be drawn for it. Realisable assets
// are stated as of today, and have lost what they were to lose until now; what is drawn is what
// there was when the case opened.
void Model::set_worth(Case& c, const OpenCaseRow& row) {
  if (row.benefit || row.realisable) {
    worth_of(c);
    CaseWorth& worth = worths_[c.worth.slot];
    CaseAssets& a = worth.assets;
    const AssetProfileRow& profile = profile_of(c);
    if (row.benefit) {
      sim::Stream numbers = draw(c, Purpose::realisable);
      const Share share{std::clamp(profile.realisable_share.sample(numbers), 0.0, 1.0)};
      a.benefit = *row.benefit;
      a.realisable = part_of(Money{a.benefit}, share).pence;
    }
    if (row.realisable) {
      const std::int64_t benefit = std::max(a.benefit, *row.realisable);
      a = open_assets(benefit, *row.realisable, mix_of(c, profile), profile, now());
      a.overt = c.overt;
      worth.placed = true;
      if (a.ever_secured > 0) worth.first_secured = now();
    }
  }
  if (c.overt && !row.realisable) note(c, {.at = c.stage_entered, .kind = AssetAct::Kind::overt});
}

// @returns the handle that names nothing where nothing of it is left to be done
sim::Handle Model::open_request_of_today(sim::Handle file, const OpenRequestRow& row) {
  Case& c = cases_[file.slot];
  const RequestKind kind = row.induced ? RequestKind::induced : RequestKind::primary;
  const sim::Handle handle = add_request(file, kind, row.type, row.hash);
  Request& r = requests_[handle.slot];
  const RequestTypeRow& type = rules_->requests[row.type];
  if (row.state == OpenState::done) {
    r.task = static_cast<std::uint8_t>(type.decisive);
    r.started = true;
    r.progress = Progress::ready;
    decisive_task_done(handle);
    finish(handle, Ending::completed);
    return {};
  }
  r.task = static_cast<std::uint8_t>(row.task);
  r.window_closes =
      row.window_closes ? *row.window_closes : window_of(c, r, row.asked.value_or(now()));
  const bool worked_on = row.state != OpenState::waiting || row.hours_done > 0.0;
  for (std::size_t task = 0; task <= row.task; ++task)
    r.started = r.started || (!type.tasks[task].triage && (task < row.task || worked_on));
  if (r.started && !c.engaged_in) c.engaged_in = rules_->stages[c.stage].phase;
  if (!row.asked) return handle;
  r.asked_at = *row.asked;
  r.progress = Progress::in_line;
  if (!r.started) waiting_for_start_.change(now(), 1);
  if (row.hours_done > 0.0) {
    sim::Stream numbers = draw(r, Purpose::effort, r.task);
    r.hours_in_all = std::clamp(row.effort_hours.sample(numbers), row.hours_done, 100'000.0);
    r.hours_left = r.hours_in_all - row.hours_done;
  }
  return handle;
}

// A request that was asked goes to who holds it, to others, or into line, in the order of asking.
void Model::put_in_place(sim::Handle request, const OpenRequestRow& row) {
  Request& r = requests_[request.slot];
  r.asked_order = asked_order_++;
  const bool held = row.state != OpenState::waiting;
  const std::optional<PersonId> holder = held ? holder_for(row, task_of(r).skill) : std::nullopt;
  if (holder) {
    r.holder = holder;
    r.held_since = now();
    const bool waits = row.state == OpenState::external;
    people_[*holder].load += waits ? this->row(*holder).weight_of_waiting : 1000;
  }
  if (!r.started && r.window_closes != sim::Time::max()) {
    r.window_event = calendar_.schedule(
        std::max(now(), r.window_closes), Order::window_closes, WindowCloses{request});
  }
  if (row.state == OpenState::external) {
    sim::Stream numbers = draw(r, Purpose::external_wait, r.task);
    const auto& waits = task_of(r).then_waits_days;
    const Elapsed wait{waits ? std::max(0.0, waits->sample(numbers)) : 0.0};
    r.progress = Progress::external;
    r.wait_event = calendar_.schedule(now() + wait.duration(), Order::wait_over, WaitOver{request});
    return;
  }
  if (holder) {
    hold_ready(*holder, request);
    return;
  }
  const bool too_late = !r.started && r.window_closes <= now();
  if (too_late) return;  // it stands in no line, and expires as the plan begins
  if (!r.started) expect_others(request);
  enqueue(request);
}

// Of those who may hold it, who has least in hand, and of these the first.
std::optional<PersonId> Model::holder_for(const OpenRequestRow& row, SkillId skill) const {
  std::optional<PersonId> best;
  for (const PersonId person : row.holders) {
    const Person& p = people_[person];
    if (!p.in_post || (p.ability.skills & bit(skill)) == 0) continue;
    if (!best || p.load < people_[*best].load) best = person;
  }
  return best;
}

// Who is in training when the plan starts is a recruit throughout the warm-up as well, as far on as
// they will be then: the warm-up has the people of today.
void Model::set_trainees() {
  for (const TraineeRow& row : tables_.opening->trainees_before)
    learn_so_far(row, *rules_);
}

void Model::find_tutors_of_trainees(const std::vector<TraineeRow>& trainees) {
  for (const TraineeRow& row : trainees) {
    if (careers_[row.person].learning && !careers_[row.person].tutor) find_tutor(row.person);
  }
}

// The plan is about to start. It may say otherwise than the warm-up did who is in training.
void Model::change_trainees(const Regime& next) {
  for (const TraineeRow& row : tables_.opening->trainees_before) {
    Career& career = careers_[row.person];
    career.recruit = false;
    career.learning = false;
  }
  for (const TraineeRow& row : tables_.opening->trainees)
    learn_so_far(row, next);
  for (const TraineeRow& row : tables_.opening->trainees_before) {
    Career& career = careers_[row.person];
    if (career.learning || !career.tutor) continue;
    const PersonId tutor = *career.tutor;
    career.tutor.reset();
    teach(tutor, -1);
  }
}

// The plan has started: from here on training goes on.
void Model::resume_training() {
  find_tutors_of_trainees(tables_.opening->trainees);
  for (const TraineeRow& row : tables_.opening->trainees) {
    if (careers_[row.person].learning) expect_progress(row.person);
  }
}

void Model::learn_so_far(const TraineeRow& row, const Regime& regime) {
  const PersonRow& post = regime.people[row.person];
  const auto& training = regime.roles[post.role].training;
  if (!post.in_post || !training) return;
  Career& career = careers_[row.person];
  sim::Stream numbers = draw(row.person, Purpose::training);
  career.recruit = true;
  career.learning = true;
  career.training_began = row.began;
  career.training_takes = Elapsed{row.takes_days.sample(numbers)}.duration();
  const auto takes = static_cast<double>(career.training_takes.count());
  const auto so_far = static_cast<double>((tables_.period_start - row.began).count());
  const double way = takes > 0.0 ? std::min(1.0, so_far / takes) : 1.0;
  career.productivity = training->productivity_at_first +
                        way * (training->productivity_at_last - training->productivity_at_first);
}

}  // namespace ficap::models
