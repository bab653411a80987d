#include "models/ledger.hpp"

#include <algorithm>
#include <utility>

#include "sim/expects.hpp"

namespace ficap::models {

Ledger::Ledger(const Tables& tables) : tables_{tables}, layout_{*tables.layout} {
  for (std::size_t c = 0; c < counter_count; ++c) {
    const auto counter = static_cast<Counter>(c);
    Row& row = rows_[c];
    row.total = static_cast<std::uint32_t>(layout_.total(counter));
    for (std::uint32_t d = 0; d < dimension_count; ++d) {
      const auto dimension = static_cast<Dimension>(d);
      const std::size_t width = layout_.width(dimension);
      if (width == 0 || !dimensions_of(counter).contains(dimension)) continue;
      row.kept[row.cuts++] = {d,
                              static_cast<std::uint32_t>(layout_.cut(counter, dimension, 0)),
                              static_cast<std::uint32_t>(width)};
      if (counter == Counter::wait_p90_ms) waits_by_[d].resize(width);
    }
  }
}

void Ledger::begin() {
  outcome_ = Outcome{};
  outcome_.values.assign(layout_.size(), 0);
  outcome_.months.assign(tables_.months.size() - 1, MonthRow{});
  if (tables_.year_before) outcome_.year_before.emplace();
  const std::size_t years = (tables_.months.size() - 1) / 12;
  outcome_.accounts.teams.assign(years * tables_.role_of_team.size(), TeamYear{});
  outcome_.accounts.organisations.assign(years * layout_.width(Dimension::organisation),
                                         OrganisationYear{});
  waits_.clear();
  for (auto& dimension : waits_by_) {
    for (sim::FineHistogram& waits : dimension)
      waits.clear();
  }
  last_month_ = 0;
  years_closed_ = 0;
  hours_so_far_ = {};
}

void Ledger::add(Counter counter, const Cut& cut, std::int64_t amount) {
  const Row& row = rows_[static_cast<std::size_t>(counter)];
  std::int64_t* const values = outcome_.values.data();
  values[row.total] += amount;
  for (std::uint32_t i = 0; i < row.cuts; ++i) {
    const Row::Kept& kept = row.kept[i];
    const std::int32_t of = cut.of[kept.dimension];
    if (of < 0) continue;
    FICAP_EXPECTS(static_cast<std::uint32_t>(of) < kept.width);
    values[kept.first + static_cast<std::uint32_t>(of)] += amount;
  }
}

void Ledger::set(Counter counter, std::int64_t amount) {
  const Row& row = rows_[static_cast<std::size_t>(counter)];
  outcome_.values[row.total] = amount;
  for (std::uint32_t i = 0; i < row.cuts; ++i) {
    const auto first = outcome_.values.begin() + row.kept[i].first;
    std::fill(first, first + row.kept[i].width, amount);
  }
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

TeamYear* Ledger::team_at(sim::Time t, StaffTeamId which) {
  return month_of(t) == nullptr ? nullptr : &team(last_month_ / 12, which);
}

OrganisationYear* Ledger::organisation_at(sim::Time t, OrganisationId which) {
  if (month_of(t) == nullptr) return nullptr;
  const std::size_t organisations = layout_.width(Dimension::organisation);
  return &outcome_.accounts.organisations[((last_month_ / 12) * organisations) + which.value];
}

MonthRow* Ledger::demand_of(sim::Time t) {
  const bool is_before = tables_.year_before && t >= *tables_.year_before;
  if (t < tables_.period_start) return is_before ? &*outcome_.year_before : nullptr;
  return month_of(t);
}

void Ledger::close_month(MonthRow& month) {
  for (const HoursColumn& hours : hours_columns()) {
    const std::int64_t total =
        outcome_.values[rows_[static_cast<std::size_t>(hours.counter)].total];
    month.*hours.member = total - hours_so_far_.*hours.member;
    hours_so_far_.*hours.member = total;
  }
}

void Ledger::add_wait(const Cut& cut, std::int64_t ms) {
  const auto wait = static_cast<std::uint64_t>(ms);
  waits_.add(wait);
  for (std::size_t d = 0; d < dimension_count; ++d) {
    if (cut.of[d] >= 0 && !waits_by_[d].empty())
      waits_by_[d][static_cast<std::size_t>(cut.of[d])].add(wait);
  }
}

void Ledger::write_wait_percentiles() {
  const auto write =
      [&](const sim::FineHistogram& waits, std::size_t known_at, std::size_t value_at) {
        if (waits.count() == 0) return;
        outcome_.values[known_at] = 1;
        outcome_.values[value_at] = static_cast<std::int64_t>(waits.quantile(0.9));
      };
  write(waits_, layout_.total(Counter::wait_p90_known), layout_.total(Counter::wait_p90_ms));
  for (std::size_t d = 0; d < dimension_count; ++d) {
    const auto dimension = static_cast<Dimension>(d);
    for (std::size_t id = 0; id < waits_by_[d].size(); ++id) {
      write(waits_by_[d][id],
            layout_.cut(Counter::wait_p90_known, dimension, id),
            layout_.cut(Counter::wait_p90_ms, dimension, id));
    }
  }
}

Outcome Ledger::take() {
  write_wait_percentiles();
  return std::move(outcome_);
}

}  // namespace ficap::models
