#pragma once

#include <cstdint>

#include "sim/id.hpp"

namespace ficap::models {

// What a scenario's ids become in the engine: the place of an id in the order of all of its kind.

using OrganisationId = sim::Id<struct OrganisationTag>;
using ThreatId = sim::Id<struct ThreatTag>;
using InvestigatingTeamId = sim::Id<struct InvestigatingTeamTag>;
using StageId = sim::Id<struct StageTag>;  ///< over all pathways
using NeedId = sim::Id<struct NeedTag>;    ///< over all stages
using StreamId = sim::Id<struct StreamTag>;
using RequestTypeId = sim::Id<struct RequestTypeTag>;
using SkillId = sim::Id<struct SkillTag>;
using TeamId = sim::Id<struct TeamTag>;
using PersonId = sim::Id<struct PersonTag>;
using CalendarId = sim::Id<struct CalendarTag>;
using RoleId = sim::Id<struct RoleTag>;
using CauseId = sim::Id<struct CauseTag>;      ///< of absence
using StaffTeamId = sim::Id<struct StaffTag>;  ///< people of one role in one organisation
/// People whose requests stand in common lines. Those of an organisation have its index.
using UnitId = sim::Id<struct UnitTag>;
[[nodiscard]] constexpr UnitId unit_of(OrganisationId organisation) noexcept {
  return {organisation.value};
}

/// A set of at most 64 skills or request types, as bits.
using Bits = std::uint64_t;
template <class Tag>
[[nodiscard]] constexpr Bits bit(sim::Id<Tag> id) noexcept {
  return Bits{1} << id.value;
}

}  // namespace ficap::models
