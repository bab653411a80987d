#include "study/series.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "sim/expects.hpp"

namespace ficap::study {

sim::Date months_later(sim::Date from, unsigned months) {
  const unsigned counted = from.month - 1 + months;
  sim::Date date{from.year + static_cast<int>(counted / 12), counted % 12 + 1, from.day};
  date.day = std::min(date.day, sim::days_in_month(date.year, date.month));
  return date;
}

std::vector<MonthMeans> mean_series(sim::Date start, std::span<const models::Outcome> outcomes) {
  FICAP_EXPECTS(!outcomes.empty());
  const auto futures = static_cast<double>(outcomes.size());
  std::vector<MonthMeans> series(outcomes.front().months.size());
  for (std::size_t month = 0; month < series.size(); ++month) {
    series[month].first_day = months_later(start, static_cast<unsigned>(month));
    for (const models::MonthColumn& column : models::month_columns()) {
      double total = 0.0;
      for (const models::Outcome& outcome : outcomes)
        total += static_cast<double>(outcome.months.at(month).*column.member);
      series[month].values.push_back(total / futures * column.scale);
    }
  }
  return series;
}

}  // namespace ficap::study
