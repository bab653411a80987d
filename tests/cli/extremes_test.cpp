#include <algorithm>
#include <chrono>
#include <csignal>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/cli/process.hpp"

// The least that a plan can have of people, and more work than any machine can simulate: a clear
// result or a clear error, and never a hang.

namespace {

namespace test = ficap::test;
using Words = std::vector<std::string>;

const std::string region = FICAP_SOURCE_DIR "/scenarios/oracles/small-region.json";
const std::string one_desk = FICAP_SOURCE_DIR "/tests/support/one_desk.json";

test::Ended run(const std::string& scenario, const Words& sets) {
  Words words{"run", scenario, "--replications", "4", "--quiet"};
  for (const std::string& set : sets) {
    words.emplace_back("--set");
    words.push_back(set);
  }
  test::Ended ended = test::ficap(words);
  // Where lines break is not what is tested.
  std::replace(ended.out.begin(), ended.out.end(), '\n', ' ');
  return ended;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// From the start of the plan these teams have that many people.
Words staffed(const Words& teams, const std::string& people) {
  Words sets{"/from_start/teams/north-fi/people=null", "/from_start/teams/north-fi/early_desk=0"};
  for (const std::string& team : teams) {
    for (const char* number : {"/strength=", "/establishment="})
      sets.push_back("/from_start/teams/" + team + number + people);
  }
  return sets;
}

/// The same line for every role.
Words for_each_role(const std::string& line) {
  Words sets;
  for (const char* role : {"fi", "fio", "both"})
    sets.push_back("/roles/" + std::string{role} + line);
  return sets;
}

}  // namespace

TEST_CASE("a plan for nobody meets no need, and says for which work there is nobody") {
  const auto ended = run(region, staffed({"north-fi", "north-fio", "south-all", "unit-all"}, "0"));
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "100 went unmet"));
  CHECK(contains(ended.out, "joined before arrest in 0 of 100 investigations"));
  CHECK(contains(ended.out, "Nobody of North can do \"Financial intelligence\""));
}

TEST_CASE("a plan for one person is a plan") {
  Words sets = staffed({"north-fio", "south-all", "unit-all"}, "0");
  const Words one = staffed({"north-fi"}, "1");
  sets.insert(sets.end(), one.begin(), one.end());
  const auto ended = run(region, sets);
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "went unmet"));
  CHECK_FALSE(contains(ended.out, "100 went unmet"));
}

TEST_CASE("everyone may be away on one day, for months, or for good") {
  // All leave begins in August and lasts 200 working days.
  auto ended =
      run(region,
          for_each_role(
              R"(/leave={"days": 200, "monthly_profile": [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]})"));
  CHECK(ended.code == 3);
  CHECK(contains(ended.err, "/roles/both/away"));  // leave as a share as well
  Words sets = for_each_role(R"(/away={"other": 0.1})");
  const Words leave = for_each_role(
      R"(/leave={"days": 200, "monthly_profile": [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]})");
  sets.insert(sets.end(), leave.begin(), leave.end());
  ended = run(region, sets);
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "went unmet"));
  // Everybody falls ill within days and stays so for a hundred years.
  ended = run(
      region,
      for_each_role(R"(/sickness={"spells": "100 /y", "lasts": {"fixed": {"value": "36525 d"}}})"));
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "100 went unmet"));
  // Away for all of every day is refused.
  ended = run(region, for_each_role(R"(/away={"other": 1})"));
  CHECK(ended.code == 3);
  CHECK(contains(ended.err, "nothing would be left for requests"));
}

TEST_CASE("a skill that nobody holds is warned of, and its work is not done") {
  const auto ended =
      run(region,
          {R"(/roles/both/skills=["investigation"])", R"(/roles/fio/skills=["investigation"])"});
  CHECK(ended.code == 0);
  CHECK(contains(ended.err, "nobody in \"south\" with the skill \"intelligence\""));
  CHECK(contains(ended.out, "can do \"Financial intelligence\""));
}

TEST_CASE("a future that would not end is noticed, and named as what could not be simulated") {
  // Cases that come back at once 250 times, each time bringing about others that do the same.
  const auto pathway = [](const std::string& escalates) {
    return R"({"name": "Again", "entry": {"open": 1}, "stages": {"open": {"phase": "early",
               "visibility": "covert", "lasts": {"fixed": {"value": "0 d"}},
               "next": {"open": 0.999999, "closed": 0.000001})" +
           escalates + "}}}";
  };
  Words sets;
  const Words chain{"one_stage", "second", "third", "fourth"};
  for (std::size_t i = chain.size(); i-- > 1;) {
    sets.push_back("/streams/" + chain[i] +
                   R"(={"organisation": "force", "threat": "any", "assets": "small", "rate": "0 /y",
             "pathway": ")" +
                   chain[i] + "\"}");
  }
  for (std::size_t i = chain.size(); i-- > 0;) {
    const bool last = i + 1 == chain.size();
    sets.push_back("/pathways/" + chain[i] + "=" +
                   pathway(last ? ""
                                : R"(, "escalates": {"force": {"to": ")" + chain[i + 1] +
                                      R"(", "probability": 1}})"));
  }
  const auto ended = run(one_desk, sets);
  CHECK(ended.code == 1);
  CHECK(
      contains(ended.err, "ficap: future 0 of seed 1 could not be simulated: it would not end: "));
  CHECK(contains(ended.err, "organisation \"force\""));
  CHECK(contains(ended.err, "ficap: this is very large"));
  CHECK(ended.out.empty());
}

TEST_CASE("Ctrl-C ends a future that is under way") {
  // It has some 200 million events.
  const auto began = std::chrono::steady_clock::now();
  const auto ended = test::ficap_stopped(
      {"run",
       one_desk,
       "--replications",
       "1",
       "--quiet",
       "--set",
       "/plan/years=50",
       "--set",
       "/streams/cases/rate=1000000 /y"},
      SIGINT,
      [&] { return std::chrono::steady_clock::now() - began > std::chrono::milliseconds{400}; });
  CHECK(ended.code == 130);
  CHECK(contains(ended.err, "stopped before the first future was finished; nothing is written"));
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{10});
}
