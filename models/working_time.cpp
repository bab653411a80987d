#include "models/working_time.hpp"

#include <algorithm>

#include "models/bank_holidays.hpp"
#include "sim/expects.hpp"

namespace ficap::models {

namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

std::int32_t open_ms(const OfficeHours& office, std::int64_t civil_day) {
  if (office.holidays == Holidays::england &&
      is_bank_holiday_in_england(sim::civil_from_days(civil_day)))
    return 0;
  const auto weekday = static_cast<std::size_t>(sim::weekday(civil_day));
  return static_cast<std::int32_t>(sim::from_hours(office.hours_by_weekday[weekday]).count());
}

}  // namespace

WorkingTime::WorkingTime(const OfficeHours& office, sim::Date first_day, std::int64_t days)
    : WorkingTime{office, office, 0, first_day, days} {}

WorkingTime::WorkingTime(const OfficeHours& office,
                         const OfficeHours& then,
                         std::int64_t change,
                         sim::Date first_day,
                         std::int64_t days) {
  FICAP_EXPECTS(office.hours_by_weekday.size() == 7 && then.hours_by_weekday.size() == 7);
  FICAP_EXPECTS(days > 0);
  const std::int64_t first = sim::days_from_civil(first_day);
  days_.reserve(static_cast<std::size_t>(days) + 1);
  std::int64_t before = 0;
  for (std::int64_t day = 0; day < days; ++day) {
    const OfficeHours& hours = day < change ? office : then;
    const auto opens = static_cast<std::int32_t>(hours.opens.since_midnight.count());
    const std::int32_t length = open_ms(hours, first + day);
    // A day that would run past midnight begins earlier instead: days do not overlap.
    const auto latest = static_cast<std::int32_t>(ms_per_day) - length;
    days_.push_back({before, std::min(opens, latest), length});
    before += length;
    if (length != ms_per_day) never_closes_ = false;
  }
  days_.push_back({before, 0, 0});
}

std::int64_t WorkingTime::day_of(sim::Time t) const noexcept {
  const std::int64_t day = t.time_since_epoch().count() / ms_per_day;
  return std::clamp<std::int64_t>(day, 0, static_cast<std::int64_t>(days_.size()) - 1);
}

sim::Duration WorkingTime::open_before(sim::Time t) const {
  const std::int64_t day = day_of(t);
  const Day& d = at(day);
  const std::int64_t since_opening = t.time_since_epoch().count() - (day * ms_per_day) - d.opens;
  return sim::Duration{d.open_before + std::clamp<std::int64_t>(since_opening, 0, d.length)};
}

sim::Duration WorkingTime::open_between(sim::Time from, sim::Time to) const {
  return from < to ? open_before(to) - open_before(from) : sim::Duration{0};
}

std::optional<sim::Time> WorkingTime::after(sim::Time start, sim::Duration work) const {
  const std::int64_t target = (open_before(start) + work).count();
  if (work.count() <= 0) return start;
  if (target > days_.back().open_before) return std::nullopt;
  std::int64_t day = day_of(start);
  while (!is_last(day + 7) && at(day + 7).open_before < target)
    day += 7;
  while (at(day + 1).open_before < target)
    ++day;
  const Day& d = at(day);
  return sim::Time{sim::Duration{(day * ms_per_day) + d.opens + (target - d.open_before)}};
}

bool WorkingTime::is_open(sim::Time t) const {
  const std::int64_t day = day_of(t);
  const Day& d = at(day);
  const std::int64_t since_opening = t.time_since_epoch().count() - (day * ms_per_day) - d.opens;
  return since_opening >= 0 && since_opening < d.length;
}

std::optional<sim::Time> WorkingTime::next_open(sim::Time t) const {
  if (is_open(t)) return t;
  for (std::int64_t day = day_of(t); !is_last(day); ++day) {
    const Day& d = at(day);
    const sim::Time opening{sim::Duration{(day * ms_per_day) + d.opens}};
    if (d.length > 0 && opening >= t) return opening;
  }
  return std::nullopt;
}

std::optional<sim::Time> WorkingTime::next_close(sim::Time t) const {
  const std::optional<sim::Time> opening = next_open(t);
  if (!opening || never_closes_) return std::nullopt;
  // Days that touch at midnight make one opening: it closes where the first gap begins.
  for (std::int64_t day = day_of(*opening); !is_last(day); ++day) {
    const Day& d = at(day);
    const bool touches_next =
        d.opens + d.length == ms_per_day && at(day + 1).opens == 0 && at(day + 1).length > 0;
    if (!touches_next) return sim::Time{sim::Duration{(day * ms_per_day) + d.opens + d.length}};
  }
  return std::nullopt;
}

sim::Time WorkingTime::end_of_days(sim::Time t, std::int64_t days) const {
  std::int64_t day = day_of(t);
  for (; days > 0 && !is_last(day); ++day) {
    if (at(day).length > 0) --days;
  }
  return sim::Time{sim::Duration{day * ms_per_day}};
}

}  // namespace ficap::models
