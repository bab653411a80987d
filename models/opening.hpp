#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "models/tables.hpp"
#include "sim/beyond.hpp"

namespace ficap::models {

// What there is today, in the engine's terms. Days before the plan lie at negative times.

/// A request of an open case, or a need that was not asked yet.
struct OpenRequestRow {
  RequestTypeId type;
  bool induced{};  ///< revealed by success: no need point of its pathway brings it
  OpenState state{};
  std::uint32_t hash{};  ///< for addresses
  std::optional<sim::Time> asked;
  std::size_t rank{};                      ///< in the order of asking, over all cases
  std::optional<sim::Time> window_closes;  ///< of a statutory clock that runs since it was asked
  std::size_t task{};
  double hours_done{};
  sim::Beyond effort_hours;       ///< of its task, given what was done of it
  std::vector<PersonId> holders;  ///< who may hold it, if somebody does
};

/// A case that is open when the plan starts.
struct OpenCaseRow {
  StreamId stream;
  StageId stage;
  std::uint32_t hash{};  ///< for addresses: of its stream and its own reference
  sim::Time opened;
  sim::Time stage_entered;
  sim::Beyond stage_lasts_days;  ///< given how long it has lasted
  std::optional<Harm> harm;
  std::optional<Origin> origin;
  std::optional<InvestigatingTeamId> team;
  std::optional<std::int64_t> benefit;     ///< pence
  std::optional<std::int64_t> realisable;  ///< pence, when the plan starts
  std::vector<OpenRequestRow> requests;
};

/// Somebody who is in training when the plan starts.
struct TraineeRow {
  PersonId person;
  sim::Time began;
  sim::Beyond takes_days;  ///< given how long it has taken
};

struct Opening {
  std::vector<OpenCaseRow> cases;  ///< by reference
  std::size_t asked{};             ///< how many of their requests have been asked
  std::vector<TraineeRow> trainees_before;
  std::vector<TraineeRow> trainees;  ///< of the planned setting
};

}  // namespace ficap::models
