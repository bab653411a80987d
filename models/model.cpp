#include "models/model.hpp"

#include <algorithm>
#include <utility>

#include "models/opening.hpp"
#include "models/simulator.hpp"
#include "sim/elementary.hpp"

namespace ficap::models {

namespace {

constexpr std::uint64_t events_between_looks = 4096;

}  // namespace

Model::Model(const Tables& tables, const Bounds& bounds)
    : tables_{tables},
      rules_{&tables.before},
      ledger_{tables},
      beliefs_{tables},
      readiness_{tables},
      queues_{tables},
      people_(tables.planned.people.size()),
      careers_(tables.planned.people.size()),
      free_(tables.groups.size()),
      groups_with_(tables.units * tables.skills),
      open_(tables.calendars.size()),
      in_post_(tables.units * tables.skills),
      terms_(tables.staff_teams),
      places_left_(tables.staff_teams),
      bounds_{bounds} {
  for (std::uint32_t g = 0; g < tables.groups.size(); ++g) {
    for (std::uint32_t s = 0; s < tables.skills; ++s) {
      if ((tables.groups[g].skills & bit(SkillId{s})) != 0)
        groups_with_[index_of(tables.groups[g].unit, SkillId{s})].push_back(g);
    }
  }
}

Outcome Model::run(std::uint64_t seed, std::uint32_t replication) {
  staff_years_.reset();
  history_ = nullptr;
  replay_ = nullptr;
  return simulate(seed, replication);
}

Outcome Model::simulate(std::uint64_t seed, std::uint32_t replication) {
  begin(seed, replication);
  std::uint64_t events = 0;
  // The run-on ends early when the last case of the cohort has closed: nothing reported can change.
  while (!(period_over_ && cohort_open_ == 0)) {
    if (!calendar_.handle_next(tables_.last, [this](const auto& event) { handle(event); })) break;
    if (++events % events_between_looks == 0) look(events);
  }
  write_cut_off_stays();
  Outcome outcome = ledger_.take();
  outcome.events = events;
  return outcome;
}

std::vector<StaffYear> Model::run_by_year(std::uint64_t seed, std::uint32_t replication) {
  history_ = nullptr;
  replay_ = nullptr;
  staff_years_.emplace();
  static_cast<void>(simulate(seed, replication));
  return std::move(*staff_years_);
}

// Everybody's hours were settled for the month that ends with the year.
void Model::write_staff_year() {
  staff_years_->push_back({.ms = (now() - tables_.period_start).count(),
                           .values = ledger_.values(),
                           .away_ms = away_ms_});
}

void Model::begin(std::uint64_t seed, std::uint32_t replication) {
  future_ = {seed, replication};
  rules_ = &tables_.before;
  calendar_.clear();
  ledger_.begin();
  beliefs_.begin(rules_->belief);
  readiness_.begin(rules_->referral ? rules_->referral->remembered : std::nullopt);
  queues_.begin();
  cases_.clear();
  worths_.clear();
  holds_.clear();
  requests_.clear();
  elsewhere_.clear();
  asked_order_ = first_in_order;
  day_looked_at_ = -1;
  away_ms_.assign(tables_.staff_teams * tables_.layout->width(Dimension::cause), 0);
  cohort_open_ = 0;
  period_over_ = false;
  lines_may_be_wrong_ = false;
  waiting_for_start_ = sim::Level{tables_.period_start};
  open_cases_ = sim::Level{tables_.period_start};

  calendar_.schedule(tables_.period_start, Order::boundary, PlanStarts{});
  for (std::size_t month = 1; month < tables_.months.size(); ++month) {
    calendar_.schedule(tables_.months[month], Order::boundary, MonthEnds{});
  }
  calendar_.schedule(tables_.period_end, Order::boundary, PlanEnds{});
  set_up_offices();
  open_staff();
  set_up_streams();
}

void Model::set_up_offices() {
  for (const CalendarId id : tables_.calendars.ids()) {
    const WorkingTime& office = tables_.calendars[id];
    open_[id.value] = office.never_closes() || office.is_open(sim::Time{});
    if (office.never_closes()) continue;
    const auto opening = office.next_open(sim::Time{});
    if (!opening) continue;
    if (open_[id.value]) {
      if (const auto closing = office.next_close(sim::Time{})) {
        calendar_.schedule(*closing, Order::office_closes, OfficeCloses{id});
      }
    } else {
      calendar_.schedule(*opening, Order::office_opens, OfficeOpens{id});
    }
  }
}

void Model::set_up_streams() {
  sources_.clear();
  for (const StreamId id : tables_.planned.streams.ids()) {
    const StreamRow& stream = tables_.planned.streams[id];
    std::vector<sim::RateChange> rates = stream.rates;
    if (stream.variation_between_years > 0.0) {
      const sim::Distribution year{
          sim::Gamma{.mean_value = 1.0, .cv = stream.variation_between_years}};
      for (std::size_t i = 0; i < rates.size(); ++i) {
        sim::Stream numbers =
            future_.stream(Purpose::year_of_stream, stream.hash, stream.year_of_rate[i]);
        rates[i].per_hour *= sim::sample(year, numbers);
      }
    }
    sources_.push_back(
        {sim::PoissonArrivals{{.seed = future_.seed,
                               .replication = future_.replication,
                               .purpose = static_cast<std::uint8_t>(Purpose::arrival_gap),
                               .id = stream.hash}},
         sim::CumulativeRate{std::move(rates), tables_.last},
         0});
    schedule_next_arrival(id);
  }
}

void Model::open_staff() {
  for (auto& lines : free_) {
    for (auto& line : lines)
      line.clear();
  }
  std::fill(in_post_.begin(), in_post_.end(), 0);
  for (const PersonId id : people_.ids()) {
    Person& person = people_[id];
    careers_[id] = {};
    person.in_post = false;
    person.is_post = false;
    person.absent = false;
    person.loan.reset();
    person.overtime_ms = {};
    person.overtime_pence = {};
    person.supplement_pence = {};
    person.load = 0;
    person.working_on = {};
    person.accounted_to = sim::Time{};
    person.open_ms = 0;
    person.productive_ms = 0;
    person.free_since = sim::Time{};
    person.work_event = {};
    person.ready.clear();
    person.place = {};
  }
  awaiting_place_.clear();
  std::fill(terms_.begin(), terms_.end(), TeamTerms{});
  own_work_waits_.clear();
  set_trainees();
  take_posts(*rules_);
  find_tutors_of_trainees(tables_.opening->trainees_before);
}

// The plan begins: its rules, its people.
void Model::handle(const PlanStarts& /*event*/) {
  change_trainees(tables_.planned);
  change_rules(tables_.planned);
  begin_staffing_plan();
  begin_careers();
  begin_engagement();
  beliefs_.start_measuring(now());
  open_backlog();
}

void Model::handle(const MonthEnds& /*event*/) {
  const auto month = static_cast<std::size_t>(
      std::lower_bound(tables_.months.begin(), tables_.months.end(), now()) -
      tables_.months.begin());
  MonthRow& row_of_month = ledger_.month(month - 1);
  row_of_month.backlog = waiting_for_start_.value();
  double belief = 0.0;
  for (const InvestigatingTeamId team : tables_.investigating_teams.ids()) {
    belief += beliefs_.belief(team, WorkClass::discretionary, now());
  }
  belief /= static_cast<double>(tables_.investigating_teams.size());
  row_of_month.belief_thousandths = static_cast<std::int64_t>((belief * 1000.0) + 0.5);
  write_people(row_of_month);
  ledger_.close_month(row_of_month);
  if (month % 12 != 0) return;
  ledger_.close_year();
  if (staff_years_) write_staff_year();
}

void Model::write_people(MonthRow& month) {
  double fte = 0.0;
  for (const PersonId person : people_.ids()) {
    settle_hours(person);
    const Person& p = people_[person];
    if (p.is_post) ++month.posts;
    if (!p.in_post) continue;
    if (row(person).of_agency) {
      ++month.agency;
      continue;
    }
    ++month.people;
    if (p.loan) ++month.on_loan;
    fte += row(person).fte * ability_of(person);
  }
  month.fte_thousandths = static_cast<std::int64_t>((fte * 1000.0) + 0.5);
}

void Model::handle(const PlanEnds& /*event*/) {
  period_over_ = true;
  count_needs_at_period_end();
  for (const PersonId person : people_.ids())
    settle_hours(person);
  for (const AgencyBill& bill : tables_.agency_bills) {
    ledger_.add(Counter::agency_pence, cut_of(bill.first), bill.pence);
    ledger_.team(bill.year, row(bill.first).team).agency_pence += bill.pence;
  }
  waiting_for_start_.close(now());
  open_cases_.close(now());
  ledger_.add(Counter::queue_level_ms, waiting_for_start_.integral());
  ledger_.add(Counter::stage_level_ms, open_cases_.integral());
  write_belief();
  ledger_.set(Counter::period_ms, (tables_.period_end - tables_.period_start).count());
}

void Model::count_needs_at_period_end() {
  requests_.for_each([this](sim::Handle /*handle*/, Request& r) {
    if (r.counted) write_need(r, std::nullopt);
    if (r.progress == Progress::not_asked && r.window_closes < now())
      write_unstarted(r, Ending::suppressed);
  });
}

// Of the classes of work, asking depends on trust for discretionary work alone: that is reported.
void Model::write_belief() {
  constexpr WorkClass asked_or_not = WorkClass::discretionary;
  const double period_ms = static_cast<double>((tables_.period_end - tables_.period_start).count());
  for (const InvestigatingTeamId team : tables_.investigating_teams.ids()) {
    const InvestigatingTeamRow& t = tables_.investigating_teams[team];
    Cut cut;
    cut.set(Dimension::organisation, t.organisation.value)
        .set(Dimension::area, t.area)
        .set(Dimension::work_class, asked_or_not);
    const double integral = beliefs_.integral(team, asked_or_not, now());
    ledger_.add(Counter::belief_by_time, cut, static_cast<std::int64_t>((integral * 1000.0) + 0.5));
    ledger_.add(Counter::belief_time, cut, static_cast<std::int64_t>(period_ms));
  }
}

// What is still open when the run is cut off has stayed in the period, too.
void Model::write_cut_off_stays() {
  const sim::Time end = std::max(now(), tables_.period_end);
  requests_.for_each([&](sim::Handle /*handle*/, Request& r) {
    if (r.progress != Progress::not_asked && !r.started) {
      ledger_.add(Counter::queue_stay_ms, within_period(r.asked_at, end));
    }
    if (r.holder) let_go(r);
  });
  cases_.for_each([&](sim::Handle /*handle*/, Case& c) {
    ledger_.add(Counter::stage_stay_ms, within_period(c.stage_entered, end));
    if (c.in_cohort) {
      write_case(c, false);
    }
  });
}

std::int64_t Model::within_period(sim::Time from, sim::Time to) const noexcept {
  const sim::Time begin = std::max(from, tables_.period_start);
  const sim::Time end = std::min(to, tables_.period_end);
  return end > begin ? (end - begin).count() : 0;
}

Simulator::Simulator(const Compiled& compiled, const Bounds& bounds)
    : model_{std::make_unique<Model>(compiled.tables(), bounds)} {}
Simulator::Simulator(Simulator&&) noexcept = default;
Simulator& Simulator::operator=(Simulator&&) noexcept = default;
Simulator::~Simulator() = default;

std::size_t Simulator::slots() const noexcept {
  return model_->slots();
}

void Simulator::stop_when(std::function<bool()> stop) {
  model_->stop_when(std::move(stop));
}

Outcome Simulator::run(std::uint64_t seed, std::uint32_t replication) {
  return model_->run(seed, replication);
}

Outcome Simulator::run_recording(std::uint64_t seed, std::uint32_t replication, History& history) {
  return model_->run_recording(seed, replication, history);
}

Outcome Simulator::run_replaying(std::uint64_t seed,
                                 std::uint32_t replication,
                                 const Replay& replay) {
  return model_->run_replaying(seed, replication, replay);
}

std::vector<StaffYear> Simulator::run_by_year(std::uint64_t seed, std::uint32_t replication) {
  return model_->run_by_year(seed, replication);
}

}  // namespace ficap::models
