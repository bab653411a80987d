#include <algorithm>

#include "models/model.hpp"

// What a case is worth, and what becomes of it: lost, found, secured, ordered, received. A random
// number is what its address says, whenever it is drawn; so what befalls a case's assets is only
// noted, and worked out when somebody looks at the amounts. Of most cases outside the cohort
// nobody ever does.

namespace ficap::models {

namespace {

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

const CaseAssets& Model::worth_of(Case& c) {
  if (c.worth) return worths_[c.worth.slot].assets;
  const AssetProfileRow& profile = profile_of(c);
  sim::Stream benefit_numbers = draw(c, Purpose::benefit);
  sim::Stream share_numbers = draw(c, Purpose::realisable);
  const std::int64_t benefit = pence(profile.benefit_pounds.sample(benefit_numbers));
  const Share share{std::clamp(profile.realisable_share.sample(share_numbers), 0.0, 1.0)};
  const auto [handle, worth] = worths_.open_new();
  c.worth = handle;
  worth.assets.benefit = benefit;
  worth.assets.realisable = part_of(Money{benefit}, share).pence;
  return worth.assets;
}

CaseAssets& Model::assets_of(Case& c) {
  worth_of(c);
  CaseWorth& worth = worths_[c.worth.slot];
  CaseAssets& a = worth.assets;
  if (!worth.placed) {
    const AssetProfileRow& profile = profile_of(c);
    a = open_assets(a.benefit, a.realisable, mix_of(c, profile), profile, c.opened);
    worth.placed = true;
    if (a.ever_secured > 0) worth.first_secured = c.opened;
  }
  for (std::size_t i = 0; i < c.asset_acts_noted; ++i) {
    const AssetAct& act = c.asset_acts[i];
    settle(a, rules_->dissipation, act.at);
    switch (act.kind) {
      case AssetAct::Kind::overt:
        lose_at_first_overt_act(a, rules_->dissipation);
        worth.overt_since = act.at;
        break;
      case AssetAct::Kind::engaged:
        a.engaged = true;
        break;
      case AssetAct::Kind::worked:
        identify(a, rules_->requests[act.type], act.phase);
        if (secure(a, rules_->requests[act.type]) && !worth.first_secured)
          worth.first_secured = act.at;
        break;
      case AssetAct::Kind::let_go:
        models::release(a, act.kinds);
        break;
    }
  }
  c.asset_acts_noted = 0;
  settle(a, rules_->dissipation, now());
  return a;
}

// Whatever has happened so far happened under the old rules.
void Model::settle_before(const Regime& next) {
  bool same = next.dissipation == rules_->dissipation;
  for (const RequestTypeId type : next.requests.ids()) {
    same = same && next.requests[type].identifies == rules_->requests[type].identifies &&
           next.requests[type].protects == rules_->requests[type].protects;
  }
  if (same) return;
  cases_.for_each([this](sim::Handle /*handle*/, Case& c) { assets_of(c); });
}

const AssetProfileRow& Model::profile_of(const Case& c) const {
  const Regime& then = c.opened < tables_.period_start ? tables_.before : tables_.planned;
  return then.streams[c.stream].assets;
}

std::array<double, kind_count> Model::mix_of(const Case& c, const AssetProfileRow& profile) const {
  if (profile.parts.empty()) return profile.mix;
  std::array<double, kind_count> mix{};
  double total = 0.0;
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    if (!profile.parts[kind]) continue;
    sim::Stream numbers = draw(c, Purpose::asset_kinds, static_cast<std::uint16_t>(kind));
    mix[kind] = profile.parts[kind]->sample(numbers);
    total += mix[kind];
  }
  // Every gamma may be too small to hold, as happens where cases differ most: all is of one kind.
  if (total <= 0.0)
    return all_of_one_kind(profile.mix, draw(c, Purpose::asset_kinds, kind_count).uniform());
  for (double& part : mix)
    part /= total;
  return mix;
}

// Few cases have more to note than fits before somebody looks.
void Model::note(Case& c, const AssetAct& act) {
  if (c.asset_acts_noted == c.asset_acts.size()) assets_of(c);
  c.asset_acts[c.asset_acts_noted++] = act;
}

void Model::become_overt(Case& c) {
  if (c.overt) return;
  c.overt = true;
  note(c, {.at = now(), .kind = AssetAct::Kind::overt});
}

// Work on the case has begun: what is lost from now on is lost in spite of it.
void Model::become_engaged(Case& c) {
  if (c.engaged_in) return;
  const StageRow& stage = rules_->stages[c.stage];
  c.engaged_in = stage.phase;
  if (c.in_cohort) {
    Cut cut = cut_of(c);
    cut.set(Dimension::stage, stage.place);
    ledger_.add(Counter::first_engaged, cut, 1);
    ledger_.add(Counter::engagement_ms, cut, (now() - c.opened).count());
  }
  note(c, {.at = now(), .kind = AssetAct::Kind::engaged});
}

void Model::decide(Case& c, const DecisionRow& decision) {
  const bool done = (c.done & bit(decision.on)) != 0;
  const bool covered = !done && (c.covered & bit(decision.on)) != 0;
  const bool nominal =
      !done && !covered && decision.nominal_on && (c.done & bit(*decision.nominal_on)) != 0;
  if (!done && !covered && !nominal) return;
  double granted = decision.granted;
  if (covered) granted *= rules_->requests[decision.on].cover_effectiveness;
  if (granted < 1.0 && draw(c, Purpose::order_granted, c.step).uniform() >= granted) return;
  sim::Stream numbers = draw(c, Purpose::payment, c.step);
  const sim::Time paid_at = now() + Elapsed{decision.paid_after_days.sample(numbers)}.duration();
  const bool is_reported = c.in_cohort || in_period() || ledger_.in_period(paid_at);
  if (!is_reported) return;
  if (nominal) return receive(c, true, CourtOrder{}, paid_at);
  if (!decision.confiscation)
    return receive(c, false, forfeit(assets_of(c), decision.kinds), paid_at);
  const auto& adjourns = rules_->stages[c.stage].adjourns;
  const double months_late =
      static_cast<double>(std::max<std::int64_t>(0, (now() - c.stage_should_end).count())) /
      ms_per_month;
  const double lost = adjourns ? std::min(1.0, adjourns->value_lost_per_month * months_late) : 0.0;
  receive(c, true, confiscate(assets_of(c), rules_->collection, lost), paid_at);
}

void Model::receive(Case& c, bool confiscation, const CourtOrder& order, sim::Time paid_at) {
  const std::int64_t to_victims = part_of(Money{order.paid}, Share{profile_of(c).victims}).pence;
  if (order.value > 0) {
    CaseAssets& a = worths_[c.worth.slot].assets;
    a.not_collected += order.value - order.paid;
    (paid_at < tables_.last ? a.collected : a.outstanding) += order.paid;
    if (paid_at < tables_.last) a.returned += to_victims;
  }

  Cut cut;
  cut.set(Dimension::organisation, c.organisation.value).set(Dimension::threat, c.threat.value);
  if (in_period()) {
    ledger_.add(confiscation ? Counter::confiscation_orders : Counter::forfeiture_orders, cut, 1);
    ledger_.add(
        confiscation ? Counter::confiscation_pence : Counter::forfeiture_pence, cut, order.value);
    if (confiscation) {
      ledger_.add(Counter::conviction_to_order_ms, cut, (now() - c.stage_entered).count());
      ledger_.add(Counter::default_interest_pence, cut, default_interest(order, paid_at));
    }
    if (order.paid > 0) {
      ledger_.add(Counter::orders_paid, cut, 1);
      ledger_.add(Counter::order_to_payment_ms, cut, (paid_at - now()).count());
    }
  }
  if (MonthRow* month = ledger_.month_of(paid_at)) {
    (confiscation ? month->cash_confiscation : month->cash_forfeiture) += order.paid;
    ledger_.add(
        confiscation ? Counter::cash_confiscation : Counter::cash_forfeiture, cut, order.paid);
    ledger_.add(Counter::cash_compensation, cut, to_victims);
    OrganisationYear& year = *ledger_.organisation_at(paid_at, c.organisation);
    (confiscation ? year.confiscation_pence : year.forfeiture_pence) += order.paid;
    (confiscation ? year.confiscation_to_victims_pence : year.forfeiture_to_victims_pence) +=
        to_victims;
  }
}

// Simple interest, up to the end of the period. Who pays within the extension has been granted it.
std::int64_t Model::default_interest(const CourtOrder& order, sim::Time paid_at) const {
  const TimeToPay& terms = rules_->time_to_pay;
  const sim::Time due = now() + terms.due_after.value.duration();
  const auto owed = [&](std::int64_t pence, sim::Time until) {
    const double ms = static_cast<double>((std::min(until, tables_.period_end) - due).count());
    if (ms <= 0.0) return std::int64_t{0};
    const double years = ms / (days_per_year * 86'400'000.0);
    return static_cast<std::int64_t>(static_cast<double>(pence) * terms.interest.value.value *
                                     years);
  };
  const bool in_time = paid_at <= due + terms.extension.value.duration();
  return owed(order.value - order.paid, sim::Time::max()) +
         (in_time ? 0 : owed(order.paid, paid_at));
}

}  // namespace ficap::models
