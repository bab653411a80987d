#include "models/ledger.hpp"

#include <algorithm>
#include <utility>

#include "sim/expects.hpp"

namespace ficap::models {

Ledger::Ledger(const Tables& tables) : tables_{tables}, layout_{*tables.layout} {}

void Ledger::begin() {
  outcome_ = Outcome{};
  outcome_.values.assign(layout_.size(), 0);
  outcome_.months.assign(tables_.months.size() - 1, MonthRow{});
  waits_.clear();
  last_month_ = 0;
}

void Ledger::add(Counter counter, const Cut& cut, std::int64_t amount) {
  outcome_.values[layout_.total(counter)] += amount;
  const Dimensions kept = dimensions_of(counter);
  for (std::size_t d = 0; d < dimension_count; ++d) {
    if (cut.of[d] < 0 || !kept.contains(static_cast<Dimension>(d))) continue;
    outcome_.values[layout_.cut(
        counter, static_cast<Dimension>(d), static_cast<std::size_t>(cut.of[d]))] += amount;
  }
}

void Ledger::add(Counter counter, std::int64_t amount) {
  outcome_.values[layout_.total(counter)] += amount;
}

MonthRow* Ledger::month_of(sim::Time t) {
  if (!in_period(t)) return nullptr;
  // Almost always the month of the last event, or the one after it.
  const auto holds = [&](std::size_t m) {
    return tables_.months[m] <= t && t < tables_.months[m + 1];
  };
  if (!holds(last_month_)) {
    const auto after = std::upper_bound(tables_.months.begin(), tables_.months.end(), t);
    last_month_ = static_cast<std::size_t>(after - tables_.months.begin()) - 1;
  }
  return &outcome_.months[last_month_];
}

void Ledger::add_wait(const Cut& cut, std::int64_t ms) {
  waits_.push_back({ms, cut});
}

std::int64_t quantile_type_7(const std::vector<std::int64_t>& sorted, double p) {
  FICAP_EXPECTS(!sorted.empty());
  const double position = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  if (below + 1 >= sorted.size()) return sorted.back();
  const auto step = static_cast<double>(sorted[below + 1] - sorted[below]);
  return sorted[below] +
         static_cast<std::int64_t>((position - static_cast<double>(below)) * step + 0.5);
}

void Ledger::write_wait_percentiles() {
  std::sort(waits_.begin(), waits_.end(), [](const Wait& a, const Wait& b) { return a.ms < b.ms; });
  std::vector<std::int64_t> sample;
  const auto write = [&](std::size_t known_at, std::size_t value_at) {
    if (sample.empty()) return;
    outcome_.values[known_at] = 1;
    outcome_.values[value_at] = quantile_type_7(sample, 0.9);
  };
  for (const Wait& wait : waits_)
    sample.push_back(wait.ms);
  write(layout_.total(Counter::wait_p90_known), layout_.total(Counter::wait_p90_ms));
  const Dimensions kept = dimensions_of(Counter::wait_p90_ms);
  for (std::size_t d = 0; d < dimension_count; ++d) {
    const auto dimension = static_cast<Dimension>(d);
    if (!kept.contains(dimension)) continue;
    for (std::size_t id = 0; id < layout_.width(dimension); ++id) {
      sample.clear();
      for (const Wait& wait : waits_) {
        if (wait.cut.of[d] == static_cast<std::int32_t>(id)) sample.push_back(wait.ms);
      }
      write(layout_.cut(Counter::wait_p90_known, dimension, id),
            layout_.cut(Counter::wait_p90_ms, dimension, id));
    }
  }
}

Outcome Ledger::take() {
  write_wait_percentiles();
  return std::move(outcome_);
}

}  // namespace ficap::models
