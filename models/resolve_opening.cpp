#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "models/opening.hpp"
#include "models/resolve.hpp"
#include "sim/stream.hpp"

namespace ficap::models {

namespace {

constexpr std::chrono::hours day{24};

/// Whether a type of help only ever follows from other work: no need point of the pathway brings
/// it.
bool is_induced(const Setting& setting, const std::string& pathway, const std::string& type) {
  for (const auto& stage : setting.pathways.find(pathway)->second.stages) {
    for (const auto& need : stage.second.needs) {
      if (need.second.request.id == type) return false;
    }
  }
  return std::any_of(setting.requests.begin(), setting.requests.end(), [&](const auto& request) {
    const auto& induces = request.second.induces;
    return std::any_of(induces.begin(), induces.end(), [&](const auto& induced) {
      return induced.second.request.id == type;
    });
  });
}

/// What tells one request of a case from another: the order in which they are numbered.
auto key_of(const OpenRequest& r) {
  return std::tuple{
      r.request.id, r.asked, r.state, r.task, r.hours_done, r.team ? r.team->id : std::string{}};
}

class OpeningResolver {
 public:
  OpeningResolver(const Scenario& scenario, const Resolver& resolver, const Tables& tables)
      : setting_{scenario.planned},
        resolver_{resolver},
        tables_{tables},
        start_day_{sim::days_from_civil(setting_.plan.start)} {}

  [[nodiscard]] std::vector<OpenCaseRow> cases() {
    std::vector<OpenCaseRow> rows;
    if (!setting_.start.cases) return rows;
    std::vector<OpenCase> cases = *setting_.start.cases;
    std::sort(cases.begin(), cases.end(), [](const OpenCase& a, const OpenCase& b) {
      return a.reference < b.reference;
    });
    rows.reserve(cases.size());
    for (OpenCase& c : cases) {
      std::sort(c.requests.begin(),
                c.requests.end(),
                [](const OpenRequest& a, const OpenRequest& b) { return key_of(a) < key_of(b); });
      rows.push_back(case_row(c));
    }
    return rows;
  }

  /// @param regime  of the setting
  [[nodiscard]] std::vector<TraineeRow> trainees(const Setting& setting,
                                                 const Regime& regime) const {
    std::vector<TraineeRow> rows;
    for (const auto& team : setting.teams) {
      const auto& training = setting.roles.find(team.second.role.id)->second.training;
      if (!training) continue;
      for (const auto& person : team.second.people) {
        if (!person.second.training_began) continue;
        const auto post = static_cast<std::uint32_t>(std::stoul(person.first));
        const std::uint32_t hash = sim::combine(sim::stable_hash(team.first), post);
        for (const PersonId id : regime.people.ids()) {
          if (regime.people[id].hash != hash) continue;
          const sim::Date began = *person.second.training_began;
          rows.push_back({id,
                          time_of(began),
                          sim::Beyond{training->takes.value.distribution, days_since(began)}});
        }
      }
    }
    return rows;
  }

 private:
  [[nodiscard]] sim::Time time_of(sim::Date date) const {
    return tables_.period_start + sim::Duration{day * (sim::days_from_civil(date) - start_day_)};
  }
  /// @returns days from the date to the start of the plan
  [[nodiscard]] double days_since(sim::Date date) const {
    return static_cast<double>(start_day_ - sim::days_from_civil(date));
  }

  [[nodiscard]] OpenCaseRow case_row(const OpenCase& c) const {
    const CaseStream& stream = setting_.streams.find(c.stream.id)->second;
    const Stage& stage =
        setting_.pathways.find(stream.pathway.id)->second.stages.find(c.stage.id)->second;
    const auto own = stage.lasts_by_threat.values.find(stream.threat.id);
    const auto& lasts = own == stage.lasts_by_threat.values.end() ? stage.lasts : own->second;
    OpenCaseRow row{
        .stream = resolver_.stream(c.stream.id),
        .stage = resolver_.stage(stream.pathway.id, c.stage.id),
        .hash = sim::combine(sim::stable_hash(c.stream.id), sim::stable_hash(c.reference)),
        .opened = time_of(c.opened),
        .stage_entered = time_of(c.stage_entered),
        .stage_lasts_days = sim::Beyond{lasts.value.distribution, days_since(c.stage_entered)},
        .harm = c.harm,
        .origin = c.origin,
        .team = c.area ? std::optional{team_of(stream, *c.area)} : std::nullopt,
        .benefit = c.benefit ? std::optional{c.benefit->pence} : std::nullopt,
        .realisable = c.realisable ? std::optional{c.realisable->pence} : std::nullopt,
        .requests = {}};
    std::uint32_t number = 0;
    for (const OpenRequest& request : c.requests)
      row.requests.push_back(request_row(request, stream, row.hash, number++));
    return row;
  }

  [[nodiscard]] InvestigatingTeamId team_of(const CaseStream& stream,
                                            const std::string& area) const {
    const auto& teams =
        tables_.teams_of_organisation[resolver_.organisation(stream.organisation.id).value];
    const std::uint32_t wanted = resolver_.area(area);
    return *std::find_if(teams.begin(), teams.end(), [&](InvestigatingTeamId team) {
      return tables_.investigating_teams[team].area == wanted;
    });
  }

  [[nodiscard]] OpenRequestRow request_row(const OpenRequest& r,
                                           const CaseStream& stream,
                                           std::uint32_t case_hash,
                                           std::uint32_t number) const {
    const RequestType& type = setting_.requests.find(r.request.id)->second;
    const std::size_t task = r.task ? static_cast<std::size_t>(*r.task) - 1 : 0;
    return {
        .type = resolver_.request(r.request.id),
        .induced = is_induced(setting_, stream.pathway.id, r.request.id),
        .state = r.state,
        .hash = sim::combine(sim::combine(case_hash, sim::stable_hash(r.request.id)), number),
        .asked = r.asked ? std::optional{time_of(*r.asked)} : std::nullopt,
        .rank = 0,
        .window_closes = clock_of(type, r.asked),
        .task = task,
        .hours_done = r.hours_done.hours,
        .effort_hours = sim::Beyond{type.tasks[task].effort.value.distribution, r.hours_done.hours},
        .holders = r.state == OpenState::in_work || r.state == OpenState::external
                       ? holders_of(r, stream)
                       : std::vector<PersonId>{}};
  }

  /// A statutory clock that began to run before the days of the run does so in a calendar of its
  /// own.
  [[nodiscard]] std::optional<sim::Time> clock_of(const RequestType& type,
                                                  const std::optional<sim::Date>& asked) const {
    const auto* const window = std::get_if<WindowStatutoryClock>(&type.window);
    if (window == nullptr || !asked) return std::nullopt;
    OfficeHours clock;
    clock.hours_by_weekday = {24.0, 24.0, 24.0, 24.0, 24.0, 0.0, 0.0};
    clock.opens = TimeOfDay{};
    const double longest = 2.0 * window->time.value.days + 60.0;
    const WorkingTime calendar{clock, *asked, static_cast<std::int64_t>(longest)};
    const auto closes = calendar.after(sim::Time{}, window->time.value.duration());
    if (!closes) return sim::Time::max();
    return time_of(*asked) + closes->time_since_epoch();
  }

  [[nodiscard]] std::vector<PersonId> holders_of(const OpenRequest& r,
                                                 const CaseStream& stream) const {
    const auto& people = tables_.planned.people;
    std::vector<PersonId> holders;
    for (const PersonId id : people.ids()) {
      const PersonRow& person = people[id];
      const bool could =
          r.team ? person.team == resolver_.staff_team(r.team->id)
                 : person.organisation == resolver_.organisation(stream.organisation.id);
      if (person.in_post && could) holders.push_back(id);
    }
    return holders;
  }

  const Setting& setting_;
  const Resolver& resolver_;
  const Tables& tables_;
  std::int64_t start_day_;
};

/// Numbers the requests in the order of asking; of one day by case, then by the case's own order.
std::size_t rank(std::vector<OpenCaseRow>& cases) {
  std::vector<OpenRequestRow*> asked;
  for (OpenCaseRow& c : cases) {
    for (OpenRequestRow& r : c.requests) {
      if (r.asked && r.state != OpenState::done) asked.push_back(&r);
    }
  }
  std::stable_sort(asked.begin(), asked.end(), [](const auto* a, const auto* b) {
    return *a->asked < *b->asked;
  });
  for (std::size_t i = 0; i < asked.size(); ++i)
    asked[i]->rank = i;
  return asked.size();
}

}  // namespace

void resolve_opening(const Scenario& scenario, const Resolver& resolver, Tables& tables) {
  OpeningResolver opening{scenario, resolver, tables};
  auto resolved = std::make_shared<Opening>();
  resolved->cases = opening.cases();
  resolved->asked = rank(resolved->cases);
  resolved->trainees_before = opening.trainees(scenario.before, tables.before);
  resolved->trainees = opening.trainees(scenario.planned, tables.planned);
  tables.opening = std::move(resolved);
}

}  // namespace ficap::models
