#include "study/self_test.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include <doctest/doctest.h>

#include "tests/support/scenarios.hpp"

namespace {

using ficap::study::Exact;
using ficap::study::SelfTest;
namespace study = ficap::study;
namespace test = ficap::test;

constexpr std::uint32_t few = 3;

/// A self-test of few futures; `small` is what it is given as the small region.
study::SelfTestMeans means(const test::Changes& small = {}) {
  return {.oracle =
              [small](const std::string& name) {
                return test::scenario(
                    "scenarios/oracles/" + name,
                    name == study::small_region_scenario ? small : test::Changes{});
              },
          .region = test::scenario(test::small_region),
          .executor = study::serial(),
          .several = study::serial(),
          .watch = {},
          .futures = few};
}

const study::ExactFinding& exact(const SelfTest& test, Exact what) {
  return test.exact[static_cast<std::size_t>(what)];
}

}  // namespace

TEST_CASE("a self-test looks at every exact law, and each of them holds") {
  std::uint32_t counted = 0;
  study::SelfTestMeans all = means();
  all.watch.on_finished = [&](std::uint32_t count) { counted = std::max(counted, count); };
  const auto test = study::self_test(all);
  REQUIRE(test);
  for (const study::ExactFinding& finding : test->exact) {
    CAPTURE(static_cast<int>(finding.what));
    CHECK(finding.looked_at > 0);
    CHECK(finding.wrong.empty());
  }
  CHECK(test->oracles.size() == study::oracles().size());
  CHECK(counted == study::self_test_total(few));
}

TEST_CASE("other numbers from the small region than those stated are noticed") {
  const auto test = study::self_test(means({"/plan/warm_up=364 d"}));
  REQUIRE(test);
  CHECK_FALSE(exact(*test, Exact::same_numbers).holds());
  CHECK(exact(*test, Exact::same_numbers).wrong.find(" elsewhere") != std::string::npos);
  CHECK(exact(*test, Exact::needs).holds());
  CHECK_FALSE(test->passed());
}

TEST_CASE("a self-test passes when all holds and agrees, and fails when one thing does not") {
  study::ClaimFinding claim;
  claim.claim.expected = 1.0;
  claim.simulated = 0.95;
  claim.half_width = 0.1;
  study::OracleFinding oracle;
  oracle.claims = {claim, claim};
  oracle.claims[1].simulated = 1.05;
  SelfTest sound;
  sound.oracles = {oracle};
  for (study::ExactFinding& finding : sound.exact)
    finding.looked_at = 1;
  CHECK(sound.passed());

  SelfTest wrong = sound;
  wrong.exact[3].wrong = "one is not two";
  CHECK_FALSE(wrong.passed());
  wrong = sound;
  wrong.exact[7].looked_at = 0;
  CHECK_FALSE(wrong.passed());
  wrong = sound;
  wrong.oracles[0].claims[0].simulated = 0.89;
  CHECK_FALSE(wrong.passed());
  wrong = sound;
  wrong.oracles[0].claims[1].simulated.reset();
  CHECK_FALSE(wrong.passed());
}

TEST_CASE("a claim about a part that the scenario has not is not agreed with") {
  study::Oracle oracle = study::oracles().front();
  oracle.claims.resize(1);
  oracle.claims[0].cut =
      study::NamedCut{.dimension = ficap::models::Dimension::request, .id = "no such request"};
  const auto finding = study::examine(oracle,
                                      test::scenario("scenarios/oracles/" + oracle.scenario),
                                      few,
                                      study::self_test_confidence(),
                                      study::serial());
  REQUIRE(finding);
  CHECK_FALSE(finding->claims[0].agrees());
}

TEST_CASE("a self-test that is stopped finds nothing") {
  study::SelfTestMeans stopped = means();
  stopped.watch.should_stop = [] { return true; };
  CHECK_FALSE(study::self_test(stopped));
}

TEST_CASE("the chance of a false alarm is shared among all claims") {
  std::size_t claims = 0;
  for (const study::Oracle& oracle : study::oracles())
    claims += oracle.claims.size();
  CHECK(claims >= 25);
  CHECK(static_cast<double>(claims) * (1.0 - study::self_test_confidence()) ==
        doctest::Approx(study::self_test_chance_of_alarm).epsilon(1e-9));
}
