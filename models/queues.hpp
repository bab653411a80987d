#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/tables.hpp"
#include "sim/waiting_line.hpp"

namespace ficap::models {

/// Where a request stands in the order of work classes.
enum class Lane : std::uint8_t {
  hearing,    ///< statutory with a clock
  timetable,  ///< statutory without one: confiscation, enforcement, duties of a restraint
  directed_early,
  directed_later,
  discretionary_early,
  discretionary_later,
};
inline constexpr std::size_t lane_count = 6;

/// A set of lanes, as bits.
using Lanes = std::uint32_t;
[[nodiscard]] constexpr Lanes only(Lane lane) noexcept {
  return Lanes{1} << static_cast<unsigned>(lane);
}
inline constexpr Lanes every_lane = (Lanes{1} << lane_count) - 1;

/// Requests that wait for somebody, by unit, skill and lane.
class Queues {
 public:
  using Line = sim::WaitingLine<sim::Handle>;

  /// A place in one of the lines.
  struct Ticket {
    UnitId unit;
    SkillId skill;
    Lane lane{};
    Line::Handle handle;
    [[nodiscard]] explicit operator bool() const noexcept { return static_cast<bool>(handle); }
  };

  explicit Queues(const Tables& tables);
  void begin();

  [[nodiscard]] Ticket join(
      UnitId unit, SkillId skill, Lane lane, sim::Place place, sim::Handle request) {
    waiting_[unit.value][static_cast<std::size_t>(lane)] |= bit(skill);
    const Line::Handle handle = lines_[index(unit, skill, lane)].join(place, request);
    return {unit, skill, lane, handle};
  }
  void leave(const Ticket& ticket);

  /// @returns the request that comes first among the given lanes for somebody with `skills`; the
  ///          handle that names nothing where none waits
  [[nodiscard]] sim::Handle first(UnitId unit, Bits skills, Lanes among) const;

  /// @returns the lanes in which something waits for somebody with `skills`
  [[nodiscard]] Lanes waiting_for(UnitId unit, Bits skills) const noexcept {
    Lanes found = 0;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      const bool waits = (waiting_[unit.value][lane] & skills) != 0;
      found |= static_cast<Lanes>(waits) << lane;
    }
    return found;
  }
  [[nodiscard]] bool any(UnitId unit, Lane lane) const noexcept {
    return waiting_[unit.value][static_cast<std::size_t>(lane)] != 0;
  }
  /// @returns how many wait for a skill
  [[nodiscard]] std::size_t waiting(UnitId unit, SkillId skill) const noexcept;

  [[nodiscard]] const Line& line(UnitId unit, SkillId skill, Lane lane) const {
    return lines_[index(unit, skill, lane)];
  }

 private:
  [[nodiscard]] std::size_t index(UnitId unit, SkillId skill, Lane lane) const noexcept {
    return (((unit.value * skills_) + skill.value) * lane_count) + static_cast<std::size_t>(lane);
  }
  std::size_t skills_;
  std::vector<Line> lines_;
  std::vector<std::array<Bits, lane_count>> waiting_;  // by unit: skills for which someone waits
};

}  // namespace ficap::models
