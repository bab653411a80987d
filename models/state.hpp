#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "models/accrual.hpp"
#include "models/case_assets.hpp"
#include "models/events.hpp"
#include "models/queues.hpp"
#include "models/tables.hpp"
#include "sim/slots.hpp"

namespace ficap::models {

/// Something that changes what becomes of a case's assets.
struct AssetAct {
  enum class Kind : std::uint8_t {
    overt,    ///< the subject comes to know
    engaged,  ///< work on the case begins
    worked,   ///< work that finds or secures assets is done
    let_go,   ///< nobody renewed what held them
  };
  sim::Time at;
  Kind kind{};
  Phase phase{};         ///< of the stage in which it was done
  Kinds kinds{};         ///< that are let go
  RequestTypeId type{};  ///< the work
};

/// What a case is worth, once somebody has looked.
struct CaseWorth {
  CaseAssets assets;  ///< benefit and realisable assets; the rest means something if `placed`
  bool placed{};      ///< it is known where every penny is
  std::optional<sim::Time> first_secured;
  std::optional<sim::Time> overt_since;
};

/// Until when courts let the police keep a case's assets, by kind.
struct HoldState {
  std::array<sim::Time, kind_count> until{};  ///< 0: not held so
  std::array<sim::Time, kind_count> last{};   ///< however often it is renewed
  Bits until_decided{};
};

/// An open case. What most events look at stands first: it is one line of the cache.
struct Case {
  sim::Handle stage_event;
  sim::Handle first_request;  ///< its open needs and requests, newest first
  sim::Time stage_entered;
  sim::Time stage_should_end;
  std::uint32_t hash{};     ///< of its stream, for addresses
  std::uint32_t ordinal{};  ///< its place in the stream
  StageId stage;
  ThreatId threat;
  OrganisationId organisation;
  InvestigatingTeamId team;

  std::uint16_t step{};  ///< stages begun before this one
  Harm harm{};
  Origin origin{};
  bool adjourned{};
  bool in_cohort{};
  bool referred{};  ///< triage under a mandatory policy is done
  bool had_need{};
  bool had_early_need{};
  bool asked{};
  std::optional<Phase> engaged_in;
  bool overt{};  ///< the subject knows
  std::uint8_t asset_acts_noted{};
  StreamId stream;
  sim::Time opened;
  Bits done{};        ///< request types whose decisive task is finished
  Bits covered{};     ///< request types met by somebody else
  sim::Handle worth;  ///< names nothing until somebody looks
  sim::Handle hold;   ///< names nothing where nothing is held for a time
  /// What has befallen its assets and is not yet worked out, in the order of happening.
  std::array<AssetAct, 4> asset_acts{};
};

enum class RequestKind : std::uint8_t { primary, induced, referral };

/// What is happening to a need or request.
enum class Progress : std::uint8_t {
  not_asked,  ///< a need that nobody has asked for
  in_line,    ///< waits for somebody to take it (or to take it over)
  ready,      ///< held; its holder is busy with something else
  working,    ///< held, and its holder works on it
  external,   ///< others have it: a bank, a court, a laboratory
};

/// Whether a request was promised a start, and what became of that.
enum class Promise : std::uint8_t { none, made, escalated };

/// The order of asking begins here: smaller numbers stand before whoever has asked.
inline constexpr std::uint64_t first_in_order = std::uint64_t{1} << 63U;

/// A need, and the request that may come of it. With a slot's own words it fills three lines of the
/// cache.
struct Request {
  sim::Handle case_file;
  sim::Handle previous;  ///< in the case's list
  sim::Handle next;
  RequestTypeId type;
  std::uint32_t hash{};    ///< for addresses
  std::uint32_t repeat{};  ///< of induced work
  std::uint16_t step{};    ///< of the case when it arose
  RequestKind kind{};
  Progress progress{};
  Phase phase{};  ///< of the stage in which it arose
  std::uint8_t task{};
  std::uint8_t decisions{};  ///< how often its team decided whether to ask, as it believes
  std::uint8_t decided{};    ///< how often it decided by whatever rule, where records are kept
  bool counted{};            ///< among the period's needs, and not yet written down
  bool started{};            ///< work on a task other than triage has begun
  bool timely{};             ///< the decisive task was finished while it could change the case
  Promise promise{};
  sim::Time asked_at;
  std::uint64_t asked_order{};
  sim::Time window_closes{sim::Time::max()};
  std::int64_t waited_ms{};

  std::optional<double> hours_left;  ///< of the current task, once it was drawn
  double hours_in_all{};  ///< of the current task, where some were done before the run; else 0
  std::optional<PersonId> holder;
  sim::Time held_since;
  Queues::Ticket ticket;
  sim::Handle elsewhere;  ///< names nothing where no other unit may take it
  sim::Handle window_event;
  sim::Handle wait_event;
};

/// The other units that may take a request.
struct Elsewhere {
  std::uint32_t opened{};  ///< how many of them may take it by now, in the order of waiting
  sim::Handle next_opens;
  std::vector<Queues::Ticket> tickets;  ///< its places in their lines, while it stands in line
};

/// A person at work.
struct Person {
  bool in_post{};
  bool is_post{};                     ///< it belongs to the establishment
  bool absent{};                      ///< ill or on leave
  std::optional<std::uint32_t> loan;  ///< by which they work for another organisation
  UnitId serves;                      ///< whose requests they take
  Ability ability;
  double rate{};                 ///< effort hours done in an open hour
  double overtime{};             ///< effort hours more, while they work on what they work on
  std::int32_t load{};           ///< thousandths of a request
  sim::Handle working_on;        ///< names nothing while free
  sim::Time work_began;          ///< when the current stretch of work began
  sim::Time accounted_to;        ///< worked and idle time is written down up to here
  std::int64_t open_ms{};        ///< of the office, so far, since last settled
  std::int64_t productive_ms{};  ///< worked and idle of these
  sim::Time free_since;
  sim::Handle work_event;
  std::vector<sim::Handle> ready;  ///< own tasks that could go on, oldest first
  Accrual overtime_ms;
  Accrual overtime_pence;
  Accrual supplement_pence;
  bool at_cap{};      ///< in which line of its group it stands while free
  sim::Handle place;  ///< in that line

  /// Whether work in their hands gets done.
  [[nodiscard]] bool at_work() const noexcept { return in_post && !absent && rate > 0.0; }
};

}  // namespace ficap::models
