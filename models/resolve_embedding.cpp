#include <algorithm>
#include <vector>

#include "models/resolve.hpp"

namespace ficap::models {

namespace {

InvestigatingTeamId team_in(const Tables& tables, OrganisationId organisation, std::uint32_t area) {
  const auto& teams = tables.teams_of_organisation[organisation.value];
  return *std::find_if(teams.begin(), teams.end(), [&](InvestigatingTeamId team) {
    return tables.investigating_teams[team].area == area;
  });
}

// The unit may take what has waited long enough, before others who may take it from then on.
void open_unit_after(sim::Duration after, UnitId unit, std::vector<OverflowRow>& rows) {
  const OverflowRow row{.to = unit, .after = after};
  rows.insert(std::lower_bound(
                  rows.begin(),
                  rows.end(),
                  row,
                  [](const OverflowRow& a, const OverflowRow& b) { return a.after < b.after; }),
              row);
}

void embed(UnitId unit,
           const Embedding& embedding,
           OrganisationId organisation,
           const Resolver& resolver,
           const Tables& tables,
           Regime& regime) {
  const UnitId own = unit_of(organisation);
  UnitRow& row = regime.units[unit];
  row.organisation = organisation;
  row.takes.fill(embedding.classes.empty());
  for (const WorkClass work_class : embedding.classes)
    row.takes[static_cast<std::size_t>(work_class)] = true;
  if (embedding.helps_unit) {
    row.helps = own;
    regime.units[own].helpers.push_back(unit);
  }
  for (const std::string& area : embedding.with) {
    const InvestigatingTeamId team = team_in(tables, organisation, resolver.area(area));
    regime.home[team] = unit;
    regime.belief.apart[team.value] = true;
  }
  regime.overflow[unit] = regime.overflow[own];
  regime.promised[unit] = regime.promised[own];
  if (!embedding.overflow_after) return;
  const sim::Duration after = embedding.overflow_after->value.duration();
  open_unit_after(after, own, regime.overflow[unit]);
  if (!regime.promised[unit].empty()) open_unit_after(after, own, regime.promised[unit]);
}

}  // namespace

void resolve_embedding(const Setting& setting,
                       const Resolver& resolver,
                       const Tables& tables,
                       Regime& regime) {
  regime.units.resize(resolver.unit_count());
  for (std::uint32_t o = 0; o < resolver.organisation_count(); ++o)
    regime.units[unit_of(OrganisationId{o})].organisation = {o};
  for (const InvestigatingTeamRow& team : tables.investigating_teams)
    regime.home.push_back(unit_of(team.organisation));
  regime.belief.apart.assign(tables.investigating_teams.size(), false);
  for (const auto& entry : setting.policies.embedded) {
    const Team& team = setting.teams.find(entry.second.team.id)->second;
    embed(resolver.embedding(entry.first),
          entry.second,
          resolver.organisation(team.organisation.id),
          resolver,
          tables,
          regime);
  }
}

}  // namespace ficap::models
