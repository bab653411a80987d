#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "models/draws.hpp"
#include "models/tables.hpp"
#include "sim/arrivals.hpp"
#include "tests/support/print.hpp"
#include "tests/support/scenarios.hpp"

// Everything in these scenarios is fixed but when cases open, and that is known: so every instant
// can be worked out by hand, and every counter be exact.

namespace {

using namespace std::chrono_literals;
using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::Outcome;
using ficap::models::Tables;
using ficap::models::WorkingTime;
using ficap::sim::Duration;
using ficap::sim::Time;
using ficap::test::Changes;
using ficap::test::World;
namespace models = ficap::models;
namespace sim = ficap::sim;
namespace test = ficap::test;

// When the cases of the stream "cases" open, over the whole run.
std::vector<Time> openings(const World& world, std::uint32_t replication) {
  const Tables& tables = world.compiled().tables();
  sim::PoissonArrivals arrivals{{.seed = 1,
                                 .replication = replication,
                                 .purpose = static_cast<std::uint8_t>(models::Purpose::arrival_gap),
                                 .id = sim::stable_hash("cases")}};
  const sim::CumulativeRate rate{tables.planned.streams[models::StreamId{0}].rates, tables.last};
  std::vector<Time> times;
  while (const auto arrival = arrivals.next(rate))
    times.push_back(arrival->at);
  return times;
}

// A future in which a case never opens within `gap` of another, nor of the period's edges, so that
// cases do not meet and lie inside or outside as a whole.
std::uint32_t quiet_future(const World& world, Duration gap) {
  for (std::uint32_t replication = 0; replication < 1000; ++replication) {
    std::vector<Time> times = openings(world, replication);
    const Tables& tables = world.compiled().tables();
    times.push_back(tables.period_start);
    times.push_back(tables.period_end);
    std::sort(times.begin(), times.end());
    const auto too_near =
        std::adjacent_find(times.begin(), times.end(), [&](Time a, Time b) { return b - a < gap; });
    if (too_near == times.end() && times.size() > 6) return replication;
  }
  FAIL("no quiet future");
  return 0;
}

// A case's only stage, with two needs at its beginning: "help" is asked for first.
std::string two_needs(const std::string& stage_lasts) {
  return R"(/pathways/one_stage/stages/open={
      "phase": "early", "visibility": "covert", "next": {"closed": 1},
      "lasts": {"fixed": {"value": ")" +
         stage_lasts + R"("}},
      "needs": {"first": {"request": "help", "at": 0, "probability": 1},
                "second": {"request": "more", "at": 0, "probability": 1}}})";
}

// Another kind of request, of one task.
std::string more(const std::string& effort, const std::string& window) {
  return R"(/requests/more={"name": "More", "class": "directed",
      "tasks": [{"name": "Work", "skill": "investigation", "effort": {"fixed": {"value": ")" +
         effort + R"("}}}], "window": )" + window + "}";
}

constexpr std::int64_t ms_per_hour = 3'600'000;

}  // namespace

TEST_CASE("one person in an office is a line that can be followed by hand, to the millisecond") {
  // Ten hours of effort at 80 % of productive time take 12.5 hours of the office. Each request
  // begins when the one before has ended and the office is open.
  const World world{
      test::scenario(test::one_desk,
                     {"/streams/cases/rate=0.35 /d",
                      R"(/pathways/one_stage/stages/open/lasts={"fixed": {"value": "4000 d"}})",
                      R"(/requests/help/tasks/0/effort={"fixed": {"value": "10 h"}})",
                      "/roles/fi/away/leave=0.2",
                      R"(/calendars/desk={"opens": "09:00"})"})};
  const Tables& tables = world.compiled().tables();
  const WorkingTime& office = tables.calendars[models::CalendarId{0}];
  std::int64_t needs = 0;
  std::int64_t waited = 0;
  std::int64_t waiting = 0;
  std::int64_t in_work = 0;
  std::int64_t open_worked = 0;
  std::int64_t queued = 0;
  Time free{};
  for (const Time opened : openings(world, 3)) {
    const Time start = office.next_open(std::max(opened, free)).value();
    free = office.after(start, sim::from_hours(12.5)).value();
    open_worked +=
        office.open_between(std::max(start, tables.period_start), std::min(free, tables.period_end))
            .count();
    const Time waits_from = std::max(opened, tables.period_start);
    const Time waits_to = std::min(start, tables.period_end);
    if (waits_from < waits_to) queued += (waits_to - waits_from).count();
    if (opened < tables.period_start || opened >= tables.period_end) continue;
    ++needs;
    if (start >= tables.period_end) {
      ++waiting;
    } else {
      waited += (start - opened).count();
      if (free >= tables.period_end) ++in_work;
    }
  }
  const Outcome o = world.future(3);
  REQUIRE(needs > 90);
  CHECK(world.total(o, Counter::needs) == needs);
  CHECK(world.total(o, Counter::wait_ms) == waited);
  CHECK(world.total(o, Counter::waiting) == waiting);
  CHECK(world.total(o, Counter::in_work) == in_work);
  CHECK(world.total(o, Counter::completed) == needs - waiting - in_work);
  CHECK(world.total(o, Counter::queue_level_ms) == queued);
  const auto worked = static_cast<double>(world.total(o, Counter::worked_ms));
  CHECK(std::fabs(worked - 0.8 * static_cast<double>(open_worked)) < static_cast<double>(needs));
}

TEST_CASE("work that starts at the instant at which its window closes is served") {
  // The first request takes the only person 24 hours; the window of the second lasts 24 hours.
  const World world{
      test::scenario(test::one_desk,
                     {"/streams/cases/rate=4 /y",
                      more("2 h", R"({"within": {"time": {"fixed": {"value": "24 h"}}}})"),
                      two_needs("10 d")})};
  const std::uint32_t quiet = quiet_future(world, 10 * 24h);
  const Outcome o = world.future(quiet);
  const std::int64_t cases = world.total(o, Counter::cases);
  REQUIRE(cases > 0);
  CHECK(world.total(o, Counter::served) == 2 * cases);
  CHECK(world.total(o, Counter::wait_ms) == cases * 24 * ms_per_hour);
  CHECK(world.total(o, Counter::expired) == 0);
}

TEST_CASE("a window that closes a millisecond before anybody is free is missed") {
  const World world{
      test::scenario(test::one_desk,
                     {"/streams/cases/rate=4 /y",
                      more("2 h", R"({"within": {"time": {"fixed": {"value": "23.9999997 h"}}}})"),
                      two_needs("10 d")})};
  const Outcome o = world.future(quiet_future(world, 10 * 24h));
  CHECK(world.total(o, Counter::expired) == world.total(o, Counter::cases));
}

TEST_CASE("work that starts at the instant at which its case ends is served, and then stopped") {
  const World world{test::scenario(
      test::one_desk, {"/streams/cases/rate=4 /y", more("2 h", R"("open")"), two_needs("24 h")})};
  const Outcome o = world.future(quiet_future(world, 10 * 24h));
  const std::int64_t cases = world.total(o, Counter::cases);
  CHECK(world.cut(o, Counter::completed, Dimension::request, "help") == cases);
  CHECK(world.cut(o, Counter::stopped, Dimension::request, "more") == cases);
  CHECK(world.total(o, Counter::withdrawn) == 0);
}

TEST_CASE("a window that closes as the case ends is no expiry: the request is withdrawn") {
  const World world{test::scenario(
      test::one_desk, {"/teams/desk/strength=0", R"(/requests/help/window="until_stage_ends")"})};
  const Outcome o = world.future();
  REQUIRE(world.total(o, Counter::needs) > 100);
  CHECK(world.total(o, Counter::expired) == 0);
  CHECK(world.total(o, Counter::withdrawn) ==
        world.total(o, Counter::needs) - world.total(o, Counter::waiting));
}

TEST_CASE("a window that closes as the stage ends expires where the case goes on") {
  const World world{
      test::scenario(test::one_desk,
                     {"/teams/desk/strength=0",
                      R"(/requests/help/window="until_stage_ends")",
                      R"(/pathways/one_stage/stages/after={"phase": "middle", "visibility": "overt",
            "lasts": {"fixed": {"value": "5 d"}}, "next": {"closed": 1}})",
                      R"(/pathways/one_stage/stages/open/next={"after": 1, "closed": null})"})};
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::withdrawn) == 0);
  CHECK(world.total(o, Counter::expired) ==
        world.total(o, Counter::needs) - world.total(o, Counter::waiting));
}

TEST_CASE("a caseload counts what waits outside as its part") {
  // An hour of work, a day at the bank, two hours of work; then the same for the second request.
  // With a cap of one the second begins after the first has ended (27 hours), or, where waiting
  // weighs nothing, after its first hour. With room for 1.2 it begins after the first hour, too.
  const std::string tasks =
      R"([{"name": "Ask", "skill": "investigation", "effort": {"fixed": {"value": "1 h"}},
           "then_waits": {"fixed": {"value": "1 d"}}},
          {"name": "Read", "skill": "investigation", "effort": {"fixed": {"value": "2 h"}}}])";
  struct Row {
    const char* weight;
    const char* cap;
    std::int64_t second_waits;
  };
  for (const Row& row : {Row{"0.2", "1", 27},
                         Row{"0", "1", 1},
                         Row{"1", "1", 27},
                         Row{"0.2", "1.2", 1},
                         Row{"0.2", "1.19", 27},
                         Row{"1", "2", 1}}) {
    CAPTURE(row.weight);
    CAPTURE(row.cap);
    const World world{test::scenario(test::one_desk,
                                     {"/streams/cases/rate=4 /y",
                                      "/requests/help/tasks=" + tasks,
                                      more("1 h", R"("open")"),
                                      "/requests/more/tasks=" + tasks,
                                      two_needs("10 d"),
                                      "/teams/desk/weight_of_waiting=" + std::string{row.weight},
                                      "/teams/desk/caseload_cap=" + std::string{row.cap}})};
    const Outcome o = world.future(quiet_future(world, 10 * 24h));
    const std::int64_t cases = world.total(o, Counter::cases);
    CHECK(world.cut(o, Counter::wait_ms, Dimension::request, "help") == 0);
    CHECK(world.cut(o, Counter::wait_ms, Dimension::request, "more") ==
          cases * row.second_waits * ms_per_hour);
    CHECK(world.total(o, Counter::completed) == 2 * cases);
    CHECK(world.total(o, Counter::worked_ms) == 2 * cases * 3 * ms_per_hour);
  }
}

TEST_CASE("a free person goes on with their own work before they take new work") {
  // The first request comes back from the bank after ten hours, while the second is worked on
  // until hour 12. Then the rest of the first (12 to 13) goes before the third (from 13).
  const World world{test::scenario(
      test::one_desk,
      {"/streams/cases/rate=4 /y",
       "/teams/desk/caseload_cap=5",
       R"(/requests/help/tasks=[
            {"name": "Ask", "skill": "investigation", "effort": {"fixed": {"value": "2 h"}},
             "then_waits": {"fixed": {"value": "8 h"}}},
            {"name": "Read", "skill": "investigation", "effort": {"fixed": {"value": "1 h"}}}])",
       more("10 h", R"("open")"),
       R"(/requests/third={"name": "Third", "class": "directed", "tasks": [{"name": "Work",
            "skill": "investigation", "effort": {"fixed": {"value": "1 h"}}}]})",
       two_needs("10 d"),
       R"(/pathways/one_stage/stages/open/needs/third={"request": "third", "at": 0,
            "probability": 1})"})};
  const Outcome o = world.future(quiet_future(world, 10 * 24h));
  const std::int64_t cases = world.total(o, Counter::cases);
  CHECK(world.cut(o, Counter::wait_ms, Dimension::request, "more") == cases * 2 * ms_per_hour);
  CHECK(world.cut(o, Counter::wait_ms, Dimension::request, "third") == cases * 13 * ms_per_hour);
}

TEST_CASE("triage is no start: the wait goes on, and so does the window") {
  // Triage takes 3 hours, then the work starts. Within 2 hours of a need it cannot.
  const auto with_window = [](const std::string& window) {
    return World{test::scenario(test::one_desk,
                                {"/streams/cases/rate=4 /y",
                                 R"(/requests/help/tasks=[
              {"name": "Sort", "skill": "investigation", "effort": {"fixed": {"value": "3 h"}},
               "triage": true},
              {"name": "Work", "skill": "investigation", "effort": {"fixed": {"value": "1 h"}}}])",
                                 "/requests/help/window=" + window})};
  };
  const World open = with_window(R"("open")");
  const std::uint32_t quiet = quiet_future(open, 10 * 24h);
  const Outcome o = open.future(quiet);
  CHECK(open.total(o, Counter::wait_ms) == open.total(o, Counter::needs) * 3 * ms_per_hour);
  const World brief = with_window(R"({"within": {"time": {"fixed": {"value": "2 h"}}}})");
  const Outcome missed = brief.future(quiet);
  CHECK(brief.total(missed, Counter::expired) == brief.total(missed, Counter::needs));
  // Two hours of each triage were worked nevertheless.
  CHECK(brief.total(missed, Counter::worked_ms) ==
        brief.total(missed, Counter::needs) * 2 * ms_per_hour);
}

TEST_CASE("a hearing that would miss its clock interrupts other work at the end of the day") {
  // One person always has tasked work of 200 hours in hand. Every hearing starts on some morning
  // before its 48 hours are over; a request of the same length of window that is not statutory
  // waits until the person is free by themselves.
  const auto with_class = [](const std::string& work_class) {
    return World{test::scenario(
        test::one_desk,
        {"/plan/years=6",
         "/streams/cases/rate=0.4 /d",
         R"(/pathways/one_stage/stages/open/lasts={"fixed": {"value": "4000 d"}})",
         R"(/requests/help/tasks/0/effort={"fixed": {"value": "200 h"}})",
         "/teams/desk/caseload_cap=100",
         R"(/calendars/desk={"opens": "09:00"})",
         R"(/requests/hearing={"name": "Hearing", "class": ")" + work_class + R"(",
              "tasks": [{"name": "Attend", "skill": "investigation",
                         "effort": {"fixed": {"value": "3 h"}}}],
              "window": {"statutory_clock": {"time": "48 h"}},
              "cover": {"cost": "£300", "effectiveness": 0.9}})",
         R"(/pathways/hearing={"name": "Hearing", "entry": {"open": 1}, "stages": {"open": {
              "phase": "middle", "visibility": "overt", "lasts": {"fixed": {"value": "10 d"}},
              "next": {"closed": 1},
              "needs": {"hearing": {"request": "hearing", "at": 0, "probability": 1}}}}})",
         R"(/streams/hearings={"organisation": "force", "threat": "any", "pathway": "hearing",
              "assets": "small", "rate": "5 /y"})"})};
  };
  const World statutory = with_class("statutory");
  const Outcome o = statutory.future();
  REQUIRE(statutory.cut(o, Counter::needs, Dimension::request, "hearing") > 15);
  CHECK(statutory.cut(o, Counter::served, Dimension::request, "hearing") ==
        statutory.cut(o, Counter::needs, Dimension::request, "hearing"));
  CHECK(statutory.cut(o, Counter::served_timely, Dimension::request, "hearing") ==
        statutory.cut(o, Counter::needs, Dimension::request, "hearing"));
  // It does not interrupt in the middle of a day.
  CHECK(statutory.cut(o, Counter::wait_ms, Dimension::request, "hearing") >
        statutory.cut(o, Counter::needs, Dimension::request, "hearing") * 12 * ms_per_hour);
  // What was interrupted goes on with what remained: nobody was ever idle, and the hours of the
  // long task are those of the tasks finished and of what is in hand at either end.
  CHECK(statutory.total(o, Counter::idle_ms) == 0);
  const std::int64_t long_work = statutory.cut(o, Counter::worked_ms, Dimension::request, "help");
  const std::int64_t hearing_work =
      statutory.cut(o, Counter::worked_ms, Dimension::request, "hearing");
  CHECK(hearing_work ==
        statutory.cut(o, Counter::needs, Dimension::request, "hearing") * 3 * ms_per_hour);
  CHECK(long_work + hearing_work == statutory.total(o, Counter::contracted_ms));

  const World directed = with_class("directed");
  const Outcome late = directed.future();
  CHECK(directed.cut(late, Counter::covered, Dimension::request, "hearing") * 2 >
        directed.cut(late, Counter::needs, Dimension::request, "hearing"));
}

TEST_CASE("work that was interrupted goes on with what remains of it") {
  // Whatever hearings come between, the work of 60 hours takes 60 hours in all. The future is one
  // in which nothing is left over at the end.
  const World world{test::scenario(
      test::one_desk,
      {"/plan/years=4",
       "/start/state=empty",
       "/streams/cases/rate=8 /y",
       R"(/pathways/one_stage/stages/open/lasts={"fixed": {"value": "4000 d"}})",
       R"(/requests/help/tasks/0/effort={"fixed": {"value": "60 h"}})",
       "/teams/desk/caseload_cap=100",
       R"(/calendars/desk={"opens": "09:00"})",
       R"(/requests/hearing={"name": "Hearing", "class": "statutory",
            "tasks": [{"name": "Attend", "skill": "investigation",
                       "effort": {"fixed": {"value": "3 h"}}}],
            "window": {"statutory_clock": {"time": "48 h"}}})",
       R"(/pathways/hearing={"name": "Hearing", "entry": {"open": 1}, "stages": {"open": {
            "phase": "middle", "visibility": "overt", "lasts": {"fixed": {"value": "10 d"}},
            "next": {"closed": 1},
            "needs": {"hearing": {"request": "hearing", "at": 0, "probability": 1}}}}})",
       R"(/streams/hearings={"organisation": "force", "threat": "any", "pathway": "hearing",
            "assets": "small", "rate": "60 /y"})"})};
  const auto left_over = [&](const Outcome& o) {
    return world.total(o, Counter::in_work) + world.total(o, Counter::waiting);
  };
  std::uint32_t replication = 0;
  while (left_over(world.future(replication)) != 0)
    ++replication;
  const Outcome o = world.future(replication);
  const std::int64_t needs = world.cut(o, Counter::needs, Dimension::request, "help");
  REQUIRE(needs > 20);
  CHECK(world.cut(o, Counter::completed, Dimension::request, "help") == needs);
  CHECK(world.cut(o, Counter::worked_ms, Dimension::request, "help") == needs * 60 * ms_per_hour);
}

TEST_CASE("statutory work goes first, then tasked, then discretionary, whatever was asked first") {
  // Three needs at once, asked in the order a, b, c; while d keeps the only person for an hour.
  const auto request = [](const std::string& id, const std::string& work_class) {
    return "/requests/" + id + R"(={"name": "Work", "class": ")" + work_class +
           R"(", "tasks": [{"name": "Work", "skill": "investigation",
                "effort": {"fixed": {"value": "1 h"}}}]})";
  };
  const World world{test::scenario(test::one_desk,
                                   {"/streams/cases/rate=4 /y",
                                    request("discretionary", "discretionary"),
                                    request("directed", "directed"),
                                    request("statutory", "statutory"),
                                    R"(/requests/help/tasks/0/effort={"fixed": {"value": "1 h"}})",
                                    R"(/pathways/one_stage/stages/open/needs={
            "0": {"request": "help", "at": 0, "probability": 1},
            "a": {"request": "discretionary", "at": 0, "probability": 1},
            "b": {"request": "directed", "at": 0, "probability": 1},
            "c": {"request": "statutory", "at": 0, "probability": 1}})"})};
  const Outcome o = world.future(quiet_future(world, 10 * 24h));
  const std::int64_t cases = world.total(o, Counter::cases);
  CHECK(world.cut(o, Counter::wait_ms, Dimension::request, "help") == 0);
  CHECK(world.cut(o, Counter::wait_ms, Dimension::request, "statutory") == cases * ms_per_hour);
  CHECK(world.cut(o, Counter::wait_ms, Dimension::request, "directed") == 2 * cases * ms_per_hour);
  CHECK(world.cut(o, Counter::wait_ms, Dimension::request, "discretionary") ==
        3 * cases * ms_per_hour);
}

TEST_CASE("work that is late holds up its stage until it is done or the court waits no longer") {
  // The stage would end on day 2; the work takes 5 days, so the order comes on day 5, 3 days late.
  // At half its value lost a month, 3 days of 30.4375 take 4.928 % of £1,000.
  const auto with_limit = [](const std::string& at_most) {
    return World{
        test::scenario(test::one_desk,
                       {"/streams/cases/rate=4 /y",
                        R"(/requests/help/tasks/0/effort={"fixed": {"value": "120 h"}})",
                        R"(/requests/help/identifies={"early": 1, "middle": 1, "late": 1})",
                        R"(/pathways/one_stage/stages/open={"phase": "late", "visibility": "overt",
              "lasts": {"fixed": {"value": "2 d"}}, "next": {"closed": 1},
              "needs": {"help": {"request": "help", "at": 0, "probability": 1}},
              "decides": {"confiscation": {"on": "help",
                          "paid_after": {"fixed": {"value": "1 d"}}}},
              "adjourns": {"waits_for": ["help"], "value_lost_per_month": 0.5, "at_most": ")" +
                            at_most + R"("}})"})};
  };
  const World patient = with_limit("30 d");
  const std::uint32_t quiet = quiet_future(patient, 10 * 24h);
  const Outcome o = patient.future(quiet);
  const std::int64_t cases = patient.total(o, Counter::cases);
  CHECK(patient.total(o, Counter::completed) == cases);
  CHECK(patient.total(o, Counter::stage_level_ms) == cases * 120 * ms_per_hour);
  const auto lost = static_cast<std::int64_t>(100'000.0 * (0.5 * 3.0 / 30.4375));
  CHECK(patient.total(o, Counter::assets_ordered) == cases * (100'000 - lost));

  const World impatient = with_limit("2 d");  // the stage ends on day 4
  const Outcome cut_off = impatient.future(quiet);
  CHECK(impatient.total(cut_off, Counter::stopped) == cases);
  CHECK(impatient.total(cut_off, Counter::assets_ordered) == 0);
  CHECK(impatient.total(cut_off, Counter::stage_level_ms) == cases * 96 * ms_per_hour);
}
