#include "models/resolve.hpp"

#include <algorithm>
#include <set>

#include "sim/expects.hpp"

namespace ficap::models {

namespace {

template <class T>
std::vector<std::string> ids_of(const Named<T>& named) {
  std::vector<std::string> ids;
  ids.reserve(named.size());
  for (const auto& entry : named)
    ids.push_back(entry.first);
  return ids;
}

std::uint32_t place_of(const std::vector<std::string>& ids, std::string_view id) {
  const auto found = std::lower_bound(ids.begin(), ids.end(), id);
  FICAP_EXPECTS(found != ids.end() && *found == id);
  return static_cast<std::uint32_t>(found - ids.begin());
}

template <class T>
void add_ids(std::set<std::string>& all, const Named<T>& named) {
  for (const auto& entry : named)
    all.insert(entry.first);
}

std::vector<std::string> area_ids(const Setting& setting) {
  std::set<std::string> areas;
  for (const auto& organisation : setting.organisations) {
    add_ids(areas, organisation.second.areas);
    if (organisation.second.areas.empty()) areas.insert(std::string{no_area_id});
  }
  return {areas.begin(), areas.end()};
}

void add_causes(std::set<std::string>& causes, const Setting& setting) {
  for (const auto& role : setting.roles) {
    add_ids(causes, role.second.away);
    if (role.second.sickness) causes.emplace(sickness_id);
    if (role.second.leave) causes.emplace(leave_id);
  }
}

}  // namespace

Resolver::Resolver(const Scenario& scenario) {
  const Setting& setting = scenario.planned;
  organisations_ = ids_of(setting.organisations);
  threats_ = ids_of(setting.threats);
  streams_ = ids_of(setting.streams);
  requests_ = ids_of(setting.requests);
  skills_ = ids_of(setting.skills);
  areas_ = area_ids(setting);
  std::set<std::string> calendars;
  add_ids(calendars, scenario.before.calendars);
  add_ids(calendars, setting.calendars);
  calendars_.assign(calendars.begin(), calendars.end());
  std::set<std::string> roles;
  std::set<std::string> teams;
  std::set<std::string> causes;
  std::set<std::string> embeddings;
  for (const Setting* each : {&scenario.before, &setting}) {
    add_ids(roles, each->roles);
    add_ids(teams, each->teams);
    add_causes(causes, *each);
    add_ids(embeddings, each->policies.embedded);
  }
  embeddings_.assign(embeddings.begin(), embeddings.end());
  roles_.assign(roles.begin(), roles.end());
  teams_.assign(teams.begin(), teams.end());
  causes_.assign(causes.begin(), causes.end());
  for (const auto& pathway : setting.pathways) {
    for (const auto& stage : pathway.second.stages)
      stages_.emplace_back(pathway.first, stage.first);
  }

  const auto at = [this](Dimension d) -> std::vector<std::string>& {
    return ids_[static_cast<std::size_t>(d)];
  };
  at(Dimension::organisation) = organisations_;
  at(Dimension::threat) = threats_;
  at(Dimension::request) = requests_;
  if (scenario.before.policies.mandatory_referral || setting.policies.mandatory_referral) {
    at(Dimension::request).emplace_back(referral_request_id);
  }
  for (const auto& c : enumerators(WorkClass{}))
    at(Dimension::work_class).emplace_back(c.name);
  at(Dimension::skill) = skills_;
  at(Dimension::area) = areas_;
  at(Dimension::team) = teams_;
  at(Dimension::cause) = causes_;
  std::set<std::string> stages;
  for (const auto& stage : stages_)
    stages.insert(stage.second);
  at(Dimension::stage).assign(stages.begin(), stages.end());
  for (const auto& h : enumerators(Harm{}))
    at(Dimension::harm).emplace_back(h.name);
}

OrganisationId Resolver::organisation(std::string_view id) const {
  return {place_of(organisations_, id)};
}
ThreatId Resolver::threat(std::string_view id) const {
  return {place_of(threats_, id)};
}
StreamId Resolver::stream(std::string_view id) const {
  return {place_of(streams_, id)};
}
RequestTypeId Resolver::request(std::string_view id) const {
  return {place_of(requests_, id)};
}
SkillId Resolver::skill(std::string_view id) const {
  return {place_of(skills_, id)};
}
CalendarId Resolver::calendar(std::string_view id) const {
  return {place_of(calendars_, id)};
}
RoleId Resolver::role(std::string_view id) const {
  return {place_of(roles_, id)};
}
StaffTeamId Resolver::staff_team(std::string_view id) const {
  return {place_of(teams_, id)};
}
CauseId Resolver::cause(std::string_view id) const {
  return {place_of(causes_, id)};
}
std::uint32_t Resolver::place_of_stage(std::string_view id) const {
  return place_of(ids_[static_cast<std::size_t>(Dimension::stage)], id);
}
UnitId Resolver::embedding(std::string_view id) const {
  return {static_cast<std::uint32_t>(organisations_.size()) + place_of(embeddings_, id)};
}
std::uint32_t Resolver::area(std::string_view id) const {
  return place_of(areas_, id);
}

StageId Resolver::stage(std::string_view pathway, std::string_view id) const {
  const auto found = std::find_if(stages_.begin(), stages_.end(), [&](const auto& s) {
    return s.first == pathway && s.second == id;
  });
  FICAP_EXPECTS(found != stages_.end());
  return {static_cast<std::uint32_t>(found - stages_.begin())};
}

std::vector<StageId> Resolver::stages_named(std::string_view id) const {
  std::vector<StageId> found;
  for (std::uint32_t i = 0; i < stages_.size(); ++i) {
    if (stages_[i].second == id) found.push_back({i});
  }
  return found;
}

}  // namespace ficap::models
