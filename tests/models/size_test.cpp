#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <string>

#include <doctest/doctest.h>
#include <malloc.h>

#include "bench/sizes.hpp"
#include "tests/support/scenarios.hpp"

// Memory grows with what is open at once, not with how long it goes on.

namespace {

namespace bench = ficap::bench;
namespace models = ficap::models;
namespace test = ficap::test;

std::size_t bytes = 0;  // allocated and not given back, by the whole program
std::size_t most_bytes = 0;

void* counted(void* p) {
  if (p == nullptr) throw std::bad_alloc{};
  bytes += malloc_usable_size(p);
  if (bytes > most_bytes) most_bytes = bytes;
  return p;
}

void give_back(void* p) noexcept {
  if (p != nullptr) bytes -= malloc_usable_size(p);
  std::free(p);
}

struct Memory {
  std::uint64_t slots{};
  std::size_t most_bytes{};  // beyond what the scenario itself takes
};

Memory memory_of_a_future(const models::Scenario& scenario) {
  const models::Compiled compiled{scenario};
  const std::size_t before = bytes;
  most_bytes = bytes;
  models::Simulator simulator{compiled};
  static_cast<void>(simulator.run(7, 0));
  return {simulator.slots(), most_bytes - before};
}

double ratio(std::uint64_t a, std::uint64_t b) {
  return static_cast<double>(a) / static_cast<double>(b);
}

}  // namespace

void* operator new(std::size_t n) {
  return counted(std::malloc(n));
}
void* operator new(std::size_t n, const std::nothrow_t& /*tag*/) noexcept {
  void* const p = std::malloc(n);
  return p == nullptr ? nullptr : counted(p);
}
void* operator new(std::size_t n, std::align_val_t line) {
  const auto a = static_cast<std::size_t>(line);
  return counted(std::aligned_alloc(a, (n + a - 1) / a * a));
}
void operator delete(void* p) noexcept {
  give_back(p);
}
void operator delete(void* p, std::size_t /*n*/) noexcept {
  give_back(p);
}
void operator delete(void* p, std::align_val_t /*line*/) noexcept {
  give_back(p);
}
void operator delete(void* p, std::size_t /*n*/, std::align_val_t /*line*/) noexcept {
  give_back(p);
}

TEST_CASE("five times the years take the same memory") {
  // No growth, and people enough that no backlog builds up: what waits is kept, of course.
  models::Scenario region = bench::scaled(test::scenario(test::small_region), 1.0, 4.0);
  for (auto& stream : region.planned.streams)
    stream.second.growth.value.value = 0.0;
  const Memory short_run = memory_of_a_future(bench::over_years(region, 5.0));
  const Memory long_run = memory_of_a_future(bench::over_years(region, 25.0));
  MESSAGE("bytes ", short_run.most_bytes, " and ", long_run.most_bytes);
  CHECK(ratio(long_run.slots, short_run.slots) < 1.25);  // a longer run sees a higher peak
  // What a future hands over has a row for each month, team and year.
  CHECK(ratio(long_run.most_bytes, short_run.most_bytes) < 1.3);
}

TEST_CASE("twice the cases and people take twice the memory") {
  const models::Scenario region = test::scenario(test::small_region);
  const Memory once = memory_of_a_future(region);
  const Memory twice = memory_of_a_future(bench::scaled(region, 2.0, 2.0));
  CHECK(ratio(twice.slots, once.slots) > 1.6);
  CHECK(ratio(twice.slots, once.slots) < 2.4);
}

TEST_CASE("a nation of 43 forces and nine regional units is a valid scenario, and runs") {
  for (const char* name : {"scenarios/west-midlands.json", test::small_region}) {
    const models::Scenario nation = bench::national(test::scenario(name));
    CHECK(models::check(nation).empty());
    int forces = 0;
    int units = 0;
    for (const auto& organisation : nation.planned.organisations)
      ++(organisation.second.kind == models::OrganisationKind::force ? forces : units);
    CHECK(forces == 43);
    CHECK(units == 9);
  }
  const models::Scenario region = test::scenario(test::small_region);
  const test::World small{region};
  const test::World nation{bench::national(region)};
  const auto needs = [](const test::World& world) {
    return static_cast<double>(world.total(world.future(), models::Counter::needs));
  };
  // Two forces and a unit, nine times, and 25 forces more.
  CHECK(needs(nation) > 9.0 * needs(small));
  CHECK(needs(nation) < 43.0 * needs(small));
}

TEST_CASE("in the nation, what overflows goes to the unit of its own region") {
  const models::Scenario region = test::scenario(
      test::small_region,
      {R"(/policies/overflow=[{"to": "unit", "from": ["north", "south"], "after": "1 d"}])"});
  const models::Scenario nation = bench::national(region);
  CHECK(models::check(nation).empty());
  const auto& rules = nation.planned.policies.overflow;
  CHECK(rules.size() == 9);
  std::size_t forces = 0;
  for (const auto& rule : rules) {
    const std::string unit = rule.to.id.substr(std::string{"unit"}.size());  // "-1" to "-9"
    for (const auto& from : rule.from)
      CHECK(from.id.substr(std::string{"north"}.size(), unit.size()) == unit);
    forces += rule.from.size();
  }
  CHECK(forces == 43);

  // The units do more for it, in the same futures.
  const auto done_by_units = [](const models::Scenario& scenario) {
    const test::World world{scenario};
    const models::Outcome future = world.future();
    std::int64_t worked = 0;
    for (const auto& organisation : scenario.planned.organisations) {
      if (organisation.second.kind == models::OrganisationKind::force) continue;
      worked += world.cut(
          future, models::Counter::worked_ms, models::Dimension::organisation, organisation.first);
    }
    return worked;
  };
  CHECK(done_by_units(nation) > done_by_units(bench::national(test::scenario(test::small_region))));
}
