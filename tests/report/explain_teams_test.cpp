#include "report/explain_teams.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "report/words.hpp"
#include "study/expected_people.hpp"
#include "tests/support/small_force.hpp"

using namespace ficap;

namespace {

/// Analysts who trace, and investigators who trace and restrain, in a force that needs 1,800 hours
/// of tracing (855 of them asked for) and 1,000 of restraint a year.
models::Scenario a_force() {
  models::Setting s = test::force();
  s.teams["analyst"].name = "Force: analysts";
  s.teams["investigator"].name = "Force: financial investigators";
  test::add_need(s, "covert", "profile", 0.6);
  test::add_need(s, "overt", "order", 0.25);
  return {.before = s, .planned = s};
}

study::TeamYear a_year(double posts, double people, double productive) {
  return {.posts = posts,
          .vacant = posts - people,
          .people = people,
          .fte = people,
          .productive_fte = people,
          .leavers = 0.5,
          .contracted_hours = 1.5 * productive,
          .productive_hours = productive,
          .training_hours = 0.1 * productive,
          .away_hours = {0.3 * productive, 0.1 * productive}};
}

study::ExpectedPeople its_people() {
  return {.futures = 100,
          .causes = {"other_police_work", "sickness"},
          .teams = {{.team = "analyst",
                     .years = {a_year(2.0, 1.5, 1100.0), a_year(2.0, 1.75, 1200.0)},
                     .people_p10 = 1.25,
                     .people_p90 = 2.0},
                    {.team = "investigator",
                     .years = {a_year(3.0, 2.0, 800.0), a_year(4.0, 4.0, 2800.0)},
                     .people_p10 = 4.0,
                     .people_p90 = 4.0}}};
}

std::size_t lines_of(const std::string& text) {
  std::size_t lines = 0;
  for (std::size_t from = 0; from < text.size(); ++lines) {
    const std::size_t end = text.find('\n', from);
    REQUIRE(end != std::string::npos);
    CHECK(report::width_of(text.substr(from, end - from)) <= 100);
    from = end + 1;
  }
  return lines;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// The same force so many times, the first of them the largest.
void multiply(models::Setting& s, int organisations) {
  for (int i = 0; i < organisations; ++i) {
    const std::string id = "force-" + std::to_string(100 + i);
    s.organisations[id].name = "Force " + std::to_string(100 + i);
    models::Team team = s.teams["analyst"];
    team.organisation.id = id;
    team.strength.value = {static_cast<double>(100 - i)};
    s.teams[id] = team;
  }
}

study::ExpectedPeople people_of(const models::Setting& s) {
  study::ExpectedPeople people{.futures = 1, .causes = {}, .teams = {}};
  for (const auto& team : s.teams) {
    people.teams.push_back({.team = team.first,
                            .years = {a_year(1.0, 1.0, 100.0)},
                            .people_p10 = 1.0,
                            .people_p90 = 1.0});
    people.teams.back().years[0].away_hours.clear();
  }
  return people;
}

}  // namespace

TEST_CASE("posts, people, hours and load of each team") {
  // Both teams trace: 1,800 and 2,800 hours are needed of 1,900 in the first year, 4,000 in the
  // second.
  CHECK(report::explain_teams(a_force(), its_people()) == R"(Who is there, and what for
==========================

Means of 100 futures of the same people as a run has, without cases: work changes nothing about who
is there. Posts, people and vacancies are averages over a year of the plan; hours are a year's,
averaged over the plan. Hours of work for each hour there is: people share skills, so it is all that
is needed (or asked for, at the trust with which the run starts) of any skill of the team, at the
rates of the first year, against the hours for requests of all teams of the organisation that have
any of these skills. Above 1 there is more work than hours.

Force

Posts and people                                 financial
                                   analysts  investigators
  posts, year 1                         2.0            3.0
  posts, year 2                         2.0            4.0
  people today                            2              2
  people, year 1                        1.5            2.0
  people, year 2                        1.8            4.0
    in 8 of 10 futures, year 2      1.3–2.0            4.0
  vacant posts, year 1                  0.5            1.0
  vacant posts, year 2                  0.3            0.0
  leavers, a year                       0.5            0.5
Hours a year
  contracted                          1,725          2,700
    for requests                      1,150          1,800
    learning the job, or teaching       115            180
    other police work                   345            540
    sickness                            115            180
Hours of work for each hour there is
  needed, year 1                       0.95           1.47
  asked for, year 1                    0.45           0.98
  needed, year 2                       0.45           0.70
  asked for, year 2                    0.21           0.46
)");
}

TEST_CASE("teams that share no skill do not work off each other's load") {
  models::Scenario scenario = a_force();
  for (models::Setting* s : {&scenario.before, &scenario.planned})
    s->roles["investigator"].skills = {{"restraint"}};
  const std::string text = report::explain_teams(scenario, its_people());
  CHECK(contains(text, "needed, year 1                       1.64           1.25\n"));
  CHECK(contains(text, "needed, year 2                       1.50           0.36\n"));
}

TEST_CASE("what nobody has hours for is said, and where nothing is left to chance, that") {
  study::ExpectedPeople people = its_people();
  people.futures = 1;
  for (study::TeamPeople& team : people.teams) {
    for (study::TeamYear& year : team.years)
      year = a_year(1.0, 0.0, 0.0);
  }
  const std::string text = report::explain_teams(a_force(), people);
  CHECK(contains(text, "Nothing about people is left to chance here."));
  CHECK(!contains(text, "in 8 of 10"));
  CHECK(contains(text, "0.0            0.0\n"));
  CHECK(contains(text, "nobody         nobody\n"));
}

TEST_CASE("of many years five are shown") {
  study::ExpectedPeople people = its_people();
  for (study::TeamPeople& team : people.teams) {
    team.years.clear();
    for (int year = 0; year < 11; ++year)
      team.years.push_back(a_year(20.0, 1.0 + year, 100.0));
  }
  const std::string text = report::explain_teams(a_force(), people);
  for (const char* shown : {"people, year 1 ",
                            "people, year 2 ",
                            "people, year 3 ",
                            "people, year 7 ",
                            "people, year 11 "})
    CHECK(contains(text, shown));
  CHECK(!contains(text, "people, year 4 "));
  CHECK(!contains(text, "people, year 10 "));
}

TEST_CASE("of very many organisations the largest are shown, and any of them if asked for") {
  models::Scenario scenario = a_force();
  multiply(scenario.before, 40);
  multiply(scenario.planned, 40);
  const study::ExpectedPeople people = people_of(scenario.planned);
  const std::string text = report::explain_teams(scenario, people);
  CHECK(contains(text, "\nForce 100\n"));
  CHECK(contains(text, "\nForce 111\n"));
  CHECK(!contains(text, "\nForce 112\n"));
  CHECK(contains(text, "the 12 organisations with most posts"));
  CHECK(contains(text, "one of the 29 others"));
  const std::string one = report::explain_teams(scenario, people, "force-139");
  CHECK(contains(one, "\nForce 139\n"));
  CHECK(!contains(one, "\nForce 100\n"));
  CHECK(!contains(one, "others"));
}

TEST_CASE("teams that find no room beside each other go on below, in lines of 100 characters") {
  models::Scenario scenario = a_force();
  for (models::Setting* s : {&scenario.before, &scenario.planned}) {
    s->organisations["force"].name = std::string(60, 'f');
    for (int i = 0; i < 9; ++i) {
      models::Team team = s->teams["analyst"];
      team.name = "A team with the long name of number " + std::to_string(i);
      s->teams["team-" + std::to_string(i)] = team;
    }
  }
  study::ExpectedPeople people = people_of(scenario.planned);
  people.causes = {"what_a_long_name_for_a_cause_that_keeps_people_from_their_work"};
  for (study::TeamPeople& team : people.teams)
    team.years[0].away_hours = {12'345'678.0};
  const std::string text = report::explain_teams(scenario, people);
  CHECK(lines_of(text) > 30);
  CHECK(contains(text, "number 0"));
  CHECK(contains(text, "number 8"));
}
