#include "tests/models/laws.hpp"

#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include <doctest/doctest.h>

#include "models/tables.hpp"

namespace ficap::test {

namespace {

using models::Counter;
using models::Dimension;
using models::Outcome;
using enum models::Counter;

struct Equation {
  const char* what;
  Counter whole;
  std::vector<Counter> parts;
};

const std::array<Equation, 6> equations{{
    {"every need ends in exactly one outcome",
     needs,
     {suppressed, declined, expired, withdrawn, covered, served, waiting}},
    {"what is not suppressed was asked for", needs, {asked, suppressed}},
    {"what is served is completed, stopped or in work", served, {completed, stopped, in_work}},
    {"a case is first engaged in one phase or never",
     cases,
     {first_engaged_early, first_engaged_middle, first_engaged_late, never_engaged}},
    {"every penny of realisable assets is in one part",
     assets_realisable,
     {assets_collected,
      assets_outstanding,
      assets_not_collected,
      assets_still_open,
      assets_no_need_arose,
      assets_never_asked,
      assets_asked_but_unserved,
      assets_dissipated_before_engagement,
      assets_dissipated_after_engagement,
      assets_not_identified,
      assets_no_order_made}},
    {"an order is collected, outstanding or not collected",
     assets_ordered,
     {assets_collected, assets_outstanding, assets_not_collected}},
}};

constexpr std::array dimensions{Dimension::organisation,
                                Dimension::threat,
                                Dimension::request,
                                Dimension::work_class,
                                Dimension::skill,
                                Dimension::area,
                                Dimension::harm};

std::int64_t sum(const std::vector<std::int64_t>& values) {
  return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

void check_equation(const World& world, const Outcome& o, const Equation& equation) {
  CAPTURE(equation.what);
  std::int64_t parts = 0;
  for (const Counter part : equation.parts)
    parts += world.total(o, part);
  CHECK(world.total(o, equation.whole) == parts);
  for (const Dimension dimension : dimensions) {
    if (!models::dimensions_of(equation.whole).contains(dimension)) continue;
    CAPTURE(models::dimension_names[static_cast<std::size_t>(dimension)]);
    std::vector<std::int64_t> by_id(world.compiled().layout().width(dimension));
    for (const Counter part : equation.parts) {
      const std::vector<std::int64_t> cut = world.cuts(o, part, dimension);
      for (std::size_t i = 0; i < by_id.size(); ++i)
        by_id[i] += cut[i];
    }
    CHECK(world.cuts(o, equation.whole, dimension) == by_id);
  }
}

void check_cuts_and_signs(const World& world, const Outcome& o) {
  for (std::size_t c = 0; c < models::counter_count; ++c) {
    const auto counter = static_cast<Counter>(c);
    CAPTURE(c);
    // Away is what is left of contracted time; its rounding may fall on either side of nothing.
    if (counter != away_ms) CHECK(world.total(o, counter) >= 0);
    if (counter == wait_p90_ms || counter == wait_p90_known) continue;  // no sums
    for (const Dimension dimension : dimensions) {
      if (!models::dimensions_of(counter).contains(dimension)) continue;
      CAPTURE(models::dimension_names[static_cast<std::size_t>(dimension)]);
      const std::vector<std::int64_t> cut = world.cuts(o, counter, dimension);
      CHECK(sum(cut) == world.total(o, counter));
      if (counter == away_ms) continue;
      for (const std::int64_t value : cut)
        CHECK(value >= 0);
    }
  }
}

void check_hours(const World& world, const Outcome& o) {
  CHECK(world.total(o, contracted_ms) ==
        world.total(o, worked_ms) + world.total(o, idle_ms) + world.total(o, away_ms));
  const auto contracted = world.cuts(o, contracted_ms, Dimension::organisation);
  const auto worked = world.cuts(o, worked_ms, Dimension::organisation);
  const auto idle = world.cuts(o, idle_ms, Dimension::organisation);
  const auto away = world.cuts(o, away_ms, Dimension::organisation);
  const models::Tables& tables = world.compiled().tables();
  for (std::size_t i = 0; i < contracted.size(); ++i) {
    CAPTURE(i);
    CHECK(contracted[i] == worked[i] + idle[i] + away[i]);
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
  std::int64_t months_needs = 0;
  std::int64_t confiscated = 0;
  std::int64_t forfeited = 0;
  for (const models::MonthRow& month : o.months) {
    months_needs += month.needs;
    confiscated += month.cash_confiscation;
    forfeited += month.cash_forfeiture;
    CHECK(month.backlog >= 0);
    CHECK(month.belief_thousandths >= 0);
    CHECK(month.belief_thousandths <= 1000);
  }
  CHECK(months_needs == world.total(o, needs));
  CHECK(confiscated == world.total(o, cash_confiscation));
  CHECK(forfeited == world.total(o, cash_forfeiture));
  CHECK(o.months.size() + 1 == world.compiled().tables().months.size());
}

}  // namespace

void check_laws(const World& world, const Outcome& o) {
  for (const Equation& equation : equations)
    check_equation(world, o, equation);
  check_cuts_and_signs(world, o);
  check_hours(world, o);
  check_months(world, o);
  CHECK(world.total(o, queue_level_ms) == world.total(o, queue_stay_ms));
  CHECK(world.total(o, stage_level_ms) == world.total(o, stage_stay_ms));
  CHECK(world.total(o, assets_denied) <= world.total(o, assets_realisable));
  CHECK(world.total(o, served_timely) <= world.total(o, served));
  CHECK(world.total(o, belief_by_time) <= 1000 * world.total(o, belief_time));
}

}  // namespace ficap::test
