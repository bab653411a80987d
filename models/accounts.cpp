#include "models/accounts.hpp"

#include <array>

namespace ficap::models {

namespace {

using TeamColumn = AccountColumn<TeamYear>;
using OrganisationColumn = AccountColumn<OrganisationYear>;

constexpr std::array of_teams{
    TeamColumn{"in_post_fte_ms", &TeamYear::in_post_fte_ms, Counter::in_post_fte_ms},
    TeamColumn{"training_fte_ms", &TeamYear::training_fte_ms},
    TeamColumn{"joiners", &TeamYear::joiners},
    TeamColumn{"trainees", &TeamYear::trainees},
    TeamColumn{"leavers", &TeamYear::leavers, Counter::leavers},
    TeamColumn{"overtime_pence", &TeamYear::overtime_pence, Counter::overtime_pence},
    TeamColumn{"agency_pence", &TeamYear::agency_pence, Counter::agency_pence},
    TeamColumn{"supplement_pence", &TeamYear::supplement_pence, Counter::supplement_pence},
};
static_assert(sizeof(TeamYear) == of_teams.size() * sizeof(std::int64_t));

constexpr std::array of_organisations{
    OrganisationColumn{
        "confiscation_pence", &OrganisationYear::confiscation_pence, Counter::cash_confiscation},
    OrganisationColumn{"confiscation_to_victims_pence",
                       &OrganisationYear::confiscation_to_victims_pence},
    OrganisationColumn{
        "forfeiture_pence", &OrganisationYear::forfeiture_pence, Counter::cash_forfeiture},
    OrganisationColumn{"forfeiture_to_victims_pence",
                       &OrganisationYear::forfeiture_to_victims_pence},
    OrganisationColumn{"cover_pence", &OrganisationYear::cover_pence, Counter::cover_pence},
};
static_assert(sizeof(OrganisationYear) == of_organisations.size() * sizeof(std::int64_t));

}  // namespace

std::span<const TeamColumn> team_columns() noexcept {
  return of_teams;
}

std::span<const OrganisationColumn> organisation_columns() noexcept {
  return of_organisations;
}

}  // namespace ficap::models
