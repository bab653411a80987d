#include <cmath>
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include "tests/models/laws.hpp"
#include "tests/models/one_team.hpp"
#include "tests/support/scenarios.hpp"

// What courts let the police keep for a time, when orders fall due, and who is paid first: all
// worked out by hand. A case has £1,000 of cash, which officers hold from its first day, and lasts
// 720 days; a hearing takes a day; what is not held loses a tenth a month.

namespace {

using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::Outcome;
using ficap::test::Changes;
using ficap::test::World;
using ficap::test::operator+;
namespace test = ficap::test;
using doctest::Approx;

constexpr double days_per_month = 365.25 / 12.0;

double lost_of_1000_in(double days) {
  return 1000.0 * (1.0 - std::pow(0.9, days / days_per_month));
}

const Changes a_seizure = {
    "/streams/cases/rate=0.02 /d",
    "/plan/run_on=4 y",
    "/teams/desk/establishment=30",
    "/teams/desk/strength=30",
    R"(/asset_profiles/small/kinds={"cash": 1})",
    R"(/asset_profiles/small/seized=["cash"])",
    R"(/assets/dissipation={"cash": {"lost_per_month_overt": 0.1}})",
    "/pathways/one_stage/stages/open/phase=middle",
    "/pathways/one_stage/stages/open/visibility=overt",
    R"(/pathways/one_stage/stages/open/lasts={"fixed": {"value": "720 d"}})",
    "/requests/help/class=statutory",
    R"(/requests/help/window={"within": {"time": {"fixed": {"value": "2 d"}}}})",
    R"(/requests/help/holds={"kinds": ["cash"], "period": "180 d", "at_most": "540 d"})"};

const Changes a_renewal = {
    R"(/requests/renewal={"name": "Renewal", "class": "statutory", "tasks": [{"name": "Work",
         "skill": "investigation", "effort": {"fixed": {"value": "24 h"}}}],
         "window": {"within": {"time": {"fixed": {"value": "5 d"}}}},
         "holds": {"kinds": ["cash"], "period": "180 d", "at_most": "540 d"}})",
    R"(/requests/help/induces={"again": {"request": "renewal", "after": "170 d", "every": "170 d"}})"};

const Changes nobody = {"/teams/desk/strength=0"};

/// Pounds a case. Cases open within the period, and the run goes on until all have closed.
struct ACase {
  explicit ACase(const Changes& changes) : world{test::scenario(test::one_desk, changes)} {
    o = world.future();
    REQUIRE(world.total(o, Counter::cases) > 2);
    test::check_laws(world, o);
  }
  [[nodiscard]] double of(Counter counter) const {
    return test::total(world, o, counter) / 100.0 / test::total(world, o, Counter::cases);
  }
  World world;
  Outcome o;
};

}  // namespace

TEST_CASE("cash is let go when nobody comes to the hearing that would detain it") {
  const ACase seizure{a_seizure + nobody};
  CHECK(seizure.of(Counter::assets_released) == Approx(1000.0));
  CHECK(seizure.of(Counter::assets_denied) == Approx(1000.0));
}

TEST_CASE("a hold that nobody renews ends with its period, and what it held begins to go") {
  const ACase seizure{a_seizure};
  CHECK(seizure.of(Counter::assets_released) == Approx(1000.0));
  // Held from the end of the hearing, on day 1, to day 181.
  CHECK(seizure.of(Counter::assets_dissipated_after_engagement) ==
        Approx(lost_of_1000_in(720.0 - 181.0)).epsilon(1e-4));
}

TEST_CASE("renewals prolong a hold, and not beyond what the law allows in all") {
  const ACase seizure{a_seizure + a_renewal};
  CHECK(seizure.of(Counter::assets_dissipated_after_engagement) ==
        Approx(lost_of_1000_in(720.0 - 541.0)).epsilon(1e-4));
  const ACase longer{
      a_seizure + a_renewal +
      Changes{"/requests/help/holds/at_most=3 y", "/requests/renewal/holds/at_most=3 y"}};
  CHECK(longer.of(Counter::assets_dissipated_after_engagement) == 0.0);
  // The case closes without an order: it goes back all the same.
  CHECK(longer.of(Counter::assets_released) == Approx(1000.0));
}

TEST_CASE("who has applied to the court keeps hold until it has decided, and renews nothing more") {
  const Changes applied = {
      R"(/requests/apply={"name": "Forfeiture", "class": "statutory", "tasks": [{"name": "Work",
           "skill": "investigation", "effort": {"fixed": {"value": "24 h"}}}]})",
      R"(/pathways/one_stage/stages/open/needs/apply={"request": "apply", "at": 0.4, "probability": 1})",
      R"(/pathways/one_stage/stages/open/decides={"forfeiture": {"granted": 1, "on": "apply", "kinds": ["cash"],
           "paid_after": {"fixed": {"value": "30 d"}}}})",
      R"(/requests/help/holds/until_decided=["apply"])"};
  const ACase seizure{a_seizure + a_renewal + applied};
  CHECK(seizure.of(Counter::assets_collected) == Approx(1000.0));
  CHECK(seizure.of(Counter::assets_released) == 0.0);
  // Asked for on day 288: one renewal on day 171, none on day 341.
  const auto cases = seizure.world.total(seizure.o, Counter::cases);
  const World open_ended{
      test::scenario(test::one_desk, a_seizure + a_renewal + applied + Changes{"/plan/years=5"})};
  const Outcome o = open_ended.future();
  CHECK(open_ended.total(o, Counter::induced_requests) <=
        open_ended.total(o, Counter::cases) + 3 * cases);
  CHECK(open_ended.total(o, Counter::induced_requests) > 0);
  const ACase late{a_seizure + a_renewal + applied +
                   Changes{"/pathways/one_stage/stages/open/needs/apply/at=0.9"}};
  CHECK(late.of(Counter::assets_dissipated_after_engagement) ==
        Approx(lost_of_1000_in(720.0 - 541.0)).epsilon(1e-4));
}

TEST_CASE("a renewal that comes when the court has had the application moves nothing") {
  // Asked for on day 171 and granted 140 days later, when the last day that the law allows, the
  // 301st, has passed; the application of day 173 has kept what is held all the same.
  const ACase seizure{
      a_seizure + a_renewal +
      Changes{
          "/requests/help/holds/at_most=300 d",
          "/requests/renewal/window=open",
          R"(/requests/renewal/tasks/0/then_waits={"fixed": {"value": "140 d"}})",
          R"(/requests/apply={"name": "Forfeiture", "class": "statutory", "tasks": [{"name": "Work",
           "skill": "investigation", "effort": {"fixed": {"value": "24 h"}}}]})",
          R"(/pathways/one_stage/stages/open/needs/apply={"request": "apply", "at": 0.24, "probability": 1})",
          R"(/pathways/one_stage/stages/open/decides={"forfeiture": {"granted": 1, "on": "apply", "kinds": ["cash"],
           "paid_after": {"fixed": {"value": "30 d"}}}})",
          R"(/requests/help/holds/until_decided=["apply"])"}};
  CHECK(seizure.of(Counter::assets_collected) == Approx(1000.0));
  CHECK(seizure.of(Counter::assets_released) == 0.0);
}

TEST_CASE("who stands in at a hearing holds what an investigator would, if they succeed") {
  const auto covered = [](const std::string& effectiveness) {
    return ACase{a_seizure + nobody +
                 Changes{R"(/requests/help/cover={"cost": "£100", "effectiveness": )" +
                         effectiveness + "}"}};
  };
  // Nobody ever engages, so that what is lost counts as asked for and not served: look at what was
  // let go, and when the hold that began at the end of the window came to its end.
  CHECK(covered("1").of(Counter::assets_released) == Approx(1000.0));
  CHECK(covered("0").of(Counter::assets_released) == Approx(1000.0));
  const auto forfeited = [](const std::string& effectiveness) {
    return ACase{
        a_seizure +
        Changes{
            R"(/requests/help/cover={"cost": "£100", "effectiveness": )" + effectiveness + "}",
            R"(/requests/help/tasks=[{"name": "Work", "skill": "nobody_has",
                     "effort": {"fixed": {"value": "24 h"}}}])",
            R"(/skills/nobody_has={"name": "A skill that nobody has"})",
            R"(/requests/apply={"name": "Forfeiture", "class": "statutory",
                     "tasks": [{"name": "Work", "skill": "investigation",
                     "effort": {"fixed": {"value": "24 h"}}}]})",
            R"(/pathways/one_stage/stages/open/needs/apply={"request": "apply", "at": 0.1, "probability": 1})",
            R"(/pathways/one_stage/stages/open/decides={"forfeiture": {"granted": 1, "on": "apply",
                     "kinds": ["cash"], "paid_after": {"fixed": {"value": "30 d"}}}})",
            R"(/requests/help/holds/until_decided=["apply"])"}};
  };
  CHECK(forfeited("1").of(Counter::assets_collected) == Approx(1000.0));
  CHECK(forfeited("0").of(Counter::assets_collected) == 0.0);
}

TEST_CASE("default interest runs from the end of the time to pay") {
  // One case, whose stage began on the first day of five years: an order for £1,000 on day 20.
  const auto interest = [](const std::string& paid_after) {
    const World world{test::scenario(
        test::one_desk,
        {"/streams/cases/rate=0 /y",
         "/plan/years=5",
         R"(/start/cases=[{"case": "A", "stream": "cases", "stage": "open", "opened": "2026-04-01",
              "stage_entered": "2026-04-01", "requests": [{"request": "help", "asked": "2026-04-01"}]}])",
         R"(/requests/help/identifies={"early": 1, "middle": 1, "late": 1})",
         R"(/pathways/one_stage/stages/open/decides={"confiscation": {"on": "help",
              "paid_after": {"fixed": {"value": ")" +
             paid_after + R"("}}}})",
         R"(/assets/collection={"at_1000": 0.5, "per_tenfold": 0, "lowest": 0, "highest": 1})"})};
    const Outcome o = world.future();
    REQUIRE(world.total(o, Counter::confiscation_pence) == 100'000);
    CHECK(world.total(o, Counter::orders_paid) == 1);
    CHECK(world.total(o, Counter::conviction_to_order_ms) == 20LL * 24 * 3'600'000);
    return test::total(world, o, Counter::default_interest_pence) / 100.0;
  };
  const double due = 20.0 + (3.0 * days_per_month);
  const double never_paid = 500.0 * 0.08 * (1826.0 - due) / 365.25;
  CHECK(interest("10 d") == Approx(never_paid).epsilon(1e-4));
  CHECK(interest("180 d") == Approx(never_paid).epsilon(1e-4));  // within the extension
  CHECK(interest("400 d") ==
        Approx(never_paid + (500.0 * 0.08 * (420.0 - due) / 365.25)).epsilon(1e-4));
}

TEST_CASE("victims are paid first, where the threat has any") {
  const Changes an_order = {
      R"(/requests/help/identifies={"early": 1, "middle": 1, "late": 1})",
      R"(/requests/help/protects={"share": 1})",
      R"(/pathways/one_stage/stages/open/decides={"confiscation": {"on": "help",
           "paid_after": {"fixed": {"value": "1 d"}}}})",
      "/teams/desk/establishment=30",
      "/teams/desk/strength=30",
      "/asset_profiles/small/victims=0.25"};
  const ACase without{an_order};
  CHECK(without.of(Counter::assets_collected) == Approx(1000.0));
  CHECK(without.of(Counter::assets_returned) == 0.0);
  const ACase with{an_order + Changes{"/threats/any/has_victims=true"}};
  CHECK(with.of(Counter::assets_collected) == Approx(1000.0));
  CHECK(with.of(Counter::assets_returned) == Approx(250.0));
  CHECK(4 * with.world.total(with.o, Counter::cash_compensation) ==
        with.world.total(with.o, Counter::cash_confiscation));
}

TEST_CASE("what is protected before the subject knows is told from what is protected after") {
  // Twenty days covert, then twenty overt; help is asked for at a stated point of one of them.
  const auto asked_at = [](const std::string& stage, const std::string& point) {
    const Changes two_stages = {
        R"(/pathways/one_stage/stages/open/next={"overt": 1})",
        R"(/pathways/one_stage/stages/open/needs={})",
        R"(/pathways/one_stage/stages/overt={"phase": "middle", "visibility": "overt",
             "lasts": {"fixed": {"value": "20 d"}}, "next": {"closed": 1}})",
        R"(/requests/help/identifies={"early": 1, "middle": 1, "late": 1})",
        R"(/requests/help/protects={"share": 0.9})",
        "/teams/desk/establishment=60",
        "/teams/desk/strength=60",
        "/pathways/one_stage/stages/" + stage +
            R"(/needs={"help": {"request": "help", "probability": 1, "at": )" + point + "}}"};
    return ACase{two_stages};
  };
  const ACase early = asked_at("open", "0.5");
  CHECK(early.of(Counter::assets_denied) == Approx(900.0));
  CHECK(early.of(Counter::assets_denied_before_overt) == Approx(900.0));
  const auto cases = early.world.total(early.o, Counter::cases);
  CHECK(early.world.total(early.o, Counter::protected_before_overt) == cases);
  CHECK(early.world.cut(early.o, Counter::first_engaged, Dimension::stage, "open") == cases);
  CHECK(early.world.total(early.o, Counter::engagement_ms) == cases * 10LL * 24 * 3'600'000);

  const ACase late = asked_at("overt", "0.5");
  const auto others = late.world.total(late.o, Counter::cases);
  CHECK(late.of(Counter::assets_denied) == Approx(900.0));
  CHECK(late.of(Counter::assets_denied_before_overt) == 0.0);
  CHECK(late.world.total(late.o, Counter::protected_after_overt) == others);
  CHECK(late.world.total(late.o, Counter::overt_to_protection_ms) ==
        others * 11LL * 24 * 3'600'000);
  CHECK(late.world.cut(late.o, Counter::first_engaged, Dimension::stage, "overt") == others);
}
