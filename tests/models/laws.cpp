#include "tests/models/laws.hpp"

#include <algorithm>
#include <array>

#include <doctest/doctest.h>

#include "models/laws.hpp"
#include "models/tables.hpp"

namespace ficap::test {

namespace {

using models::Counter;
using models::Dimension;
using models::Outcome;
using enum models::Counter;

constexpr std::array dimensions{Dimension::organisation,
                                Dimension::threat,
                                Dimension::request,
                                Dimension::work_class,
                                Dimension::skill,
                                Dimension::area,
                                Dimension::harm,
                                Dimension::team,
                                Dimension::cause};

void check_equations(const World& world, const Outcome& o) {
  const models::Compiled& compiled = world.compiled();
  const models::Audit audit = models::audit(compiled.ids(), compiled.layout(), o);
  for (const models::Breach& breach : audit.breaches)
    FAIL_CHECK(breach.what, ": ", breach.left, " is not ", breach.right);
  for (std::size_t law = 0; law < models::law_count; ++law)
    CHECK(audit.equations[law] > 0);
}

void check_signs(const World& world, const Outcome& o) {
  for (std::size_t c = 0; c < models::counter_count; ++c) {
    const auto counter = static_cast<Counter>(c);
    CAPTURE(c);
    CHECK(world.total(o, counter) >= 0);
    for (const Dimension dimension : dimensions) {
      if (!models::dimensions_of(counter).contains(dimension)) continue;
      CAPTURE(models::dimension_names[static_cast<std::size_t>(dimension)]);
      for (const std::int64_t value : world.cuts(o, counter, dimension))
        CHECK(value >= 0);
    }
  }
}

bool is_always_there(const models::RoleRow& role) {
  return !role.sickness && !role.leave && !role.leaving && !role.recruitment_days;
}

// What somebody is away in a time, as it is rounded.
std::int64_t away_between(const models::Tables& tables,
                          const models::PersonRow& person,
                          ficap::sim::Time from,
                          ficap::sim::Time to) {
  const auto ms =
      static_cast<double>(tables.calendars[person.calendar].open_between(from, to).count());
  const double rate = person.fte * (1.0 - tables.planned.roles[person.role].away_share);
  return static_cast<std::int64_t>(ms * person.fte) - static_cast<std::int64_t>(ms * rate);
}

// Where nobody falls ill, goes on leave, comes or goes, hours follow from the calendar alone; they
// are settled month by month.
void check_hours(const World& world, const Outcome& o) {
  const auto away = world.cuts(o, away_ms, Dimension::organisation);
  const models::Tables& tables = world.compiled().tables();
  if (!tables.staffing.empty()) return;
  for (std::size_t i = 0; i < away.size(); ++i) {
    CAPTURE(i);
    const bool still = std::all_of(
        tables.planned.people.begin(), tables.planned.people.end(), [&](const auto& person) {
          return person.organisation.value != i ||
                 is_always_there(tables.planned.roles[person.role]);
        });
    if (!still) continue;
    std::int64_t expected = 0;
    for (const models::PersonRow& person : tables.planned.people) {
      if (!person.in_post || person.organisation.value != i) continue;
      for (std::size_t month = 0; month + 1 < tables.months.size(); ++month)
        expected += away_between(tables, person, tables.months[month], tables.months[month + 1]);
    }
    CHECK(away[i] == expected);
  }
}

void check_months(const World& world, const Outcome& o) {
  for (const models::MonthRow& month : o.months) {
    CHECK(month.backlog >= 0);
    CHECK(month.belief_thousandths >= 0);
    CHECK(month.belief_thousandths <= 1000);
  }
  CHECK(o.months.size() + 1 == world.compiled().tables().months.size());
}

}  // namespace

void check_laws(const World& world, const Outcome& o) {
  check_equations(world, o);
  check_signs(world, o);
  check_hours(world, o);
  check_months(world, o);
  CHECK(world.total(o, assets_denied) <= world.total(o, assets_realisable));
  CHECK(world.total(o, served_timely) <= world.total(o, served));
  CHECK(world.total(o, belief_by_time) <= 1000 * world.total(o, belief_time));
}

}  // namespace ficap::test
