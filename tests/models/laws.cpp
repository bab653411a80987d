#include "tests/models/laws.hpp"

#include <array>
#include <cmath>

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
                                Dimension::harm};

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
    // Away is what is left of contracted time; its rounding may fall on either side of nothing.
    if (counter != away_ms) CHECK(world.total(o, counter) >= 0);
    if (counter == wait_p90_ms || counter == wait_p90_known) continue;  // no sums
    for (const Dimension dimension : dimensions) {
      if (!models::dimensions_of(counter).contains(dimension)) continue;
      CAPTURE(models::dimension_names[static_cast<std::size_t>(dimension)]);
      if (counter == away_ms) continue;
      for (const std::int64_t value : world.cuts(o, counter, dimension))
        CHECK(value >= 0);
    }
  }
}

void check_hours(const World& world, const Outcome& o) {
  const auto away = world.cuts(o, away_ms, Dimension::organisation);
  const models::Tables& tables = world.compiled().tables();
  for (std::size_t i = 0; i < away.size(); ++i) {
    CAPTURE(i);
    double expected = 0.0;
    for (const models::PersonRow& person : tables.planned.people) {
      if (!person.in_post || person.organisation.value != i) continue;
      const auto open =
          tables.calendars[person.calendar].open_between(tables.period_start, tables.period_end);
      expected += static_cast<double>(open.count()) * (person.fte - person.rate);
    }
    // A stretch of work or idleness is rounded to the nearest millisecond, and an event ends a few
    // of them at most: a single hour that nobody wrote down is far beyond that.
    const double rounding = static_cast<double>(o.events) + 1000.0;
    CHECK(std::fabs(static_cast<double>(away[i]) - expected) <= rounding);
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
