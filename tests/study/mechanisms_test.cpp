#include "study/mechanisms.hpp"

#include <atomic>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "study/attribution.hpp"
#include "tests/support/print.hpp"
#include "tests/support/scenarios.hpp"
#include "tests/support/threads.hpp"

// The eight worlds between a base and an option, and pairs of which it is known beforehand what the
// difference comes with.

namespace {

using ficap::models::Counter;
using ficap::study::Mechanism;
using ficap::study::Verdict;
using ficap::test::Changes;
using ficap::test::World;
namespace models = ficap::models;
namespace study = ficap::study;
namespace test = ficap::test;

constexpr auto people = static_cast<std::size_t>(Mechanism::people_and_rules);
constexpr auto asking = static_cast<std::size_t>(Mechanism::asking);
constexpr auto timing = static_cast<std::size_t>(Mechanism::timing);

struct Pair {
  World base;
  World option;

  Pair(const char* name, const Changes& of_base, const Changes& of_option)
      : base{test::scenario(name, of_base)}, option{test::scenario(name, of_option)} {}

  [[nodiscard]] study::SideBySide simulated(study::StudyPlan plan,
                                            const study::Executor& executor = study::serial(),
                                            const study::Watch& watch = {}) const {
    return study::simulate_mechanisms(base.compiled(), option.compiled(), plan, executor, watch);
  }
  [[nodiscard]] study::MeasureAttribution attributed(const char* measure) const {
    const study::SideBySide done = simulated({.seed = 1, .replications = 6});
    std::vector<study::Alternative> worlds;
    for (study::World world = 0; world < done.outcomes.size(); ++world) {
      const models::Compiled& compiled = (study::is_on(world, people) ? option : base).compiled();
      worlds.push_back(
          {.ids = compiled.ids(), .layout = compiled.layout(), .outcomes = done.outcomes[world]});
    }
    const std::vector<study::MeasureRef> refs{
        {.measure = models::find_measure(measure), .cut = std::nullopt}};
    return study::attribute(worlds, refs).measures.front();
  }
};

const Changes more_people{"/from_start/teams/north-fi/strength=6",
                          "/from_start/teams/north-fi/establishment=6"};

// There are more people than cases, nothing is lost with time, and what work finds it finds
// whenever it is done: half of it, which an order after 20 days is for.
const Changes calm{"/teams/desk/establishment=90",
                   "/teams/desk/strength=90",
                   "/requests/help/class=discretionary",
                   R"(/requests/help/identifies={"early": 0.5, "middle": 0.5, "late": 0.5})",
                   R"(/requests/help/protects={"share": 1})",
                   R"(/pathways/one_stage/stages/open/decides={"forfeiture": {"on": "help",
       "kinds": ["accounts"], "granted": 1, "paid_after": {"fixed": {"value": "1 d"}}}})"};

Changes with(Changes changes, const Changes& more) {
  changes.insert(changes.end(), more.begin(), more.end());
  return changes;
}

}  // namespace

TEST_CASE("the first world is the base, the last the option, in every future") {
  const Pair pair{test::small_region, {}, more_people};
  const auto done = pair.simulated({.seed = 3, .replications = 4, .first = 2});
  REQUIRE(done.outcomes.size() == 8);
  REQUIRE(done.replications() == 4);
  for (std::uint32_t i = 0; i < 4; ++i) {
    CHECK(done.outcomes[0][i] == pair.base.future(2 + i, 3));
    CHECK(done.outcomes[7][i] == pair.option.future(2 + i, 3));
    for (std::size_t world = 1; world < 7; ++world)
      CHECK(done.outcomes[world][i] != done.outcomes[0][i]);
  }
}

TEST_CASE("the number of threads changes nothing") {
  const Pair pair{test::small_region, {}, more_people};
  const auto alone = pair.simulated({.seed = 1, .replications = 9});
  CHECK(pair.simulated({.seed = 1, .replications = 9}, test::threads(4)).outcomes ==
        alone.outcomes);
}

TEST_CASE("a study that is stopped keeps the futures that are finished in every world") {
  const Pair pair{test::small_region, {}, more_people};
  const auto whole = pair.simulated({.seed = 1, .replications = 5});
  for (const std::size_t workers : {1U, 3U}) {
    std::atomic<std::uint32_t> finished{0};
    const study::Watch watch{.should_stop = [&] { return finished >= 3; },
                             .on_finished = [&](std::uint32_t count) { finished = count; }};
    const auto done =
        pair.simulated({.seed = 1, .replications = 400}, test::threads(workers), watch);
    CHECK(done.interrupted);
    REQUIRE(done.replications() >= 3);
    REQUIRE(done.replications() < 400);
    for (std::size_t world = 0; world < 8; ++world) {
      CHECK(done.outcomes[world].size() == done.replications());
      for (std::size_t i = 0; i < 3; ++i)
        CHECK(done.outcomes[world][i] == whole.outcomes[world][i]);
    }
  }
}

TEST_CASE("of a scenario and itself nothing comes with anything") {
  const Pair pair{test::small_region, {}, {}};
  for (const char* const measure : {"assets_collected", "unmet_share_of_need", "wait_days"}) {
    const auto attributed = pair.attributed(measure);
    for (const study::Term& term : attributed.terms)
      CHECK(term.verdict == Verdict::same);
    CHECK(attributed.total.value == 0.0);
  }
}

TEST_CASE("where only asking differs and timing cannot matter, all comes with asking") {
  const Pair pair{test::one_desk, with(calm, {"/asking/floor=0.3", "/asking/ceiling=0.3"}), calm};
  for (const char* const measure : {"assets_collected", "unmet_share_of_need"}) {
    CAPTURE(measure);
    const auto attributed = pair.attributed(measure);
    CHECK(attributed.terms[people].verdict == Verdict::same);
    CHECK(attributed.terms[timing].verdict == Verdict::same);
    CHECK(attributed.terms[asking].value == attributed.total.value);
  }
  // £1,000 a case, of which half is found; 30 % or all of the cases ask, a hundred and eighty or so
  // in a year.
  const auto collected = pair.attributed("assets_collected");
  CHECK(*collected.worlds[7].value == doctest::Approx(0.5 * 182'625.0).epsilon(0.1));
  CHECK(*collected.total.value / *collected.worlds[7].value == doctest::Approx(0.7).epsilon(0.1));
}

TEST_CASE("where only the speed of work differs, all comes with timing") {
  const Changes decays{R"(/assets/dissipation={"accounts": {"lost_per_month_covert": 0.3}})"};
  const Pair pair{
      test::one_desk,
      with(with(calm, decays), {R"(/requests/help/tasks/0/effort={"fixed": {"value": "300 h"}})"}),
      with(calm, decays)};
  const auto attributed = pair.attributed("assets_collected");
  CHECK(attributed.terms[asking].verdict == Verdict::same);
  CHECK(attributed.terms[timing].verdict == Verdict::higher);
  CHECK(*attributed.terms[people].value == doctest::Approx(0.0));
  CHECK(*attributed.terms[timing].value == doctest::Approx(*attributed.total.value));
}

TEST_CASE("a future that cannot be simulated is named by its number") {
  // Each case comes back to its stage 250 times without time passing, 2,700 cases a day.
  const Pair pair{test::one_desk,
                  {},
                  {"/streams/cases/rate=1000000 /y",
                   "/pathways/one_stage/stages/open/needs=null",
                   R"(/pathways/one_stage/stages/open/lasts={"fixed": {"value": "0 d"}})",
                   "/pathways/one_stage/stages/open/next/closed=0.000001",
                   "/pathways/one_stage/stages/open/next/open=0.999999",
                   R"(/streams/cases/monthly_profile=[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])"}};
  const auto done = pair.simulated({.seed = 1, .replications = 3, .first = 4});
  REQUIRE(done.failures.size() == 1);
  CHECK(done.failures.front().replication == 4);
  CHECK(done.failures.front().what.find("it would not end") != std::string::npos);
  CHECK(done.replications() == 0);
}
