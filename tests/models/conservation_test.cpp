#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tests/models/laws.hpp"
#include "tests/models/one_team.hpp"
#include "tests/support/scenarios.hpp"

namespace {

using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::Outcome;
using ficap::test::Changes;
using ficap::test::World;
namespace models = ficap::models;
namespace test = ficap::test;

const Changes nobody{
    "/teams/north-fi/strength=0",
    "/teams/north-fi/early_desk=0",
    "/teams/north-fi/people=null",
    "/teams/north-fio/strength=0",
    "/teams/south-all/strength=0",
    "/teams/unit-all/strength=0",
};

const std::string referral =
    R"({"harms": ["low", "medium", "high", "very_high"], "at": "develop", "compliance": 0.7,
        "skill": "investigation", "effort": {"fixed": {"value": "2 h"}},
        "reaches": ["profile", "restraint"]})";

const std::string refused_referral =
    R"({"harms": ["low", "medium", "high", "very_high"], "at": "develop", "compliance": 0.9,
        "skill": "investigation", "effort": {"fixed": {"value": "2 h"}},
        "reaches": ["profile", "restraint"], "refuses": {"waiting_per_person_above": 1},
        "remembered": {"weight": 0.4, "memory": "60 d"}})";

using ficap::test::operator+;

const std::vector<std::pair<std::string, Changes>> variants{
    {"people who come and go", test::people_who_come_and_go()},
    {"the same with overflow, a short period and nobody to begin with",
     test::people_who_come_and_go() +
         Changes{
             R"(/policies/overflow=[{"to": "unit", "from": ["north", "south"], "after": "2 d"}])",
             "/teams/north-fi/people=null",
             "/teams/north-fi/early_desk=0",
             "/teams/north-fi/strength=0",
             "/teams/south-all/strength=0"}},
    {"a staffing plan of everything", test::a_plan_of_everything()},
    {"the same while people come and go",
     test::people_who_come_and_go() + test::a_plan_of_everything()},
    {"a pool",
     test::people_who_come_and_go() +
         Changes{
             R"(/policies/overflow=[{"to": "unit", "from": ["north", "south"], "after": "5 d", "own_first": true},
                                    {"to": "south", "from": ["north"], "after": "2 d"},
                                    {"to": "north", "from": ["south", "unit"], "after": "0 d"}])"}},
    {"a pool until the start",
     {R"(/policies/overflow=[{"to": "unit", "from": ["north"], "after": "1 d"},
                            {"to": "south", "from": ["north"], "after": "3 d"}])",
      R"(/from_start/policies/overflow=[{"to": "south", "from": ["north"], "after": "2 d"}])"}},
    {"people who only learn from the start",
     {R"(/from_start/roles/fi/sickness={"spells": "9 /y", "lasts": {"exponential": {"mean": "9 d"}}})",
      R"(/from_start/roles/both/away={"other": 0.4})",
      R"(/from_start/roles/fi/leaving={"rate": "1 /y"})"}},
    {"people who are ill nearly always",
     {R"(/roles/fi/sickness={"spells": "100 /y", "lasts": {"exponential": {"mean": "30 d"}}})",
      R"(/roles/both/sickness={"spells": "100 /y", "lasts": {"fixed": {"value": "365 d"}}})",
      R"(/policies/handover={"after": "0 d", "effort_lost": 0.5})"}},
    {"as it is", {}},
    {"nobody at all", nobody},
    {"nobody from the start",
     {"/from_start/teams/north-fi/strength=0",
      "/from_start/teams/north-fi/early_desk=0",
      "/from_start/teams/north-fi/people=null",
      "/from_start/teams/north-fio/strength=0",
      "/from_start/teams/south-all/strength=0",
      "/from_start/teams/unit-all/strength=0"}},
    {"one person",
     {"/teams/north-fi/strength=1",
      "/teams/north-fi/people=null",
      "/teams/north-fio/strength=0",
      "/teams/south-all/strength=0",
      "/teams/unit-all/strength=0"}},
    {"crowds from the start",
     {"/from_start/teams/north-fi/strength=40",
      "/from_start/teams/north-fi/establishment=40",
      "/from_start/teams/south-all/strength=40",
      "/from_start/teams/south-all/establishment=40"}},
    {"cases of one kind of asset each", {"/asset_profiles/investigation/concentration=1e-6"}},
    {"no demand",
     {"/streams/north-drugs/rate=0 /y",
      "/streams/north-cash/rate=0 /y",
      "/streams/south-fraud/rate=0 /y",
      "/streams/south-cash/rate=0 /y",
      "/streams/unit-drugs/rate=0 /y"}},
    {"a flood", {"/streams/north-drugs/rate=600 /y", "/streams/south-cash/rate=900 /y"}},
    {"no trust", {"/belief/initial=0", "/asking/floor=0"}},
    {"full trust", {"/belief/initial=1", "/asking/ceiling=1"}},
    {"everyone asks", {"/asking/floor=1", "/asking/ceiling=1"}},
    {"no run-on", {"/plan/run_on=0 d"}},
    {"an empty start", {"/start/state=empty"}},
    {"no warm-up", {"/plan/warm_up=0 d"}},
    {"three years from a leap day", {"/plan/start=2028-02-29", "/plan/years=3"}},
    {"a cap of one", {"/teams/north-fi/caseload_cap=1", "/teams/south-all/caseload_cap=1"}},
    {"first come", {"/policies/allocation=first_come_first_served"}},
    {"earliest window", {"/policies/allocation=earliest_window_close"}},
    {"early first", {"/policies/allocation=early_stages_first"}},
    {"value", {"/policies/allocation=value_per_hour"}},
    {"referral throughout", {"/policies/mandatory_referral=" + referral}},
    {"referral from the start", {"/from_start/policies/mandatory_referral=" + referral}},
    {"referral until the start",
     {"/policies/mandatory_referral=" + referral, "/from_start/policies/mandatory_referral=null"}},
    {"referral that is refused and remembered",
     {"/policies/mandatory_referral=" + refused_referral,
      "/streams/north-drugs/rate=300 /y",
      "/from_start/policies/mandatory_referral/remembered/memory=200 d"}},
    {"the same while people come and go, until the start",
     test::people_who_come_and_go() + Changes{"/policies/mandatory_referral=" + refused_referral,
                                              "/from_start/policies/mandatory_referral=null"}},
    {"overflow",
     {R"(/policies/overflow=[{"to": "unit", "from": ["north", "south"], "after": "5 d"}])"}},
    {"overflow until the start",
     {R"(/policies/overflow=[{"to": "unit", "from": ["north"], "after": "0 d"}])",
      "/from_start/policies/overflow=null"}},
    {"announcements", {R"(/from_start/policies/announcements={"a": {"on": "2026-04-01", "step": 1},
         "b": {"on": "2027-01-15", "organisations": ["north"], "step": 0.5}})"}},
    {"published waits",
     {R"(/from_start/policies/published_waits={"from": "2026-06-01", "until": "2027-11-01",
         "organisations": ["north", "unit"], "every": "10 d", "weight": 0.6})"}},
    {"a promise beside a pool, while people come and go",
     test::people_who_come_and_go() +
         Changes{R"(/policies/service_promise={"within": "2 d", "escalates_to": "unit"})",
                 R"(/policies/overflow=[{"to": "unit", "from": ["north"], "after": "2 d"},
                                    {"to": "south", "from": ["north"], "after": "4 d"}])",
                 "/teams/north-fi/strength=1",
                 "/teams/north-fi/people=null"}},
    {"a promise until the start",
     {R"(/policies/service_promise={"within": "1 d", "escalates_to": "unit"})",
      "/from_start/policies/service_promise=null"}},
    {"a promise from the start",
     {R"(/from_start/policies/service_promise={"organisations": ["south"], "within": "0 d",
         "escalates_to": "north"})"}},
    {"people who sit with investigating teams",
     {R"(/from_start/policies/embedded={"city": {"team": "north-fi", "posts": 2, "with": ["city"]}})"}},
    {"the same throughout, with much to do, while people come and go under a plan of everything",
     test::people_who_come_and_go() + test::a_plan_of_everything() +
         Changes{"/streams/north-drugs/rate=200 /y",
                 R"(/policies/embedded={
                     "city": {"team": "north-fi", "posts": 1, "with": ["city"],
                              "overflow_after": "5 d"},
                     "south": {"team": "south-all", "posts": 1, "with": ["none"],
                               "helps_unit": true},
                     "valley": {"team": "north-fio", "posts": 1, "with": ["valley"],
                                "classes": ["directed", "discretionary"], "helps_unit": true}})"}},
    {"the same until the start, beside a promise and a pool",
     test::people_who_come_and_go() +
         Changes{R"(/policies/service_promise={"within": "2 d", "escalates_to": "unit"})",
                 R"(/policies/overflow=[{"to": "unit", "from": ["north"], "after": "2 d"},
                                        {"to": "south", "from": ["north"], "after": "4 d"}])",
                 R"(/policies/embedded={"city": {"team": "north-fi", "posts": 1, "with": ["city"],
                     "overflow_after": "3 d", "helps_unit": true}})",
                 R"(/from_start/policies/embedded={"city": null, "valley": {"team": "north-fi",
                     "posts": 3, "with": ["city", "valley"], "overflow_after": "1 d"}})"}},
    {"stages without length",
     {R"(/pathways/investigation/stages/develop/lasts={"fixed": {"value": "0 d"}})",
      R"(/pathways/investigation/stages/covert/lasts={"fixed": {"value": "0 d"}})",
      R"(/pathways/investigation/stages/develop/lasts_by_threat=null)"}},
};

constexpr std::array shipped{"confiscation-and-cash-cell",
                             "early-desk",
                             "embedded-investigators",
                             "everyone-asks",
                             "five-fewer-investigators",
                             "five-fis-two-fios-early-desk",
                             "five-more-investigators",
                             "mandatory-referral",
                             "mandatory-referral-refused",
                             "no-dissipation",
                             "people-come-and-go",
                             "regional-overflow",
                             "ten-more-investigators",
                             "unlimited-staff",
                             "vacancies-filled",
                             "west-midlands"};

}  // namespace

TEST_CASE("a small region keeps every law, whatever its extremes") {
  for (const auto& variant : variants) {
    CAPTURE(variant.first);
    const World world{test::scenario(test::small_region, variant.second)};
    for (const std::uint32_t replication : {0U, 7U})
      test::check_laws(world, world.future(replication));
  }
}

TEST_CASE("the shipped scenarios keep every law") {
  for (const char* name : shipped) {
    CAPTURE(name);
    const World world{
        test::scenario("scenarios/" + std::string{name} + ".json",
                       {"/plan/years=1", "/plan/warm_up=200 d", "/plan/run_on=300 d"})};
    test::check_laws(world, world.future());
  }
}

TEST_CASE("what is asked and served in a period that began empty is what its months say") {
  const World world{test::scenario(test::small_region, {"/start/state=empty"})};
  const Outcome o = world.future();
  std::int64_t asked = 0;
  std::int64_t served = 0;
  for (const auto& month : o.months) {
    asked += month.asked;
    served += month.served;
  }
  CHECK(asked == world.total(o, Counter::asked));
  CHECK(served == world.total(o, Counter::served));
}

TEST_CASE("how discretionary needs end in a period that began empty is what its months say") {
  const World world{test::scenario(test::small_region, {"/start/state=empty"})};
  const Outcome o = world.future();
  models::MonthRow sum;
  for (const models::MonthRow& month : o.months) {
    for (const models::MonthColumn& column : models::month_columns())
      sum.*column.member += month.*column.member;
    CHECK(month.discretionary_needs <= month.needs);
    CHECK(month.discretionary_asked <= month.asked);
    CHECK(month.discretionary_served <= month.served);
  }
  const auto of_period = [&](Counter counter) {
    return world.cut(o, counter, Dimension::work_class, "discretionary");
  };
  CHECK(sum.discretionary_needs == of_period(Counter::needs));
  CHECK(sum.discretionary_asked == of_period(Counter::asked));
  CHECK(sum.discretionary_served == of_period(Counter::served));
  CHECK(sum.discretionary_covered == of_period(Counter::covered));
  CHECK(sum.discretionary_unhelped == of_period(Counter::declined) + of_period(Counter::expired));
  CHECK(sum.discretionary_unhelped > 0);
  // At the end some stand unasked whose time is not over yet: they are in no month.
  CHECK(sum.discretionary_never_asked <= of_period(Counter::suppressed));
  CHECK(sum.discretionary_never_asked > of_period(Counter::suppressed) / 2);
}

TEST_CASE("a need that nobody asks for ends when its time is over, not when its case is") {
  const Changes nobody_asks{"/start/state=empty",
                            "/requests/help/class=discretionary",
                            "/asking/floor=0",
                            "/asking/ceiling=0"};
  const auto never_asked = [&](const std::string& pointer, const std::string& value) {
    Changes changes = nobody_asks;
    changes.push_back(pointer + "=" + value);
    std::vector<std::int64_t> months;
    for (const models::MonthRow& month :
         World{test::scenario(test::one_desk, changes)}.future().months)
      months.push_back(month.discretionary_never_asked);
    return months;
  };
  // A time of five days in a case of twenty; and a case of five, with which its time ends.
  const auto by_window =
      never_asked("/requests/help/window", R"({"within": {"time": {"fixed": {"value": "5 d"}}}})");
  const auto by_case =
      never_asked("/pathways/one_stage/stages/open/lasts", R"({"fixed": {"value": "5 d"}})");
  CHECK(by_window == by_case);
  CHECK(by_window.front() > 0);
}

TEST_CASE("a small region has something of everything that laws are about") {
  const World world{
      test::scenario(test::small_region,
                     test::people_who_come_and_go() + test::a_plan_of_everything() +
                         Changes{R"(/policies/service_promise={"within": "2 d",
                                           "escalates_to": "unit"})",
                                 "/policies/mandatory_referral=" + refused_referral})};
  for (std::size_t c = 0; c < ficap::models::counter_count; ++c) {
    const auto counter = static_cast<Counter>(c);
    CAPTURE(c);
    std::int64_t sum = 0;
    for (std::uint32_t replication = 0; replication < 6; ++replication)
      sum += world.total(world.future(replication), counter);
    CHECK(sum > 0);
  }
}
