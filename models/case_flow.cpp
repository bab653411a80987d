#include <algorithm>
#include <cmath>

#include "models/model.hpp"

// The life of a case: it opens, goes through its stages, is decided, and closes.

namespace ficap::models {

namespace {

constexpr std::uint16_t last_step = 250;  // a path that loops this often is cut off here

// Kept below £10bn, so that sums over all cases of a run are exact.
std::int64_t pence(double pounds) {
  return static_cast<std::int64_t>((std::clamp(pounds, 0.0, 1e10) * 100.0) + 0.5);
}

/// @param u  uniform in (0, 1)
/// @returns everything of one kind, chosen with the probabilities of `mix`
std::array<double, kind_count> all_of_one_kind(const std::array<double, kind_count>& mix,
                                               double u) {
  std::array<double, kind_count> one{};
  std::size_t chosen = 0;
  double before = 0.0;
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    if (mix[kind] <= 0.0) continue;
    chosen = kind;
    before += mix[kind];
    if (u < before) break;
  }
  one[chosen] = 1.0;
  return one;
}

constexpr double ms_per_month = days_per_month * 86'400'000.0;

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
  Case c;
  c.stream = stream;
  c.hash = hash;
  c.ordinal = ordinal;
  c.organisation = source.organisation;
  c.threat = source.threat;
  c.opened = now();
  c.in_cohort = in_period();
  c.harm = source.harms.pick(draw(c, Purpose::harm).uniform());
  c.origin = source.origins.pick(draw(c, Purpose::origin).uniform());
  c.team = source.teams.pick(draw(c, Purpose::area).uniform());
  draw_assets(c, source.assets);
  if (c.in_cohort) ++cohort_open_;
  open_cases_.change(now(), 1);
  const StageId first = source.entry[static_cast<std::size_t>(c.origin)].pick(
      draw(c, Purpose::first_stage).uniform());
  enter_stage(cases_.put(c), first);
}

void Model::draw_assets(Case& c, const AssetProfileRow& profile) {
  sim::Stream benefit_numbers = draw(c, Purpose::benefit);
  sim::Stream share_numbers = draw(c, Purpose::realisable);
  const std::int64_t benefit = pence(sim::sample(profile.benefit_pounds, benefit_numbers));
  const Share share{std::clamp(sim::sample(profile.realisable_share, share_numbers), 0.0, 1.0)};
  std::array<double, kind_count> mix = profile.mix;
  if (profile.concentration > 0.0) {
    // A Dirichlet draw: independent gammas, divided by their sum.
    double total = 0.0;
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
      if (mix[kind] <= 0.0) continue;
      const double shape = profile.concentration * mix[kind];
      sim::Stream numbers = draw(c, Purpose::asset_kinds, static_cast<std::uint16_t>(kind));
      mix[kind] = sim::Gamma{.mean_value = shape, .cv = 1.0 / std::sqrt(shape)}.sample(numbers);
      total += mix[kind];
    }
    if (total > 0.0) {
      for (double& part : mix)
        part /= total;
    } else {
      // Every gamma was too small to hold, as happens where cases differ most: all is of one kind.
      mix = all_of_one_kind(profile.mix, draw(c, Purpose::asset_kinds, kind_count).uniform());
    }
  }
  c.assets = open_assets(benefit, part_of(Money{benefit}, share).pence, mix, profile, now());
  if (c.assets.ever_secured > 0) c.first_secured = now();
}

sim::Duration Model::stage_duration(const Case& c, StageId stage, std::uint16_t step) const {
  const StageRow& s = rules_->stages[stage];
  sim::Stream numbers = draw(c, Purpose::stage_duration, step);
  return Elapsed{sim::sample(s.lasts_days[c.threat.value], numbers)}.duration();
}

std::optional<StageId> Model::stage_after(const Case& c, StageId stage, std::uint16_t step) const {
  if (step >= last_step) return std::nullopt;
  return rules_->stages[stage].next.pick(draw(c, Purpose::next_stage, step).uniform());
}

void Model::enter_stage(sim::Handle file, StageId stage) {
  {
    Case& c = cases_[file.slot];
    settle_assets(c);
    c.stage = stage;
    c.stage_entered = now();
    c.stage_should_end = now() + stage_duration(c, stage, c.step);
    c.adjourned = false;
    c.stage_event = calendar_.schedule(c.stage_should_end, Order::case_moves, StageEnds{file});
    if (rules_->stages[stage].visibility == Visibility::overt) become_overt(c);
  }
  refer(file);
  reconsider(file);
  schedule_needs(file);
  escalate(file);
}

void Model::become_overt(Case& c) {
  if (c.overt) return;
  c.overt = true;
  lose_at_first_overt_act(c.assets, rules_->dissipation, c.engaged_in.has_value());
}

// Which needs a stage brings is drawn when it begins; each arises at its point of the stage.
void Model::schedule_needs(sim::Handle file) {
  const StageRow& stage = rules_->stages[cases_[file.slot].stage];
  for (std::uint32_t i = 0; i < stage.needs; ++i) {
    const NeedId id{stage.first_need.value + i};
    const NeedRow& need = rules_->needs[id];
    const Case& c = cases_[file.slot];
    if (c.assets.benefit < need.benefit_at_least || c.assets.benefit >= need.benefit_below)
      continue;
    const double p = need.probability[c.threat.value][static_cast<std::size_t>(c.harm)];
    sim::Stream numbers = future_.stream(Purpose::need,
                                         sim::combine(sim::combine(c.hash, stage.hash), need.hash),
                                         c.ordinal,
                                         c.step);
    if (numbers.uniform() >= p) continue;
    const double length = static_cast<double>((c.stage_should_end - c.stage_entered).count());
    const sim::Duration delay{static_cast<std::int64_t>(length * need.at)};
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

void Model::decide(Case& c, const DecisionRow& decision) {
  settle_assets(c);
  const bool done = (c.done & bit(decision.on)) != 0;
  const bool covered = !done && (c.covered & bit(decision.on)) != 0;
  const bool nominal =
      !done && !covered && decision.nominal_on && (c.done & bit(*decision.nominal_on)) != 0;
  if (!done && !covered && !nominal) return;
  double granted = decision.granted;
  if (covered) granted *= rules_->requests[decision.on].cover_effectiveness;
  if (draw(c, Purpose::order_granted, c.step).uniform() >= granted) return;
  if (nominal) {
    receive(c, true, CourtOrder{}, decision);
    return;
  }
  if (!decision.confiscation) {
    receive(c, false, forfeit(c.assets, decision.kinds), decision);
    return;
  }
  const auto& adjourns = rules_->stages[c.stage].adjourns;
  const double months_late =
      static_cast<double>(std::max<std::int64_t>(0, (now() - c.stage_should_end).count())) /
      ms_per_month;
  const double lost = adjourns ? std::min(1.0, adjourns->value_lost_per_month * months_late) : 0.0;
  receive(c, true, confiscate(c.assets, rules_->collection, lost), decision);
}

void Model::receive(Case& c,
                    bool confiscation,
                    const CourtOrder& order,
                    const DecisionRow& decision) {
  sim::Stream numbers = draw(c, Purpose::payment, c.step);
  const sim::Time paid_at =
      now() + Elapsed{sim::sample(decision.paid_after_days, numbers)}.duration();
  c.assets.not_collected += order.value - order.paid;
  (paid_at < tables_.last ? c.assets.collected : c.assets.outstanding) += order.paid;

  Cut cut;
  cut.set(Dimension::organisation, c.organisation.value).set(Dimension::threat, c.threat.value);
  if (in_period()) {
    ledger_.add(confiscation ? Counter::confiscation_orders : Counter::forfeiture_orders, cut, 1);
    ledger_.add(Counter::order_pence, cut, order.value);
  }
  if (MonthRow* month = ledger_.month_of(paid_at)) {
    (confiscation ? month->cash_confiscation : month->cash_forfeiture) += order.paid;
    ledger_.add(
        confiscation ? Counter::cash_confiscation : Counter::cash_forfeiture, cut, order.paid);
  }
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
  settle_assets(c);
  open_cases_.change(now(), -1);
  if (c.in_cohort) {
    write_case(c, true);
    --cohort_open_;
  }
  static_cast<void>(cases_.take(file.slot));
}

// Every penny of a case's realisable assets goes to exactly one part; the first that fits.
void Model::write_case(const Case& c, bool closed) {
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
  if (c.first_secured) {
    count(Counter::cases_protected, 1);
    count(Counter::protection_ms, (*c.first_secured - c.opened).count());
  }

  const CaseAssets& a = c.assets;
  count(Counter::assets_realisable, a.realisable);
  count(Counter::assets_denied, a.ever_secured);
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

void Model::settle_assets(Case& c) {
  settle(c.assets,
         rules_->dissipation,
         c.overt ? Visibility::overt : Visibility::covert,
         c.engaged_in.has_value(),
         now());
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
