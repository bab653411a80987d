#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/scenario.hpp"
#include "report/comparison.hpp"
#include "tests/report/world.hpp"

namespace ficap::test {

/// A base and options, each future of which served, and left unserved, so many needs.
struct ComparedWorlds {
  std::vector<World> worlds;
  std::vector<std::string> titles;
  models::Setting setting;
  report::Names names{setting};

  void add(const std::string& title, const std::vector<std::int64_t>& served) {
    World world{served.size()};
    for (std::size_t r = 0; r < served.size(); ++r) {
      test::add(world.outcomes[r], world.layout, models::Counter::served, served[r]);
      test::add(world.outcomes[r], world.layout, models::Counter::expired, 1000 - served[r]);
      test::add(world.outcomes[r], world.layout, models::Counter::asked, 1000);
      test::add(
          world.outcomes[r], world.layout, models::Counter::assets_collected, 100'000 * served[r]);
    }
    worlds.push_back(world);
    titles.push_back(title);
  }
  [[nodiscard]] study::Comparison compared(const std::vector<const char*>& measures) const {
    std::vector<study::Alternative> all;
    for (const World& world : worlds)
      all.push_back({.ids = world.ids, .layout = world.layout, .outcomes = world.outcomes});
    std::vector<study::MeasureRef> refs;
    for (const char* const name : measures)
      refs.push_back({.measure = models::find_measure(name), .cut = std::nullopt});
    return study::compare(all, refs);
  }
  [[nodiscard]] report::ComparisonFacts facts() const {
    return {.titles = titles,
            .ids = worlds.front().ids,
            .names = names,
            .start = {2026, 4, 1},
            .years = 5,
            .seed = 1,
            .asked_for = static_cast<std::uint32_t>(worlds.front().outcomes.size()),
            .id = "FI-0000-0000",
            .warnings = {}};
  }
};

}  // namespace ficap::test
