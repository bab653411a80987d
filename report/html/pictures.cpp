#include "report/html/pictures.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>

#include "report/asset_parts.hpp"
#include "report/words.hpp"

namespace ficap::report::html {

namespace {

using models::Dimension;

// Options differ by less than a pound of every hundred.
std::string in_pounds(std::int64_t tenths, double mean) {
  if (tenths == 0 && mean > 0.0) return "less than 10p";
  return "£" + decimal(static_cast<double>(tenths) / 10.0, 1);
}

std::size_t years_in(const std::vector<study::DemandMonth>& months) {
  return months.size() / 12;
}

struct Year {
  double needs{};
  double asked{};
  double served{};
};
Year year_of(const std::vector<study::DemandMonth>& months, std::size_t year) {
  Year sums;
  for (std::size_t month = 12 * year; month < 12 * (year + 1); ++month) {
    sums.needs += months[month].needs;
    sums.asked += months[month].asked;
    sums.served += months[month].served;
  }
  return sums;
}

std::string year_name(const std::vector<study::DemandMonth>& months, std::size_t year) {
  return "from " + in_words(months[12 * year].first_day);
}

}  // namespace

Figure hundred_pounds(const std::vector<double>& means, const std::string& of_whom, Table table) {
  const std::vector<std::int64_t> tenths = apportion(1'000, means);
  double all = 0.0;
  for (const double mean : means)
    all += mean;
  chart::Waterfall picture;
  picture.axis = {.title = "of every £100", .unit = chart::Unit::pounds};
  picture.whole = {.label = "All that could be realised when cases opened",
                   .value = 100.0,
                   .said = "£100",
                   .mark = chart::Mark::total};
  std::vector<std::pair<double, std::string>> largest;
  for (std::size_t i = 1; i < asset_parts.size(); ++i) {
    if (means[i] <= 0.0) continue;
    const std::string label = capitalised(std::string{asset_parts.at(i).label});
    const std::string said = in_pounds(tenths[i], means[i]);
    picture.parts.push_back({.label = label,
                             .value = 100.0 * means[i] / all,
                             .said = tenths[i] == 0 ? said : "-" + said,
                             .mark = chart::Mark::part});
    largest.emplace_back(means[i], std::string{asset_parts.at(i).label} + " " + said);
  }
  const std::string collected = in_pounds(tenths.front(), means.front());
  picture.remainder = "Collected";
  picture.remainder_said = collected;
  std::stable_sort(largest.begin(), largest.end(), [](const auto& a, const auto& b) {
    return a.first > b.first;
  });
  std::string most;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, largest.size()); ++i)
    most += (i == 0 ? "" : "; ") + largest[i].second;
  picture.words = {
      .headline =
          "Of every £100 that could be realised, " +
          (tenths.front() == 0 && means.front() <= 0.0 ? std::string{"nothing"} : collected) +
          " is collected" + of_whom,
      .subtitle =
          "Where modelled realisable assets of cases opened in the period end, £ of every "
          "£100, mean over futures",
      .description = "A waterfall from £100 down to " + collected +
                     " collected. The largest parts on the way: " + most + "."};
  return {.chart = std::move(picture), .table = std::move(table)};
}

Table demand_by_year(const std::vector<Demand>& scenarios) {
  const bool several = scenarios.size() > 1;
  Table table{.caption = "Need that officers are free to ask about, by year of the plan",
              .columns = {"Year",
                          "needs that arise",
                          "requests made (recorded)",
                          "needs less requests (latent)",
                          "work begun"},
              .rows = {}};
  for (const Demand& scenario : scenarios) {
    if (several) table.rows.push_back({.cells = {scenario.title}});
    for (std::size_t year = 0; year < years_in(scenario.months); ++year) {
      const Year sums = year_of(scenario.months, year);
      const auto needs = decimal(sums.needs, 0);
      const auto asked = decimal(sums.asked, 0);
      table.rows.push_back({.cells = {(several ? "  " : "") + year_name(scenario.months, year),
                                      needs,
                                      asked,
                                      decimal(sums.needs - sums.asked, 0),
                                      decimal(sums.served, 0)}});
    }
  }
  return table;
}

std::vector<Demand> most_unlike_base(const std::vector<Demand>& scenarios, std::size_t most) {
  if (scenarios.size() <= most + 1) return scenarios;
  const auto asked = [](const Demand& scenario) {
    double sum = 0.0;
    for (const study::DemandMonth& month : scenario.months)
      sum += month.asked;
    return sum;
  };
  const double of_base = asked(scenarios.front());
  std::vector<std::size_t> order(scenarios.size() - 1);
  std::iota(order.begin(), order.end(), std::size_t{1});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::fabs(asked(scenarios[a]) - of_base) > std::fabs(asked(scenarios[b]) - of_base);
  });
  order.resize(most);
  std::sort(order.begin(), order.end());
  std::vector<Demand> kept{scenarios.front()};
  for (const std::size_t i : order)
    kept.push_back(scenarios[i]);
  return kept;
}

Figure need_against_requests(const std::vector<Demand>& scenarios) {
  const std::vector<study::DemandMonth>& first = scenarios.front().months;
  chart::Timeline picture;
  picture.y = {.title = "a month", .unit = chart::Unit::number};
  chart::Series needs{.name = "Needs that arise", .months = {}};
  for (const study::DemandMonth& month : first)
    needs.months.push_back({month.first_day, month.needs});
  picture.series.push_back(std::move(needs));
  double all_needs = 0.0;
  double all_asked = 0.0;
  for (const study::DemandMonth& month : first) {
    all_needs += month.needs;
    all_asked += month.asked;
  }
  for (const Demand& scenario : scenarios) {
    chart::Series asked{.name = scenarios.size() > 1 ? "Requests: " + scenario.title
                                                     : std::string{"Requests that are made"},
                        .months = {}};
    for (const study::DemandMonth& month : scenario.months)
      asked.months.push_back({month.first_day, month.asked});
    picture.series.push_back(std::move(asked));
  }
  const std::string of_100 =
      all_needs > 0.0 ? decimal(100.0 * all_asked / all_needs, 0) : std::string{"0"};
  const std::string base = scenarios.size() > 1 ? " in the base" : "";
  picture.words = {
      .headline = "For every 100 needs" + base + ", " + of_100 + " requests are made",
      .subtitle =
          "Needs that officers are free to ask about, and requests, by month, mean over "
          "futures",
      .description = "Lines over " + std::to_string(first.size()) +
                     " months. In the first a mean of " + decimal(first.front().needs, 0) +
                     " needs arise and " + decimal(first.front().asked, 0) + " requests are made" +
                     base + "; in the last " + decimal(first.back().needs, 0) + " and " +
                     decimal(first.back().asked, 0) + "."};
  return {.chart = std::move(picture), .table = demand_by_year(scenarios)};
}

Figure unmet_by_help(const Figures& figures, const std::vector<Place>& kinds) {
  const auto& ids = figures.results().ids.at(static_cast<std::size_t>(Dimension::request));
  std::vector<Place> order = kinds;
  const auto share = [&](const Place& place) {
    return figures.at("unmet_share_of_need", place).mean.value_or(0.0);
  };
  std::stable_sort(order.begin(), order.end(), [&](const Place& a, const Place& b) {
    return share(a) > share(b);
  });
  chart::Bars picture;
  picture.axis = {.title = "unmet share of need", .unit = chart::Unit::per_cent};
  Table table{.caption = "Unmet share of need by kind of help",
              .columns = {"Kind of help", "needs a year", "unmet of need, %"},
              .rows = {}};
  for (const Place& place : order) {
    const study::Estimate unmet = figures.at("unmet_share_of_need", place);
    const std::string name = figures.names().of(Dimension::request, ids[place.id]);
    std::optional<chart::Interval> interval;
    if (unmet.half_width)
      interval = chart::Interval{.low = *unmet.mean - *unmet.half_width,
                                 .high = *unmet.mean + *unmet.half_width};
    picture.bars.push_back({.label = name,
                            .value = *unmet.mean,
                            .interval = interval,
                            .said = with_interval(unmet, per_cent) + " %"});
    table.rows.push_back(
        {.cells = {name, figures.a_year("needs", place), with_interval(unmet, per_cent)}});
  }
  const chart::Bar& most = picture.bars.front();
  picture.words = {
      .headline = most.label + " goes unmet most often",
      .subtitle =
          "Share of need that is never asked for, turned down or too late, %, with 95 % "
          "intervals for chance; help that officers are free to ask for",
      .description = "Bars from " + most.label + ", " + most.said + ", to " +
                     picture.bars.back().label + ", " + picture.bars.back().said + "."};
  return {.chart = std::move(picture), .table = std::move(table)};
}

}  // namespace ficap::report::html
