#include "bench/sizes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sim/expects.hpp"

namespace ficap::bench {

namespace {

using models::Setting;

constexpr std::size_t regions = 9;
constexpr std::size_t forces = 43;

/// One of the organisations that come of an organisation of the region.
struct Copy {
  std::string of;
  std::string mark;  ///< added to its ids
  std::string unit;  ///< added to the ids of its regional unit
};

std::vector<Copy> copies_of(const Setting& region) {
  std::vector<Copy> copies;
  std::vector<std::string> to_repeat;
  for (const auto& organisation : region.organisations) {
    if (organisation.second.kind == models::OrganisationKind::force)
      to_repeat.push_back(organisation.first);
  }
  FICAP_EXPECTS(to_repeat.size() >= 2 && to_repeat.size() <= 4);
  FICAP_EXPECTS(region.organisations.size() == to_repeat.size() + 1);
  for (std::size_t r = 1; r <= regions; ++r) {
    const std::string mark = "-" + std::to_string(r);
    for (const auto& organisation : region.organisations)
      copies.push_back({organisation.first, mark, mark});
  }
  const std::size_t missing = forces - (regions * to_repeat.size());
  for (std::size_t i = 0; i < missing; ++i) {
    const std::string unit = "-" + std::to_string((i % regions) + 1);
    const auto round = static_cast<char>('b' + static_cast<char>(i / regions));
    copies.push_back({to_repeat[(i + 1) % to_repeat.size()], unit + round, unit});
  }
  return copies;
}

bool belongs(const models::Ref<models::Entity::organisation>& organisation, const Copy& copy) {
  return organisation.id == copy.of;
}

/// Where a case of one stream may become a case of another, each copy does so to its own.
void copy_escalations(models::Stage& stage,
                      const Setting& region,
                      const std::vector<Copy>& copies) {
  const auto original = std::exchange(stage.escalates.values, {});
  for (const Copy& copy : copies) {
    const auto found = original.find(copy.of);
    if (found == original.end()) continue;
    models::Escalation escalation = found->second;
    const auto& to = region.streams.find(escalation.to.id)->second.organisation.id;
    escalation.to.id += to == copy.of ? copy.mark : copy.unit;
    stage.escalates.values.emplace(copy.of + copy.mark, escalation);
  }
}

/// Every copy's requests go to its own region's unit, as the original's do.
/// @pre the region's rules take from forces to the regional unit
void copy_overflow(const models::Overflow& rule,
                   const std::vector<Copy>& copies,
                   std::vector<models::Overflow>& nation) {
  std::map<std::string, std::vector<models::Ref<models::Entity::organisation>>> from;  // by unit
  for (const Copy& copy : copies) {
    for (const auto& one : rule.from) {
      if (belongs(one, copy)) from[copy.unit].push_back({copy.of + copy.mark});
    }
  }
  for (const auto& unit : from)
    nation.push_back({{rule.to.id + unit.first}, unit.second, rule.after, rule.own_first});
}

Setting national(const Setting& region) {
  const std::vector<Copy> copies = copies_of(region);
  Setting nation = region;
  nation.title += ", nine times and more: England and Wales in outline";
  nation.organisations.clear();
  nation.streams.clear();
  nation.teams.clear();
  nation.policies.overflow.clear();
  for (const Copy& copy : copies) {
    models::Organisation organisation = region.organisations.find(copy.of)->second;
    organisation.name += " " + copy.mark.substr(1);
    const auto areas = std::exchange(organisation.areas, {});
    for (const auto& area : areas)
      organisation.areas.emplace(area.first + copy.mark, area.second);
    nation.organisations.emplace(copy.of + copy.mark, organisation);
    for (const auto& entry : region.streams) {
      if (!belongs(entry.second.organisation, copy)) continue;
      models::CaseStream stream = entry.second;
      stream.organisation.id += copy.mark;
      nation.streams.emplace(entry.first + copy.mark, stream);
    }
    for (const auto& entry : region.teams) {
      if (!belongs(entry.second.organisation, copy)) continue;
      models::Team team = entry.second;
      team.organisation.id += copy.mark;
      nation.teams.emplace(entry.first + copy.mark, team);
    }
  }
  for (const auto& rule : region.policies.overflow)
    copy_overflow(rule, copies, nation.policies.overflow);
  for (auto& pathway : nation.pathways) {
    for (auto& stage : pathway.second.stages)
      copy_escalations(stage.second, region, copies);
  }
  return nation;
}

}  // namespace

models::Scenario national(const models::Scenario& region) {
  return {national(region.before), national(region.planned)};
}

models::Scenario scaled(models::Scenario scenario, double demand, double people) {
  for (Setting* setting : {&scenario.before, &scenario.planned}) {
    for (auto& stream : setting->streams)
      stream.second.rate.value.per_year *= demand;
    for (auto& team : setting->teams) {
      team.second.establishment.value.value =
          std::ceil(team.second.establishment.value.value * people);
      team.second.strength.value.value = std::ceil(team.second.strength.value.value * people);
    }
  }
  return scenario;
}

models::Scenario over_years(models::Scenario scenario, double years) {
  scenario.before.plan.years = years;
  scenario.planned.plan.years = years;
  return scenario;
}

}  // namespace ficap::bench
