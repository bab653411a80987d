#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/counters.hpp"
#include "models/outcome.hpp"
#include "models/scenario.hpp"
#include "models/simulator.hpp"

/// Scenarios for tests, and readable access to what their futures come to.
namespace ficap::test {

/// Changes in the form of the command line: "/json/pointer=VALUE", applied in order.
using Changes = std::vector<std::string>;

/// @param name relative to the project's root, e.g. "scenarios/west-midlands.json"
/// @returns the scenario; ends the test with its problems where it has any
[[nodiscard]] models::Scenario scenario(const std::string& name, const Changes& changes = {});

/// @returns the scenario that the JSON text says
[[nodiscard]] models::Scenario scenario_of_text(const std::string& text,
                                                const Changes& changes = {});

/// @returns the text of a file of the project
[[nodiscard]] std::string text_of(const std::string& name);

/// Two forces and a regional unit with one of everything, in a year or two of which a few
/// hundred cases open.
inline constexpr const char* small_region = "scenarios/oracles/small-region.json";

/// For the small region: its people fall ill, go on leave, leave, are replaced and learn.
[[nodiscard]] Changes people_who_come_and_go();

/// For the small region: a staffing plan with every kind of change, some on one day, some that end
/// within the two years and some that do not.
[[nodiscard]] Changes a_plan_of_everything();

/// One task after another of one stream, one stage, one request, one team, around the clock:
/// nothing happens that its test does not ask for.
inline constexpr const char* one_desk = "tests/support/one_desk.json";

/// A scenario made ready, and its futures.
class World {
 public:
  explicit World(const models::Scenario& scenario) : compiled_{scenario} {}

  [[nodiscard]] models::Outcome future(std::uint32_t replication = 0,
                                       std::uint64_t seed = 1) const {
    return models::Simulator{compiled_}.run(seed, replication);
  }

  [[nodiscard]] const models::Compiled& compiled() const noexcept { return compiled_; }

  [[nodiscard]] std::int64_t total(const models::Outcome& o, models::Counter counter) const {
    return o.values[compiled_.layout().total(counter)];
  }
  /// The counter for the id, by name.
  [[nodiscard]] std::int64_t cut(const models::Outcome& o,
                                 models::Counter counter,
                                 models::Dimension dimension,
                                 std::string_view id) const;
  /// All ids of the dimension, in their order.
  [[nodiscard]] std::vector<std::int64_t> cuts(const models::Outcome& o,
                                               models::Counter counter,
                                               models::Dimension dimension) const;

 private:
  models::Compiled compiled_;
};

}  // namespace ficap::test
