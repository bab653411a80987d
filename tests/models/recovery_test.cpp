#include <cmath>
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include "study/joining.hpp"
#include "tests/models/laws.hpp"
#include "tests/models/one_team.hpp"
#include "tests/support/scenarios.hpp"

// What the moment of engagement does to what is recovered: closed forms where help always comes,
// and what must hold whatever the numbers.

namespace {

using ficap::models::Counter;
using ficap::models::Outcome;
using ficap::models::Scenario;
using ficap::test::Changes;
using ficap::test::World;
using ficap::test::operator+;
namespace study = ficap::study;
namespace test = ficap::test;
using doctest::Approx;

constexpr double days_per_month = 365.25 / 12.0;

double kept(double share_a_month, double days) {
  return std::pow(1.0 - share_a_month, days / days_per_month);
}

std::string number(double value) {
  return std::to_string(value);
}

// £1,000 in accounts, of which a fifth is hidden; overt from the first day, for 100 days. Help is
// asked for at a point of these, takes a day, finds 60 % and secures 90 % of that.
struct SingleStage {
  double asked_at{};  ///< of the stage
  double lost_at_once{0.3};
  double lost_a_month{0.2};

  [[nodiscard]] World world() const {
    return World{test::scenario(
        test::one_desk,
        {"/teams/desk/establishment=80",
         "/teams/desk/strength=80",
         "/asset_profiles/small/benefit/fixed/value=£1,000",
         R"(/asset_profiles/small/hidden={"accounts": 0.2})",
         R"(/pathways/one_stage/stages/open/lasts={"fixed": {"value": "100 d"}})",
         "/pathways/one_stage/stages/open/visibility=overt",
         "/pathways/one_stage/stages/open/needs/help/at=" + number(asked_at),
         R"(/assets/dissipation={"accounts": {"lost_at_first_overt_act": )" + number(lost_at_once) +
             R"(, "lost_per_month_overt": )" + number(lost_a_month) + "}}",
         R"(/requests/help/identifies={"early": 0.6, "middle": 0.6, "late": 0.6})",
         R"(/requests/help/protects={"share": 0.9})",
         R"(/pathways/one_stage/stages/open/decides={"confiscation": {"on": "help",
              "paid_after": {"fixed": {"value": "1 d"}}}})",
         R"(/assets/collection={"at_1000": 0.5, "per_tenfold": 0, "lowest": 0, "highest": 1})"})};
  }
  [[nodiscard]] double collected() const {
    const World here = world();
    const Outcome o = here.future();
    test::check_laws(here, o);
    REQUIRE(here.total(o, Counter::cases) > 100);
    return test::total(here, o, Counter::assets_collected) / 100.0 /
           test::total(here, o, Counter::cases);
  }
  [[nodiscard]] double expected() const {
    const double found_on = (100.0 * asked_at) + 1.0;
    const double found = 800.0 * (1.0 - lost_at_once) * kept(lost_a_month, found_on) * 0.6;
    const double unsecured = 0.1 * found * kept(lost_a_month, 100.0 - found_on);
    return (0.9 * found) + (0.5 * unsecured);
  }
};

double collected(const Scenario& scenario, std::uint32_t futures = 4) {
  const World world{scenario};
  double sum = 0.0;
  for (std::uint32_t future = 0; future < futures; ++future)
    sum += test::total(world, world.future(future), Counter::assets_collected);
  return sum;
}

const Changes nothing_dissipates = {"/assets/dissipation={}"};
// As much is found whenever it is looked for.
const Changes found_alike = {
    R"(/requests/profile/identifies={"early": 0.5, "middle": 0.5, "late": 0.5})",
    R"(/requests/restraint/identifies={"early": 0.5, "middle": 0.5, "late": 0.5})"};

}  // namespace

TEST_CASE("where help always comes, what is recovered is what decay has left when it comes") {
  for (const double asked_at : {0.0, 0.1, 0.5, 0.9}) {
    const SingleStage stage{.asked_at = asked_at};
    CAPTURE(asked_at);
    CHECK(stage.collected() == Approx(stage.expected()).epsilon(1e-3));
  }
  const SingleStage quick{.asked_at = 0.4, .lost_at_once = 0.0, .lost_a_month = 0.5};
  CHECK(quick.collected() == Approx(quick.expected()).epsilon(1e-3));
}

TEST_CASE("where nothing dissipates, the moment of protection changes nothing") {
  const auto joined = [](const Changes& changes, const char* stage) {
    const Scenario region = test::scenario(test::small_region, changes);
    return study::joined_at(region, study::pathways_to_join(region.planned), {.stage = stage});
  };
  // From the covert stage on all is still of use that arose before, so the same work is done.
  const Changes all_of_use = {"/requests/advice/window=open",
                              "/requests/profile/window=open",
                              "/requests/restraint/window=open",
                              "/requests/advice/declines=null"};
  const Changes still = nothing_dissipates + found_alike + all_of_use;
  CHECK(collected(joined(still, "develop")) ==
        Approx(collected(joined(still, "covert"))).epsilon(0.03));
  // With dissipation it does change something, so the test above can fail.
  const Changes melting =
      found_alike + all_of_use +
      Changes{R"(/assets/dissipation={"accounts": {"lost_at_first_overt_act": 0.9},
                   "property": {"lost_at_first_overt_act": 0.9}})"};
  CHECK(collected(joined(melting, "develop")) > 1.1 * collected(joined(melting, "arrest")));
}

TEST_CASE("no dissipation that is quicker recovers more") {
  double before = 1e18;
  for (const char* share : {"0", "0.05", "0.2", "0.5"}) {
    const Scenario region =
        test::scenario(test::small_region,
                       {R"(/assets/dissipation={"cash": {"lost_per_month_overt": )" +
                        std::string{share} + R"(}, "accounts": {"lost_per_month_overt": )" + share +
                        R"(, "lost_at_first_overt_act": )" + share +
                        R"(}, "property": {"lost_per_month_covert": )" + share + "}}"});
    const double now = collected(region);
    CAPTURE(share);
    CHECK(now <= before);
    before = now;
  }
}

TEST_CASE(
    "with people enough and certain asking, mandatory referral changes only when help comes") {
  const Scenario region = test::scenario(test::small_region);
  Scenario certain = region;
  for (auto* setting : {&certain.before, &certain.planned}) {
    setting->asking.floor.value.value = 1.0;
    setting->asking.ceiling.value.value = 1.0;
    for (auto& team : setting->teams) {
      team.second.establishment.value.value = 80.0;
      team.second.strength.value.value = 80.0;
    }
  }
  Scenario referred = certain;
  for (auto* setting : {&referred.before, &referred.planned}) {
    auto& policy = setting->policies.mandatory_referral.emplace();
    policy.harms = {ficap::models::Harm::high, ficap::models::Harm::very_high};
    policy.at.id = "develop";
    policy.skill.id = "investigation";
    policy.reaches = {{"profile"}, {"advice"}};
    policy.effort.value.distribution.value = ficap::sim::Fixed{.value = 1.0};
  }
  const World plain{certain};
  const World other{referred};
  const Outcome a = plain.future();
  const Outcome b = other.future();
  CHECK(other.total(b, Counter::referrals) > 0);
  for (const Counter counter : {Counter::needs, Counter::asked, Counter::suppressed})
    CHECK(plain.total(a, counter) == other.total(b, counter));
  CHECK(test::total(plain, a, Counter::assets_collected) ==
        Approx(test::total(other, b, Counter::assets_collected)).epsilon(0.02));
}
