#include "models/replay.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tests/models/laws.hpp"
#include "tests/support/print.hpp"
#include "tests/support/scenarios.hpp"

// A run that takes decisions and times from records of runs, its own or another's.

namespace {

using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::History;
using ficap::models::NeedAddress;
using ficap::models::NeedRecord;
using ficap::models::Outcome;
using ficap::models::Phase;
using ficap::models::Replay;
using ficap::models::Simulator;
using ficap::test::Changes;
using ficap::test::World;
namespace models = ficap::models;
namespace sim = ficap::sim;
namespace test = ficap::test;

constexpr std::uint64_t seed = 1;

/// A base and an option in one future: what each came to, and what became of its needs.
struct Pair {
  World base;
  World option;
  Simulator as_base{base.compiled()};
  Simulator as_option{option.compiled()};
  History of_base;
  History of_option;
  Outcome base_alone;
  Outcome option_alone;

  Pair(const models::Scenario& one, const models::Scenario& other, std::uint32_t replication = 0)
      : base{one},
        option{other},
        base_alone{as_base.run_recording(seed, replication, of_base)},
        option_alone{as_option.run_recording(seed, replication, of_option)},
        replication_{replication} {}
  Pair(const char* name, const Changes& changes, std::uint32_t replication = 0)
      : Pair{test::scenario(name), test::scenario(name, changes), replication} {}

  /// Which of the three is as in the option.
  struct As {
    bool people;
    bool asking;
    bool timing;
  };
  [[nodiscard]] Outcome in(As option_where) {
    const Replay replay{.asking = option_where.asking ? &of_option : &of_base,
                        .timing = option_where.timing ? &of_option : &of_base,
                        .other = option_where.timing ? &of_base : &of_option};
    return (option_where.people ? as_option : as_base).run_replaying(seed, replication_, replay);
  }

 private:
  std::uint32_t replication_;
};

constexpr Pair::As all_as_base{.people = false, .asking = false, .timing = false};
constexpr Pair::As all_as_option{.people = true, .asking = true, .timing = true};

const std::string referral =
    R"(/from_start/policies/mandatory_referral={"harms": ["medium", "high", "very_high"],
       "at": "develop", "skill": "investigation", "effort": {"fixed": {"value": "2 h"}},
       "reaches": ["profile", "restraint"]})";

const std::string refused_referral =
    R"(/from_start/policies/mandatory_referral={"harms": ["medium", "high", "very_high"],
       "at": "develop", "skill": "investigation", "effort": {"fixed": {"value": "2 h"}},
       "refuses": {"waiting_per_person_above": 0.5}, "reaches": ["profile", "restraint"]})";

const std::vector<std::pair<std::string, Changes>> options{
    {"more people",
     {"/from_start/teams/north-fi/strength=6", "/from_start/teams/north-fi/establishment=6"}},
    {"nobody",
     {"/from_start/teams/north-fi/strength=0",
      "/from_start/teams/north-fi/early_desk=0",
      "/from_start/teams/south-all/strength=0"}},
    {"everybody asks", {"/from_start/asking/floor=1", "/from_start/asking/ceiling=1"}},
    {"nobody asks", {"/from_start/asking/floor=0", "/from_start/asking/ceiling=0"}},
    {"a referral", {referral}},
    {"another order", {"/from_start/policies/allocation=value_per_hour"}},
    {"other rules before the plan, too", {"/policies/allocation=early_stages_first"}},
    {"other demand", {"/streams/north-drugs/rate=100 /y"}},
    {"quicker work", {R"(/requests/profile/tasks/2/effort={"fixed": {"value": "1 h"}})"}},
    {"other identification",
     {R"(/requests/profile/identifies={"early": 0.9, "middle": 0.1, "late": 0})"}},
    {"an overflow",
     {R"(/from_start/policies/overflow=[{"to": "unit", "from": ["north"], "after": "3 d"}])"}},
    {"a referral that may be refused", {refused_referral}},
    {"the unit joins at a stage", {R"(/from_start/policies/unit_joins={"at": "covert"})"}},
    {"the unit joins after a time", {R"(/from_start/policies/unit_joins={"after": "20 d"})"}},
    {"the unit joins at once", {R"(/policies/unit_joins={"after": "0 d"})"}},
    {"people who sit with investigating teams",
     {R"(/from_start/policies/embedded={"desk": {"posts": 1, "team": "north-fi", "with": ["city"]}})"}},
    {"people who come and go", test::people_who_come_and_go()},
    {"a plan of everything", test::a_plan_of_everything()},
};

std::int64_t asked_freely(const World& world, const Outcome& outcome) {
  return world.cut(outcome, Counter::asked, Dimension::work_class, "discretionary");
}

bool is_about_belief(const models::Layout& layout, std::size_t place) {
  bool is = place == layout.total(Counter::belief_by_time);
  for (const Dimension dimension :
       {Dimension::organisation, Dimension::area, Dimension::work_class}) {
    for (std::size_t id = 0; id < layout.width(dimension); ++id)
      is = is || place == layout.cut(Counter::belief_by_time, dimension, id);
  }
  return is;
}

// Help begins at once: there are more people than cases. It finds half and secures it, and after
// 20 days there is an order for all that is secured.
Changes forfeiture(const std::string& effort, const std::string& lost_per_month) {
  return {"/teams/desk/establishment=90",
          "/teams/desk/strength=90",
          R"(/requests/help/tasks/0/effort={"fixed": {"value": ")" + effort + R"("}})",
          R"(/requests/help/identifies={"early": 0.5, "middle": 0.5, "late": 0.5})",
          R"(/requests/help/protects={"share": 1})",
          R"(/pathways/one_stage/stages/open/decides={"forfeiture": {"on": "help",
             "kinds": ["accounts"], "granted": 1, "paid_after": {"fixed": {"value": "1 d"}}}})",
          R"(/assets/dissipation={"accounts": {"lost_per_month_covert": )" + lost_per_month + "}}"};
}

double collected_a_case(const World& world, const Outcome& outcome) {
  return static_cast<double>(world.total(outcome, Counter::assets_collected)) /
         static_cast<double>(world.total(outcome, Counter::cases));
}

}  // namespace

TEST_CASE("what is known of a need is put together, and found by its address") {
  const NeedAddress first{.id = 7, .ordinal = 2, .step = 0};
  const NeedAddress second{.id = 7, .ordinal = 2, .step = 1};
  History history;
  history.add({.need = second});
  history.add({.need = first});
  history.add({.need = second, .asked_after = 1});
  history.add(
      {.need = second, .worked = NeedRecord::Work{sim::Time{sim::Duration{9}}, Phase::late}});
  history.settle();
  CHECK(history.records().size() == 2);
  REQUIRE(history.find(second) != nullptr);
  CHECK(history.find(second)->asked_after == 1);
  CHECK(history.find(second)->worked->phase == Phase::late);
  CHECK_FALSE(history.find(first)->asked_after);
  CHECK(history.find({.id = 7, .ordinal = 3, .step = 0}) == nullptr);
}

TEST_CASE("work is timed by records only where both runs have finished it") {
  const NeedAddress both{.id = 1, .ordinal = 0, .step = 0};
  const NeedAddress one{.id = 2, .ordinal = 0, .step = 0};
  const NeedRecord::Work work{sim::Time{sim::Duration{9}}, Phase::early};
  History here;
  here.add({.need = both, .worked = work});
  here.add({.need = one, .worked = work});
  here.settle();
  History there;
  there.add({.need = both, .worked = work});
  there.add({.need = one, .asked_after = 0});
  there.settle();
  const Replay replay{.asking = &here, .timing = &here, .other = &there};
  CHECK(replay.work_on(both) == 0);
  CHECK_FALSE(replay.work_on(one));
}

TEST_CASE("a run that is recorded comes to what it comes to unrecorded") {
  for (const auto& option : options) {
    CAPTURE(option.first);
    const Pair pair{test::small_region, option.second, 1};
    CHECK(pair.base_alone == pair.base.future(1, seed));
    CHECK(pair.option_alone == pair.option.future(1, seed));
  }
}

TEST_CASE(
    "a world with everything of the base is the base, with everything of the option the option") {
  for (const auto& option : options) {
    CAPTURE(option.first);
    for (const std::uint32_t replication : {0U, 2U}) {
      Pair pair{test::small_region, option.second, replication};
      CHECK(pair.in(all_as_base) == pair.base_alone);
      CHECK(pair.in(all_as_option) == pair.option_alone);
    }
  }
}

TEST_CASE("so it is for the West Midlands, and where a run starts from open cases") {
  for (const char* const name : {"five-more-investigators", "mandatory-referral"}) {
    CAPTURE(name);
    Pair pair{test::scenario("scenarios/west-midlands.json"),
              test::scenario("scenarios/" + std::string{name} + ".json")};
    CHECK(pair.in(all_as_base) == pair.base_alone);
    CHECK(pair.in(all_as_option) == pair.option_alone);
  }
  Pair pair{"scenarios/today.json",
            {"/from_start/teams/wmp-fi/strength=14", "/from_start/teams/wmp-fi/establishment=16"}};
  CHECK(pair.in(all_as_base) == pair.base_alone);
  CHECK(pair.in(all_as_option) == pair.option_alone);
}

TEST_CASE("the laws hold in every mixed world") {
  for (const auto& option : options) {
    CAPTURE(option.first);
    Pair pair{test::small_region, option.second, 3};
    for (int world = 1; world < 7; ++world) {
      CAPTURE(world);
      const Pair::As as{
          .people = (world & 1) != 0, .asking = (world & 2) != 0, .timing = (world & 4) != 0};
      test::check_laws(as.people ? pair.option : pair.base, pair.in(as));
    }
  }
}

TEST_CASE("as many ask as in the run whose decisions are taken, whoever is there to help") {
  for (const auto& option : options) {
    if (option.first == "other demand") continue;
    CAPTURE(option.first);
    Pair pair{test::small_region, option.second};
    const auto of_base = asked_freely(pair.base, pair.base_alone);
    const auto of_option = asked_freely(pair.option, pair.option_alone);
    for (const bool timing : {false, true}) {
      CHECK(asked_freely(pair.base, pair.in({.people = false, .asking = true, .timing = timing})) ==
            of_option);
      CHECK(asked_freely(pair.option,
                         pair.in({.people = true, .asking = false, .timing = timing})) == of_base);
    }
  }
}

TEST_CASE("an option that changes nothing but asking changes nothing where asking is the base's") {
  for (const char* const change : {"/asking/ceiling=1", "/belief/initial=0"}) {
    CAPTURE(change);
    Pair pair{test::small_region, {change}};
    const models::Layout& layout = pair.base.compiled().layout();
    CHECK(pair.base_alone != pair.option_alone);
    for (const bool timing : {false, true}) {
      Outcome with_rules = pair.in({.people = true, .asking = false, .timing = timing});
      const Outcome without = pair.in({.people = false, .asking = false, .timing = timing});
      // Trust itself is what it is: the option's own.
      for (std::size_t id = 0; id < layout.size(); ++id) {
        if (is_about_belief(layout, id)) with_rules.values[id] = without.values[id];
      }
      for (std::size_t month = 0; month < without.months.size(); ++month)
        with_rules.months[month].belief_thousandths = without.months[month].belief_thousandths;
      CHECK(with_rules == without);
    }
  }
}

TEST_CASE("what is only quicker gains by its timing alone, and as much as can be worked out") {
  // £1,000 of which a tenth is lost each month, and 10 days or 1 day until half of it is secured.
  // Whatever a world does itself, before or after, counts once.
  Pair pair{test::scenario(test::one_desk, forfeiture("240 h", "0.1")),
            test::scenario(test::one_desk, forfeiture("24 h", "0.1"))};
  const double after_10_days = 48299.0;  // pence: 50,000 x 0.9^(10 / 30.4375)
  const double after_1_day = 49827.0;    // pence: 50,000 x 0.9^(1 / 30.4375)
  for (const bool people : {false, true}) {
    for (const bool asking : {false, true}) {
      const World& world = people ? pair.option : pair.base;
      const auto slow = pair.in({.people = people, .asking = asking, .timing = false});
      const auto quick = pair.in({.people = people, .asking = asking, .timing = true});
      CHECK(collected_a_case(world, slow) == doctest::Approx(after_10_days).epsilon(2e-5));
      CHECK(collected_a_case(world, quick) == doctest::Approx(after_1_day).epsilon(2e-5));
    }
  }
}

TEST_CASE("where nothing is lost with time, timing gains nothing") {
  Pair pair{test::scenario(test::one_desk, forfeiture("240 h", "0")),
            test::scenario(test::one_desk, forfeiture("24 h", "0"))};
  for (const bool timing : {false, true}) {
    const auto slow = pair.in({.people = false, .asking = false, .timing = timing});
    const auto quick = pair.in({.people = true, .asking = true, .timing = timing});
    for (const Counter counter : {Counter::assets_collected, Counter::assets_denied}) {
      CHECK(pair.base.total(slow, counter) == pair.base.total(pair.base_alone, counter));
      CHECK(pair.option.total(quick, counter) == pair.base.total(pair.base_alone, counter));
    }
  }
}

TEST_CASE("what both runs have done counts in a world that never does it") {
  // Half of the cases ask one person, or all of them two. Where all ask one person, some of what
  // both runs have done is too late there.
  Changes busy = forfeiture("36 h", "0");
  for (const char* const change : {"/requests/help/class=discretionary",
                                   R"(/requests/help/window={"within": {"time": {"fixed":
                                      {"value": "1 d"}}}})",
                                   "/teams/desk/establishment=1",
                                   "/teams/desk/strength=1"})
    busy.emplace_back(change);
  Changes calm = busy;
  calm.insert(calm.end(), {"/teams/desk/establishment=2", "/teams/desk/strength=2"});
  busy.insert(busy.end(), {"/asking/floor=0.5", "/asking/ceiling=0.5"});
  Pair pair{test::scenario(test::one_desk, busy), test::scenario(test::one_desk, calm)};
  const auto crowded = pair.in({.people = false, .asking = true, .timing = false});
  const auto secured = pair.base.total(crowded, Counter::cases_protected);
  const auto started = pair.base.total(crowded, Counter::served);
  CHECK(pair.base.total(crowded, Counter::expired) > 0);
  CHECK(secured > started);
}

TEST_CASE("work for which the court waits is not timed by records") {
  Changes waits = forfeiture("240 h", "0.1");
  waits.emplace_back(
      R"(/pathways/one_stage/stages/open/adjourns={"waits_for": ["help"], "at_most": "60 d"})");
  Changes quick = waits;
  quick.emplace_back(R"(/requests/help/tasks/0/effort={"fixed": {"value": "24 h"}})");
  Pair pair{test::scenario(test::one_desk, waits), test::scenario(test::one_desk, quick)};
  CHECK(pair.in({.people = true, .asking = true, .timing = false}) == pair.option_alone);
  CHECK(pair.in({.people = false, .asking = false, .timing = true}) == pair.base_alone);
}

TEST_CASE("work from which a court's time runs is not timed by records") {
  const std::string holds = R"(/requests/help/holds={"kinds": ["accounts"], "period": "6 mo",
      "at_most": "24 mo", "until_decided": ["help"]})";
  Changes slow = forfeiture("240 h", "0.1");
  slow.emplace_back(holds);
  Changes quick = forfeiture("24 h", "0.1");
  quick.emplace_back(holds);
  Pair pair{test::scenario(test::one_desk, slow), test::scenario(test::one_desk, quick)};
  CHECK(pair.base_alone != pair.option_alone);
  CHECK(pair.in({.people = true, .asking = true, .timing = false}) == pair.option_alone);
  CHECK(pair.in({.people = false, .asking = false, .timing = true}) == pair.base_alone);
}

TEST_CASE("a run after a replay is as if there had been none") {
  Pair pair{test::small_region, options.front().second};
  static_cast<void>(pair.in({.people = false, .asking = true, .timing = true}));
  CHECK(pair.as_base.run(seed, 0) == pair.base_alone);
}
