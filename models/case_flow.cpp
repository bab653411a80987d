#include <algorithm>
#include <numeric>

#include "models/model.hpp"

// The life of a case: it opens, goes through its stages, is decided, and closes.

namespace ficap::models {

namespace {

std::int64_t secured_of(const CaseAssets& assets) {
  return std::accumulate(assets.secured.begin(), assets.secured.end(), std::int64_t{0});
}

}  // namespace

void Model::schedule_next_arrival(StreamId stream) {
  Source& source = sources_[stream.value];
  if (const auto arrival = source.arrivals.next(source.rate)) {
    source.next_ordinal = arrival->ordinal;
    calendar_.schedule(std::max(arrival->at, now()), Order::demand, CaseArrives{stream});
  }
}

void Model::handle(const CaseArrives& event) {
  const std::uint32_t ordinal = sources_[event.stream.value].next_ordinal;
  schedule_next_arrival(event.stream);
  open_case(event.stream, rules_->streams[event.stream].hash, ordinal);
}

sim::Stream Model::draw(const Case& c, Purpose purpose, std::uint16_t sub) const {
  return future_.stream(purpose, c.hash, c.ordinal, sub);
}

void Model::open_case(StreamId stream, std::uint32_t hash, std::uint32_t ordinal) {
  const StreamRow& source = rules_->streams[stream];
  const auto [file, c] = cases_.open_new();
  c.stream = stream;
  c.hash = hash;
  c.ordinal = ordinal;
  c.organisation = source.organisation;
  c.threat = source.threat;
  c.opened = now();
  c.in_cohort = source.in_cohort && in_period();
  const auto numbers_for = [this, &born = c](Purpose purpose) {
    return [this, &born, purpose] { return draw(born, purpose); };
  };
  c.harm = source.harms.pick(numbers_for(Purpose::harm));
  c.origin = source.origins.pick(numbers_for(Purpose::origin));
  c.team = source.teams.pick(numbers_for(Purpose::area));
  if (c.in_cohort) ++cohort_open_;
  open_cases_.change(now(), 1);
  const StageId first =
      source.entry[static_cast<std::size_t>(c.origin)].pick(numbers_for(Purpose::first_stage));
  enter_stage(file, first);
  if (rules_->joins && rules_->joins->after.count() > 0 && is_joined_by_rule(cases_[file.slot])) {
    calendar_.schedule(now() + rules_->joins->after, Order::demand, UnitJoinsCase{file});
  }
}

sim::Duration Model::stage_duration(const Case& c, StageId stage, std::uint16_t step) const {
  const StageRow& s = rules_->stages[stage];
  sim::Stream numbers = draw(c, Purpose::stage_duration, step);
  return Elapsed{s.lasts_days[c.threat.value].sample(numbers)}.duration();
}

std::optional<StageId> Model::stage_after(const Case& c, StageId stage, std::uint16_t step) const {
  if (step + 1U >= most_stages_of_a_case) return std::nullopt;
  return rules_->stages[stage].next.pick([&] { return draw(c, Purpose::next_stage, step); });
}

void Model::enter_stage(sim::Handle file, StageId stage) {
  {
    Case& c = cases_[file.slot];
    c.stage = stage;
    c.stage_entered = now();
    c.stage_should_end = now() + stage_duration(c, stage, c.step);
    c.adjourned = false;
    c.stage_event = calendar_.schedule(c.stage_should_end, Order::case_moves, StageEnds{file});
    if (rules_->stages[stage].visibility == Visibility::overt) become_overt(c);
  }
  refer(file);
  reconsider(file);
  join(file);
  schedule_needs(file);
  escalate(file);
}

// Which needs a stage brings is drawn when it begins; each arises at its point of the stage.
// @param met  of a case that is in the stage already: the types of help that it is known to have
//             asked for, needed or had; these needs, and those whose point has passed, have arisen
void Model::schedule_needs(sim::Handle file, std::optional<Bits> met) {
  Case& c = cases_[file.slot];
  const StageRow& stage = rules_->stages[c.stage];
  const std::uint32_t hash = sim::combine(c.hash, stage.hash);
  for (std::uint32_t i = 0; i < stage.needs; ++i) {
    const NeedId id{stage.first_need.value + i};
    const NeedRow& need = rules_->needs[id];
    if (need.depends_on_benefit) {
      const std::int64_t benefit = worth_of(c).benefit;
      if (benefit < need.benefit_at_least || benefit >= need.benefit_below) continue;
    }
    const double p = need.probability[c.threat.value][static_cast<std::size_t>(c.harm)];
    if (p <= 0.0) continue;
    if (p < 1.0) {
      sim::Stream numbers =
          future_.stream(Purpose::need, sim::combine(hash, need.hash), c.ordinal, c.step);
      if (numbers.uniform() >= p) continue;
    }
    const double length = static_cast<double>((c.stage_should_end - c.stage_entered).count());
    const sim::Duration delay{static_cast<std::int64_t>(length * need.at)};
    if (met && ((*met & bit(need.request)) != 0 || c.stage_entered + delay <= now())) continue;
    if (delay.count() == 0) {
      arise(file, id);
    } else {
      calendar_.schedule(c.stage_entered + delay, Order::demand, NeedArises{file, id});
    }
  }
}

void Model::escalate(sim::Handle file) {
  const Case& c = cases_[file.slot];
  const auto& escalation = rules_->stages[c.stage].escalates[c.organisation.value];
  if (!escalation || draw(c, Purpose::escalation, c.step).uniform() >= escalation->probability)
    return;
  // The new case is addressed by the stream it joins, the one it comes from, and its cause.
  const std::uint32_t hash =
      sim::combine(rules_->streams[escalation->to].hash, sim::combine(c.hash, c.step));
  open_case(escalation->to, hash, c.ordinal);
}

bool Model::must_wait(const Case& c) const {
  const auto& adjourns = rules_->stages[c.stage].adjourns;
  if (!adjourns) return false;
  for (sim::Handle r = c.first_request; r; r = requests_[r.slot].next) {
    const Request& request = requests_[r.slot];
    if (request.progress != Progress::not_asked && (adjourns->waits_for & bit(request.type)) != 0)
      return true;
  }
  return false;
}

void Model::handle(const StageEnds& event) {
  Case& c = cases_[event.case_file.slot];
  if (!c.adjourned && must_wait(c)) {
    c.adjourned = true;
    c.stage_event = calendar_.schedule(now() + rules_->stages[c.stage].adjourns->at_most,
                                       Order::case_moves,
                                       StageEnds{event.case_file});
    return;
  }
  leave_stage(event.case_file);
}

// Work that held up its stage is over: the stage can end now.
void Model::stop_waiting_if_done(const Case& c, sim::Handle file) {
  if (!c.adjourned || must_wait(c)) return;
  if (!calendar_.cancel(c.stage_event)) return;  // it is ending anyway
  cases_[file.slot].stage_event = calendar_.schedule(now(), Order::case_moves, StageEnds{file});
}

void Model::leave_stage(sim::Handle file) {
  {
    Case& c = cases_[file.slot];
    const StageRow& stage = rules_->stages[c.stage];
    ledger_.add(Counter::stage_stay_ms, within_period(c.stage_entered, now()));
    if (stage.decides) decide(c, *stage.decides);
  }
  if (const auto& adjourns = rules_->stages[cases_[file.slot].stage].adjourns) {
    // The court waits no longer: what it waited for has lost its purpose.
    for (sim::Handle r = cases_[file.slot].first_request; r;) {
      const sim::Handle next = requests_[r.slot].next;
      if ((adjourns->waits_for & bit(requests_[r.slot].type)) != 0) {
        const Request& request = requests_[r.slot];
        const Ending ending = request.progress == Progress::not_asked ? Ending::suppressed
                              : request.started                       ? Ending::stopped
                                                                      : Ending::withdrawn;
        finish(r, ending);
      }
      r = next;
    }
  }
  Case& c = cases_[file.slot];
  const std::optional<StageId> next = stage_after(c, c.stage, c.step);
  if (!next) {
    close_case(file);
    return;
  }
  ++c.step;
  enter_stage(file, *next);
}

void Model::close_case(sim::Handle file) {
  while (cases_[file.slot].first_request) {
    const sim::Handle r = cases_[file.slot].first_request;
    const Request& request = requests_[r.slot];
    finish(r,
           request.progress == Progress::not_asked ? Ending::suppressed
           : request.started                       ? Ending::stopped
                                                   : Ending::withdrawn);
  }
  Case& c = cases_[file.slot];
  open_cases_.change(now(), -1);
  if (c.in_cohort) {
    write_case(c, true);
    --cohort_open_;
  }
  if (c.worth) worths_.release(c.worth.slot);
  if (c.hold) holds_.release(c.hold.slot);
  cases_.release(file.slot);
}

// Every penny of a case's realisable assets goes to exactly one part; the first that fits.
void Model::write_case(Case& c, bool closed) {
  const Cut cut = cut_of(c);
  const auto count = [&](Counter counter, std::int64_t amount) {
    if (amount != 0) ledger_.add(counter, cut, amount);
  };
  count(Counter::cases, 1);
  count(Counter::cases_with_early_need, c.had_early_need ? 1 : 0);
  if (!c.engaged_in) {
    count(Counter::never_engaged, 1);
  } else {
    constexpr std::array engaged{
        Counter::first_engaged_early, Counter::first_engaged_middle, Counter::first_engaged_late};
    count(engaged[static_cast<std::size_t>(*c.engaged_in)], 1);
  }

  const bool places_matter = c.engaged_in || c.asset_acts_noted > 0 || profile_of(c).seizes;
  const CaseAssets& a = places_matter ? assets_of(c) : worth_of(c);
  if (const auto& secured = worths_[c.worth.slot].first_secured) {
    count(Counter::cases_protected, 1);
    count(Counter::protection_ms, (*secured - c.opened).count());
    const auto& overt = worths_[c.worth.slot].overt_since;
    if (!overt || *secured < *overt) {
      count(Counter::protected_before_overt, 1);
    } else if (*secured > *overt) {
      count(Counter::protected_after_overt, 1);
      count(Counter::overt_to_protection_ms, (*secured - *overt).count());
    }
  }

  count(Counter::benefit_gone, a.benefit - a.realisable);
  count(Counter::assets_realisable, a.realisable);
  count(Counter::assets_denied, a.ever_secured);
  count(Counter::assets_denied_before_overt, a.secured_before_overt);
  count(Counter::assets_released, a.let_go + (closed ? secured_of(a) : 0));
  count(Counter::assets_returned, a.returned);
  count(Counter::assets_ordered, a.ordered);
  count(Counter::assets_collected, a.collected);
  count(Counter::assets_outstanding, a.outstanding);
  count(Counter::assets_not_collected, a.not_collected);
  const std::int64_t rest = a.realisable - a.ordered;
  if (!closed) {
    count(Counter::assets_still_open, rest);
  } else if (!c.engaged_in) {
    count(!c.had_need ? Counter::assets_no_need_arose
          : !c.asked  ? Counter::assets_never_asked
                      : Counter::assets_asked_but_unserved,
          rest);
  } else {
    std::int64_t found = 0;
    std::int64_t not_found = 0;
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
      found += a.identified[kind] + a.secured[kind];
      not_found += a.hidden[kind] + a.unidentified[kind];
    }
    count(Counter::assets_dissipated_before_engagement, a.lost_before_engagement);
    count(Counter::assets_dissipated_after_engagement, a.lost_after_engagement);
    count(Counter::assets_not_identified, not_found);
    count(Counter::assets_no_order_made, found);
  }
}

Cut Model::cut_of(const Case& c) const {
  Cut cut;
  cut.set(Dimension::organisation, c.organisation.value)
      .set(Dimension::threat, c.threat.value)
      .set(Dimension::area, tables_.investigating_teams[c.team].area)
      .set(Dimension::harm, c.harm);
  return cut;
}

}  // namespace ficap::models
