#include "tests/store/kept.hpp"

#include "store/database.hpp"
#include "tests/support/outcomes.hpp"

namespace ficap::test {

std::string small_bytes(std::uint32_t number) {
  using namespace std::string_literals;
  return "future\0'"s + std::to_string(number) + "\xff";
}

SmallRun::SmallRun(std::uint32_t replications, const std::string& title)
    : scenario{.sha256 = std::string(64, 'a'), .title = title, .document = "{\"title\": 1}"},
      ids{small_world()},
      layout{ids},
      bytes_of{[](std::uint32_t number, const models::Outcome& /*outcome*/) {
        return small_bytes(number);
      }} {
  for (std::uint32_t number = 0; number < replications; ++number) {
    models::Outcome outcome = nothing(layout);
    add(outcome, layout, models::Counter::needs, 120 * number);
    add(outcome, layout, models::Counter::needs, models::Dimension::organisation, 0, 120 * number);
    outcome.months.resize(12);
    for (models::MonthRow& month : outcome.months)
      month.needs = 10 * number;
    outcomes.push_back(outcome);
  }
  results = study::estimate(ids, layout, outcomes);
}

store::RunToKeep SmallRun::to_keep() const {
  return {.name = name,
          .scenario = scenario,
          .seed = seed,
          .version = version,
          .start = sim::Date{2026, 4, 1},
          .end = sim::Date{2027, 4, 1},
          .layout = layout,
          .results = results,
          .outcomes = outcomes,
          .bytes_of = bytes_of};
}

std::string integrity_of(const std::string& path) {
  const store::Database database{path, store::Access::read};
  store::Statement check = database.prepare("PRAGMA integrity_check");
  return check.step() ? check.text(0) : "nothing";
}

}  // namespace ficap::test
