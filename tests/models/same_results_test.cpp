#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "study/fingerprint.hpp"
#include "study/self_test.hpp"
#include "tests/support/scenarios.hpp"

// One number for two whole futures, the same from every compiler, at every level of optimisation
// and in a browser. It stands in study/self_test.hpp and changes when results do; what they became
// is for the golden to show.

namespace {

using ficap::test::World;
namespace models = ficap::models;
namespace study = ficap::study;
namespace test = ficap::test;

std::vector<models::Outcome> two_futures(const test::Changes& changes = {}) {
  const World world{test::scenario(test::small_region, changes)};
  return {world.future(0, study::small_region_seed), world.future(1, study::small_region_seed)};
}

}  // namespace

TEST_CASE("the futures of a small region are the same bits everywhere") {
  CHECK(study::fingerprint(two_futures()) == study::small_region_fingerprint);
}

TEST_CASE("so are they where people come and go") {
  CHECK(study::fingerprint(two_futures(test::people_who_come_and_go())) == 0x75c25951c573e2deU);
}

TEST_CASE("so are they under a staffing plan of everything") {
  CHECK(study::fingerprint(two_futures(test::a_plan_of_everything())) == 0xdd53fde8e1767ce9U);
}

TEST_CASE("the fingerprint notices a single number that is one off, wherever it stands") {
  const std::vector<models::Outcome> sound = two_futures();
  std::vector<models::Outcome> wrong = sound;
  ++wrong[1].values.back();
  CHECK(study::fingerprint(wrong) != study::fingerprint(sound));
  wrong = sound;
  --wrong[0].months[3].backlog;
  CHECK(study::fingerprint(wrong) != study::fingerprint(sound));
  wrong = sound;
  std::swap(wrong[0], wrong[1]);
  CHECK(study::fingerprint(wrong) != study::fingerprint(sound));
}
