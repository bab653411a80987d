#include "study/asset_split.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "study/simulate.hpp"
#include "tests/support/scenarios.hpp"

using namespace ficap;
using doctest::Approx;

namespace {

/// The small region, and the same with more people.
struct Region {
  models::Compiled base{test::scenario(test::small_region)};
  models::Compiled option{test::scenario(
      test::small_region,
      {"/from_start/teams/north-fi/establishment=20", "/from_start/teams/north-fi/strength=20"})};
  std::vector<const models::Compiled*> both{&base, &option};
  study::SideBySide done = study::simulate(both, {.seed = 1, .replications = 3}, study::serial());
  study::AssetSplit split = study::split_assets(study::alternatives(both, done));

  [[nodiscard]] double sum(models::Counter counter) const {
    double total = 0.0;
    for (const models::Outcome& o : done.outcomes.front())
      total += static_cast<double>(o.values[base.layout().total(counter)]);
    return total;
  }
};

}  // namespace

TEST_CASE("the parts of every pound add up, in each scenario and as differences") {
  const Region region;
  for (const study::Comparison* const split :
       {&region.split.of_realisable, &region.split.of_benefit}) {
    double base = 0.0;
    double option = 0.0;
    double moved = 0.0;
    for (const study::MeasureComparison& part : split->measures) {
      base += part.standings.at(0).value.value();
      option += part.standings.at(1).value.value();
      moved += part.standings.at(1).change->difference.value.value();
    }
    CHECK(base == Approx(1.0).epsilon(1e-12));
    CHECK(option == Approx(1.0).epsilon(1e-12));
    CHECK(moved == Approx(0.0).epsilon(1e-12));
  }
  CHECK(region.split.of_realisable.measures.size() == study::parts_of_assets);
  CHECK(region.split.of_benefit.measures.size() == study::parts_of_assets + 1);
}

TEST_CASE("a part is its amount over the whole, and is called like the amount") {
  const Region region;
  const double benefit =
      region.sum(models::Counter::benefit_gone) + region.sum(models::Counter::assets_realisable);
  for (const study::MeasureComparison& part : region.split.of_benefit.measures) {
    const models::Measure& share = *part.measure.measure;
    CAPTURE(std::string{share.name});
    CHECK(part.standings.front().value.value() ==
          Approx(region.sum(share.over.front()) / benefit).epsilon(1e-12));
    if (share.name == "benefit_gone") continue;
    const models::Measure* const amount = models::find_measure(share.name);
    REQUIRE(amount);
    CHECK(amount->over.front() == share.over.front());
  }
}
