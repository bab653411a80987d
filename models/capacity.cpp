#include "models/capacity.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include "models/plan_end.hpp"
#include "models/posts.hpp"
#include "models/working_time.hpp"
#include "sim/distributions.hpp"
#include "sim/expects.hpp"

namespace ficap::models {
namespace {

SkillSet set_of(const std::vector<Ref<Entity::skill>>& skills, const Named<Skill>& all) {
  SkillSet set{};
  for (const auto& skill : skills) {
    set |= SkillSet{1} << std::distance(all.begin(), all.find(skill.id));
  }
  return set;
}

/// Adds people, keeping the mean.
void add(Capacity& sum, const Capacity& more) {
  const double hours = sum.productive_hours + more.productive_hours;
  if (hours > 0.0) {
    sum.weight_of_waiting = (sum.weight_of_waiting * sum.productive_hours +
                             more.weight_of_waiting * more.productive_hours) /
                            hours;
  }
  sum.people += more.people;
  sum.productive_hours = hours;
  sum.caseload += more.caseload;
}

std::int64_t days_of(const Plan& plan) {
  return sim::days_from_civil(plan_end(plan)) - sim::days_from_civil(plan.start);
}

sim::Time midnight(std::int64_t day) {
  return sim::Time{std::chrono::hours{24 * day}};
}

double open_days_a_year(const OfficeHours& office, const Plan& plan) {
  const std::int64_t days = days_of(plan);
  const WorkingTime working{office, plan.start, days};
  std::int64_t open = 0;
  for (std::int64_t day = 0; day < days; ++day) {
    if (working.open_between(midnight(day), midnight(day + 1)).count() > 0) ++open;
  }
  return static_cast<double>(open) * days_per_year / static_cast<double>(days);
}

/// The part of working time in which somebody is neither ill (an alternating renewal process) nor
/// on leave, taken as independent.
double share_present(const Role& role, const OfficeHours& office, const Plan& plan) {
  double share = 1.0;
  if (role.sickness && role.sickness->spells.value.per_year > 0.0) {
    const double well = days_per_year / role.sickness->spells.value.per_year;
    share *= well / (well + sim::mean(role.sickness->lasts.value.distribution));
  }
  if (role.leave) {
    const double days = open_days_a_year(office, plan);
    share *= days > 0.0 ? std::max(0.0, 1.0 - role.leave->days.value.value / days) : 0.0;
  }
  return share;
}

template <class Counts>
std::vector<Capacity> capacities_of(const Setting& setting, Counts&& counts) {
  FICAP_EXPECTS(setting.skills.size() <= 64);
  std::map<SkillSet, Capacity> groups;
  for (const auto& entry : setting.teams) {
    const Team& team = entry.second;
    const Role& role = setting.roles.find(team.role.id)->second;
    double away = 0.0;
    for (const auto& cause : role.away)
      away += cause.second.value.value;
    const OfficeHours& office = setting.calendars.find(team.calendar.id)->second;
    const double open =
        open_hours_a_year(office, setting.plan) * share_present(role, office, setting.plan);
    const auto posts = static_cast<std::int64_t>(people_on_the_first_day(setting, entry.first));
    for (std::int64_t post = 1; post <= posts; ++post) {
      if (!counts(entry.first, static_cast<std::size_t>(post))) continue;
      const auto own = team.people.find(std::to_string(post));
      const Individual person = own == team.people.end() ? Individual{} : own->second;
      const double fte = (person.fte ? *person.fte : team.fte).value.value;
      const SkillSet skills =
          set_of(person.skills.empty() ? role.skills : person.skills, setting.skills);
      add(groups[skills],
          {.skills = skills,
           .people = 1.0,
           .productive_hours = open * fte * std::max(0.0, 1.0 - away),
           .caseload = team.caseload_cap.value.value,
           .weight_of_waiting = team.weight_of_waiting.value.value});
    }
  }
  std::vector<Capacity> list;
  for (auto& group : groups) {
    list.push_back(group.second);
    list.back().skills = group.first;
  }
  return list;
}

}  // namespace

double Capacity::days_for_hour() const {
  return productive_hours > 0.0 ? days_per_year * people / productive_hours : 0.0;
}

double open_hours_a_year(const OfficeHours& office, const Plan& plan) {
  const std::int64_t days = days_of(plan);
  const WorkingTime working{office, plan.start, days};
  const sim::Duration open = working.open_before(midnight(days));
  return sim::to_hours(open) * days_per_year / static_cast<double>(days);
}

std::vector<Capacity> capacities(const Setting& setting, const std::string& organisation) {
  return capacities_of(setting, [&](const std::string& team, std::size_t /*post*/) {
    return setting.teams.find(team)->second.organisation.id == organisation;
  });
}

std::vector<Capacity> capacities_of_embedding(const Setting& setting,
                                              const std::string& embedding) {
  return capacities_of(setting, [&](const std::string& team, std::size_t post) {
    const std::string* const found = embedding_of(setting, team, post);
    return found != nullptr && *found == embedding;
  });
}

Capacity with_any(const std::vector<Capacity>& people, SkillSet skills) {
  Capacity sum;
  for (const Capacity& group : people) {
    if ((group.skills & skills) != 0) {
      add(sum, group);
      sum.skills |= group.skills;
    }
  }
  return sum;
}

}  // namespace ficap::models
