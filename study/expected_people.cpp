#include "study/expected_people.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <utility>

#include "models/simulator.hpp"
#include "study/estimate.hpp"
#include "study/points.hpp"

namespace ficap::study {

namespace {

using models::Counter;
using models::Dimension;

constexpr std::uint32_t enough_futures = 100;
constexpr double ms_per_hour = 3'600'000.0;

/// The scenario without cases, and without the time in which only cases matter.
models::Scenario people_alone(models::Scenario scenario) {
  for (models::Setting* setting : {&scenario.before, &scenario.planned}) {
    for (auto& stream : setting->streams)
      stream.second.rate.value = models::Rate{0.0};
    if (setting->start.state == models::InitialState::backlog) {
      setting->start = {};
      setting->start.state = models::InitialState::empty;
    }
    const double year = models::days_per_year;
    setting->plan.warm_up.days = std::min(setting->plan.warm_up.days, year);
    setting->plan.run_on = models::Elapsed{0.0};
  }
  return scenario;
}

bool left_to_chance(const models::Role& role) {
  return role.sickness || role.leave || role.leaving || role.recruitment || role.training;
}

bool left_to_chance(const models::Scenario& scenario) {
  const auto any = [](const models::Setting& setting) {
    return std::any_of(setting.roles.begin(), setting.roles.end(), [](const auto& role) {
      return left_to_chance(role.second);
    });
  };
  return any(scenario.before) || any(scenario.planned);
}

/// One future's years, each by itself and no longer added to those before it.
std::vector<models::StaffYear> each_by_itself(std::vector<models::StaffYear> years) {
  const auto subtract = [](std::vector<std::int64_t>& from, const std::vector<std::int64_t>& what) {
    for (std::size_t i = 0; i < from.size(); ++i)
      from[i] -= what[i];
  };
  for (std::size_t year = years.size(); year-- > 1;) {
    years[year].ms -= years[year - 1].ms;
    subtract(years[year].values, years[year - 1].values);
    subtract(years[year].away_ms, years[year - 1].away_ms);
  }
  return years;
}

/// Reads a team's figures out of a year of a future.
class YearReader {
 public:
  YearReader(const models::Layout& layout, const models::StaffYear& year)
      : layout_{layout}, year_{year} {}

  [[nodiscard]] TeamYear team(std::size_t team) const {
    const std::size_t causes = layout_.width(Dimension::cause);
    const auto average = [&](Counter counter) {
      return of(counter, team) / static_cast<double>(year_.ms);
    };
    const auto hours = [&](Counter counter) { return of(counter, team) / ms_per_hour; };
    TeamYear is{.posts = average(Counter::posts_ms),
                .vacant = average(Counter::vacant_ms),
                .people = average(Counter::people_ms),
                .fte = average(Counter::in_post_fte_ms) / 1000.0,
                .productive_fte = average(Counter::productive_fte_ms) / 1000.0,
                .leavers = of(Counter::leavers, team),
                .contracted_hours = hours(Counter::contracted_ms),
                .productive_hours = hours(Counter::worked_ms) + hours(Counter::idle_ms),
                .training_hours = hours(Counter::training_ms),
                .away_hours = {}};
    for (std::size_t cause = 0; cause < causes; ++cause) {
      const std::int64_t ms = year_.away_ms[(team * causes) + cause];
      is.away_hours.push_back(static_cast<double>(ms) / ms_per_hour);
    }
    return is;
  }

 private:
  [[nodiscard]] double of(Counter counter, std::size_t team) const {
    return static_cast<double>(year_.values[layout_.cut(counter, Dimension::team, team)]);
  }

  const models::Layout& layout_;
  const models::StaffYear& year_;
};

constexpr std::array figures{&TeamYear::posts,
                             &TeamYear::vacant,
                             &TeamYear::people,
                             &TeamYear::fte,
                             &TeamYear::productive_fte,
                             &TeamYear::leavers,
                             &TeamYear::contracted_hours,
                             &TeamYear::productive_hours,
                             &TeamYear::training_hours};

/// @returns each figure's mean
TeamYear mean(const std::vector<TeamYear>& futures) {
  TeamYear sum;
  sum.away_hours.resize(futures.front().away_hours.size());
  for (const TeamYear& future : futures) {
    for (const auto figure : figures)
      sum.*figure += future.*figure;
    for (std::size_t cause = 0; cause < sum.away_hours.size(); ++cause)
      sum.away_hours[cause] += future.away_hours[cause];
  }
  const auto many = static_cast<double>(futures.size());
  for (const auto figure : figures)
    sum.*figure /= many;
  for (double& hours : sum.away_hours)
    hours /= many;
  return sum;
}

std::vector<double> people_in_order(const std::vector<TeamYear>& futures) {
  std::vector<double> people;
  people.reserve(futures.size());
  for (const TeamYear& future : futures)
    people.push_back(future.people);
  std::sort(people.begin(), people.end());
  return people;
}

}  // namespace

ExpectedPeople expected_people(const models::Scenario& scenario, const Executor& executor) {
  const std::uint32_t many = left_to_chance(scenario) ? enough_futures : 1;
  const models::Plan& plan = scenario.planned.plan;
  const models::Compiled compiled{people_alone(scenario)};
  std::vector<std::optional<models::Simulator>> simulators(executor.workers);
  std::vector<std::vector<models::StaffYear>> futures(many);
  const PointsDone done = for_each_point(
      many,
      [&](std::size_t worker, std::size_t future) {
        std::optional<models::Simulator>& simulator = simulators.at(worker);
        if (!simulator) simulator.emplace(compiled);
        futures[future] = each_by_itself(simulator->run_by_year(
            static_cast<std::uint64_t>(plan.seed), static_cast<std::uint32_t>(future)));
      },
      executor);
  if (!done.failures.empty()) throw std::runtime_error{done.failures.front().what};

  ExpectedPeople expected{.futures = many,
                          .causes = compiled.ids()[static_cast<std::size_t>(Dimension::cause)],
                          .teams = {}};
  const auto& teams = compiled.ids()[static_cast<std::size_t>(Dimension::team)];
  for (std::size_t team = 0; team < teams.size(); ++team) {
    TeamPeople& people = expected.teams.emplace_back();
    people.team = teams[team];
    std::vector<TeamYear> same_year(many);
    for (std::size_t year = 0; year < futures.front().size(); ++year) {
      for (std::uint32_t future = 0; future < many; ++future)
        same_year[future] = YearReader{compiled.layout(), futures[future][year]}.team(team);
      people.years.push_back(mean(same_year));
    }
    const std::vector<double> last_year = people_in_order(same_year);
    people.people_p10 = quantile(last_year, 0.1);
    people.people_p90 = quantile(last_year, 0.9);
  }
  return expected;
}

}  // namespace ficap::study
