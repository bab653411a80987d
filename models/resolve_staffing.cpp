#include <algorithm>
#include <chrono>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "models/posts.hpp"
#include "models/resolve.hpp"
#include "models/teams_named.hpp"
#include "sim/stream.hpp"

namespace ficap::models {

namespace {

constexpr std::chrono::hours day{24};
constexpr double ms_per_year = days_per_year * 24.0 * 3'600'000.0;

template <class T>
std::uint32_t whole(const Sourced<T>& number) {
  return static_cast<std::uint32_t>(number.value.value);
}

class StaffingResolver {
 public:
  StaffingResolver(const Setting& setting, const Resolver& resolver, Tables& tables)
      : setting_{setting}, resolver_{resolver}, tables_{tables} {}

  void resolve() {
    const StaffingPlan& plan = setting_.staffing;
    for (const auto& freeze : plan.hiring_freezes)
      add(freeze.second);
    for (const auto& overtime : plan.overtime)
      add(overtime.second);
    for (const auto& supplement : plan.supplements)
      add(supplement.second);
    for (const auto& posts : plan.posts)
      add(posts.second);
    for (const auto& agency : plan.agency)
      add(agency.first, agency.second);
    for (const auto& loan : plan.loans)
      add(loan.second);
    // On one day: what ends before what begins, terms before people, then as they stand here.
    std::stable_sort(
        tables_.staffing.begin(), tables_.staffing.end(), [](const auto& a, const auto& b) {
          return std::tuple{a.at, !a.is_of_terms(), !ends(a)} <
                 std::tuple{b.at, !b.is_of_terms(), !ends(b)};
        });
    tables_.works_for_others = !plan.loans.empty();
    for (const Regime* regime : {&tables_.before, &tables_.planned}) {
      for (const UnitId unit : regime->overflow.ids())
        tables_.works_for_others |=
            !regime->overflow[unit].empty() || !regime->promised[unit].empty();
    }
  }

 private:
  /// Whether a step takes something back that another one began.
  static bool ends(const StaffingStep& step) {
    struct Ends {
      bool operator()(const StaffingStep::Freeze& freeze) const { return !freeze.holds; }
      bool operator()(const StaffingStep::OvertimeTerms& terms) const { return terms.share <= 0.0; }
      bool operator()(const StaffingStep::Supplement& terms) const {
        return terms.pence_per_ms <= 0.0 && terms.leaving >= 1.0;
      }
      bool operator()(const StaffingStep::Posts& posts) const { return posts.change < 0; }
      bool operator()(const StaffingStep::Agency& agency) const { return !agency.comes; }
      bool operator()(const StaffingStep::Lending& loan) const { return !loan.begins; }
    };
    return std::visit(Ends{}, step.what);
  }

  [[nodiscard]] sim::Time at(sim::Date date) const {
    return sim::Time{day * (sim::days_from_civil(date) - sim::days_from_civil(tables_.first_day))};
  }

  // What is to change after the plan's end never does: the run-on goes on as the plan ended.
  template <class What>
  void step(sim::Date date, const std::string& team, const What& what) {
    const sim::Time when = std::max(at(date), tables_.period_start);
    if (when < tables_.period_end)
      tables_.staffing.push_back({when, resolver_.staff_team(team), what});
  }

  template <class Entry, class What>
  void for_a_time(const Entry& entry,
                  const std::string& team,
                  const What& begins,
                  const What& ends) {
    step(entry.from, team, begins);
    if (entry.until) step(*entry.until, team, ends);
  }

  [[nodiscard]] std::vector<std::string> teams_of(
      const std::vector<Ref<Entity::team>>& some) const {
    std::vector<std::string> teams = teams_named(some, setting_);
    std::sort(teams.begin(), teams.end());
    return teams;
  }
  [[nodiscard]] const Team& team(const std::string& id) const {
    return setting_.teams.find(id)->second;
  }
  [[nodiscard]] const Role& role_of(const std::string& id) const {
    return setting_.roles.find(team(id).role.id)->second;
  }

  void add(const HiringFreeze& freeze) {
    for (const std::string& id : teams_of(freeze.teams))
      for_a_time(freeze, id, StaffingStep::Freeze{true}, StaffingStep::Freeze{false});
  }

  void add(const Overtime& overtime) {
    for (const std::string& id : teams_of(overtime.teams)) {
      const double share = overtime.up_to.value.value;
      for_a_time(overtime,
                 id,
                 StaffingStep::OvertimeTerms{share, overtime.paid.value.value * pence_an_hour(id)},
                 StaffingStep::OvertimeTerms{});
    }
  }

  /// Pay for an hour of the contract: bank holidays are paid as well.
  [[nodiscard]] double pence_an_hour(const std::string& id) const {
    const auto& hours = setting_.calendars.find(team(id).calendar.id)->second.hours_by_weekday;
    const double a_week = std::accumulate(hours.begin(), hours.end(), 0.0);
    return static_cast<double>(role_of(id).pay.value.pence) / (a_week * days_per_year / 7.0);
  }

  void add(const MarketSupplement& supplement) {
    for (const std::string& id : teams_of(supplement.teams)) {
      const double pence_a_year =
          static_cast<double>(supplement.pay.value.pence) * role_of(id).on_costs.value.value;
      for_a_time(
          supplement,
          id,
          StaffingStep::Supplement{supplement.leaving.value.value, pence_a_year / ms_per_year},
          StaffingStep::Supplement{});
    }
  }

  void add(const PostsChange& posts) {
    step(posts.from,
         posts.team.id,
         StaffingStep::Posts{static_cast<std::int64_t>(posts.change.value.value),
                             filled(posts, role_of(posts.team.id)) == Filled::on_the_day});
  }

  void add(const std::string& id, const AgencyStaff& agency) {
    const std::uint32_t people = whole(agency.people);
    const Team& joined = team(agency.team.id);
    PersonRow row;
    row.of_agency = true;
    row.role = resolver_.role(joined.role.id);
    row.team = resolver_.staff_team(agency.team.id);
    row.organisation = resolver_.organisation(joined.organisation.id);
    row.unit = unit_of(row.organisation);
    row.calendar = resolver_.calendar(joined.calendar.id);
    row.fte = 1.0;
    row.cap = static_cast<std::int32_t>((joined.caseload_cap.value.value * 1000.0) + 0.5);
    row.weight_of_waiting =
        static_cast<std::int32_t>((joined.weight_of_waiting.value.value * 1000.0) + 0.5);
    Bits skills{};
    for (const auto& skill : role_of(agency.team.id).skills)
      skills |= bit(resolver_.skill(skill.id));
    row.accredited = {skills, group_of({row.unit, skills, row.calendar, false}, tables_.groups)};
    row.recruit = row.accredited;
    const PersonId first{static_cast<std::uint32_t>(tables_.planned.people.size())};
    for (std::uint32_t person = 1; person <= people; ++person) {
      row.hash = sim::combine(sim::stable_hash(agency.team.id + "/" + id), person);
      PersonRow before;
      before.hash = row.hash;
      before.team = row.team;
      before.of_agency = true;
      tables_.before.people.push_back(before);
      tables_.planned.people.push_back(row);
    }
    for_a_time(agency,
               agency.team.id,
               StaffingStep::Agency{first, people, true},
               StaffingStep::Agency{first, people, false});
    if (people == 0) return;
    for (std::size_t year = 0; 12 * year + 1 < tables_.months.size(); ++year) {
      const std::int64_t pence = people * bill_of_one(agency, row.calendar, year);
      if (pence > 0) tables_.agency_bills.push_back({first, year, pence});
    }
  }

  [[nodiscard]] std::int64_t bill_of_one(const AgencyStaff& agency,
                                         CalendarId calendar,
                                         std::size_t year) const {
    const sim::Time begin = std::max(at(agency.from), tables_.months[12 * year]);
    const sim::Time year_ends = tables_.months[12 * (year + 1)];
    const sim::Time end = agency.until ? std::min(at(*agency.until), year_ends) : year_ends;
    std::int64_t days = 0;
    for (sim::Time midnight = begin; midnight < end; midnight += day) {
      if (tables_.calendars[calendar].open_between(midnight, midnight + day).count() > 0) ++days;
    }
    return days * agency.day_rate.value.pence;
  }

  void add(const Loan& loan) {
    const std::uint32_t number = loans_++;
    const UnitId to = unit_of(resolver_.organisation(loan.to.id));
    const StaffTeamId lender = resolver_.staff_team(loan.team.id);
    for (const PersonRow& person :
         std::vector<PersonRow>{tables_.planned.people.begin(), tables_.planned.people.end()}) {
      if (person.team != lender || person.of_agency) continue;
      static_cast<void>(group_of({to, person.accredited.skills, person.calendar, person.early_desk},
                                 tables_.groups));
    }
    for_a_time(loan,
               loan.team.id,
               StaffingStep::Lending{number, to, whole(loan.people), true},
               StaffingStep::Lending{number, to, 0, false});
  }

  const Setting& setting_;
  const Resolver& resolver_;
  Tables& tables_;
  std::uint32_t loans_{};
};

}  // namespace

void resolve_staffing(const Setting& planned, const Resolver& resolver, Tables& tables) {
  StaffingResolver{planned, resolver, tables}.resolve();
}

}  // namespace ficap::models
