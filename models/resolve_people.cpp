#include <algorithm>
#include <string>

#include "models/posts.hpp"
#include "models/resolve.hpp"
#include "sim/stream.hpp"

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

std::size_t whole(const Sourced<Number>& number) {
  return static_cast<std::size_t>(number.value.value);
}

const Team* find_team(const Setting& setting, const std::string& id) {
  const auto found = setting.teams.find(id);
  return found == setting.teams.end() ? nullptr : &found->second;
}

PersonRow person_row(const Setting& setting,
                     const std::string& team_id,
                     std::size_t post,
                     const Resolver& resolver,
                     std::vector<GroupRow>& groups) {
  PersonRow row;
  row.hash = sim::combine(sim::stable_hash(team_id), static_cast<std::uint32_t>(post));
  row.team = resolver.staff_team(team_id);
  const Team* const found = find_team(setting, team_id);
  if (post > most_posts(setting, team_id)) return row;
  const Team& team = *found;
  const Role& role = setting.roles.find(team.role.id)->second;
  const auto own = team.people.find(std::to_string(post));
  const Individual individual = own == team.people.end() ? Individual{} : own->second;
  row.in_post = post <= whole(team.strength);
  row.is_post = post <= whole(team.establishment);
  row.role = resolver.role(team.role.id);
  row.organisation = resolver.organisation(team.organisation.id);
  const std::string* const embedding = embedding_of(setting, team_id, post);
  row.unit = embedding == nullptr ? unit_of(row.organisation) : resolver.embedding(*embedding);
  row.calendar = resolver.calendar(team.calendar.id);
  row.fte = (individual.fte ? *individual.fte : team.fte).value.value;
  row.cap = thousandths(team.caseload_cap.value.value);
  row.weight_of_waiting = thousandths(team.weight_of_waiting.value.value);
  row.early_desk = static_cast<double>(post) <= team.early_desk.value.value;
  const auto ability = [&](const std::vector<Ref<Entity::skill>>& skills) {
    const Bits bits = skill_bits(skills, resolver);
    return Ability{bits, group_of({row.unit, bits, row.calendar, row.early_desk}, groups)};
  };
  row.accredited = ability(individual.skills.empty() ? role.skills : individual.skills);
  const bool own_skills = role.training && !role.training->skills.empty();
  row.recruit = own_skills ? ability(role.training->skills) : row.accredited;
  return row;
}

}  // namespace

std::uint32_t group_of(const GroupRow& row, std::vector<GroupRow>& groups) {
  const auto found = std::find(groups.begin(), groups.end(), row);
  if (found != groups.end()) return static_cast<std::uint32_t>(found - groups.begin());
  groups.push_back(row);
  return static_cast<std::uint32_t>(groups.size() - 1);
}

void resolve_people(const Scenario& scenario, const Resolver& resolver, Tables& tables) {
  const auto& teams = resolver.staff_team_ids();
  tables.staff_teams = teams.size();
  for (const std::string& team : teams) {
    const Team* const planned = find_team(scenario.planned, team);
    tables.role_of_team.push_back(
        planned == nullptr ? std::nullopt : std::optional{resolver.role(planned->role.id)});
    const std::size_t posts =
        std::max(most_posts(scenario.before, team), most_posts(scenario.planned, team));
    for (std::size_t post = 1; post <= posts; ++post) {
      tables.before.people.push_back(
          person_row(scenario.before, team, post, resolver, tables.groups));
      tables.planned.people.push_back(
          person_row(scenario.planned, team, post, resolver, tables.groups));
    }
  }
}

}  // namespace ficap::models
