#include "models/references.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "models/scenario.hpp"
#include "tests/support/scenarios.hpp"

namespace {

using ficap::models::check_references;
using ficap::models::Diagnostic;
using ficap::models::Diagnostics;
using ficap::models::Setting;
namespace models = ficap::models;
namespace test = ficap::test;

Setting region() {
  return test::scenario(test::small_region).planned;
}

void refuses(const Setting& setting, const Diagnostic& expected) {
  CAPTURE(expected.pointer);
  const Diagnostics problems = check_references(setting);
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().pointer == expected.pointer);
  CHECK(problems.front().found == expected.found);
  CHECK(problems.front().expected == expected.expected);
  CHECK(problems.front().also == expected.also);
  CHECK(problems.front() == expected);
}

Diagnostic unknown(const std::string& pointer, const std::string& found, const std::string& ids) {
  return {pointer, found, ids, "", Diagnostic::Severity::error, {}};
}

}  // namespace

TEST_CASE("a scenario that refers to what it has is told nothing") {
  CHECK(check_references(region()).empty());
}

TEST_CASE("a reference to nothing is told what there is") {
  Setting s = region();
  s.streams.at("north-cash").organisation.id = "nort";
  refuses(s,
          unknown("/streams/north-cash/organisation",
                  "\"nort\"",
                  "the id of an organisation: north, south, unit"));
  s = region();
  s.requests.at("profile").tasks[1].skill.id = "reading";
  refuses(s,
          unknown("/requests/profile/tasks/1/skill",
                  "\"reading\"",
                  "the id of a skill: intelligence, investigation"));
  s = region();
  s.requests.at("profile").reconsidered_at[1].id = "verdict";
  refuses(
      s,
      unknown("/requests/profile/reconsidered_at/1",
              "\"verdict\"",
              "the id of a stage: arrest, confiscation, covert, detained, develop, seized, trial"));
  s = region();
  s.requests.at("restraint").induces.at("claim").request.id = "claims";
  refuses(s,
          unknown("/requests/restraint/induces/claim/request",
                  "\"claims\"",
                  "the id of a request: advice, claim, confiscation, forfeiture, hearing, nominal, "
                  "profile, renewal, restraint, tasking, upkeep"));
}

TEST_CASE("a plausible range holds its value") {
  Setting s = region();
  s.belief.memory.low = models::Elapsed{500.0};
  refuses(s,
          {"/belief/memory/low",
           "above the value itself",
           "at most `value`",
           "",
           Diagnostic::Severity::error,
           {"/belief/memory/value"}});
  s = region();
  s.belief.memory.high = models::Elapsed{1.0};
  refuses(s,
          {"/belief/memory/high",
           "below the value itself",
           "at least `value`",
           "",
           Diagnostic::Severity::error,
           {"/belief/memory/value"}});
  s = region();
  auto& effort = s.requests.at("upkeep").tasks[0].effort;
  effort.low = models::Effort{3.0};
  effort.high = models::Effort{2.0};
  refuses(s,
          {"/requests/upkeep/tasks/0/effort/low",
           "above `high`",
           "at most `high`",
           "",
           Diagnostic::Severity::error,
           {"/requests/upkeep/tasks/0/effort/high"}});
}
