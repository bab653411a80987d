#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/beliefs.hpp"
#include "models/bounds.hpp"
#include "models/career.hpp"
#include "models/draws.hpp"
#include "models/events.hpp"
#include "models/ledger.hpp"
#include "models/queues.hpp"
#include "models/readiness.hpp"
#include "models/replay.hpp"
#include "models/staff_year.hpp"
#include "models/state.hpp"
#include "models/tables.hpp"
#include "sim/arrivals.hpp"
#include "sim/time_average.hpp"

namespace ficap::models {

/// One possible future: cases, the help they need, and the people who give it.
///
/// handle() says what happens at each event. The flows are told in a file each: model.cpp (the
/// run and its period), opening.cpp (what there is at first), case_flow.cpp, asset_flow.cpp,
/// asking.cpp (need to request), waiting.cpp (requests in line), embedding.cpp (who sits with
/// teams), work.cpp (request to work), holds.cpp (what courts let the police keep), referrals.cpp
/// (cases that must be referred), joining.cpp (the unit joins at one moment), staff.cpp (people at
/// work), hours.cpp (what becomes of their time), absences.cpp (illness and leave), careers.cpp
/// (who comes, learns and goes), staffing_plan.cpp (what changes on dates), engagement.cpp (what
/// the unit says of its help), replay.cpp (what is taken from other runs).
class Model {
 public:
  explicit Model(const Tables& tables, const Bounds& bounds = {});
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;
  Model(Model&&) = delete;
  Model& operator=(Model&&) = delete;
  ~Model() = default;

  [[nodiscard]] Outcome run(std::uint64_t seed, std::uint32_t replication);
  [[nodiscard]] std::vector<StaffYear> run_by_year(std::uint64_t seed, std::uint32_t replication);
  [[nodiscard]] Outcome run_recording(std::uint64_t seed,
                                      std::uint32_t replication,
                                      History& history);
  [[nodiscard]] Outcome run_replaying(std::uint64_t seed,
                                      std::uint32_t replication,
                                      const Replay& replay);
  void stop_when(std::function<bool()> stop) { stop_ = std::move(stop); }
  [[nodiscard]] std::size_t slots() const noexcept { return cases_.size() + requests_.size(); }

  void handle(const PlanStarts& event);
  void handle(const PlanEnds& event);
  void handle(const MonthEnds& event);
  void handle(const OfficeOpens& event);
  void handle(const OfficeCloses& event);
  void handle(const CaseArrives& event);
  void handle(const NeedArises& event);
  void handle(const StageEnds& event);
  void handle(const InducedDue& event);
  void handle(const WorkDone& event);
  void handle(const WaitOver& event);
  void handle(const WindowCloses& event);
  void handle(const OverflowOpens& event);
  void handle(const UnitJoinsCase& event);
  void handle(const HoldEnds& event);
  void handle(const FallsIll& event);
  void handle(const Recovers& event);
  void handle(const LeaveBegins& event);
  void handle(const LeaveEnds& event);
  void handle(const HandsOver& event);
  void handle(const Joins& event);
  void handle(const Leaves& event);
  void handle(const Learns& event);
  void handle(const NoLongerNew& event);
  void handle(const TrainingYearBegins& event);
  void handle(const StaffingChanges& event);
  void handle(const Announces& event);
  void handle(const Publishes& event);
  void handle(const AsksAsRecorded& event);
  void handle(const CountsAsRecorded& event);

 private:
  /// How a need or request ends.
  enum class Ending : std::uint8_t {
    suppressed,
    declined,
    expired,
    withdrawn,
    covered,
    completed,
    stopped
  };

  // --- the run (model.cpp)
  [[nodiscard]] Outcome simulate(std::uint64_t seed, std::uint32_t replication);
  void begin(std::uint64_t seed, std::uint32_t replication);
  void set_up_offices();
  void set_up_streams();
  void open_staff();
  void count_needs_at_period_end();
  void write_cut_off_stays();
  void write_staff_year();
  void write_belief();
  void write_people(MonthRow& month);
  [[nodiscard]] sim::Time now() const noexcept { return calendar_.now(); }
  [[nodiscard]] bool in_period() const noexcept { return ledger_.in_period(now()); }
  /// The part of [from, to) that lies in the measured period, in milliseconds.
  [[nodiscard]] std::int64_t within_period(sim::Time from, sim::Time to) const noexcept;

  // --- a future that will not end (bounds.cpp)
  void look(std::uint64_t events);
  void look_at_what_is_open();
  [[noreturn]] void give_up(const std::string& how_many);
  [[nodiscard]] std::string today_in_words() const;
  [[nodiscard]] std::string owner_of(const Case& c) const;
  [[nodiscard]] std::string name_of(const Request& r) const;
  // --- what there is at first (opening.cpp)
  void open_backlog();
  [[nodiscard]] sim::Handle open_case_of_today(const struct OpenCaseRow& row);
  void set_worth(Case& c, const OpenCaseRow& row);
  [[nodiscard]] sim::Handle open_request_of_today(sim::Handle file,
                                                  const struct OpenRequestRow& row);
  void put_in_place(sim::Handle request, const OpenRequestRow& row);
  [[nodiscard]] std::optional<PersonId> holder_for(const OpenRequestRow& row, SkillId skill) const;
  void set_trainees();
  void change_trainees(const Regime& next);
  void resume_training();
  void find_tutors_of_trainees(const std::vector<struct TraineeRow>& trainees);
  void learn_so_far(const TraineeRow& row, const Regime& regime);

  // --- cases (case_flow.cpp)
  void schedule_next_arrival(StreamId stream);
  void open_case(StreamId stream, std::uint32_t hash, std::uint32_t ordinal);
  void enter_stage(sim::Handle file, StageId stage);
  void schedule_needs(sim::Handle file, std::optional<Bits> met = {});
  void escalate(sim::Handle file);
  [[nodiscard]] bool must_wait(const Case& c) const;
  void leave_stage(sim::Handle file);
  void stop_waiting_if_done(const Case& c, sim::Handle file);
  void close_case(sim::Handle file);
  void write_case(Case& c, bool closed);
  [[nodiscard]] sim::Stream draw(const Case& c, Purpose purpose, std::uint16_t sub = 0) const;
  [[nodiscard]] sim::Duration stage_duration(const Case& c,
                                             StageId stage,
                                             std::uint16_t step) const;
  [[nodiscard]] std::optional<StageId> stage_after(const Case& c,
                                                   StageId stage,
                                                   std::uint16_t step) const;
  [[nodiscard]] Cut cut_of(const Case& c) const;

  // --- what cases are worth (asset_flow.cpp)
  /// Its benefit and realisable assets; the rest of the result may be unknown yet.
  const CaseAssets& worth_of(Case& c);
  /// Its assets in their places, as they stand now.
  CaseAssets& assets_of(Case& c);
  void settle_before(const Regime& next);
  void note(Case& c, const AssetAct& act);
  [[nodiscard]] const AssetProfileRow& profile_of(const Case& c) const;
  [[nodiscard]] std::array<double, kind_count> mix_of(const Case& c,
                                                      const AssetProfileRow& profile) const;
  void become_overt(Case& c);
  void become_engaged(Case& c);
  void decide(Case& c, const DecisionRow& decision);
  void receive(Case& c, bool confiscation, const CourtOrder& order, sim::Time paid_at);
  [[nodiscard]] std::int64_t default_interest(const CourtOrder& order, sim::Time paid_at) const;

  // --- what courts let the police keep for a time (holds.cpp)
  void hold_for_a_time(sim::Handle file, const HoldRow& terms);
  void fail_to_hold(sim::Handle file, const HoldRow& terms);
  /// Whether an application has been made on which a court will decide: it is held until then.
  [[nodiscard]] bool is_for_the_court(const Case& c) const;

  // --- needs and asking (asking.cpp)
  void arise(sim::Handle file, NeedId need);
  void reconsider(sim::Handle file);
  [[nodiscard]] bool is_joined_by_rule(const Case& c) const;
  [[nodiscard]] bool has_joined(const Case& c) const;
  void join(sim::Handle file);
  void decide_whether_to_ask(sim::Handle request);
  [[nodiscard]] bool hopes_for_help(Request& r);
  void ask(sim::Handle request);
  [[nodiscard]] bool declined_at_once(const Request& r);
  [[nodiscard]] sim::Time window_of(const Case& c, const Request& r, sim::Time arose) const;
  [[nodiscard]] sim::Time end_of_phase(const Case& c, Phase phase) const;
  sim::Handle add_request(sim::Handle file,
                          RequestKind kind,
                          RequestTypeId type,
                          std::uint32_t hash);
  [[nodiscard]] Cut cut_of(const Request& r) const;
  [[nodiscard]] bool is_discretionary(const Request& r) const;
  void write_need(Request& r, std::optional<Ending> ending);
  void write_unstarted(const Request& r, Ending ending);

  // --- cases that must be referred (referrals.cpp)
  void refer(sim::Handle file);
  [[nodiscard]] bool refused_at_once(const Case& c) const;
  void write_referral(const Request& r, std::optional<Ending> ending);

  // --- requests in line (waiting.cpp)
  void enqueue(sim::Handle request);
  void stand(sim::Handle request);
  void expect_others(sim::Handle request);
  [[nodiscard]] bool is_promised(const Case& c, const Request& r) const;
  [[nodiscard]] const std::vector<OverflowRow>& others_for(const Request& r) const;
  void stand_elsewhere(sim::Handle request, const OverflowRow& rule);
  void leave_lines(Request& r);
  void stop_going_elsewhere(const Request& r);
  void offer(sim::Handle request);
  [[nodiscard]] std::size_t index_of(UnitId unit, SkillId skill) const noexcept {
    return (unit.value * tables_.skills) + skill.value;
  }
  [[nodiscard]] Lane lane_of(const Request& r) const;

  // --- people who sit with investigating teams (embedding.cpp)
  /// Whose lines a request stands in.
  [[nodiscard]] UnitId unit_for(const Case& c, const Request& r) const;
  [[nodiscard]] UnitId unit_of_two(UnitId own, UnitId home, SkillId skill, bool theirs) const;
  /// Whether something waits that people of a unit could take.
  [[nodiscard]] bool work_waits(UnitId unit, Bits skills) const;
  void put_in_right_lines();
  void change_homes(const Regime& last);
  template <class Which>
  void stand_anew(Which&& which);

  // --- requests at work (work.cpp)
  void start(PersonId person, sim::Handle request);
  [[nodiscard]] double hours_of_task(const Request& r) const;
  void note_start(Request& r);
  void suspend(PersonId person);
  void go_on(sim::Handle request);
  void decisive_task_done(sim::Handle request);
  void induce(const Request& r);
  void finish(sim::Handle request, Ending ending);
  [[nodiscard]] const TaskRow& task_of(const Request& r) const;
  [[nodiscard]] sim::Stream draw(const Request& r, Purpose purpose, std::size_t part) const;

  // --- people (staff.cpp)
  void pick_next(PersonId person);
  [[nodiscard]] sim::Handle choose(PersonId person) const;
  [[nodiscard]] sim::Handle choose_from(UnitId unit, PersonId person) const;
  [[nodiscard]] sim::Handle own_ready(const Person& p,
                                      bool (Model::*wanted)(const Request&) const) const;
  [[nodiscard]] bool is_statutory(const Request& r) const;
  [[nodiscard]] bool is_early(const Request& r) const { return r.phase == Phase::early; }
  [[nodiscard]] bool is_any(const Request& /*r*/) const { return true; }
  [[nodiscard]] bool below_cap(PersonId person) const {
    return people_[person].load + 1000 <= row(person).cap;
  }
  void stand_in_line(PersonId person);
  void leave_free_line(PersonId person);
  void add_load(PersonId person, std::int32_t thousandths);
  void hold_ready(PersonId person, sim::Handle request);
  void release(Request& r, sim::Handle request);
  void let_go(Request& r);
  void wake(CalendarId calendar);
  void rescue_hearings(CalendarId calendar);
  void rescue(sim::Handle request, CalendarId calendar, std::vector<PersonId>& taken);
  [[nodiscard]] std::vector<sim::Handle> leave_posts(const Regime& next);
  void take_posts(const Regime& last);
  void count_skills(PersonId person, int people);
  void change_rules(const Regime& next);

  // --- what becomes of people's time (hours.cpp)
  void account(PersonId person);
  void settle_hours(PersonId person);
  void write_away(PersonId person, CauseId cause, std::int64_t ms);
  void settle_strength(PersonId person);
  void write_work(PersonId person, std::int64_t ms, std::int64_t open_ms);
  [[nodiscard]] double ability_of(PersonId person) const;
  [[nodiscard]] double rate_of(PersonId person, const Regime& regime) const;
  void describe(PersonId person);
  [[nodiscard]] Cut cut_of(PersonId person) const;

  // --- illness and leave (absences.cpp)
  void expect_absence(PersonId person);
  void expect_absence_under(PersonId person, const Regime& last);
  void find_leave_month(PersonId person);
  void expect_illness(PersonId person);
  void expect_leave(PersonId person);
  void change_absence(PersonId person, bool& reason, bool value);
  void go_away(PersonId person);
  void set_aside(PersonId person);
  void come_back(PersonId person);
  [[nodiscard]] std::vector<sim::Handle> put_down(PersonId person);
  void lose_effort(Request& r) const;

  // --- who comes, learns and goes (careers.cpp)
  void begin_careers();
  void expect_leaving(PersonId person);
  void set_hazard(PersonId person, double per_ms);
  void leave_post(PersonId person);
  [[nodiscard]] std::vector<sim::Handle> end_service(PersonId person);
  void recruit(PersonId person);
  void begin_service(PersonId person);
  void join(PersonId person, bool as_recruit);
  void begin_training_year();
  void give_places();
  void begin_training(PersonId person);
  void expect_progress(PersonId person);
  void end_training(PersonId person);
  void become_new(PersonId person);
  void find_tutors(StaffTeamId team);
  void find_tutor(PersonId recruit);
  void find_others_to_teach(PersonId tutor);
  void teach(PersonId tutor, int recruits);
  template <class Change>
  void change_ability(PersonId person, Change&& change);
  // --- what changes on dates (staffing_plan.cpp)
  void begin_staffing_plan();
  void expect_staffing_change(std::size_t which);
  void take(const StaffingStep& step);
  void change(StaffTeamId team, const StaffingStep::Freeze& freeze);
  void change(StaffTeamId team, const StaffingStep::OvertimeTerms& overtime);
  void change(StaffTeamId team, const StaffingStep::Supplement& supplement);
  void change(StaffTeamId team, const StaffingStep::Posts& posts);
  void change(StaffTeamId team, const StaffingStep::Agency& agency);
  void change(StaffTeamId team, const StaffingStep::Lending& lending);
  void add_posts(StaffTeamId team, std::size_t number, bool filled_on_the_day);
  void cut_posts(StaffTeamId team, std::size_t number);
  void work_for(PersonId person, UnitId whom, std::optional<std::uint32_t> loan);
  /// Those who hold a team's posts, or could, in the order of the posts.
  template <class Visit>
  void for_each_of(StaffTeamId team, Visit&& visit) {
    for (const PersonId person : people_.ids()) {
      const PersonRow& post = tables_.planned.people[person];
      if (post.team == team && !post.of_agency) visit(person);
    }
  }
  // --- what the unit says of its help (engagement.cpp)
  void begin_engagement();

  // --- what is recorded, and what is taken from records (replay.cpp)
  [[nodiscard]] NeedAddress address_of(const Request& r) const;
  void expect_recorded(sim::Handle request);
  [[nodiscard]] bool decides_to_ask(Request& r);
  [[nodiscard]] bool asks_between_decisions(const Request& r);
  void count_work(Case& c, const Request& r);
  [[nodiscard]] bool is_timed_by_courts(RequestTypeId type) const;

  /// The numbers of a post's present holder.
  [[nodiscard]] sim::Stream draw(PersonId person, Purpose purpose, std::uint32_t which = 0) const;
  /// Schedules something that befalls a person, if it comes before the run ends.
  template <class Happening>
  sim::Handle expect(sim::Time at, const Happening& happening) {
    return at < tables_.last ? calendar_.schedule(at, Order::staff, happening) : sim::Handle{};
  }

  [[nodiscard]] double overtime_of(PersonId person) const;
  [[nodiscard]] const PersonRow& row(PersonId person) const { return rules_->people[person]; }
  [[nodiscard]] bool is_open(CalendarId calendar) const { return open_[calendar.value]; }

  const Tables& tables_;
  const Regime* rules_;
  Future future_;
  EventCalendar calendar_;
  Ledger ledger_;
  Beliefs beliefs_;
  Readiness readiness_;
  Queues queues_;

  sim::Slots<Case> cases_;
  sim::Slots<CaseWorth> worths_;
  sim::Slots<HoldState> holds_;
  sim::Slots<Request> requests_;
  sim::Slots<Elsewhere> elsewhere_;
  sim::Table<PersonTag, Person> people_;
  sim::Table<PersonTag, Career> careers_;
  std::vector<std::array<sim::WaitingLine<PersonId>, 2>> free_;  ///< by group: below cap, at cap
  std::vector<std::vector<std::uint32_t>> groups_with_;          ///< by unit and skill
  std::vector<bool> open_;                                       ///< by calendar
  std::vector<std::int32_t> in_post_;                            ///< by unit and skill
  std::vector<TeamTerms> terms_;                                 ///< by team
  std::vector<std::optional<std::uint32_t>> places_left_;  ///< in training, by team; none: no cap
  std::vector<PersonId> awaiting_place_;                   ///< in the order of joining

  struct Source {
    sim::PoissonArrivals arrivals;
    sim::CumulativeRate rate;
    std::uint32_t next_ordinal{};
  };
  std::vector<Source> sources_;

  Bounds bounds_;
  std::function<bool()> stop_;
  std::int64_t day_looked_at_{-1};
  std::uint64_t events_before_day_{0};
  std::optional<std::vector<StaffYear>> staff_years_;  ///< where they are asked for
  std::vector<std::int64_t> away_ms_;                  ///< by team and cause
  History* history_{nullptr};                          ///< where what happens is recorded
  const Replay* replay_{nullptr};                      ///< what is taken from other runs
  std::vector<bool> counted_;                          ///< by record of their work
  std::uint64_t asked_order_{first_in_order};
  std::int64_t cohort_open_{0};
  bool period_over_{false};
  bool lines_may_be_wrong_{false};  ///< nobody, or somebody again, has a skill in some unit
  sim::Level waiting_for_start_;
  sim::Level open_cases_;
  std::vector<PersonId> own_work_waits_;  ///< free while their office was closed; perhaps twice
};

}  // namespace ficap::models
