#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "sim/stream.hpp"
#include "tests/models/laws.hpp"
#include "tests/support/scenarios.hpp"

// A run that starts from what is open today, against what can be worked out without simulating.

namespace {

using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::OpenCase;
using ficap::models::OpenRequest;
using ficap::models::OpenState;
using ficap::models::Outcome;
using ficap::models::Scenario;
using ficap::test::Changes;
using ficap::test::World;
namespace models = ficap::models;
namespace sim = ficap::sim;
namespace test = ficap::test;

constexpr std::int64_t ms_per_hour = 3'600'000;
constexpr std::int64_t ms_per_day = 24 * ms_per_hour;

// One desk with these cases and no others. The plan starts on Wednesday, 1 April 2026; a case lasts
// 20 days; help takes 24 hours.
World desk(const std::string& cases, const Changes& changes = {}) {
  Changes all{"/streams/cases/rate=0 /y", "/start/cases=" + cases};
  all.insert(all.end(), changes.begin(), changes.end());
  return World{test::scenario(test::one_desk, all)};
}

std::string a_case(const std::string& reference,
                   const std::string& entered,
                   const std::string& requests) {
  return R"({"case": ")" + reference + R"(", "stream": "cases", "stage": "open", "opened": ")" +
         entered + R"(", "stage_entered": ")" + entered + R"(", "requests": [)" + requests + "]}";
}

std::string help(const std::string& asked, const std::string& more = "") {
  return R"({"request": "help", "asked": ")" + asked + '"' + more + "}";
}

const std::string half_done = ", \"state\": \"in_work\", \"hours_done\": \"12 h\"";

// The small region with cases in every stage of every stream, and requests in every state.
Scenario region(const Changes& changes = {}) {
  Scenario scenario = test::scenario(test::small_region, changes);
  std::vector<OpenCase> cases;
  const auto day = [&](std::int64_t before) {
    return sim::civil_from_days(sim::days_from_civil(scenario.planned.plan.start) - before);
  };
  int number = 0;
  for (const auto& stream : scenario.planned.streams) {
    const auto& pathway = scenario.planned.pathways.at(stream.second.pathway.id);
    for (const auto& stage : pathway.stages) {
      for (int again = 0; again < 4; ++again) {
        OpenCase c;
        c.reference = "R-" + std::to_string(++number);
        c.stream.id = stream.first;
        c.stage.id = stage.first;
        c.opened = day(90 + number);
        c.stage_entered = day(number % 60);
        if (again == 1) c.benefit = models::Money{5'000'000};
        if (again == 2) c.realisable = models::Money{1'000'000};
        const auto ask = [&](const char* type, OpenState state, double task) {
          OpenRequest r;
          r.request.id = type;
          r.asked = day(number % 20);
          r.state = state;
          r.task = task;
          if (state == OpenState::in_work) r.hours_done.hours = 1.5;
          c.requests.push_back(r);
        };
        if (again == 0) ask("profile", OpenState::waiting, 1.0);
        if (again == 1) ask("profile", OpenState::in_work, 3.0);
        if (again == 2) ask("restraint", OpenState::external, 1.0);
        if (again == 2) ask("claim", OpenState::waiting, 1.0);
        if (again == 3) ask("restraint", OpenState::done, 1.0);
        if (again == 3) ask("hearing", OpenState::waiting, 1.0);
        if (again == 3) {
          OpenRequest unasked;
          unasked.request.id = "advice";
          c.requests.push_back(unasked);
        }
        cases.push_back(c);
      }
    }
  }
  for (models::Setting* setting : {&scenario.before, &scenario.planned}) {
    setting->start.state = models::InitialState::backlog;
    setting->start.cases = cases;
  }
  return scenario;
}

}  // namespace

TEST_CASE("a request that is half done is finished when the rest of it is, to the millisecond") {
  // Twelve hours are left of the first, then the second begins. Round the clock that is at noon of
  // the first day; in an office of 7.4 hours from nine, at 13:36 of the second.
  const std::string cases = "[" + a_case("A", "2026-03-22", help("2026-03-25", half_done)) + "," +
                            a_case("B", "2026-03-27", help("2026-03-28")) + "]";
  const World around_the_clock = desk(cases);
  const Outcome o = around_the_clock.future();
  CHECK(around_the_clock.total(o, Counter::queue_level_ms) == 12 * ms_per_hour);
  CHECK(around_the_clock.total(o, Counter::worked_ms) == 36 * ms_per_hour);
  const World office = desk(cases, {R"(/calendars/desk={"opens": "09:00"})"});
  CHECK(office.total(office.future(), Counter::queue_level_ms) == 37 * ms_per_hour + 36 * 60'000);
}

TEST_CASE("a stage ends when it is due, and at once where it is overdue") {
  // Twenty days from 22 March end on 11 April, from 27 March on 16 April; from 1 March they ended
  // before the plan starts.
  const World world =
      desk("[" + a_case("A", "2026-03-22", "") + "," + a_case("B", "2026-03-27", "") + "," +
               a_case("C", "2026-03-01", "") + "]",
           {"/teams/desk/strength=0"});
  CHECK(world.total(world.future(), Counter::stage_level_ms) == (10 + 15) * ms_per_day);
}

TEST_CASE("a stage without memory lasts its mean from today, whenever it was entered") {
  // 4,000 exponentials of 100 days: a standard error of 1.6 days, of which three are allowed. Had
  // the days so far been deducted, as one would of a fixed length, 50 would be missing.
  for (const char* const entered : {"2026-04-01", "2025-12-01", "2020-01-01"}) {
    CAPTURE(entered);
    std::string cases;
    for (int i = 0; i < 400; ++i)
      cases += (i > 0 ? "," : "") + a_case("A" + std::to_string(i), entered, "");
    const World world =
        desk("[" + cases + "]",
             {"/plan/years=10",
              "/teams/desk/strength=0",
              R"(/pathways/one_stage/stages/open/lasts={"exponential": {"mean": "100 d"}})"});
    double days = 0.0;
    for (std::uint32_t replication = 0; replication < 10; ++replication) {
      days += static_cast<double>(world.total(world.future(replication), Counter::stage_level_ms)) /
              static_cast<double>(ms_per_day);
    }
    CHECK(std::fabs(days / 4000.0 - 100.0) < 4.8);
  }
}

TEST_CASE("who waits for others is held for the whole of a wait, then worked on") {
  const World world =
      desk("[" + a_case("A", "2026-03-31", help("2026-03-31", ", \"state\": \"external\"")) + "]",
           {R"(/requests/help/tasks=[
      {"name": "Ask", "skill": "investigation", "effort": {"fixed": {"value": "9 h"}},
       "then_waits": {"fixed": {"value": "3 d"}}},
      {"name": "Read", "skill": "investigation", "effort": {"fixed": {"value": "2 h"}}}])"});
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::held_ms) == 3 * ms_per_day + 2 * ms_per_hour);
  CHECK(world.total(o, Counter::worked_ms) == 2 * ms_per_hour);
  CHECK(world.total(o, Counter::queue_level_ms) == 0);
}

TEST_CASE("of the needs of a stage those arise that lie ahead and of which nothing is known") {
  // The case is half-way through: a quarter has passed, three quarters lie ahead.
  const auto needs = [](const std::string& requests) {
    const World world = desk("[" + a_case("A", "2026-03-22", requests) + "]",
                             {R"(/pathways/one_stage/stages/open/needs={
                 "passed": {"request": "help", "at": 0.25, "probability": 1},
                 "today": {"request": "help", "at": 0.5, "probability": 1},
                 "ahead": {"request": "help", "at": 0.75, "probability": 1}})"});
    const Outcome o = world.future();
    CHECK(world.total(o, Counter::cases) == 0);
    return world.total(o, Counter::needs);
  };
  CHECK(needs("") == 1);
  CHECK(needs(help("2026-03-25")) == 0);
}

TEST_CASE("a clock that was running before the run closes when the statute says") {
  // Asked on Tuesday, 48 hours end with Wednesday, a day after the start. Asked on Friday they
  // ended on Monday: it expires as the plan begins, though somebody would have been free.
  const auto waited = [](const std::string& asked) {
    const World world = desk("[" + a_case("A", asked, help(asked)) + "]",
                             {"/teams/desk/strength=0",
                              R"(/requests/help/window={"statutory_clock": {"time": "48 h"}})"});
    return world.total(world.future(), Counter::queue_level_ms);
  };
  CHECK(waited("2026-03-31") == 24 * ms_per_hour);
  const World late = desk("[" + a_case("A", "2026-03-27", help("2026-03-27")) + "]",
                          {R"(/requests/help/window={"statutory_clock": {"time": "48 h"}})"});
  CHECK(late.total(late.future(), Counter::worked_ms) == 0);
  CHECK(waited("2026-03-27") == 0);
}

TEST_CASE("with people enough for all of it the backlog waits for nobody") {
  const std::string cases = "[" + a_case("A", "2026-03-22", help("2026-03-25")) + "," +
                            a_case("B", "2026-03-28", help("2026-03-28")) + "," +
                            a_case("C", "2026-03-31", help("2026-03-31", half_done)) + "]";
  const World world = desk(cases, {"/teams/desk/establishment=9", "/teams/desk/strength=9"});
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::queue_level_ms) == 0);
  CHECK(world.total(o, Counter::worked_ms) == (24 + 24 + 12) * ms_per_hour);
}

TEST_CASE("what was asked first is helped first, whatever the order of the cases") {
  // Two need 24 hours and 12 of another: the day on which they were asked decides.
  const World world = desk("[" + a_case("A", "2026-03-30", help("2026-03-31")) + "," +
                               a_case("Z", "2026-03-30", help("2026-03-30")) + "," +
                               a_case("M", "2026-03-30", help("2026-03-30", half_done)) + "]",
                           {"/plan/run_on=0 d"});
  // Z begins after 12 hours, A after 36.
  CHECK(world.total(world.future(), Counter::queue_level_ms) == (12 + 36) * ms_per_hour);
}

TEST_CASE("what is stated of a case's worth is what an order is made for") {
  // A restraint that is done has found and secured everything; of £400 an order is made on
  // conviction, at the end of the stage.
  const std::string case_of_400 =
      R"([{"case": "A", "stream": "cases", "stage": "open", "opened": "2026-03-22",
          "stage_entered": "2026-03-22", "benefit": "£900", "realisable": "£400",
          "requests": [{"request": "help", "state": "done"}]}])";
  const World world =
      desk(case_of_400,
           {R"(/requests/help/identifies={"early": 1, "middle": 1, "late": 1})",
            R"(/requests/help/protects={"share": 1})",
            R"(/pathways/one_stage/stages/open/decides={"confiscation": {"on": "help",
            "paid_after": {"fixed": {"value": "1 d"}}}})"});
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::confiscation_orders) == 1);
  CHECK(world.total(o, Counter::confiscation_pence) == 40'000);
  CHECK(world.total(o, Counter::cash_confiscation) == 40'000);
  CHECK(world.total(o, Counter::worked_ms) == 0);
}

TEST_CASE("every law holds of a run that starts from a backlog") {
  const std::vector<Changes> variants{
      {},
      test::people_who_come_and_go(),
      {"/teams/north-fi/people=null",
       "/teams/north-fi/early_desk=0",
       R"(/policies/overflow=[{"to": "unit", "from": ["north", "south"], "after": "2 d"}])"}};
  for (const Changes& changes : variants) {
    const World world{region(changes)};
    for (std::uint32_t replication = 0; replication < 4; ++replication) {
      const Outcome o = world.future(replication);
      test::check_laws(world, o);
      CHECK(world.total(o, Counter::needs) > 100);
    }
  }
}

TEST_CASE("the order of cases and of their requests is of no account") {
  const Scenario as_it_is = region();
  Scenario turned = as_it_is;
  for (models::Setting* setting : {&turned.before, &turned.planned}) {
    std::reverse(setting->start.cases->begin(), setting->start.cases->end());
    for (OpenCase& c : *setting->start.cases)
      std::reverse(c.requests.begin(), c.requests.end());
  }
  for (std::uint32_t replication = 0; replication < 3; ++replication)
    CHECK(World{as_it_is}.future(replication) == World{turned}.future(replication));
}

TEST_CASE("the cases of today go the same way whoever is there to help") {
  const World few{region({"/teams/north-fi/strength=1",
                          "/teams/north-fi/people=null",
                          "/teams/north-fi/early_desk=0",
                          "/pathways/investigation/stages/confiscation/adjourns=null"})};
  const World many{region({"/teams/north-fi/strength=9",
                           "/teams/north-fi/establishment=9",
                           "/pathways/investigation/stages/confiscation/adjourns=null"})};
  for (std::uint32_t replication = 0; replication < 3; ++replication) {
    const Outcome a = few.future(replication);
    const Outcome b = many.future(replication);
    CHECK(few.total(a, Counter::stage_level_ms) == many.total(b, Counter::stage_level_ms));
    CHECK(few.total(a, Counter::needs) == many.total(b, Counter::needs));
    CHECK(few.total(a, Counter::worked_ms) != many.total(b, Counter::worked_ms));
  }
}

TEST_CASE("the future of a case does not depend on which others are open") {
  const auto days = [](const std::string& cases) {
    const World world =
        desk("[" + cases + "]",
             {"/plan/years=10",
              "/teams/desk/strength=0",
              R"(/pathways/one_stage/stages/open/lasts={"exponential": {"mean": "100 d"}})"});
    return world.total(world.future(), Counter::stage_level_ms);
  };
  const std::string a = a_case("A", "2026-03-22", "");
  const std::string b = a_case("B", "2026-03-22", "");
  CHECK(days(a) != days(b));
  CHECK(days(a + "," + b) == days(a) + days(b));
}

TEST_CASE("somebody in training today goes on with it, and is accredited in time") {
  // A hundred days from 20 February: 40 have passed, so that two fifths of the way from 0.3 to 0.8
  // are done. After 30 more it is seven tenths; after 60 the person is accredited.
  const Changes training{
      "/streams/cases/rate=0 /y",
      "/roles/fi/away={\"leave\": 0}",
      R"(/roles/fi/training={"takes": {"fixed": {"value": "100 d"}}, "productivity_at_first": 0.3,
          "productivity_at_last": 0.8})",
      R"(/teams/desk/people={"1": {"training_began": "2026-02-20"}})"};
  const World world{test::scenario(test::one_desk, training)};
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::recruits_accredited) == 1);
  const double expected =
      1000.0 * static_cast<double>(ms_per_day) * (30.0 * 0.5 + 30.0 * 0.65 + (365.0 - 60.0) * 1.0);
  const auto seen = static_cast<double>(world.total(o, Counter::productive_fte_ms));
  CHECK(std::fabs(seen - expected) < 1e-9 * expected + 10.0);
  CHECK(o.months[1].recruits_accredited == 1);
  test::check_laws(world, o);
}

TEST_CASE("somebody in training works as a recruit in the warm-up, too") {
  // Half as fast as an accredited colleague: 24 hours of work take 48. The case that opened last
  // before the plan is under way then.
  const auto worked = [](const std::string& people) {
    const World world{test::scenario(
        test::one_desk,
        {"/streams/cases/rate=2 /d",
         R"(/requests/help/window={"within": {"time": {"fixed": {"value": "1 d"}}}})",
         R"(/roles/fi/training={"takes": {"fixed": {"value": "4000 d"}},
             "productivity_at_first": 0.5, "productivity_at_last": 0.5})",
         "/teams/desk/people=" + people})};
    return world.total(world.future(), Counter::worked_ms);
  };
  const auto whole = static_cast<double>(worked("{}"));
  const auto half = static_cast<double>(worked(R"({"1": {"training_began": "2026-02-20"}})"));
  CHECK(half / whole == doctest::Approx(0.5).epsilon(0.02));
}

TEST_CASE("a colleague teaches who is in training from the first day of the run") {
  const World world{
      test::scenario(test::one_desk,
                     {"/streams/cases/rate=0 /y",
                      "/roles/fi/away={\"leave\": 0}",
                      "/teams/desk/establishment=2",
                      "/teams/desk/strength=2",
                      R"(/roles/fi/training={"takes": {"fixed": {"value": "4000 d"}},
           "productivity_at_first": 0.5, "productivity_at_last": 0.5, "tutoring": 0.2})",
                      R"(/teams/desk/people={"2": {"training_began": "2026-02-20"}})"})};
  const Outcome o = world.future();
  const double expected = 1000.0 * static_cast<double>(ms_per_day) * 365.0 * (0.8 + 0.5);
  const auto seen = static_cast<double>(world.total(o, Counter::productive_fte_ms));
  CHECK(std::fabs(seen - expected) < 1e-9 * expected);
  test::check_laws(world, o);
}

TEST_CASE("two references with one hash are refused: their cases would share their luck") {
  std::map<std::uint32_t, std::string> seen;
  std::string first;
  std::string second;
  for (int i = 0; second.empty() && i < 1'000'000; ++i) {
    const std::string reference = "R-" + std::to_string(i);
    const auto met = seen.emplace(sim::stable_hash(reference), reference);
    if (met.second) continue;
    first = met.first->second;
    second = reference;
  }
  REQUIRE_FALSE(second.empty());
  Scenario twins = test::scenario(test::one_desk,
                                  {"/start/cases=[" + a_case(first, "2026-03-22", "") + "," +
                                   a_case("A", "2026-03-22", "") + "]"});
  CHECK(models::check(twins).empty());
  twins.planned.start.cases->back().reference = second;
  const models::Diagnostics said = models::check(twins);
  REQUIRE(said.size() == 1);
  CHECK(said.front().pointer == "/start/cases/1/case");
  CHECK(said.front().found == "a reference whose hash is that of another");
}
