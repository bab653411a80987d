#pragma once

#include <cstdint>
#include <variant>

#include "models/tables.hpp"
#include "sim/calendar.hpp"

namespace ficap::models {

/// What happens first when several things happen at one instant, and why.
enum class Order : std::uint8_t {
  boundary,  // the period's edges, month ends and dates of a plan are half-open: all else of a day
             // comes after
  staff,  // people come, go, fall ill and come back, and words are heard, before the day's work ...
  office_opens,   // starts of work come first ...
  work_done,      // ... also by people who have just finished ...
  wait_over,      // ... or just got an answer
  demand,         // a need that arises now sees the people who have just become free
  case_moves,     // cases end, and their waiting requests are withdrawn, before ...
  window_closes,  // ... windows close and what is left expires
  office_closes,  // what could not be started today is known
  as_recorded,    // what another run has decided comes after all that this one does itself
};

struct PlanStarts {};
struct PlanEnds {};
struct MonthEnds {};
struct OfficeOpens {
  CalendarId calendar;
};
struct OfficeCloses {
  CalendarId calendar;
};
struct CaseArrives {
  StreamId stream;
};
struct NeedArises {
  sim::Handle case_file;
  NeedId need;
};
struct StageEnds {
  sim::Handle case_file;
};
struct InducedDue {
  sim::Handle case_file;
  std::uint16_t cause{};       ///< its type, of which there are at most 64
  std::uint16_t which{};       ///< place among what the cause induces
  std::uint32_t cause_hash{};  ///< of the very request, for addresses
  std::uint32_t repeat{};
};
struct WorkDone {
  PersonId person;
};
struct WaitOver {
  sim::Handle request;
};
struct WindowCloses {
  sim::Handle request;
};
struct OverflowOpens {
  sim::Handle request;
};
struct UnitJoinsCase {
  sim::Handle case_file;
};
struct HoldEnds {
  sim::Handle case_file;
};

struct FallsIll {
  PersonId person;
};
struct Recovers {
  PersonId person;
};
struct LeaveBegins {
  PersonId person;
};
struct LeaveEnds {
  PersonId person;
};
struct HandsOver {
  PersonId person;
};
struct Joins {
  PersonId person;
};
struct Leaves {
  PersonId person;
};
struct Learns {
  PersonId person;
};
struct NoLongerNew {
  PersonId person;
};
struct TrainingYearBegins {};
struct StaffingChanges {
  std::uint32_t which;  ///< step of the staffing plan
};
struct Announces {
  std::uint32_t which;  ///< among the announcements
};
struct Publishes {
  bool begins{};  ///< nothing yet: from now on experience is collected
};

/// A need is asked for when another run did so.
struct AsksAsRecorded {
  sim::Handle request;
};
/// Work counts when it was finished in another run.
struct CountsAsRecorded {
  sim::Handle case_file;
  std::uint32_t which{};  ///< record of that run
  std::uint16_t type{};   ///< of the work
};

using Event = std::variant<PlanStarts,
                           PlanEnds,
                           MonthEnds,
                           OfficeOpens,
                           OfficeCloses,
                           CaseArrives,
                           NeedArises,
                           StageEnds,
                           InducedDue,
                           WorkDone,
                           WaitOver,
                           WindowCloses,
                           OverflowOpens,
                           UnitJoinsCase,
                           HoldEnds,
                           FallsIll,
                           Recovers,
                           LeaveBegins,
                           LeaveEnds,
                           HandsOver,
                           Joins,
                           Leaves,
                           Learns,
                           NoLongerNew,
                           TrainingYearBegins,
                           StaffingChanges,
                           Announces,
                           Publishes,
                           AsksAsRecorded,
                           CountsAsRecorded>;
using EventCalendar = sim::Calendar<Event, Order>;

}  // namespace ficap::models
