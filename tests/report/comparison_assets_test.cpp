#include "report/comparison_assets.hpp"

#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "report/words.hpp"
#include "tests/report/squeezed.hpp"
#include "tests/report/world.hpp"

using namespace ficap;
using models::Counter;

namespace {

/// Two futures in which so much was collected and never found, of the rest of £3,000 of benefit.
test::World world_of(std::int64_t collected, std::int64_t not_found) {
  test::World world{2};
  world.add_everywhere(Counter::assets_collected, collected);
  world.add_everywhere(Counter::assets_not_identified, not_found);
  world.add_everywhere(Counter::assets_realisable, collected + not_found);
  world.add_everywhere(Counter::benefit_gone, 300'000 - collected - not_found);
  return world;
}

std::string tables(const std::vector<test::World>& worlds, const std::vector<std::string>& titles) {
  std::vector<study::Alternative> all;
  all.reserve(worlds.size());
  for (const test::World& world : worlds)
    all.push_back({.ids = world.ids, .layout = world.layout, .outcomes = world.outcomes});
  return report::comparison_assets(study::split_assets(all), titles);
}

std::string row_of(const std::string& text, const std::string& label) {
  const auto at = text.find("\n" + label);
  REQUIRE(at != std::string::npos);
  const auto end = text.find('\n', at + 1);
  return test::squeezed(text.substr(at + 1, end - at - 1));
}

}  // namespace

TEST_CASE("every £100 is split to the penny, and so is what an option moves") {
  // Thirds: 33.33 and 66.67; an option moves 12.50 of them.
  const std::string text =
      tables({world_of(10'000, 20'000), world_of(13'750, 16'250)}, {"As it is", "More people"});
  CHECK(row_of(text, "collected ") == "collected 33.33 45.83 +12.50");
  CHECK(row_of(text, "still there, never found") == "still there, never found 66.67 54.17 -12.50");
  CHECK(row_of(text, "all of it") == "all of it 100.00 100.00 0.00");
  CHECK(text.find("criminal benefit") != std::string::npos);
  CHECK(row_of(text, "gone when the case opened").find("90.00") != std::string::npos);
}

TEST_CASE("three options fill one table, four two, none wider than a line, and no assets none") {
  const auto in_tables = [](std::size_t options) {
    std::vector<test::World> worlds(options + 1, world_of(100, 200));
    std::vector<std::string> titles(options + 1, "A rather long title of an option");
    worlds[1] = world_of(150, 150);
    return tables(worlds, titles);
  };
  const auto count = [](const std::string& text) {
    std::size_t found = 0;
    for (auto at = text.find("modelled realisable assets"); at != std::string::npos;
         at = text.find("modelled realisable assets", at + 1))
      ++found;
    return found;
  };
  const std::string three = in_tables(3);
  CHECK(count(three) == 1);
  CHECK(count(in_tables(4)) == 2);
  CHECK(row_of(three, "collected ") == "collected 33.33 +16.67 0.00 0.00");
  std::istringstream lines{three};
  for (std::string line; std::getline(lines, line);)
    CHECK(report::width_of(line) <= 100);
  CHECK(tables({test::World{2}, test::World{2}}, {"a", "b"}).empty());
}
