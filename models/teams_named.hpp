#pragma once

#include <string>
#include <vector>

#include "models/scenario.hpp"

namespace ficap::models {

/// @returns the ids of the teams that an entry of a staffing plan names, in its order; of all teams
///          where it names none
[[nodiscard]] inline std::vector<std::string> teams_named(
    const std::vector<Ref<Entity::team>>& some, const Setting& setting) {
  std::vector<std::string> teams;
  teams.reserve(setting.teams.size());
  for (const auto& team : some)
    teams.push_back(team.id);
  if (!teams.empty()) return teams;
  for (const auto& team : setting.teams)
    teams.push_back(team.first);
  return teams;
}

}  // namespace ficap::models
