#include "models/ledger.hpp"

#include <chrono>
#include <cstdint>

#include <doctest/doctest.h>

#include "models/counters.hpp"
#include "tests/support/outcomes.hpp"

namespace {

using namespace std::chrono_literals;
using ficap::models::Counter;
using ficap::models::Cut;
using ficap::models::Dimension;
using ficap::models::Ledger;
using ficap::models::Outcome;
using ficap::models::Tables;
using ficap::sim::Time;

// A period of two months, from day 10 to day 71.
Tables two_months() {
  Tables tables;
  tables.ids = ficap::test::small_world();
  tables.layout.emplace(tables.ids);
  tables.months = {Time{24h * 10}, Time{24h * 40}, Time{24h * 71}};
  tables.period_start = tables.months.front();
  tables.period_end = tables.months.back();
  return tables;
}

}  // namespace

TEST_CASE("a period is half-open, and so are its months") {
  const Tables tables = two_months();
  Ledger ledger{tables};
  ledger.begin();
  CHECK_FALSE(ledger.in_period(Time{24h * 10} - 1ms));
  CHECK(ledger.in_period(Time{24h * 10}));
  CHECK_FALSE(ledger.in_period(Time{24h * 71}));
  CHECK(ledger.month_of(Time{24h * 10} - 1ms) == nullptr);
  CHECK(ledger.month_of(Time{24h * 10}) == &ledger.month(0));
  CHECK(ledger.month_of(Time{24h * 40} - 1ms) == &ledger.month(0));
  CHECK(ledger.month_of(Time{24h * 40}) == &ledger.month(1));
  CHECK(ledger.month_of(Time{24h * 11}) == &ledger.month(0));  // and back
  CHECK(ledger.month_of(Time{24h * 71}) == nullptr);
}

TEST_CASE("a year before the period has a row of its own where the run was under way by then") {
  Tables tables = two_months();
  CHECK(Ledger{tables}.demand_of(Time{24h * 10} - 1ms) == nullptr);
  tables.year_before = Time{24h * 4};
  Ledger ledger{tables};
  ledger.begin();
  CHECK(ledger.demand_of(Time{24h * 4} - 1ms) == nullptr);
  ledger.demand_of(Time{24h * 4})->discretionary_asked += 1;
  ledger.demand_of(Time{24h * 10} - 1ms)->discretionary_asked += 1;
  CHECK(ledger.demand_of(Time{24h * 10}) == &ledger.month(0));
  CHECK(ledger.demand_of(Time{24h * 71}) == nullptr);
  CHECK(ledger.month_of(Time{24h * 10} - 1ms) == nullptr);
  CHECK(ledger.take().year_before->discretionary_asked == 2);
}

TEST_CASE("an amount goes to the total and to the cuts that its counter keeps and it belongs to") {
  const Tables tables = two_months();
  Ledger ledger{tables};
  ledger.begin();
  Cut cut;
  cut.set(Dimension::organisation, 1U).set(Dimension::request, 0U).set(Dimension::harm, 2U);
  ledger.add(Counter::needs, cut, 3);
  ledger.add(Counter::contracted_ms, cut, 100);  // kept by organisation only
  const Outcome o = ledger.take();
  const auto& layout = *tables.layout;
  CHECK(o.values[layout.total(Counter::needs)] == 3);
  CHECK(o.values[layout.cut(Counter::needs, Dimension::organisation, 0)] == 0);
  CHECK(o.values[layout.cut(Counter::needs, Dimension::organisation, 1)] == 3);
  CHECK(o.values[layout.cut(Counter::needs, Dimension::request, 0)] == 3);
  CHECK(o.values[layout.cut(Counter::needs, Dimension::harm, 2)] == 3);
  CHECK(o.values[layout.cut(Counter::needs, Dimension::threat, 0)] == 0);
  CHECK(o.values[layout.total(Counter::contracted_ms)] == 100);
  CHECK(o.values[layout.cut(Counter::contracted_ms, Dimension::organisation, 1)] == 100);
}

TEST_CASE("the wait that nine in ten stay below is known where somebody waited") {
  const Tables tables = two_months();
  Ledger ledger{tables};
  ledger.begin();
  Cut north;
  north.set(Dimension::organisation, 0U).set(Dimension::request, 1U);
  for (const std::int64_t ms : {20, 0, 10})
    ledger.add_wait(north, ms);
  const Outcome o = ledger.take();
  const auto& layout = *tables.layout;
  CHECK(o.values[layout.total(Counter::wait_p90_ms)] == 18);
  CHECK(o.values[layout.total(Counter::wait_p90_known)] == 1);
  CHECK(o.values[layout.cut(Counter::wait_p90_ms, Dimension::organisation, 0)] == 18);
  CHECK(o.values[layout.cut(Counter::wait_p90_known, Dimension::organisation, 0)] == 1);
  CHECK(o.values[layout.cut(Counter::wait_p90_known, Dimension::organisation, 1)] == 0);
  CHECK(o.values[layout.cut(Counter::wait_p90_ms, Dimension::request, 1)] == 18);
}
