#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/tables.hpp"

namespace ficap::models {

/// Turns the ids of a scenario into indices: the place of an id in the order of all ids.
///
/// @pre all references exist (models::check)
class Resolver {
 public:
  /// Indices are those of the planned setting, which has the same structure as the one before.
  explicit Resolver(const Scenario& scenario);

  [[nodiscard]] OrganisationId organisation(std::string_view id) const;
  [[nodiscard]] ThreatId threat(std::string_view id) const;
  [[nodiscard]] StreamId stream(std::string_view id) const;
  [[nodiscard]] RequestTypeId request(std::string_view id) const;
  [[nodiscard]] SkillId skill(std::string_view id) const;
  [[nodiscard]] CalendarId calendar(std::string_view id) const;
  [[nodiscard]] StageId stage(std::string_view pathway, std::string_view id) const;
  /// Every stage of that name, in whichever pathway.
  [[nodiscard]] std::vector<StageId> stages_named(std::string_view id) const;
  /// The place of a stage's id among those by which results are cut, whatever its pathway.
  [[nodiscard]] std::uint32_t place_of_stage(std::string_view id) const;
  [[nodiscard]] std::uint32_t area(std::string_view id) const;
  [[nodiscard]] RoleId role(std::string_view id) const;
  [[nodiscard]] StaffTeamId staff_team(std::string_view id) const;
  [[nodiscard]] CauseId cause(std::string_view id) const;

  /// The unit of people who sit with investigating teams.
  [[nodiscard]] UnitId embedding(std::string_view id) const;
  /// Those of the organisations come first.
  [[nodiscard]] std::size_t unit_count() const noexcept {
    return organisations_.size() + embeddings_.size();
  }

  [[nodiscard]] std::size_t stage_count() const noexcept { return stages_.size(); }
  [[nodiscard]] std::size_t threat_count() const noexcept { return threats_.size(); }
  [[nodiscard]] std::size_t organisation_count() const noexcept { return organisations_.size(); }
  [[nodiscard]] RequestTypeId referral() const noexcept {
    return {static_cast<std::uint32_t>(requests_.size())};
  }

  /// The ids by which results are cut.
  [[nodiscard]] const DimensionIds& dimension_ids() const noexcept { return ids_; }
  [[nodiscard]] const std::vector<std::string>& calendar_ids() const noexcept { return calendars_; }
  [[nodiscard]] const std::vector<std::string>& role_ids() const noexcept { return roles_; }
  [[nodiscard]] const std::vector<std::string>& staff_team_ids() const noexcept { return teams_; }

 private:
  std::vector<std::string> organisations_, threats_, streams_, requests_, skills_, calendars_,
      areas_, roles_, teams_, causes_, embeddings_;
  std::vector<std::pair<std::string, std::string>> stages_;  // pathway, stage
  DimensionIds ids_;
};

/// The id that results use for the triage work of a mandatory referral.
inline constexpr std::string_view referral_request_id = "mandatory_referral";
/// The causes of absence in spells and days, beside those of a share of every day.
inline constexpr std::string_view sickness_id = "sickness";
inline constexpr std::string_view leave_id = "leave";
/// The area id of cases of an organisation without areas.
inline constexpr std::string_view no_area_id = "none";

/// Fills stages, needs and streams of one setting.
void resolve_demand(const Setting& setting,
                    const Resolver& resolver,
                    const Tables& tables,
                    Regime& regime);
/// Sets each planned stream's rates over the whole run.
void resolve_rates(const Scenario& scenario, Tables& tables);
/// Fills request types, policies, belief and assets of one setting.
void resolve_work(const Setting& setting, const Resolver& resolver, Regime& regime);
/// Fills the roles of one setting.
void resolve_roles(const Setting& setting, const Resolver& resolver, Regime& regime);
/// The staffing plan, step by step, the people of its agencies, and the groups that those on loan
/// form. @pre resolve_people was called, the time frame and calendars are set
void resolve_staffing(const Setting& planned, const Resolver& resolver, Tables& tables);
/// When the unit joins cases of one setting, whoever would have asked. @pre stages are resolved
void resolve_joining(const Setting& setting, const Resolver& resolver, Regime& regime);
/// Who sits with which investigating teams, in one setting. @pre the investigating teams are set,
/// and resolve_work was called
void resolve_embedding(const Setting& setting,
                       const Resolver& resolver,
                       const Tables& tables,
                       Regime& regime);
/// What is announced and published. @pre the time frame is set
void resolve_engagement(const Setting& planned, const Resolver& resolver, Tables& tables);
/// @returns the group of people who can stand in for each other, made if there was none
std::uint32_t group_of(const GroupRow& row, std::vector<GroupRow>& groups);
/// Fills the posts of both settings, and the groups that people form.
void resolve_people(const Scenario& scenario, const Resolver& resolver, Tables& tables);
/// Sets what there is at first. @pre all else is resolved
void resolve_opening(const Scenario& scenario, const Resolver& resolver, Tables& tables);

}  // namespace ficap::models
