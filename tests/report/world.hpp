#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/counters.hpp"
#include "models/outcome.hpp"
#include "report/facts.hpp"
#include "study/results.hpp"
#include "tests/support/outcomes.hpp"

namespace ficap::test {

/// Futures made by hand, all of them alike in the world of test::small_world(), unless a test
/// changes one.
struct World {
  models::DimensionIds ids = small_world();
  models::Layout layout{ids};
  std::vector<models::Outcome> outcomes;

  explicit World(std::size_t futures) : outcomes(futures, nothing(layout)) {}

  void add_everywhere(models::Counter counter, std::int64_t amount) {
    for (models::Outcome& outcome : outcomes)
      add(outcome, layout, counter, amount);
  }
  /// To the total and to one id of one dimension.
  void add_everywhere(models::Counter counter,
                      models::Dimension dimension,
                      std::size_t id,
                      std::int64_t amount) {
    add_everywhere(counter, amount);
    for (models::Outcome& outcome : outcomes)
      add(outcome, layout, counter, dimension, id, amount);
  }
  [[nodiscard]] study::Results results() const { return study::estimate(ids, layout, outcomes); }
};

inline report::RunFacts facts_of(const World& world) {
  const auto futures = static_cast<std::uint32_t>(world.outcomes.size());
  return {.title = "A small world",
          .start = {2026, 4, 1},
          .years = 5,
          .seed = 1,
          .asked_for = futures,
          .finished = futures,
          .id = {},
          .warnings = {}};
}

}  // namespace ficap::test
