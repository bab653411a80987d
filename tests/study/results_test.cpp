#include "study/results.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "models/measures.hpp"
#include "study/observe.hpp"
#include "tests/support/outcomes.hpp"

using namespace ficap;
using doctest::Approx;
using models::Counter;
using models::Dimension;

namespace {

constexpr std::size_t discretionary = 2;

// Two futures: 4 and 6 discretionary needs, of which 1 and 3 are never asked and the rest served;
// £10 and £30 of realisable assets, £1 and £3 collected; 2 and 4 hours worked by the south.
struct TwoFutures {
  models::DimensionIds ids = test::small_world();
  models::Layout layout{ids};
  std::vector<models::Outcome> outcomes{2, test::nothing(layout)};

  TwoFutures() {
    for (std::size_t r = 0; r < 2; ++r) {
      const auto more = static_cast<std::int64_t>(r);
      need(r, Counter::needs, 4 + 2 * more);
      need(r, Counter::suppressed, 1 + 2 * more);
      need(r, Counter::served, 3);
      test::add(outcomes[r], layout, Counter::assets_realisable, 1000 + 2000 * more);
      test::add(outcomes[r], layout, Counter::assets_collected, 100 + 200 * more);
      const std::int64_t hours = (2 + 2 * more) * 3'600'000;
      test::add(outcomes[r], layout, Counter::worked_ms, hours);
      test::add(outcomes[r], layout, Counter::worked_ms, Dimension::organisation, 1, hours);
    }
  }
  void need(std::size_t r, Counter counter, std::int64_t amount) {
    test::add(outcomes[r], layout, counter, amount);
    test::add(outcomes[r], layout, counter, Dimension::work_class, discretionary, amount);
  }
};

}  // namespace

TEST_CASE("every reported measure is estimated once, in the order of the list") {
  const TwoFutures world;
  const auto results = study::estimate(world.ids, world.layout, world.outcomes);
  REQUIRE(results.measures.size() == models::measures().size());
  std::set<std::string_view> names;
  for (std::size_t m = 0; m < results.measures.size(); ++m) {
    CHECK(results.measures[m].measure.name == models::measures()[m].name);
    names.insert(results.measures[m].measure.name);
  }
  CHECK(names.size() == results.measures.size());
  CHECK(results.replications == 2);
  CHECK(results.ids == world.ids);
}

TEST_CASE("counts are averaged over futures, in total and by class") {
  const TwoFutures world;
  const auto results = study::estimate(world.ids, world.layout, world.outcomes);
  const auto& needs = results.at("needs");
  CHECK(needs.total.mean == 5.0);
  CHECK(needs.cut(Dimension::work_class, discretionary).mean == 5.0);
  CHECK(needs.cut(Dimension::work_class, 0).mean == 0.0);
}

TEST_CASE("a share of need divides sums over futures, and is absent where there was no need") {
  const TwoFutures world;
  const auto results = study::estimate(world.ids, world.layout, world.outcomes);
  const auto& unmet = results.at("unmet_share_of_need");
  CHECK(*unmet.total.mean == Approx(0.4));
  CHECK(*unmet.cut(Dimension::work_class, discretionary).mean == Approx(0.4));
  CHECK_FALSE(unmet.cut(Dimension::work_class, 0).mean.has_value());
  CHECK(*results.at("unmet_share_of_requests").total.mean == 0.0);
}

TEST_CASE("hours and pounds come out in hours and pounds") {
  const TwoFutures world;
  const auto results = study::estimate(world.ids, world.layout, world.outcomes);
  CHECK(*results.at("hours_worked").total.mean == Approx(3.0));
  CHECK(*results.at("hours_worked").cut(Dimension::organisation, 1).mean == Approx(3.0));
  CHECK(*results.at("assets_realisable").total.mean == Approx(20.0));
  CHECK(*results.share("assets_collected_share").total.mean == Approx(0.1));
  CHECK(*results.share("assets_collected_share").total.half_width == Approx(0.0));
}

TEST_CASE("a measure is cut by the dimensions of all its counters and by no other") {
  const TwoFutures world;
  const auto results = study::estimate(world.ids, world.layout, world.outcomes);
  for (const auto& result : results.measures) {
    for (std::size_t d = 0; d < models::dimension_count; ++d) {
      const bool kept = result.measure.dimensions().contains(static_cast<Dimension>(d));
      CHECK(result.by[d].size() == (kept ? world.ids[d].size() : 0));
    }
  }
}

TEST_CASE("one future's counts are whole numbers with a value only where it is defined") {
  const TwoFutures world;
  const models::Measure& unmet = *models::find_measure("unmet_share_of_need");
  const auto all = study::observe(unmet, world.layout, world.outcomes[1]);
  CHECK(all == study::Observed{.over = 3, .under = 6});
  CHECK(study::value_of(unmet, all) == 0.5);
  const auto statutory = study::observe(unmet,
                                        world.layout,
                                        world.outcomes[1],
                                        study::Cut{.dimension = Dimension::work_class, .id = 0});
  CHECK(study::value_of(unmet, statutory) == std::nullopt);
  const models::Measure& collected = *models::find_measure("assets_collected");
  const auto pence = study::observe(collected, world.layout, world.outcomes[1]);
  CHECK(pence == study::Observed{.over = 300, .under = std::nullopt});
  CHECK(*study::value_of(collected, pence) == Approx(3.0));
}
