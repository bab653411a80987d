#include "study/warm_up.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/expects.hpp"
#include "study/linearised.hpp"
#include "study/mser.hpp"

namespace ficap::study {

namespace {

using models::MonthRow;

constexpr std::size_t months_a_year = 12;

struct Column {
  std::string_view name;
  std::int64_t MonthRow::*member;
  double scale;
};

constexpr std::array columns{
    Column{"needs", &MonthRow::needs, 1.0},
    Column{"requests made", &MonthRow::asked, 1.0},
    Column{"help started", &MonthRow::served, 1.0},
    Column{"requests waiting", &MonthRow::backlog, 1.0},
    Column{"trust", &MonthRow::belief_thousandths, 0.001},
    Column{"money from confiscation", &MonthRow::cash_confiscation, 0.01},
};

double mean_of(std::span<const double> values) {
  double total = 0.0;
  for (const double x : values)
    total += x;
  return values.empty() ? 0.0 : total / static_cast<double>(values.size());
}

// Leave and demand come and go with the year. What a month of the year adds is taken from the whole
// years of the second half, where the transient has done least harm.
void take_out_seasons(std::vector<double>& monthly) {
  const std::size_t years = monthly.size() / months_a_year;
  const std::size_t first = (years + 1) / 2 * months_a_year;
  if (first >= monthly.size()) return;
  const double level = mean_of(std::span{monthly}.subspan(first));
  std::array<double, months_a_year> added{};
  for (std::size_t month = first; month < monthly.size(); ++month)
    added.at(month % months_a_year) += monthly[month] - level;
  const std::size_t seen = (monthly.size() - first) / months_a_year;
  for (std::size_t month = 0; month < monthly.size(); ++month)
    monthly[month] -= added.at(month % months_a_year) / static_cast<double>(seen);
}

std::vector<double> pooled(const Column& column, std::span<const models::Outcome> outcomes) {
  std::vector<double> monthly(outcomes.front().months.size(), 0.0);
  for (const models::Outcome& outcome : outcomes) {
    for (std::size_t month = 0; month < monthly.size(); ++month)
      monthly[month] += static_cast<double>(outcome.months.at(month).*column.member);
  }
  for (double& value : monthly)
    value *= column.scale / static_cast<double>(outcomes.size());
  return monthly;
}

Settling settling_of(const Column& column, std::span<const models::Outcome> outcomes) {
  Settling settling{.name = column.name, .monthly = pooled(column, outcomes), .cut = {}};
  take_out_seasons(settling.monthly);
  const std::span<const double> monthly{settling.monthly};
  settling.cut = mser5(monthly);
  const std::size_t cut = settling.cut.value_or(monthly.size() / 2);
  settling.before = mean_of(monthly.first(cut));
  settling.after = mean_of(monthly.subspan(cut));
  return settling;
}

// How much higher a series is, future by future, in the months [from, to) than after them; the
// seasons weigh the same on both sides to within a few months.
Linearised difference_across(const Column& column,
                             std::span<const models::Outcome> outcomes,
                             std::size_t from,
                             std::size_t to) {
  std::vector<double> differences;
  differences.reserve(outcomes.size());
  for (const models::Outcome& outcome : outcomes) {
    std::vector<double> monthly;
    for (const MonthRow& row : outcome.months)
      monthly.push_back(column.scale * static_cast<double>(row.*column.member));
    take_out_seasons(monthly);
    const std::span<const double> all{monthly};
    differences.push_back(mean_of(all.subspan(from, to - from)) - mean_of(all.subspan(to)));
  }
  return linearised_mean(differences);
}

}  // namespace

models::Scenario from_empty(const models::Scenario& scenario, unsigned years) {
  FICAP_EXPECTS(years >= 1 && years <= 50);
  models::Setting setting = scenario.before;
  setting.start = {};
  setting.start.state = models::InitialState::empty;
  setting.plan.warm_up.days = 0.0;
  setting.plan.run_on.days = 0.0;
  setting.plan.years = static_cast<double>(years);
  for (auto& stream : setting.streams)
    stream.second.growth.value = models::Number{0.0};
  return {.before = setting, .planned = setting};
}

unsigned years_to_watch(const models::Plan& plan) {
  const double stated = std::floor(plan.warm_up.days / 365.25 + 0.5);
  return static_cast<unsigned>(std::clamp(2.0 * stated + 2.0, 12.0, 50.0));
}

std::vector<Settling> settling(std::span<const models::Outcome> outcomes) {
  FICAP_EXPECTS(!outcomes.empty());
  std::vector<Settling> all;
  all.reserve(columns.size());
  for (const Column& column : columns)
    all.push_back(settling_of(column, outcomes));
  return all;
}

std::vector<Unsettled> unsettled_after(std::size_t months,
                                       std::span<const models::Outcome> outcomes) {
  FICAP_EXPECTS(!outcomes.empty());
  constexpr double confidence = 1.0 - 0.01 / static_cast<double>(columns.size());
  std::vector<Unsettled> unsettled;
  for (const Column& column : columns) {
    const Settling seen = settling_of(column, outcomes);
    const std::size_t cut = seen.cut.value_or(seen.monthly.size() / 2);
    if (cut <= months) continue;
    const Linearised moved = difference_across(column, outcomes, months, cut);
    const auto half_width = moved.half_width(confidence);
    if (!half_width || !(std::fabs(*moved.value) > *half_width)) continue;
    const std::span<const double> monthly{seen.monthly};
    unsettled.push_back({.name = column.name,
                         .cut = seen.cut,
                         .between = mean_of(monthly.subspan(months, cut - months)),
                         .after = mean_of(monthly.subspan(cut))});
  }
  return unsettled;
}

}  // namespace ficap::study
