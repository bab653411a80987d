#include "models/laws.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/scenarios.hpp"

namespace {

using ficap::models::Audit;
using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::Law;
using ficap::models::Outcome;
using ficap::test::World;
namespace models = ficap::models;
namespace test = ficap::test;

Audit audit_of(const World& world, const Outcome& outcome) {
  return models::audit(world.compiled().ids(), world.compiled().layout(), outcome);
}

}  // namespace

TEST_CASE("a future of the small region breaks no law, and every law has something to look at") {
  const World world{test::scenario(test::small_region)};
  const Audit audit = audit_of(world, world.future());
  CHECK(audit.breaches.empty());
  for (const Law law : {Law::needs, Law::hours, Law::assets, Law::integrals, Law::cuts})
    CHECK(audit.looked_at(law) > 0);
}

TEST_CASE("one need, millisecond or penny more breaks the law that it is about") {
  const World world{test::scenario(test::small_region)};
  const Outcome sound = world.future();
  const std::vector<std::pair<Counter, Law>> changes{
      {Counter::declined, Law::needs},
      {Counter::asked, Law::needs},
      {Counter::in_work, Law::needs},
      {Counter::first_engaged_middle, Law::needs},
      {Counter::away_ms, Law::hours},
      {Counter::assets_not_identified, Law::assets},
      {Counter::assets_outstanding, Law::assets},
      {Counter::queue_stay_ms, Law::integrals},
      {Counter::stage_level_ms, Law::integrals},
  };
  for (const auto& change : changes) {
    Outcome wrong = sound;
    ++wrong.values[world.compiled().layout().total(change.first)];
    const Audit audit = audit_of(world, wrong);
    const Law law = change.second;
    CAPTURE(static_cast<int>(change.first));
    CHECK(std::any_of(audit.breaches.begin(), audit.breaches.end(), [&](const auto& breach) {
      return breach.law == law && breach.left - breach.right != 0;
    }));
  }
}

TEST_CASE("a penny moved between organisations is missed in one cut and too many in another") {
  const World world{test::scenario(test::small_region)};
  Outcome wrong = world.future();
  const models::Layout& layout = world.compiled().layout();
  ++wrong.values[layout.cut(Counter::assets_never_asked, Dimension::organisation, 0)];
  --wrong.values[layout.cut(Counter::assets_never_asked, Dimension::organisation, 1)];
  const Audit audit = audit_of(world, wrong);
  REQUIRE(audit.breaches.size() == 2);
  CHECK(audit.breaches[0].what == "every penny of realisable assets is in one part (organisation " +
                                      world.compiled().ids()[0][0] + ")");
  CHECK(audit.breaches[0].right == audit.breaches[0].left + 1);
}

TEST_CASE("a need that no month has breaks the law of the parts") {
  const World world{test::scenario(test::small_region)};
  Outcome wrong = world.future();
  --wrong.months.front().needs;
  const Audit audit = audit_of(world, wrong);
  REQUIRE(audit.breaches.size() == 1);
  CHECK(audit.breaches[0].law == Law::cuts);
  CHECK(audit.breaches[0].left == audit.breaches[0].right + 1);
}
