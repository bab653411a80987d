#include "report/summary_people.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include "tests/report/world.hpp"

namespace {

using ficap::models::Counter;
using ficap::models::Dimension;
namespace models = ficap::models;
namespace report = ficap::report;
namespace test = ficap::test;

constexpr std::int64_t hour = 3'600'000;

struct Told {
  explicit Told(const test::World& world) : results{world.results()} {}
  models::Setting setting;
  ficap::study::Results results;
  report::Names names{setting};
  report::Figures figures{results, names, 5.0};
};

}  // namespace

TEST_CASE("what is worked beyond the contract stands beside what it costs, lender by borrower") {
  test::World world{2};
  // Over five years: 5,000 hours of overtime and 20,000 of an agency; 10,000 lent.
  world.add_everywhere(Counter::overtime_ms, Dimension::organisation, 0, 5'000 * hour);
  world.add_everywhere(Counter::agency_ms, Dimension::organisation, 0, 20'000 * hour);
  world.add_everywhere(Counter::lent_ms, Dimension::organisation, 0, 10'000 * hour);
  world.add_everywhere(Counter::borrowed_ms, Dimension::organisation, 1, 10'000 * hour);
  world.add_everywhere(Counter::overtime_pence, Dimension::organisation, 0, 5'000'000'00);
  world.add_everywhere(Counter::agency_pence, Dimension::organisation, 0, 15'000'000'00);
  world.add_everywhere(Counter::supplement_pence, Dimension::organisation, 1, 5'000'000'00);
  for (models::Outcome& outcome : world.outcomes) {
    outcome.values[world.layout.total(Counter::period_ms)] = 1000 * hour;
    for (std::size_t id = 0; id < 2; ++id)
      outcome.values[world.layout.cut(Counter::period_ms, Dimension::organisation, id)] =
          1000 * hour;
  }
  world.add_everywhere(Counter::in_post_fte_ms, Dimension::organisation, 0, 5'000'000 * hour);
  world.add_everywhere(Counter::in_post_fte_ms, Dimension::organisation, 1, 4'000'000 * hour);
  world.add_everywhere(Counter::lent_fte_ms, Dimension::organisation, 0, 2'000'000 * hour);
  const Told told{world};
  const std::string text = report::beyond_the_contract_table(told.figures).value().text();
  CHECK("\n" + text == R"(
Beyond the contract      overtime        agency      FTE   for others,    by others,  cost a year,
                     hours a year  hours a year  on loan  hours a year  hours a year     pay apart
all                         1,000         4,000      2.0         2,000         2,000         £5.0m
by organisation
  north                     1,000         4,000      2.0         2,000             0         £4.0m
  south                         0             0      0.0             0         2,000         £1.0m
)");
}

TEST_CASE("where nothing is beyond the contract, nobody comes and nobody goes, no table says so") {
  const Told told{test::World{2}};
  CHECK_FALSE(report::beyond_the_contract_table(told.figures));
  CHECK_FALSE(report::posts_table(told.figures));
  CHECK_FALSE(report::hours_table(told.figures));
}
