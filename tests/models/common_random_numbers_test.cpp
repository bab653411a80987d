#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/support/print.hpp"
#include "tests/support/scenarios.hpp"

// Two scenarios that differ in people or policy see the same cases: what depends on cases alone is
// equal to the bit.

namespace {

using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::Outcome;
using ficap::test::Changes;
using ficap::test::World;
namespace models = ficap::models;
namespace test = ficap::test;

constexpr std::array of_cases_alone{
    Counter::needs, Counter::cases, Counter::cases_with_early_need, Counter::assets_realisable};

constexpr std::array dimensions{Dimension::organisation,
                                Dimension::threat,
                                Dimension::request,
                                Dimension::work_class,
                                Dimension::skill,
                                Dimension::area,
                                Dimension::harm,
                                Dimension::team,
                                Dimension::cause};

void check_same_cases(const World& one, const World& other, std::uint32_t replication) {
  const Outcome a = one.future(replication);
  const Outcome b = other.future(replication);
  for (const Counter counter : of_cases_alone) {
    CAPTURE(static_cast<int>(counter));
    CHECK(one.total(a, counter) == other.total(b, counter));
    for (const Dimension dimension : dimensions) {
      if (!models::dimensions_of(counter).contains(dimension)) continue;
      CAPTURE(models::dimension_names[static_cast<std::size_t>(dimension)]);
      for (const std::string& id : one.compiled().ids()[static_cast<std::size_t>(dimension)]) {
        CAPTURE(id);
        CHECK(one.cut(a, counter, dimension, id) == other.cut(b, counter, dimension, id));
      }
    }
  }
  for (std::size_t month = 0; month < a.months.size(); ++month)
    CHECK(a.months[month].needs == b.months[month].needs);
}

const std::vector<std::pair<std::string, Changes>> changes{
    {"one more person", {"/teams/north-fi/strength=4"}},
    {"ten more from the start",
     {"/from_start/teams/north-fi/strength=13", "/from_start/teams/north-fi/establishment=13"}},
    {"nobody in the south", {"/teams/south-all/strength=0"}},
    {"a new team",
     {R"(/teams/aid={"organisation": "south", "role": "fio", "establishment": 1, "strength": 1,
                      "calendar": "office"})"}},
    {"another order", {"/policies/allocation=value_per_hour"}},
    {"a smaller caseload", {"/teams/north-fi/caseload_cap=2", "/teams/unit-all/caseload_cap=1"}},
    {"no trust", {"/belief/initial=0"}},
    {"another way to ask", {"/asking/floor=0.5", "/asking/ceiling=0.6"}},
    {"a referral",
     {R"(/policies/mandatory_referral={"harms": ["high"], "at": "develop", "skill": "investigation",
          "effort": {"fixed": {"value": "2 h"}}, "reaches": ["profile"]})"}},
    {"a referral that is refused",
     {R"(/policies/mandatory_referral={"harms": ["high"], "at": "develop", "skill": "investigation",
          "effort": {"fixed": {"value": "2 h"}}, "reaches": ["profile"],
          "refuses": {"waiting_per_person_above": 0},
          "remembered": {"weight": 0.5, "memory": "90 d"}})"}},
    {"an overflow", {R"(/policies/overflow=[{"to": "unit", "from": ["north"], "after": "3 d"}])"}},
    {"an announcement", {R"(/policies/announcements={"a": {"on": "2026-04-01", "step": 0.9}})"}},
    {"published waits",
     {R"(/policies/published_waits={"from": "2026-04-01", "every": "20 d", "weight": 0.5})"}},
    {"a promise", {R"(/policies/service_promise={"within": "2 d", "escalates_to": "unit"})"}},
    {"people who sit with a team",
     {R"(/policies/embedded={"city": {"team": "north-fi", "posts": 1, "with": ["city"]}})"}},
    {"harder work", {R"(/requests/restraint/tasks/0/effort={"fixed": {"value": "90 h"}})"}},
    {"other windows", {R"(/requests/profile/window="until_stage_ends")"}},
    {"other assets rules", {"/assets/dissipation=null"}},
    {"a longer run-on", {"/plan/run_on=4 y"}},
    {"another number of replications", {"/plan/replications=99"}},
};

}  // namespace

TEST_CASE("no person, policy, belief or rule changes a case's own draws") {
  const World reference{test::scenario(test::small_region)};
  for (const auto& change : changes) {
    CAPTURE(change.first);
    const World changed{test::scenario(test::small_region, change.second)};
    for (const std::uint32_t replication : {0U, 3U})
      check_same_cases(reference, changed, replication);
  }
}

TEST_CASE("the changes of the test above change something else") {
  // Otherwise it would prove nothing. What only shows after the run, or not at all, is left out.
  const World reference{test::scenario(test::small_region)};
  const Outcome before = reference.future();
  for (const auto& change : changes) {
    if (change.first.starts_with("a longer") || change.first.ends_with("replications")) continue;
    CAPTURE(change.first);
    const World changed{test::scenario(test::small_region, change.second)};
    CHECK_FALSE(changed.future().values == before.values);
  }
}

TEST_CASE("one more of a crowd that is never short changes nothing but its own hours") {
  const Changes crowd{"/teams/north-fi/strength=60",
                      "/teams/north-fi/establishment=61",
                      "/teams/north-fi/people=null",
                      "/teams/north-fi/early_desk=0"};
  const World sixty{test::scenario(test::small_region, crowd)};
  Changes more = crowd;
  more.front() = "/teams/north-fi/strength=61";
  const World sixty_one{test::scenario(test::small_region, more)};
  const Outcome a = sixty.future();
  const Outcome b = sixty_one.future();
  for (std::size_t c = 0; c < models::counter_count; ++c) {
    const auto counter = static_cast<Counter>(c);
    // The people's own; work is the same to the millisecond that each stretch is rounded to.
    if (models::dimensions_of(counter).contains(Dimension::team) && counter != Counter::held_ms)
      continue;
    CAPTURE(c);
    CHECK(sixty.total(a, counter) == sixty_one.total(b, counter));
  }
  CHECK(sixty.total(a, Counter::contracted_ms) < sixty_one.total(b, Counter::contracted_ms));
  for (std::size_t month = 0; month < a.months.size(); ++month) {
    models::MonthRow without = b.months[month];
    without.people -= 1;
    without.fte_thousandths -= 1000;
    for (const models::HoursColumn& hours : models::hours_columns())
      without.*hours.member = a.months[month].*hours.member;
    CHECK(a.months[month] == without);
  }
}

namespace {

using Json = nlohmann::ordered_json;

// The same document with the members of every object in the opposite order.
Json turned_around(const Json& document) {
  if (document.is_array()) {
    Json items = Json::array();
    for (const Json& item : document)
      items.push_back(turned_around(item));
    return items;
  }
  if (!document.is_object()) return document;
  std::vector<std::pair<std::string, Json>> members;
  for (const auto& member : document.items())
    members.emplace_back(member.key(), turned_around(member.value()));
  std::reverse(members.begin(), members.end());
  Json object = Json::object();
  for (auto& member : members)
    object[member.first] = std::move(member.second);
  return object;
}

std::string with_id(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace

TEST_CASE("the order in which a scenario is written changes nothing") {
  const std::string text = test::text_of(test::small_region);
  const std::string turned = turned_around(Json::parse(text)).dump();
  CHECK(turned.find("\"assets\"") < turned.find("\"plan\""));
  const World reference{test::scenario_of_text(text)};
  const World reordered{test::scenario_of_text(turned)};
  CHECK(reference.future(1) == reordered.future(1));
}

TEST_CASE("another name for a team changes no case") {
  const std::string text = test::text_of(test::small_region);
  const World reference{test::scenario_of_text(text)};
  const World renamed{test::scenario_of_text(with_id(text, "\"north-fi\"", "\"zeta\""))};
  for (const std::uint32_t replication : {0U, 1U})
    check_same_cases(reference, renamed, replication);
}

TEST_CASE("another name for a stream is other cases") {
  const std::string text = test::text_of(test::small_region);
  const World reference{test::scenario_of_text(text)};
  const World renamed{test::scenario_of_text(with_id(text, "\"unit-drugs\"", "\"unit-other\""))};
  CHECK(reference.cut(
            reference.future(), Counter::assets_realisable, Dimension::organisation, "unit") !=
        renamed.cut(renamed.future(), Counter::assets_realisable, Dimension::organisation, "unit"));
}
