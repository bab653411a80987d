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
    const auto mean = [&](std::int64_t models::MonthRow::*member) {
      double total = 0.0;
      for (const models::Outcome& outcome : outcomes) {
        total += static_cast<double>(outcome.months.at(month).*member);
      }
      return total / futures;
    };
    using models::MonthRow;
    series[month] = MonthMeans{.first_day = months_later(start, static_cast<unsigned>(month)),
                               .needs = mean(&MonthRow::needs),
                               .asked = mean(&MonthRow::asked),
                               .served = mean(&MonthRow::served),
                               .backlog = mean(&MonthRow::backlog),
                               .belief = mean(&MonthRow::belief_thousandths) / 1000.0,
                               .cash_confiscation = mean(&MonthRow::cash_confiscation) / 100.0,
                               .cash_forfeiture = mean(&MonthRow::cash_forfeiture) / 100.0,
                               .people = mean(&MonthRow::people),
                               .fte_productive = mean(&MonthRow::fte_thousandths) / 1000.0,
                               .leavers = mean(&MonthRow::leavers),
                               .recruits_accredited = mean(&MonthRow::recruits_accredited)};
  }
  return series;
}

}  // namespace ficap::study
