#include <algorithm>
#include <utility>

#include "models/resolve.hpp"
#include "models/simulator.hpp"
#include "sim/expects.hpp"

namespace ficap::models {

namespace {

constexpr std::chrono::hours day{24};

std::int64_t whole_days(Elapsed time) {
  return static_cast<std::int64_t>(time.days + 0.999999);
}

sim::Date months_later(sim::Date date, int months) {
  const int month = static_cast<int>(date.month) - 1 + months;
  sim::Date later{date.year + (month / 12), static_cast<unsigned>(month % 12) + 1, date.day};
  later.day = std::min(later.day, sim::days_in_month(later.year, later.month));
  return later;
}

// A first year from nothing in hand fills up, and says nothing of what was usual.
std::optional<sim::Time> year_before(sim::Date plan_start, std::int64_t warm_up) {
  sim::Date first{plan_start.year - 1, plan_start.month, plan_start.day};
  first.day = std::min(first.day, sim::days_in_month(first.year, first.month));
  const std::int64_t days = sim::days_from_civil(plan_start) - sim::days_from_civil(first);
  if (warm_up < 2 * days) return std::nullopt;
  return sim::Time{day * (warm_up - days)};
}

void set_time_frame(const Setting& setting, Tables& tables) {
  const Plan& plan = setting.plan;
  const std::int64_t start = sim::days_from_civil(plan.start);
  const std::int64_t warm_up =
      setting.start.state == InitialState::warm_up ? whole_days(plan.warm_up) : 0;
  tables.first_day = sim::civil_from_days(start - warm_up);
  tables.period_start = sim::Time{day * warm_up};
  tables.year_before = year_before(plan.start, warm_up);
  const int months = static_cast<int>(plan.years) * 12;
  for (int month = 0; month <= months; ++month) {
    const std::int64_t first = sim::days_from_civil(months_later(plan.start, month));
    tables.months.emplace_back(day * (first - start + warm_up));
  }
  tables.period_end = tables.months.back();
  // The run reaches the period's end even without a run-on: events at the horizon do not happen.
  tables.last = tables.period_end + std::max(plan.run_on.duration(), sim::Duration{1});
  const auto at = [&](sim::Date date) {
    return sim::Time{day * (sim::days_from_civil(date) - start + warm_up)};
  };
  for (int year = 0; at(months_later(plan.start, 12 * year)) < tables.last; ++year)
    tables.plan_years.push_back(at(months_later(plan.start, 12 * year)));
  const int first_year = tables.first_day.year;
  for (sim::Date date{first_year, tables.first_day.month, 1}; at(date) < tables.last;
       date = months_later(date, 1)) {
    if (at(date) < sim::Time{}) continue;
    tables.run_months.push_back(
        {.first = at(date),
         .days = static_cast<std::int64_t>(sim::days_in_month(date.year, date.month)),
         .month = date.month - 1,
         .year = date.year - first_year});
  }
}

void set_investigating_teams(const Setting& setting, const Resolver& resolver, Tables& tables) {
  tables.teams_of_organisation.resize(setting.organisations.size());
  for (const auto& entry : setting.organisations) {
    const OrganisationId organisation = resolver.organisation(entry.first);
    auto& teams = tables.teams_of_organisation[organisation.value];
    if (entry.second.areas.empty()) {
      teams.push_back(
          tables.investigating_teams.push_back({organisation, resolver.area(no_area_id)}));
    }
    for (const auto& area : entry.second.areas) {
      teams.push_back(
          tables.investigating_teams.push_back({organisation, resolver.area(area.first)}));
    }
  }
}

void set_calendars(const Scenario& scenario, const Resolver& resolver, Tables& tables) {
  // Work may be planned to end after the run; what ends beyond these days is never seen.
  const std::int64_t days = (tables.last.time_since_epoch() / day) + 400;
  const std::int64_t start = tables.period_start.time_since_epoch() / day;
  for (const std::string& id : resolver.calendar_ids()) {
    const auto before = scenario.before.calendars.find(id);
    const auto planned = scenario.planned.calendars.find(id);
    const bool comes = before == scenario.before.calendars.end();
    const bool goes = planned == scenario.planned.calendars.end();
    tables.calendars.push_back(WorkingTime{comes ? planned->second : before->second,
                                           goes ? before->second : planned->second,
                                           start,
                                           tables.first_day,
                                           days});
  }
  OfficeHours clock;
  clock.hours_by_weekday = {24.0, 24.0, 24.0, 24.0, 24.0, 0.0, 0.0};
  clock.opens = TimeOfDay{};
  tables.statutory_clock.emplace(clock, tables.first_day, days);
}

void set_causes(const Scenario& scenario, const Resolver& resolver, Tables& tables) {
  for (const Setting* setting : {&scenario.before, &scenario.planned}) {
    for (const auto& role : setting->roles) {
      if (role.second.sickness) tables.sick = resolver.cause(sickness_id);
      if (role.second.leave) tables.on_leave = resolver.cause(leave_id);
    }
  }
}

}  // namespace

Compiled::Compiled(const Scenario& scenario) : tables_{std::make_unique<Tables>()} {
  const Resolver resolver{scenario};
  Tables& tables = *tables_;
  set_time_frame(scenario.planned, tables);
  tables.ids = resolver.dimension_ids();
  tables.layout.emplace(tables.ids);
  tables.organisations = scenario.planned.organisations.size();
  tables.units = resolver.unit_count();
  tables.skills = scenario.planned.skills.size();
  set_investigating_teams(scenario.planned, resolver, tables);
  set_calendars(scenario, resolver, tables);
  const std::array<std::pair<const Setting*, Regime*>, 2> both{
      {{&scenario.before, &tables.before}, {&scenario.planned, &tables.planned}}};
  for (const auto& [setting, regime] : both) {
    resolve_demand(*setting, resolver, tables, *regime);
    resolve_work(*setting, resolver, *regime);
    resolve_embedding(*setting, resolver, tables, *regime);
    resolve_roles(*setting, resolver, *regime);
  }
  // A referral that is under way when its policy ends keeps its triage.
  RequestTypeRow& planned_triage = tables.planned.requests[resolver.referral()];
  if (planned_triage.tasks.empty()) {
    planned_triage = tables.before.requests[resolver.referral()];
  }
  resolve_rates(scenario, tables);
  resolve_people(scenario, resolver, tables);
  resolve_staffing(scenario.planned, resolver, tables);
  resolve_engagement(scenario.planned, resolver, tables);
  set_causes(scenario, resolver, tables);
  resolve_opening(scenario, resolver, tables);
}

Compiled::Compiled(Compiled&&) noexcept = default;
Compiled& Compiled::operator=(Compiled&&) noexcept = default;
Compiled::~Compiled() = default;

const DimensionIds& Compiled::ids() const noexcept {
  return tables_->ids;
}
const Layout& Compiled::layout() const noexcept {
  return *tables_->layout;
}

}  // namespace ficap::models
