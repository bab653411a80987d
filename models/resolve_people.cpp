#include <algorithm>
#include <set>
#include <string>

#include "models/resolve.hpp"

namespace ficap::models {

namespace {

Bits skill_bits(const std::vector<Ref<Entity::skill>>& skills, const Resolver& resolver) {
  Bits bits{};
  for (const auto& skill : skills)
    bits |= bit(resolver.skill(skill.id));
  return bits;
}

std::int32_t thousandths(double value) {
  return static_cast<std::int32_t>((value * 1000.0) + 0.5);
}

std::uint32_t group_of(const GroupRow& row, std::vector<GroupRow>& groups) {
  const auto found = std::find_if(groups.begin(), groups.end(), [&](const GroupRow& g) {
    return g.organisation == row.organisation && g.skills == row.skills &&
           g.calendar == row.calendar && g.early_desk == row.early_desk;
  });
  if (found != groups.end()) return static_cast<std::uint32_t>(found - groups.begin());
  groups.push_back(row);
  return static_cast<std::uint32_t>(groups.size() - 1);
}

std::size_t strength_of(const Setting& setting, const std::string& team) {
  const auto found = setting.teams.find(team);
  return found == setting.teams.end()
             ? 0
             : static_cast<std::size_t>(found->second.strength.value.value);
}

PersonRow person_row(const Setting& setting,
                     const std::string& team_id,
                     std::size_t post,
                     const Resolver& resolver,
                     std::vector<GroupRow>& groups) {
  PersonRow row;
  if (post > strength_of(setting, team_id)) return row;
  const Team& team = setting.teams.find(team_id)->second;
  const Role& role = setting.roles.find(team.role.id)->second;
  const auto own = team.people.find(std::to_string(post));
  const Individual individual = own == team.people.end() ? Individual{} : own->second;
  double away = 0.0;
  for (const auto& cause : role.away)
    away += cause.second.value.value;
  row.in_post = true;
  row.organisation = resolver.organisation(team.organisation.id);
  row.skills = skill_bits(individual.skills.empty() ? role.skills : individual.skills, resolver);
  row.calendar = resolver.calendar(team.calendar.id);
  row.fte = (individual.fte ? *individual.fte : team.fte).value.value;
  row.rate = row.fte * (1.0 - away);
  row.cap = thousandths(team.caseload_cap.value.value);
  row.weight_of_waiting = thousandths(team.weight_of_waiting.value.value);
  row.early_desk = static_cast<double>(post) <= team.early_desk.value.value;
  row.group = group_of({row.organisation, row.skills, row.calendar, row.early_desk}, groups);
  return row;
}

}  // namespace

void resolve_people(const Scenario& scenario, const Resolver& resolver, Tables& tables) {
  std::set<std::string> teams;
  for (const auto& team : scenario.before.teams)
    teams.insert(team.first);
  for (const auto& team : scenario.planned.teams)
    teams.insert(team.first);
  for (const std::string& team : teams) {
    const std::size_t posts =
        std::max(strength_of(scenario.before, team), strength_of(scenario.planned, team));
    for (std::size_t post = 1; post <= posts; ++post) {
      tables.before.people.push_back(
          person_row(scenario.before, team, post, resolver, tables.groups));
      tables.planned.people.push_back(
          person_row(scenario.planned, team, post, resolver, tables.groups));
    }
  }
}

}  // namespace ficap::models
