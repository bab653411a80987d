#include <algorithm>
#include <cmath>

#include "models/resolve.hpp"
#include "sim/elementary.hpp"
#include "sim/expects.hpp"
#include "sim/stream.hpp"

namespace ficap::models {

namespace {

template <class T>
Choice<T> choice(std::vector<std::pair<T, double>> weighted) {
  double total = 0.0;
  for (const auto& entry : weighted)
    total += entry.second;
  Choice<T> result;
  double before = 0.0;
  for (auto& entry : weighted) {
    before += entry.second;
    result.options.push_back(entry.first);
    result.cumulative.push_back(before / total);
  }
  return result;
}

std::int64_t pence(const std::optional<Sourced<Money>>& money, std::int64_t otherwise) {
  return money ? money->value.pence : otherwise;
}

NeedRow need_row(const std::string& id,
                 const NeedPoint& need,
                 const Setting& setting,
                 const Resolver& resolver) {
  NeedRow row;
  row.request = resolver.request(need.request.id);
  row.at = need.at.value;
  row.hash = sim::stable_hash(id);
  row.benefit_at_least = pence(need.benefit_at_least, 0);
  row.benefit_below = pence(need.benefit_below, INT64_MAX);
  row.depends_on_benefit = need.benefit_at_least || need.benefit_below;
  for (const auto& threat : setting.threats) {
    const auto own = need.by_threat.values.find(threat.first);
    const double p =
        own == need.by_threat.values.end() ? need.probability.value.value : own->second.value.value;
    std::array<double, harm_count> by_harm{};
    by_harm.fill(p);
    for (const auto& factor : need.by_harm.values) {
      by_harm[static_cast<std::size_t>(factor.first)] =
          std::min(1.0, p * factor.second.value.value);
    }
    row.probability.push_back(by_harm);
  }
  return row;
}

struct DecisionResolver {
  const Resolver& resolver;

  DecisionRow operator()(const ConfiscationDecision& decision) const {
    DecisionRow row;
    row.confiscation = true;
    row.on = resolver.request(decision.on.id);
    if (decision.nominal_on) row.nominal_on = resolver.request(decision.nominal_on->id);
    row.granted = decision.granted.value.value;
    row.paid_after_days = sim::Sampler{decision.paid_after.value.distribution};
    return row;
  }
  DecisionRow operator()(const ForfeitureDecision& decision) const {
    DecisionRow row;
    row.on = resolver.request(decision.on.id);
    for (const AssetKind kind : decision.kinds)
      row.kinds[static_cast<std::size_t>(kind)] = true;
    row.granted = decision.granted.value.value;
    row.paid_after_days = sim::Sampler{decision.paid_after.value.distribution};
    return row;
  }
};

StageRow stage_row(const std::string& pathway,
                   const std::string& id,
                   const Stage& stage,
                   const Setting& setting,
                   const Resolver& resolver) {
  StageRow row;
  row.phase = stage.phase;
  row.visibility = stage.visibility;
  row.hash = sim::stable_hash(id);
  row.place = resolver.place_of_stage(id);
  for (const auto& threat : setting.threats) {
    const auto own = stage.lasts_by_threat.values.find(threat.first);
    const Sourced<Drawn<Elapsed>>& lasts =
        own == stage.lasts_by_threat.values.end() ? stage.lasts : own->second;
    row.lasts_days.emplace_back(lasts.value.distribution);
  }
  std::vector<std::pair<std::optional<StageId>, double>> next;
  for (const auto& target : stage.next.values) {
    std::optional<StageId> to;
    if (target.first != closed_id) to = resolver.stage(pathway, target.first);
    next.emplace_back(to, target.second.value.value);
  }
  row.next = choice(std::move(next));
  if (stage.decides) row.decides = std::visit(DecisionResolver{resolver}, *stage.decides);
  if (stage.adjourns) {
    AdjournmentRow adjourns;
    for (const auto& request : stage.adjourns->waits_for)
      adjourns.waits_for |= bit(resolver.request(request.id));
    adjourns.value_lost_per_month = stage.adjourns->value_lost_per_month.value.value;
    adjourns.at_most = stage.adjourns->at_most.value.duration();
    row.adjourns = adjourns;
  }
  row.escalates.resize(setting.organisations.size());
  for (const auto& escalation : stage.escalates.values) {
    row.escalates[resolver.organisation(escalation.first).value] = StageRow::EscalationRow{
        resolver.stream(escalation.second.to.id), escalation.second.probability.value.value};
  }
  return row;
}

AssetProfileRow asset_row(const AssetProfile& profile) {
  AssetProfileRow row;
  row.benefit_pounds = sim::Sampler{profile.benefit.value.distribution};
  row.realisable_share = sim::Sampler{profile.realisable.value.distribution};
  double total = 0.0;
  for (const auto& kind : profile.kinds.values)
    total += kind.second.value.value;
  for (const auto& kind : profile.kinds.values) {
    row.mix[static_cast<std::size_t>(kind.first)] = kind.second.value.value / total;
  }
  if (profile.concentration.value.value > 0.0 && profile.kinds.values.size() > 1) {
    // A Dirichlet draw: independent gammas, divided by their sum.
    row.parts.resize(kind_count);
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
      if (row.mix[kind] <= 0.0) continue;
      const double shape = profile.concentration.value.value * row.mix[kind];
      row.parts[kind].emplace(
          sim::Distribution{sim::Gamma{.mean_value = shape, .cv = 1.0 / std::sqrt(shape)}});
    }
  }
  for (const auto& kind : profile.hidden.values) {
    row.hidden[static_cast<std::size_t>(kind.first)] = kind.second.value.value;
  }
  for (const AssetKind kind : profile.seized)
    row.seized[static_cast<std::size_t>(kind)] = true;
  row.seizes = !profile.seized.empty();
  return row;
}

Choice<StageId> entry_choice(const std::string& pathway,
                             const ByRef<Entity::stage, Sourced<Share>>& entry,
                             const Resolver& resolver) {
  std::vector<std::pair<StageId, double>> first;
  for (const auto& stage : entry.values) {
    first.emplace_back(resolver.stage(pathway, stage.first), stage.second.value.value);
  }
  return choice(std::move(first));
}

StreamRow stream_row(const std::string& id,
                     const CaseStream& stream,
                     const Setting& setting,
                     const Resolver& resolver,
                     const Tables& tables) {
  StreamRow row;
  row.organisation = resolver.organisation(stream.organisation.id);
  row.threat = resolver.threat(stream.threat.id);
  row.hash = sim::stable_hash(id);
  row.variation_between_years = stream.variation_between_years.value.value;

  std::vector<std::pair<Origin, double>> origins;
  for (const auto& origin : stream.origins.values)
    origins.emplace_back(origin.first, origin.second.value.value);
  if (origins.empty()) origins.emplace_back(Origin::reactive, 1.0);
  row.origins = choice(std::move(origins));

  std::vector<std::pair<Harm, double>> harms;
  for (const auto& harm : setting.threats.find(stream.threat.id)->second.harm.values) {
    harms.emplace_back(harm.first, harm.second.value.value);
  }
  row.harms = choice(std::move(harms));

  const Organisation& organisation = setting.organisations.find(stream.organisation.id)->second;
  std::vector<std::pair<InvestigatingTeamId, double>> teams;
  std::size_t place = 0;
  for (const InvestigatingTeamId team : tables.teams_of_organisation[row.organisation.value]) {
    const double weight = organisation.areas.empty() ? 1.0
                                                     : std::next(organisation.areas.begin(),
                                                                 static_cast<std::ptrdiff_t>(place))
                                                           ->second.weight.value.value;
    teams.emplace_back(team, weight);
    ++place;
  }
  row.teams = choice(std::move(teams));

  const Pathway& pathway = setting.pathways.find(stream.pathway.id)->second;
  for (const auto& origin : enumerators(Origin{})) {
    const auto own = pathway.entry_by_origin.values.find(origin.value);
    row.entry[static_cast<std::size_t>(origin.value)] =
        entry_choice(stream.pathway.id,
                     own == pathway.entry_by_origin.values.end() ? pathway.entry : own->second,
                     resolver);
  }
  const AssetProfile& assets = setting.asset_profiles.find(stream.assets.id)->second;
  row.assets = asset_row(assets);
  const auto& cohort = setting.plan.cohort;
  row.in_cohort =
      cohort.empty() || std::find(cohort.begin(), cohort.end(), stream.pathway) != cohort.end();
  if (setting.threats.find(stream.threat.id)->second.has_victims)
    row.assets.victims = assets.victims.value.value;
  return row;
}

double rate_per_hour(const CaseStream& stream, double years_of_growth, unsigned month) {
  double per_year = stream.rate.value.per_year;
  if (years_of_growth > 0.0 && stream.growth.value.value != 0.0) {
    per_year *= sim::exp(years_of_growth * sim::log1p(stream.growth.value.value));
  }
  if (!stream.monthly_profile.empty()) {
    double total = 0.0;
    for (const double weight : stream.monthly_profile)
      total += weight;
    per_year *= 12.0 * stream.monthly_profile[month - 1] / total;
  }
  return per_year / (days_per_year * 24.0);
}

/// The next day after `day` on which a rate may change: the first of a month, or the plan's start.
std::int64_t next_change(std::int64_t day, std::int64_t start_day) {
  const sim::Date date = sim::civil_from_days(day);
  const std::int64_t days_left = sim::days_in_month(date.year, date.month) - date.day;
  const std::int64_t first_of_next = day + days_left + 1;
  return day < start_day ? std::min(first_of_next, start_day) : first_of_next;
}

}  // namespace

void resolve_demand(const Setting& setting,
                    const Resolver& resolver,
                    const Tables& tables,
                    Regime& regime) {
  for (const auto& pathway : setting.pathways) {
    for (const auto& stage : pathway.second.stages) {
      StageRow row = stage_row(pathway.first, stage.first, stage.second, setting, resolver);
      // In the order of their ids, not of their points: these may move with the plan.
      row.first_need = {static_cast<std::uint32_t>(regime.needs.size())};
      row.needs = static_cast<std::uint32_t>(stage.second.needs.size());
      for (const auto& need : stage.second.needs)
        regime.needs.push_back(need_row(need.first, need.second, setting, resolver));
      regime.stages.push_back(std::move(row));
    }
  }
  for (const auto& stream : setting.streams) {
    regime.streams.push_back(stream_row(stream.first, stream.second, setting, resolver, tables));
  }
}

void resolve_rates(const Scenario& scenario, Tables& tables) {
  const std::int64_t first = sim::days_from_civil(tables.first_day);
  const sim::Date start = scenario.planned.plan.start;
  const std::int64_t start_day = sim::days_from_civil(start);
  StreamId id{};
  for (const auto& entry : scenario.planned.streams) {
    StreamRow& row = tables.planned.streams[id];
    ++id.value;
    const CaseStream& before = scenario.before.streams.find(entry.first)->second;
    // The first day, the first of each month, and the day the plan starts.
    for (std::int64_t day = first; sim::Time{std::chrono::hours{24} * (day - first)} < tables.last;
         day = next_change(day, start_day)) {
      const sim::Time from{std::chrono::hours{24} * (day - first)};
      const sim::Date date = sim::civil_from_days(day);
      const bool planned = day >= start_day;
      // Whole years since the plan's start, by anniversary.
      int years = date.year - start.year;
      if (std::pair{date.month, date.day} < std::pair{start.month, start.day}) --years;
      row.rates.push_back({from,
                           planned ? rate_per_hour(entry.second, years, date.month)
                                   : rate_per_hour(before, 0.0, date.month)});
      FICAP_EXPECTS(years >= -1000);
      row.year_of_rate.push_back(static_cast<std::uint32_t>(years + 1000));
    }
  }
}

}  // namespace ficap::models
