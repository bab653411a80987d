#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/models/one_team.hpp"
#include "tests/support/scenarios.hpp"

// Cases that must be referred, a unit that turns them away, and officers who remember that. At one
// desk a case opens every other day and is referred as it opens; its request waits for 20 days.

using namespace ficap::test;

namespace {

using doctest::Approx;
using ficap::models::Counter;
using ficap::models::Outcome;
using ficap::test::Changes;
namespace test = ficap::test;

std::string referral(const std::string& more) {
  return R"(/from_start/policies/mandatory_referral={"harms": ["medium"], "at": "open",
      "compliance": 1, "skill": "investigation", "effort": {"fixed": {"value": "1 h"}},
      "reaches": ["help"])" +
         more + "}";
}
std::string refuses(double above) {
  return R"(, "refuses": {"waiting_per_person_above": )" + std::to_string(above) + "}";
}
std::string remembered(const std::string& weight, const std::string& memory) {
  return R"(, "remembered": {"weight": )" + weight + R"(, "memory": ")" + memory + R"("})";
}

const Changes nobody{"/teams/desk/strength=0"};
const Changes enough{"/teams/desk/establishment=40", "/teams/desk/strength=40"};

}  // namespace

TEST_CASE("with somebody free nothing is refused, and a rule that never applies changes nothing") {
  const World plain{test::scenario(test::one_desk, enough + Changes{referral("")})};
  const World ruled{test::scenario(
      test::one_desk, enough + Changes{referral(refuses(0.0) + remembered("0.5", "90 d"))})};
  const Outcome o = ruled.future();
  CHECK(o == plain.future());
  CHECK(ruled.total(o, Counter::referrals_covered) > 150);
  CHECK(ruled.total(o, Counter::referrals) == ruled.total(o, Counter::referrals_covered));
  CHECK(ruled.total(o, Counter::referrals_refused) == 0);
  CHECK(ruled.total(o, Counter::referrals_triaged) + ruled.total(o, Counter::referrals_open) ==
        ruled.total(o, Counter::referrals));
}

TEST_CASE("where more waits than the rule allows a referral is refused, and no triage follows") {
  const World world{test::scenario(test::one_desk, nobody + Changes{referral(refuses(0.0))})};
  const Outcome o = world.future();
  CHECK(world.total(o, Counter::referrals_refused) == world.total(o, Counter::referrals_covered));
  // With room for a person's worth of waiting requests per person, and nobody there, the same.
  const World lenient{test::scenario(test::one_desk, nobody + Changes{referral(refuses(1000.0))})};
  CHECK(lenient.future() == o);
  // One person, and about ten requests in line: 50 are never reached.
  const World one{test::scenario(test::one_desk,
                                 {"/requests/help/class=discretionary", referral(refuses(50.0))})};
  CHECK(one.total(one.future(), Counter::referrals_refused) == 0);
}

TEST_CASE("a memory of refusals that never come is no memory") {
  const World plain{test::scenario(test::one_desk, nobody + Changes{referral("")})};
  const World remembers{
      test::scenario(test::one_desk, nobody + Changes{referral(remembered("1", "90 d"))})};
  CHECK(plain.future() == remembers.future());
}

TEST_CASE("referrals that are all refused come as often as a renewal process says") {
  // After a refusal with weight 1 readiness is 1 - e^(-t/m), and covered cases come at a rate l:
  // the time to the next referral exceeds t with probability exp(-l (t - m (1 - e^(-t/m)))).
  constexpr double rate = 0.5;
  constexpr double memory = 20.0;
  constexpr double step = 0.01;
  double gap = 0.0;
  for (int i = 0; i < 20'000; ++i) {
    const double t = (i + 0.5) * step;
    gap += step * std::exp(-rate * (t - memory * (1.0 - std::exp(-t / memory))));
  }
  const World world{test::scenario(
      test::one_desk,
      nobody + Changes{R"(/pathways/one_stage/stages/open/lasts={"fixed": {"value": "80 d"}})",
                       "/plan/years=10",
                       "/plan/run_on=30 d",
                       referral(refuses(0.0) + remembered("1", "20 d"))})};
  double referrals = 0.0;
  double covered = 0.0;
  for (std::uint32_t replication = 0; replication < 16; ++replication) {
    const Outcome o = world.future(replication);
    referrals += test::total(world, o, Counter::referrals);
    covered += test::total(world, o, Counter::referrals_covered);
    CHECK(world.total(o, Counter::referrals) == world.total(o, Counter::referrals_refused));
  }
  CHECK(referrals / 16.0 == Approx(3652.5 / gap).epsilon(0.02));
  CHECK(referrals / covered == Approx(1.0 / (rate * gap)).epsilon(0.02));
}

TEST_CASE("a refusal is bad news of discretionary help") {
  // Nobody asks, so that nothing else is news; a referral that waits makes the next be refused.
  const World world{test::scenario(test::one_desk,
                                   nobody + Changes{"/requests/help/class=discretionary",
                                                    "/asking/floor=0",
                                                    "/asking/ceiling=0",
                                                    "/belief/initial=0.8",
                                                    "/belief/memory=36525 d",
                                                    "/belief/weight_of_news=0.02",
                                                    "/belief/weight_of_bad_news=1",
                                                    "/belief/organisation_weight=0",
                                                    referral(refuses(0.0))})};
  const Outcome o = world.future();
  const double refused = test::total(world, o, Counter::referrals_refused);
  CHECK(refused > 50.0);
  CHECK(static_cast<double>(o.months.back().belief_thousandths) / 1000.0 ==
        Approx(0.8 * std::pow(0.98, refused)).epsilon(0.1));
}

TEST_CASE(
    "refusing more never raises compliance, and never in any future beyond the policy's own") {
  const Changes short_of_people{
      "/plan/years=3", "/streams/north-drugs/rate=300 /y", "/streams/south-fraud/rate=200 /y"};
  const auto policy = [](const std::string& more) {
    return R"(/from_start/policies/mandatory_referral={"harms": ["medium", "high", "very_high"],
        "at": "develop", "compliance": 0.9, "skill": "investigation",
        "effort": {"fixed": {"value": "2 h"}}, "reaches": ["profile"])" +
           more + "}";
  };
  std::vector<std::int64_t> referred;
  std::vector<std::int64_t> of_first;
  for (const std::string& refusal :
       std::vector<std::string>{"", refuses(8.0), refuses(4.0), refuses(1.0), refuses(0.0)}) {
    const World world{test::scenario(
        test::small_region,
        short_of_people +
            Changes{policy(refusal + (refusal.empty() ? "" : remembered("0.4", "120 d")))})};
    std::int64_t sum = 0;
    for (std::uint32_t replication = 0; replication < 8; ++replication) {
      const std::int64_t made = world.total(world.future(replication), Counter::referrals);
      // The same draws, compared with the same or less.
      if (refusal.empty()) of_first.push_back(made);
      CHECK(made <= of_first[replication]);
      sum += made;
    }
    referred.push_back(sum);
  }
  for (std::size_t i = 1; i < referred.size(); ++i)
    CHECK(referred[i] <= referred[i - 1]);
  CHECK(referred.back() < referred.front() * 8 / 10);
}
