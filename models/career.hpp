#pragma once

#include <cstdint>
#include <optional>

#include "models/tables.hpp"
#include "sim/slots.hpp"
#include "sim/time.hpp"

namespace ficap::models {

/// How a post is held over time: who has it, how far they have come, and what is to befall them.
struct Career {
  std::uint32_t holder{};  ///< how many have held the post before; for addresses
  bool recruit{};          ///< not accredited yet
  double productivity{1.0};

  // What is to come. Somebody leaves when their exposure, a unit exponential drawn on their first
  // day, has been used up at the hazards that they were under.
  double exposure_left{};
  double role_per_ms{};    ///< as the role says
  double hazard_per_ms{};  ///< the same under what the staffing plan says
  sim::Time hazard_since;
  sim::Handle leaves;

  bool learning{};  ///< in training, not waiting for a place in it
  sim::Time training_began;
  sim::Duration training_takes{};
  sim::Handle learns;  ///< the next step of training, or the end of being newly accredited
  std::optional<PersonId> tutor;
  std::uint32_t recruits{};  ///< of whom this person is the tutor

  bool ill{};
  std::uint32_t spells{};  ///< of illness so far
  sim::Handle illness;     ///< its next beginning or end
  bool on_leave{};
  std::int64_t leave_days{};    ///< of the stretch of leave that is taken or comes next
  std::uint32_t leave_month{};  ///< months of the run whose leave is taken or planned
  sim::Handle leave;            ///< its next beginning or end
  sim::Handle hands_over;
  sim::Handle joins;  ///< whoever is recruited to the post

  sim::Time since;  ///< strength and vacancy are written down up to here

  /// The same post in other hands.
  [[nodiscard]] Career of_successor() const {
    Career next;
    next.holder = holder + 1;
    next.since = since;
    return next;
  }

  [[nodiscard]] bool absent() const noexcept { return ill || on_leave; }
};

}  // namespace ficap::models
