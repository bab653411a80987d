#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "models/ids.hpp"
#include "models/outcome.hpp"
#include "models/policies.hpp"
#include "models/scenario.hpp"
#include "models/staffing_steps.hpp"
#include "models/working_time.hpp"
#include "sim/arrivals.hpp"
#include "sim/sampler.hpp"

namespace ficap::models {

// A scenario resolved for simulation: ids are indices, values are in the engine's units. Ids are
// dealt out in the order of their names, so the order in a file never matters.

/// Cumulative weights of a choice among a few: the last is 1.
template <class T>
struct Choice {
  std::vector<T> options;
  std::vector<double> cumulative;
  /// @param numbers  makes the stream to choose by; not called where there is no choice
  template <class Numbers>
  [[nodiscard]] const T& pick(Numbers&& numbers) const {
    if (options.size() == 1) return options.front();
    const double u = numbers().uniform();
    std::size_t i = 0;
    while (i + 1 < cumulative.size() && u >= cumulative[i])
      ++i;
    return options[i];
  }
};

/// A set of kinds of assets.
struct Kinds {
  std::uint8_t bits{};
  [[nodiscard]] constexpr bool contains(std::size_t kind) const noexcept {
    return ((bits >> kind) & 1U) != 0U;
  }
  constexpr void add(std::size_t kind) noexcept {
    bits = static_cast<std::uint8_t>(bits | (1U << kind));
  }
  [[nodiscard]] constexpr bool empty() const noexcept { return bits == 0; }
};

struct NeedRow {
  RequestTypeId request;
  double at{};
  std::vector<std::array<double, harm_count>> probability;  ///< by threat and harm
  bool depends_on_benefit{};
  std::int64_t benefit_at_least{0};
  std::int64_t benefit_below{INT64_MAX};
  std::uint32_t hash{};
};

struct DecisionRow {
  bool confiscation{};
  RequestTypeId on;
  std::optional<RequestTypeId> nominal_on;
  std::array<bool, kind_count> kinds{};
  double granted{1.0};
  sim::Sampler paid_after_days;
};

struct AdjournmentRow {
  Bits waits_for{};
  double value_lost_per_month{};
  sim::Duration at_most{};
};

struct StageRow {
  Phase phase{};
  Visibility visibility{};
  std::uint32_t hash{};
  std::uint32_t place{};                 ///< of its id among those of Dimension::stage
  std::vector<sim::Sampler> lasts_days;  ///< by threat
  Choice<std::optional<StageId>> next;   ///< none: the case closes
  NeedId first_need{};
  std::uint32_t needs{};  ///< how many, in the order of their ids
  std::optional<DecisionRow> decides;
  std::optional<AdjournmentRow> adjourns;
  struct EscalationRow {
    StreamId to;
    double probability{};
  };
  std::vector<std::optional<EscalationRow>> escalates;  ///< by organisation
};

struct AssetProfileRow {
  sim::Sampler benefit_pounds;
  sim::Sampler realisable_share;
  std::array<double, kind_count> mix{};  ///< sums to 1
  /// Each kind's part of the mix of one case, before they are divided by their sum; none where all
  /// cases have the same mix.
  std::vector<std::optional<sim::Sampler>> parts;
  std::array<double, kind_count> hidden{};
  std::array<bool, kind_count> seized{};
  bool seizes{};     ///< any kind
  double victims{};  ///< share of what is recovered
};

struct StreamRow {
  OrganisationId organisation;
  ThreatId threat;
  std::uint32_t hash{};
  double variation_between_years{};
  std::vector<sim::RateChange> rates;       ///< by month, before variation between years
  std::vector<std::uint32_t> year_of_rate;  ///< which year of the run each belongs to
  Choice<Origin> origins;
  Choice<Harm> harms;
  Choice<InvestigatingTeamId> teams;
  std::array<Choice<StageId>, origin_count> entry;
  AssetProfileRow assets;
  bool in_cohort{true};  ///< its cases of the period belong to the cohort
};

struct TaskRow {
  SkillId skill;
  sim::Sampler effort_hours;
  std::optional<sim::Sampler> then_waits_days;
  bool triage{};
};

struct InducedRow {
  RequestTypeId request;
  double probability{};
  sim::Duration after{};
  std::optional<sim::Duration> every;
  std::uint32_t hash{};
};

/// What completed work keeps secured.
struct HoldRow {
  Kinds kinds;
  sim::Duration period{};
  sim::Duration at_most{};
  Bits until_decided{};
};

struct RequestTypeRow {
  WorkClass work_class{};
  std::uint32_t hash{};
  std::vector<TaskRow> tasks;
  std::size_t decisive{};
  Window window;
  bool is_hearing{};  ///< statutory with a clock: goes before everything else
  TimelyUntil timely{};
  std::vector<bool> reconsidered_at;  ///< by stage
  std::optional<DeclineRule> declines;
  std::optional<std::int64_t> cover_pence;
  double cover_effectiveness{};
  std::array<std::array<double, phase_count>, kind_count> identifies{};
  std::array<double, kind_count> protects{};
  bool touches_assets{};
  std::optional<HoldRow> holds;
  std::vector<InducedRow> induces;
  double expected_hours{};
};

/// What is common to all people of a role.
struct RoleRow {
  struct Away {
    CauseId cause;
    double share{};
  };
  struct SicknessRow {
    double per_ms{};
    sim::Sampler lasts_days;
  };
  struct LeaveRow {
    double days_a_year{};
    std::array<double, 13> share_before{};  ///< of a year's leave, before each month; then 1
    friend bool operator==(const LeaveRow&, const LeaveRow&) = default;
  };
  struct LeavingRow {
    double per_ms{};
    double newly_per_ms{};
    sim::Duration newly{};
  };
  struct TrainingRow {
    sim::Sampler takes_days;
    double productivity_at_first{};
    double productivity_at_last{};
    double fails{};
    double tutoring{};
    std::optional<std::uint32_t> places;  ///< a year, in each team
  };
  std::vector<Away> away;       ///< some of every day
  double away_share{};          ///< their sum
  double away_share_at_work{};  ///< the same without illness and leave, for which nobody is paid by
                                ///< the day
  std::optional<SicknessRow> sickness;
  std::optional<LeaveRow> leave;
  std::optional<LeavingRow> leaving;
  std::optional<sim::Sampler> recruitment_days;
  std::optional<TrainingRow> training;
};

/// What somebody can do, and with whom they share it.
struct Ability {
  Bits skills{};
  std::uint32_t group{};  ///< people who can stand in for each other
};

/// A post, in one of the two settings, and who holds it; or somebody of an agency.
struct PersonRow {
  bool in_post{};    ///< somebody holds it when the setting comes into force
  bool is_post{};    ///< it belongs to the establishment when the setting comes into force
  bool of_agency{};  ///< somebody whom a staffing plan hires for a time
  std::uint32_t hash{};
  RoleId role;
  StaffTeamId team;
  OrganisationId organisation;  ///< who employs them
  UnitId unit;                  ///< whose requests they take, unless they are lent
  CalendarId calendar;
  Ability accredited;
  Ability recruit;  ///< before accreditation
  double fte{};
  std::int32_t cap{};  ///< thousandths of a request
  std::int32_t weight_of_waiting{};
  bool early_desk{};
};

/// People of one unit with the same skills and calendar.
struct GroupRow {
  UnitId unit;
  Bits skills{};
  CalendarId calendar;
  bool early_desk{};
  friend bool operator==(const GroupRow&, const GroupRow&) = default;
};

/// Words that are heard by an organisation's investigating teams.
struct AnnouncementRow {
  sim::Time at;
  OrganisationId organisation;
  WorkClass work_class{};
  double step{};
};

/// When organisations publish what their requests experienced.
struct PublicationRow {
  sim::Time from;
  sim::Time until;
  sim::Duration every{};
  std::vector<OrganisationId> organisations;
  WorkClass work_class{};
  double weight{};
};

/// How investigating teams remember that a referral was refused.
struct ReadinessRow {
  double weight{};
  double memory_ms{};
};

struct ReferralRow {
  std::array<bool, harm_count> harms{};
  std::vector<bool> at;  ///< by stage
  double compliance{};
  RequestTypeId request;  ///< the synthetic type that carries the triage task
  Bits reaches{};
  std::optional<double> refused_above;  ///< waiting for each person; none: never
  Bits skills{};                        ///< of triage, and of the first tasks of what it reaches
  std::optional<ReadinessRow> remembered;
};

/// When the unit joins cases, whoever would have asked.
struct JoinRow {
  std::vector<bool> concerns;  ///< by stage: cases of its pathway are joined so
  std::vector<bool> joined;    ///< by stage: the unit has joined who is there; empty where by time
  sim::Duration after{};       ///< of opening, where not by stage
};

/// People whose requests stand in common lines: an organisation's, or some of them who sit with
/// investigating teams.
struct UnitRow {
  OrganisationId organisation;
  std::array<bool, class_count> takes{};  ///< of those who sit with teams: which work of theirs
  std::optional<UnitId> helps;            ///< to whose lines they turn when they have nothing to do
  std::vector<UnitId> helpers;            ///< who turns to these lines
};

/// Who takes a unit's requests when they have waited this long.
struct OverflowRow {
  UnitId to;
  sim::Duration after{};
  bool behind_own{};  ///< of those who take them
  bool promised{};    ///< they take it before all their own
};

struct HandoverRow {
  std::optional<sim::Duration> after;  ///< of absence; none: never
  double effort_lost{};
};

struct BeliefRow {
  double initial{};
  double memory_ms{};
  double weight_of_news{};
  double weight_of_bad_news{};
  double word_of_mouth{};
  double organisation_weight{};
  double floor{};
  double ceiling{};
  std::vector<bool> apart{};  ///< by team, whether it goes by its own experience; empty: none
};

struct DissipationRow {
  double at_first_overt_act{};
  std::array<double, 2> log_kept_per_month{};  ///< by visibility, <= 0
  friend bool operator==(const DissipationRow&, const DissipationRow&) = default;
};

/// Everything in force at one time.
struct Regime {
  sim::Table<StageTag, StageRow> stages;
  sim::Table<NeedTag, NeedRow> needs;
  sim::Table<StreamTag, StreamRow> streams;
  sim::Table<RequestTypeTag, RequestTypeRow> requests;
  sim::Table<PersonTag, PersonRow> people;
  sim::Table<RoleTag, RoleRow> roles;
  Allocation allocation;
  std::optional<ReferralRow> referral;
  std::optional<JoinRow> joins;
  sim::Table<UnitTag, UnitRow> units;
  sim::Table<InvestigatingTeamTag, UnitId> home;  ///< who takes the requests of a team's cases
  sim::Table<UnitTag, std::vector<OverflowRow>> overflow;  ///< in the order of waiting
  /// The same for early requests that are promised a start; empty where nothing is promised.
  sim::Table<UnitTag, std::vector<OverflowRow>> promised;
  HandoverRow handover;
  BeliefRow belief;
  std::array<DissipationRow, kind_count> dissipation{};
  Collection collection;
  TimeToPay time_to_pay;
};

/// An investigating team: an organisation's area.
struct InvestigatingTeamRow {
  OrganisationId organisation;
  std::uint32_t area{};  ///< index among the ids of Dimension::area
};

/// A month of the calendar, anywhere in the run.
struct RunMonth {
  sim::Time first;
  std::int64_t days{};
  std::size_t month{};  ///< 0 is January
  std::int64_t year{};  ///< counted from the first of the run
};

/// The whole scenario, both settings, in the engine's terms.
struct Tables {
  sim::Date first_day;     ///< the day of sim::Time{0}
  sim::Time period_start;  ///< S
  sim::Time period_end;    ///< H
  sim::Time last;          ///< end of the run-on
  /// First instant of the twelve months before S, where the run has been under way for a year by
  /// then: what requests were before the plan. Nothing where it has not.
  std::optional<sim::Time> year_before;
  std::vector<sim::Time> months;      ///< first instants of the period's months, and H
  std::vector<sim::Time> plan_years;  ///< first instants of years from S on, to the end of the run
  std::vector<RunMonth> run_months;   ///< those that begin within the run
  DimensionIds ids;
  std::optional<Layout> layout;  ///< set by Compiled
  sim::Table<InvestigatingTeamTag, InvestigatingTeamRow> investigating_teams;
  std::vector<std::vector<InvestigatingTeamId>> teams_of_organisation;
  sim::Table<CalendarTag, WorkingTime> calendars;
  std::optional<WorkingTime> statutory_clock;
  std::vector<GroupRow> groups;
  std::size_t organisations{};
  std::size_t units{};  ///< those of the organisations come first
  std::size_t skills{};
  std::size_t staff_teams{};
  std::vector<std::optional<RoleId>> role_of_team;  ///< in the plan; none: the team has gone
  CauseId sick;      ///< where the cause is reported; of no meaning where nobody falls ill
  CauseId on_leave;  ///< likewise
  std::vector<StaffingStep> staffing;  ///< in the order of their dates, terms of teams first
  std::vector<AgencyBill> agency_bills;
  std::vector<AnnouncementRow> announcements;  ///< those of the period, in the order of their ids
  std::optional<PublicationRow> publications;
  bool works_for_others{};  ///< somebody may take requests of another organisation
  Regime before;
  Regime planned;
  std::shared_ptr<const struct Opening> opening;  ///< what there is at first; never null
};

}  // namespace ficap::models
