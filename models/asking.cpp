#include <algorithm>

#include "models/model.hpp"

// From need to request: a need arises, somebody decides whether to ask, triage may decline.

namespace ficap::models {

void Model::handle(const NeedArises& event) {
  if (cases_.holds(event.case_file)) arise(event.case_file, event.need);
}

void Model::arise(sim::Handle file, NeedId need) {
  Case& c = cases_[file.slot];
  const StageRow& stage = rules_->stages[c.stage];
  const NeedRow& row_of_need = rules_->needs[need];
  c.had_need = true;
  c.had_early_need = c.had_early_need || stage.phase == Phase::early;
  const std::uint32_t hash = sim::combine(sim::combine(c.hash, stage.hash), row_of_need.hash);
  const sim::Handle handle = add_request(file, RequestKind::primary, row_of_need.request, hash);
  Request& request = requests_[handle.slot];
  request.counted = in_period();
  request.window_closes = window_of(c, request, now());
  if (request.counted) {
    ledger_.add(Counter::needs, cut_of(request), 1);
    ++ledger_.month_of(now())->needs;
  }
  if (is_discretionary(request)) {
    if (MonthRow* row = ledger_.demand_of(now())) ++row->discretionary_needs;
  }
  decide_whether_to_ask(handle);
}

// A case's new need or request, first in its list.
sim::Handle Model::add_request(sim::Handle file,
                               RequestKind kind,
                               RequestTypeId type,
                               std::uint32_t hash) {
  Case& c = cases_[file.slot];
  const auto [handle, request] = requests_.open_new();
  request.case_file = file;
  request.type = type;
  request.kind = kind;
  request.phase = rules_->stages[c.stage].phase;
  request.step = c.step;
  request.hash = hash;
  request.next = c.first_request;
  if (c.first_request) requests_[c.first_request.slot].previous = handle;
  c.first_request = handle;
  if (replay_ != nullptr) expect_recorded(handle);
  return handle;
}

sim::Time Model::window_of(const Case& c, const Request& r, sim::Time arose) const {
  struct Closing {
    const Model& model;
    const Case& c;
    const Request& r;
    sim::Time arose;

    sim::Time operator()(const WindowOpen& /*window*/) const { return sim::Time::max(); }
    sim::Time operator()(const WindowUntilStageEnds& /*window*/) const {
      return c.stage_should_end;
    }
    sim::Time operator()(const WindowUntilPhaseEnds& window) const {
      return model.end_of_phase(c, window.phase);
    }
    sim::Time operator()(const WindowWithin& window) const {
      sim::Stream numbers = model.draw(r, Purpose::window, 0);
      return arose + Elapsed{sim::sample(window.time.value.distribution, numbers)}.duration();
    }
    sim::Time operator()(const WindowStatutoryClock& window) const {
      const auto closes = model.tables_.statutory_clock->after(arose, window.time.value.duration());
      return closes.value_or(sim::Time::max());
    }
  };
  return std::visit(Closing{*this, c, r, arose}, rules_->requests[r.type].window);
}

// A case's path does not depend on what anybody does about it, so its future can be looked up.
sim::Time Model::end_of_phase(const Case& c, Phase phase) const {
  if (rules_->stages[c.stage].phase > phase) return now();
  sim::Time end = c.stage_should_end;
  std::optional<StageId> stage = stage_after(c, c.stage, c.step);
  for (auto step = static_cast<std::uint16_t>(c.step + 1);
       stage && rules_->stages[*stage].phase <= phase;
       ++step) {
    end += stage_duration(c, *stage, step);
    stage = stage_after(c, *stage, step);
  }
  return end;
}

void Model::decide_whether_to_ask(sim::Handle request) {
  Request& r = requests_[request.slot];
  const bool by_records = replay_ != nullptr || history_ != nullptr;
  if (by_records ? decides_to_ask(r) : hopes_for_help(r)) {
    ask(request);
  } else if (r.counted && !is_joined_by_rule(cases_[r.case_file.slot])) {
    ledger_.add(Counter::deferred, cut_of(r), 1);
  }
}

// Whether its team must ask for help, or believes enough in it.
bool Model::hopes_for_help(Request& r) {
  const Case& c = cases_[r.case_file.slot];
  if (is_joined_by_rule(c)) return has_joined(c);
  const WorkClass work_class = rules_->requests[r.type].work_class;
  const bool certain =
      work_class != WorkClass::discretionary ||
      (c.referred && rules_->referral && (rules_->referral->reaches & bit(r.type)) != 0);
  if (certain) return true;
  const double belief = beliefs_.belief(c.team, work_class, now());
  const double chance =
      rules_->belief.floor + ((rules_->belief.ceiling - rules_->belief.floor) * belief);
  return draw(r, Purpose::ask, r.decisions++).uniform() < chance;
}

// A need that nobody asked for is considered again at the stages that its type names.
void Model::reconsider(sim::Handle file) {
  const StageId stage = cases_[file.slot].stage;
  for (sim::Handle r = cases_[file.slot].first_request; r;) {
    const sim::Handle next = requests_[r.slot].next;
    const Request& request = requests_[r.slot];
    if (request.progress == Progress::not_asked && now() < request.window_closes &&
        rules_->requests[request.type].reconsidered_at[stage.value]) {
      decide_whether_to_ask(r);
    }
    r = next;
  }
}

void Model::ask(sim::Handle request) {
  Request& r = requests_[request.slot];
  Case& c = cases_[r.case_file.slot];
  r.progress = Progress::in_line;
  r.asked_at = now();
  r.asked_order = asked_order_++;
  if (r.kind == RequestKind::primary) {
    c.asked = true;
    if (r.counted) ledger_.add(Counter::asked, cut_of(r), 1);
    if (MonthRow* month = ledger_.month_of(now())) ++month->asked;
    if (is_discretionary(r)) {
      if (MonthRow* row = ledger_.demand_of(now())) ++row->discretionary_asked;
    }
  } else if (r.kind == RequestKind::induced && in_period()) {
    ledger_.add(Counter::induced_requests, cut_of(r), 1);
  }
  waiting_for_start_.change(now(), 1);
  if (declined_at_once(r)) {
    finish(request, Ending::declined);
    return;
  }
  if (r.window_closes != sim::Time::max()) {
    r.window_event = calendar_.schedule(
        std::max(now(), r.window_closes), Order::window_closes, WindowCloses{request});
  }
  if (is_promised(c, r)) r.promise = Promise::made;
  expect_others(request);
  enqueue(request);
}

bool Model::declined_at_once(const Request& r) {
  const auto& rule = rules_->requests[r.type].declines;
  if (!rule) return false;
  Case& c = cases_[r.case_file.slot];
  if (rule->benefit_below && worth_of(c).benefit < rule->benefit_below->value.pence) return true;
  if (rule->harm_below && c.harm < *rule->harm_below) return true;
  if (rule->waiting_per_person_above) {
    const SkillId skill = rules_->requests[r.type].tasks.front().skill;
    const UnitId unit = unit_for(c, r);
    const auto people = static_cast<double>(in_post_[index_of(unit, skill)]);
    const auto waiting = static_cast<double>(queues_.waiting(unit, skill));
    return waiting > rule->waiting_per_person_above->value.value * people;
  }
  return false;
}

bool Model::is_discretionary(const Request& r) const {
  return rules_->requests[r.type].work_class == WorkClass::discretionary;
}

Cut Model::cut_of(const Request& r) const {
  Cut cut = cut_of(cases_[r.case_file.slot]);
  const RequestTypeRow& type = rules_->requests[r.type];
  cut.set(Dimension::request, r.type.value)
      .set(Dimension::work_class, type.work_class)
      .set(Dimension::skill, type.tasks.front().skill.value);
  return cut;
}

// Writes down how a need or referral of the period ended, or how it stands when the period is over.
void Model::write_need(Request& r, std::optional<Ending> ending) {
  r.counted = false;
  if (r.kind == RequestKind::referral) {
    write_referral(r, ending);
    return;
  }
  const Cut cut = cut_of(r);
  const auto count = [&](Counter counter) { ledger_.add(counter, cut, 1); };
  if (r.promise != Promise::none) {
    count(Counter::promises);
    count(r.promise == Promise::escalated ? Counter::promises_escalated
          : r.started                     ? Counter::promises_kept
                                          : Counter::promises_lapsed);
  }
  if (r.started) {
    count(Counter::served);
    count(ending == Ending::completed ? Counter::completed
          : ending                    ? Counter::stopped
                                      : Counter::in_work);
    if (r.timely) count(Counter::served_timely);
    ledger_.add(Counter::wait_ms, cut, r.waited_ms);
    ledger_.add_wait(cut, r.waited_ms);
    return;
  }
  if (!ending) {
    count(r.progress == Progress::not_asked ? Counter::suppressed : Counter::waiting);
    return;
  }
  switch (*ending) {
    case Ending::suppressed:
      return count(Counter::suppressed);
    case Ending::declined:
      return count(Counter::declined);
    case Ending::expired:
      return count(Counter::expired);
    case Ending::covered:
      return count(Counter::covered);
    case Ending::withdrawn:
    case Ending::completed:  // triage only: the case has no further use for it
    case Ending::stopped:
      return count(Counter::withdrawn);
  }
}

// How a discretionary need ended on which nobody worked, in the month in which it did: unasked,
// when its time was over, which may be long before its case is. Needs from before the period count
// too: a month's unmet share is of those that came to an end in it.
void Model::write_unstarted(const Request& r, Ending ending) {
  if (r.kind != RequestKind::primary || !is_discretionary(r)) return;
  const bool never_asked = ending == Ending::suppressed;
  MonthRow* const row = ledger_.demand_of(never_asked ? std::min(now(), r.window_closes) : now());
  if (row == nullptr) return;
  switch (ending) {
    case Ending::suppressed:
      ++row->discretionary_never_asked;
      return;
    case Ending::declined:
    case Ending::expired:
      ++row->discretionary_unhelped;
      return;
    case Ending::covered:
      ++row->discretionary_covered;
      return;
    case Ending::withdrawn:
    case Ending::completed:
    case Ending::stopped:
      return;
  }
}

}  // namespace ficap::models
