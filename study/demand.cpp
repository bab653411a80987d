#include "study/demand.hpp"

#include <cmath>

#include "sim/expects.hpp"
#include "study/linearised.hpp"
#include "study/series.hpp"

namespace ficap::study {

namespace {

using models::MonthRow;
using models::Outcome;

constexpr std::size_t months_a_year = 12;

/// Discretionary needs whose end came to be known, in one future.
struct Ends {
  double unmet_of_record{};
  double of_record{};
  double unmet{};
  double all{};

  Ends& operator+=(const MonthRow& row) {
    const auto never_asked = static_cast<double>(row.discretionary_never_asked);
    const auto unhelped = static_cast<double>(row.discretionary_unhelped);
    const auto met = static_cast<double>(row.discretionary_served + row.discretionary_covered);
    unmet_of_record += unhelped;
    of_record += unhelped + met;
    unmet += unhelped + never_asked;
    all += unhelped + never_asked + met;
    return *this;
  }
};

std::optional<double> share(double over, double under) {
  return under > 0.0 ? std::optional{over / under} : std::nullopt;
}

Estimate estimate_of(const Linearised& quantity) {
  return {.mean = quantity.value,
          .half_width = quantity.half_width(),
          .replications = quantity.replications()};
}

/// Twelve months of each future.
struct Year {
  std::vector<double> needs;
  std::vector<double> asked;
  std::vector<double> unmet_of_record;
  std::vector<double> of_record;
  std::vector<double> unmet;
  std::vector<double> all;

  void add(std::span<const MonthRow> rows) {
    double needs_of_future = 0.0;
    double asked_of_future = 0.0;
    Ends ends;
    for (const MonthRow& row : rows) {
      needs_of_future += static_cast<double>(row.discretionary_needs);
      asked_of_future += static_cast<double>(row.discretionary_asked);
      ends += row;
    }
    needs.push_back(needs_of_future);
    asked.push_back(asked_of_future);
    unmet_of_record.push_back(ends.unmet_of_record);
    of_record.push_back(ends.of_record);
    unmet.push_back(ends.unmet);
    all.push_back(ends.all);
  }
};

/// How many times as many, less 1.
Estimate change_of(const Linearised& times) {
  Estimate change = estimate_of(times);
  if (change.mean) *change.mean -= 1.0;
  return change;
}

ShareThenAndNow then_and_now(const Linearised& then, const Linearised& now) {
  return {.then = estimate_of(then),
          .now = estimate_of(now),
          .change = estimate_of(difference(now, then))};
}

bool is_above_zero(const Estimate& change) noexcept {
  return change.mean && change.half_width && *change.mean > *change.half_width;
}
bool is_below_zero(const Estimate& change) noexcept {
  return change.mean && change.half_width && *change.mean < -*change.half_width;
}

}  // namespace

std::vector<DemandMonth> demand_by_month(sim::Date start, std::span<const Outcome> outcomes) {
  FICAP_EXPECTS(!outcomes.empty());
  const auto futures = static_cast<double>(outcomes.size());
  const std::size_t months = outcomes.front().months.size();
  std::vector<DemandMonth> series;
  series.reserve(months);
  for (std::size_t m = 0; m < months; ++m) {
    DemandMonth month{.first_day = months_later(start, static_cast<unsigned>(m))};
    Ends ends;
    for (const Outcome& outcome : outcomes) {
      const MonthRow& row = outcome.months.at(m);
      month.needs += static_cast<double>(row.discretionary_needs) / futures;
      month.asked += static_cast<double>(row.discretionary_asked) / futures;
      month.served += static_cast<double>(row.discretionary_served) / futures;
      month.belief += 0.001 * static_cast<double>(row.belief_thousandths) / futures;
      ends += row;
    }
    month.unmet_share_of_requests = share(ends.unmet_of_record, ends.of_record);
    month.unmet_share_of_need = share(ends.unmet, ends.all);
    series.push_back(month);
  }
  return series;
}

std::optional<DemandOverTime> demand_over_time(std::span<const Outcome> outcomes) {
  FICAP_EXPECTS(!outcomes.empty());
  const bool before = outcomes.front().year_before.has_value();
  if (outcomes.front().months.size() < (before ? 1 : 2) * months_a_year) return std::nullopt;
  Year first;
  Year last;
  for (const Outcome& outcome : outcomes) {
    const std::span<const MonthRow> months{outcome.months};
    first.add(before ? std::span{&outcome.year_before.value(), 1} : months.first(months_a_year));
    last.add(months.last(months_a_year));
  }
  const Linearised requests = linearised_ratio(last.asked, first.asked);
  const Linearised need = linearised_ratio(last.needs, first.needs);
  const Linearised unmet_then = linearised_ratio(first.unmet, first.all);
  const Linearised unmet_now = linearised_ratio(last.unmet, last.all);
  if (!requests.value || !need.value || !unmet_then.value || !unmet_now.value) return std::nullopt;
  return DemandOverTime{.from_year_before = before,
                        .requests_change = change_of(requests),
                        .need_change = change_of(need),
                        .requests_beyond_need = estimate_of(difference(requests, need)),
                        .unmet_share_of_need = then_and_now(unmet_then, unmet_now),
                        .unmet_share_of_requests =
                            then_and_now(linearised_ratio(first.unmet_of_record, first.of_record),
                                         linearised_ratio(last.unmet_of_record, last.of_record))};
}

RecordTells what_a_record_tells(const DemandOverTime& demand) noexcept {
  const auto is_certain = [](const Estimate& change) {
    return change.mean && change.half_width &&
           std::fabs(*change.mean) > half_widths_to_be_told * *change.half_width;
  };
  const Estimate& beyond = demand.requests_beyond_need;
  if (!beyond.mean || std::fabs(*beyond.mean) < least_change_told) return RecordTells::nothing_else;
  const Estimate& unmet = demand.unmet_share_of_need.change;
  if (!is_certain(beyond) || !is_certain(demand.requests_change) || !is_certain(unmet))
    return RecordTells::nothing_else;
  if (is_above_zero(beyond) && is_above_zero(demand.requests_change) && is_below_zero(unmet))
    return RecordTells::growing_need;
  if (is_below_zero(beyond) && is_below_zero(demand.requests_change) && is_above_zero(unmet))
    return RecordTells::shrinking_need;
  return RecordTells::nothing_else;
}

}  // namespace ficap::study
